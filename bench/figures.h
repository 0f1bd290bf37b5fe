#pragma once
// What a benchmark says: comment lines that state the conditions, and one `name value unit` line for each figure. It
// does not judge a figure.

#include <chrono>
#include <string>
#include <vector>

namespace himpun::bench {

using Clock = std::chrono::steady_clock;

/// `# text`: durability, clients and payload of the figures that follow.
void state(std::string const& text);
void print(std::string const& name, double value, char const* unit);

/// Processor time of this process so far.
[[nodiscard]] double own_cpu_seconds();
[[nodiscard]] double milliseconds_since(Clock::time_point begin);
[[nodiscard]] double seconds_since(Clock::time_point begin);

/// The value that `percent` of all values do not exceed; 0 when there are none. Reorders them.
[[nodiscard]] double percentile(std::vector<double>& values, int percent);
[[nodiscard]] double median(std::vector<double> values);

}  // namespace himpun::bench
