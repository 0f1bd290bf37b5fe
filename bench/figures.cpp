#include "figures.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace himpun::bench {

void state(std::string const& text) {
  std::printf("# %s\n", text.c_str());
  std::fflush(stdout);
}

void print(std::string const& name, double value, char const* unit) {
  std::printf("%s %.2f %s\n", name.c_str(), value, unit);
  std::fflush(stdout);
}

double own_cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

double milliseconds_since(Clock::time_point begin) { return seconds_since(begin) * 1000; }

double percentile(std::vector<double>& values, int percent) {
  if (values.empty()) return 0;
  auto const place = std::min(values.size() - 1, values.size() * static_cast<std::size_t>(percent) / 100);
  auto const at = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::ranges::nth_element(values, at);
  return *at;
}

double median(std::vector<double> values) { return percentile(values, 50); }

}  // namespace himpun::bench
