#pragma once
// Load on a running server: so many connections, each carrying out one seed case after another, and the same with a
// second pair of eyes that reads every case again the moment a step has been acknowledged.

#include <vector>

#include "seed_case.h"

namespace himpun::bench {

/// Runs `body(number)` on `count` threads and waits; throws what one of them threw.
void on_threads(int count, std::function<void(std::size_t number)> const& body);

struct Load {
  double cases_per_second = 0;
  double requests_per_second = 0;
  double p50 = 0;  ///< milliseconds a request took, seen by the client
  double p99 = 0;
  double requests = 0;  ///< all of them
};
/// `clients` connections for `seconds`; cases that were begun are finished.
[[nodiscard]] Load load(int port, DemoOffice const& office, int clients, double seconds);

struct Visibility {
  int reads = 0;
  int stale = 0;         ///< reads that did not show what had been acknowledged before they were sent
  double delay_ms = 0;  ///< longest time until it was shown; 0 when no read was stale
};
/// Every client reads its case on another connection, as another official, right after every acknowledgement.
[[nodiscard]] Visibility look_after_every_step(int port, DemoOffice const& office, int clients, int cases_each);

}  // namespace himpun::bench
