// g++ reports each edge it passes by a call (-fsanitize-coverage=trace-pc); this counts them where libFuzzer looks for
// counters of others, so that it keeps the inputs that reach something new. Compiled without sanitizers itself.

#include <cstdint>

namespace {
constexpr std::uintptr_t counters = 1 << 16;
}

extern "C" {
__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t himpun_edges[counters];

void __sanitizer_cov_trace_pc() {
  auto const place = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  auto& count = himpun_edges[(place ^ (place >> 16)) % counters];
  if (count != UINT8_MAX) ++count;
}

// g++ also reports comparisons of fractions, which libFuzzer has no use for.
void __sanitizer_cov_trace_cmpf(float, float) {}
void __sanitizer_cov_trace_cmpd(double, double) {}
}
