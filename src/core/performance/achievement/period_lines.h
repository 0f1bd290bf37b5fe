#pragma once
// Which figures and targets of a measurement stand beside each other: filled periods up to a day, the targets of the
// same periods, the year's target. Each becomes lines of a trace, or the reason why it cannot.

#include "core/performance/achievement/reckoning.h"

namespace himpun::performance {

[[nodiscard]] Words year_label(char const* id, char const* en, std::int32_t year);
[[nodiscard]] Period whole_year(Measurement const& measurement);
[[nodiscard]] Realisation const* find_realisation(Measurement const& measurement, Period const& period);
[[nodiscard]] NamedValue named(Realisation const& realisation);

/// The figures that count, in the order of time; whatever does not is named as a remark. A blank is never a zero.
[[nodiscard]] std::vector<Realisation const*> filled_until(Measurement const& measurement, Period const& until,
                                                           Workings& work);
/// The filled figures as one line, by the rule of consolidation.
[[nodiscard]] Line consolidated(Reckoning& reckoning, std::vector<Realisation const*> const& filled,
                                Period const& until);

[[nodiscard]] MaybeTarget year_target(Reckoning& reckoning, Measurement const& measurement);
/// Targets of the periods that are filled (at least one). Where periods have none the year's target counts, but for
/// sums: a quarter's visitors against the whole year's would be no achievement.
[[nodiscard]] MaybeTarget same_period_targets(Reckoning& reckoning, Measurement const& measurement,
                                              std::vector<Realisation const*> filled);

}  // namespace himpun::performance
