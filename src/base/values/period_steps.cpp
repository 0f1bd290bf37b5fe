#include "base/values/period_steps.h"

namespace himpun {

Period period_before(Period const& period) {
  if (period.number > 1) return {period.kind, period.year, period.number - 1};
  return {period.kind, period.year - 1, periods_per_year(period.kind)};
}

Period reported_in(Period const& period, PeriodKind kind) {
  auto const months = 12 / periods_per_year(kind);
  auto const last_month = 12 / periods_per_year(period.kind) * period.number;
  if (months <= 12 / periods_per_year(period.kind)) return period;
  return {kind, period.year, (last_month + months - 1) / months};
}

}  // namespace himpun
