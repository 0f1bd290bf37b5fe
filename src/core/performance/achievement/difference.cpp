#include "core/performance/achievement/difference.h"

#include <algorithm>

namespace himpun::performance {

std::vector<Words> rule_words(Polarity polarity, Rules const& rules) {
  return {formula_words(polarity, rules),
          consolidation_words(rules.consolidation),
          floor_words(rules.floor),
          cap_words(rules.cap),
          zero_target_words(rules.zero_target),
          rounding_words(rules.rounding),
          {"Skala penilaian " + rules.rating_scale.id, "Rating scale " + rules.rating_scale.id},
          {"Peta predikat " + rules.predicates.id, "Predicate map " + rules.predicates.id}};
}

namespace {

std::vector<Words> differing(std::vector<Words> const& rules, std::vector<Words> const& from) {
  std::vector<Words> differs;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i >= from.size() || rules[i] != from[i]) differs.push_back(rules[i]);
  }
  return differs;
}

}  // namespace

Result<std::vector<DifferenceRow>> compare_profiles(Catalogue const& catalogue, std::vector<Profile> const& profiles,
                                                    IndicatorId const& indicator, std::int32_t year, Date day,
                                                    std::vector<Realisation> const& realisations) {
  std::vector<DifferenceRow> rows;
  for (auto const& profile : profiles) {
    auto const measurement = measurement_under(catalogue, profile, indicator, year, day, realisations);
    if (!measurement) return std::unexpected(measurement.error());
    DifferenceRow row{profile.id, profile.name, achievement_of_year(*measurement), {}, {}};
    row.rules = rule_words(measurement->polarity, measurement->rules);
    if (!rows.empty()) row.differs = differing(row.rules, rows.front().rules);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace himpun::performance
