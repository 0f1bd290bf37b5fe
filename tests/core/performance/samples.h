#pragma once
// Small things that the tests of performance data say often: numbers, periods, a profile, an office.

#include <gtest/gtest.h>

#include "core/performance/achievement/achievement.h"

namespace himpun::performance::test {

inline Decimal dec(std::string_view text) {
  auto const number = parse_exact(text);
  EXPECT_TRUE(number) << text;
  return number.value_or(Decimal{});
}

inline Value num(std::string_view text) { return number_value(dec(text)); }
inline Period quarter(std::int32_t number, std::int32_t year = 2026) { return {PeriodKind::quarter, year, number}; }

/// Two places, as figures are printed; "none" when there is no value.
inline std::string shown(std::optional<Decimal> const& value) {
  return value ? to_fixed(*value, {RoundingMode::half_up, 2}) : "none";
}

inline RatingScale usual_scale() {
  return {"lakip",
          {{Decimal{90}, "sangat tinggi"}, {Decimal{75}, "tinggi"}, {Decimal{65}, "sedang"}, {Decimal{50}, "rendah"}},
          "sangat rendah"};
}

inline PredicateMap usual_map() {
  return {"sakip",
          {{"AA", Decimal{95}},
           {"A", Decimal{85}},
           {"BB", Decimal{75}},
           {"B", Decimal{65}},
           {"CC", Decimal{55}},
           {"C", Decimal{40}},
           {"D", Decimal{15}}}};
}

inline Rules usual_rules() {
  Rules rules;
  rules.rating_scale = usual_scale();
  rules.predicates = usual_map();
  return rules;
}

inline Profile usual_profile() {
  Profile profile;
  profile.id = ProfileId{"uji"};
  profile.name = "Profil uji";
  profile.source = "uji";
  profile.defaults = usual_rules();
  profile.rating_scales = {usual_scale()};
  profile.predicate_maps = {usual_map()};
  profile.checks = {{CheckCode::value_missing, Severity::error, {}},
                    {CheckCode::ratio_above_one, Severity::warning, Decimal{1}},
                    {CheckCode::cumulative_falls, Severity::warning, {}},
                    {CheckCode::jump, Severity::warning, Decimal{100}},
                    {CheckCode::target_too_low, Severity::warning, Decimal{150}},
                    {CheckCode::predicate_below_target, Severity::warning, {}},
                    {CheckCode::totals_differ, Severity::error, {}},
                    {CheckCode::evidence_missing, Severity::warning, Decimal{1}},
                    {CheckCode::narrative_too_short, Severity::warning, Decimal{20}}};
  return profile;
}

/// Quarterly figures of 2026; "" is a blank.
inline std::vector<Realisation> quarters(std::vector<std::string> const& figures) {
  std::vector<Realisation> realisations;
  for (auto const& each : figures) {
    auto const number = static_cast<std::int32_t>(realisations.size()) + 1;
    realisations.push_back({quarter(number), each.empty() ? Value{} : num(each), "tw" + std::to_string(number)});
  }
  return realisations;
}

}  // namespace himpun::performance::test
