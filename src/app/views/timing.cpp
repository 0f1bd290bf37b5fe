#include "app/views/timing.h"

namespace himpun::app {

Timing timing_at(calendar::Calendar const& calendar, Instant at, std::optional<Instant> due_at,
                 std::optional<Instant> at_risk_at) {
  if (!due_at) return {};
  auto const offset = calendar::offset_of(calendar);
  auto const today = local_date(at, offset);
  auto const due_on = local_date(*due_at, offset);
  Timing timing{calendar::punctuality(at, at_risk_at.value_or(*due_at), *due_at), {}, {}};
  timing.days_left = calendar::working_days_between(calendar, today, due_on);
  if (today == due_on) timing.minutes_left = calendar::working_minutes_between(calendar, at, *due_at).count();
  return timing;
}

}  // namespace himpun::app
