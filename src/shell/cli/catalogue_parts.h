#pragma once
// What stands below `himpun catalogue` in a file of its own.

#include "shell/cli/cli.h"

namespace himpun::cli {

/// The profile of a year, as a file.
void add_profile(CLI::App& catalogue, Frame& frame);

}  // namespace himpun::cli
