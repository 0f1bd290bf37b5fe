// Any bytes at all as a formula, a number, a code or a profile: read, or refused with words; what is computed computes
// itself again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.h"
#include "core/performance/catalogue/code.h"
#include "core/performance/formula/formula.h"
#include "core/performance/profile/profile_file.h"

namespace {

using namespace himpun;

void check_number(std::string_view text) {
  auto const number = parse_indonesian(text);
  if (number) {
    ensure(parse_exact(to_text(*number)) == *number, "a number comes back from its text");
    ensure(parse_indonesian(spell(*number).id).value_or(Decimal{-1}) == *number, "and from its Indonesian text");
  } else {
    ensure(!number.error().detail.id.empty(), "a refusal has words");
  }
}

void check_formula(std::string_view text) {
  auto const formula = performance::parse_formula(text);
  if (!formula) {
    ensure(formula.error().where.has_value(), "a refusal says where");
    return;
  }
  performance::FormulaValue const two{performance::number_value(Decimal{2}), Decimal{1}, {}, ""};
  performance::FormulaValues const values{[&](std::string const&) { return std::optional{two}; },
                                          [&](performance::IndicatorId const&) { return std::optional{two}; }};
  auto const evaluated = performance::evaluate(*formula, values);
  if (evaluated.value) ensure(recompute(evaluated.trace) == evaluated.value, "a trace computes itself again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  check_number(text);
  check_formula(text);
  if (auto const code = performance::normalise_code(text)) {
    ensure(performance::normalise_code(*code).value_or("") == *code, "a normalised code stays as it is");
  }
  auto const profile = performance::read_profile(text, "fuzz.yaml");
  if (!profile) ensure(!profile.error().empty(), "a refusal says why");
  return 0;
}
