#include "core/archive/register/retention.h"

#include <chrono>

namespace himpun::archive {

Date years_after(Date day, std::int32_t years) {
  std::chrono::year_month_day const from{day};
  auto const later = from + std::chrono::years{years};
  if (later.ok()) return later;
  return Date{std::chrono::year_month_day_last{later.year(), std::chrono::month_day_last{later.month()}}};
}

Date inactive_from(Date closed_on, Retention const& retention) { return years_after(closed_on, retention.active_years); }

Date final_from(Date closed_on, Retention const& retention) {
  return years_after(closed_on, retention.active_years + retention.inactive_years);
}

FileState state_on(Date closed_on, Retention const& retention, Date day) {
  if (day < inactive_from(closed_on, retention)) return FileState::active;
  if (day < final_from(closed_on, retention)) return FileState::inactive;
  return retention.disposal == Disposal::permanent ? FileState::permanent : FileState::due;
}

std::optional<FileState> enters_within(Date closed_on, Retention const& retention, Date from, Date to) {
  auto const is_within = [&](Date day) { return day >= from && day <= to; };
  auto const last = final_from(closed_on, retention);
  if (is_within(last)) return state_on(closed_on, retention, last);
  auto const first = inactive_from(closed_on, retention);
  return is_within(first) ? std::optional{state_on(closed_on, retention, first)} : std::nullopt;
}

}  // namespace himpun::archive
