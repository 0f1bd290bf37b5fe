#pragma once
// A program run on a file of a stranger: bounded in time, memory and output, with nothing on its standard input.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace himpun::signers {

struct Bounds {
  std::chrono::seconds time{30};
  std::size_t memory_bytes = 1024ull * 1024 * 1024;
  std::size_t output_bytes = 64 * 1024;
};

struct Finished {
  int exit = 0;  ///< 127: the program is not there
  std::string output;
};

/// Nothing when it was too slow or said too much.
[[nodiscard]] std::optional<Finished> run_bounded(std::vector<std::string> const& command, Bounds const& bounds);

}  // namespace himpun::signers
