#pragma once
// What the commands below `himpun procedure` share; each bigger one stands in a file of its own.

#include "shell/cli/cli.h"

namespace himpun::cli {

/// A file of at most `most_bytes` and one, so that a larger one is refused without reading all of it.
[[nodiscard]] Result<std::string> read_input_file(std::string const& path, std::size_t most_bytes);
/// To a file, or to the output when `path` is empty.
[[nodiscard]] Result<void> write_output(Frame& frame, std::string const& path, std::string const& bytes);

/// The sheet of an SOP file in the forms people take away.
void add_render(CLI::App& group, Frame& frame);

}  // namespace himpun::cli
