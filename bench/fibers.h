#pragma once
// Many blocking clients on one thread: each runs on a stack of its own and gives way while its socket has nothing to
// read. A hundred threads would take from the server, on the same machine, the processor time of their switches.

#include <cstddef>
#include <functional>

namespace himpun::bench {

/// Runs `body(number)` for 0 .. count-1 side by side on this thread and waits; throws what one of them threw.
void on_fibers(int count, std::function<void(std::size_t number)> const& body);

/// Within `on_fibers`: lets the others go on until the socket can be read. Elsewhere: returns at once, and reading
/// blocks.
void give_way_until_readable(int socket);

}  // namespace himpun::bench
