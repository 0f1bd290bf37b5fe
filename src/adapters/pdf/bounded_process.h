#pragma once
// A program that is run and watched: without network, with limits on time, memory and the size of what it writes, with
// an environment of ours only, and ended together with everything it started. No shell is involved.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace himpun::pdf {

struct Limits {
  std::chrono::milliseconds time{60'000};
  std::uint64_t memory_bytes = 1'536ULL << 20;
  std::uint64_t file_bytes = 64ULL << 20;
};

struct Command {
  std::vector<std::string> words;        ///< the program's path first
  std::vector<std::string> environment;  ///< "NAME=value"; nothing else is passed on
  std::string folder;                    ///< where it runs
};

enum class End : std::uint8_t { done, failed, timed_out };

struct Outcome {
  End end = End::failed;
  std::string complaint;  ///< the last words it wrote to its error output, at most 2,000 characters
};

/// Waits for it. Throws `StoreFailure` when no process can be started at all.
[[nodiscard]] Outcome run_bounded(Command const& command, Limits const& limits);

}  // namespace himpun::pdf
