#pragma once
// Use cases of the working calendar. The rules are core/calendar's. The calendar has one version, that of its last
// change: everything here answers {version, body}. After a change the due dates of every running case follow it, on
// the record (`follow_calendar`): a job that can stop anywhere and be begun again.

#include <stop_token>

#include "app/office.h"
#include "core/calendar/rules.h"
#include "core/calendar/year_file.h"

namespace himpun::app {

inline constexpr ProblemType calendar_changed{"calendar.changed", ProblemKind::stale, "Kalender sudah berubah",
                                              "The calendar has changed"};
inline constexpr ProblemType calendar_day_unknown{"calendar.day_unknown", ProblemKind::not_found,
                                                  "Tidak ada yang dicatat pada tanggal ini",
                                                  "Nothing is recorded on this date"};

/// Decides on the calendar as it is now.
using CalendarRule = std::function<Result<calendar::Events>(calendar::Calendar const&)>;

[[nodiscard]] Result<Json> show_calendar(Sight& sight, std::optional<int> year, Language language);
/// `seen`: the version that the caller saw; absent where nothing known is changed. By an administrator.
[[nodiscard]] Result<Json> change_calendar(Desk& desk, std::optional<std::int64_t> seen, CalendarRule const& rule,
                                           Language language);

/// What `follow_calendar` did.
struct Followed {
  std::int64_t cases = 0;  ///< running cases it looked at
  std::int64_t moved = 0;  ///< of these got other due dates
};
/// Brings the due dates of running cases up to the calendar, each case as its own work, and records up to which change
/// this is so. Quick when nothing has changed. Refused while the store is busy or down: begin again later.
/// `stopping` ends it early, after the case at hand.
[[nodiscard]] Result<Followed> follow_calendar(Office& office, std::stop_token const& stopping = {});

}  // namespace himpun::app
