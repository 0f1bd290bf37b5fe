#pragma once
// The rules for changing a working calendar: each function answers with the events, none when it is already so, or
// with a refusal that lists every wrong field. Nothing is changed here (events.h). Due dates of running cases follow
// a change; that is the work of the one who stores the events.

#include <string_view>

#include "base/problem.h"
#include "core/calendar/events.h"

namespace himpun::calendar {

inline constexpr ProblemType year_invalid{"calendar.year_invalid", ProblemKind::invalid, "Kalender tahunan belum benar",
                                          "The yearly calendar is not right"};
inline constexpr ProblemType local_holiday_invalid{"calendar.local_holiday_invalid", ProblemKind::invalid,
                                                   "Libur daerah belum benar", "The local holiday is not right"};
inline constexpr ProblemType hours_invalid{"calendar.hours_invalid", ProblemKind::invalid, "Jam kerja belum benar",
                                           "The office hours are not right"};
inline constexpr ProblemType ramadan_invalid{"calendar.ramadan_invalid", ProblemKind::invalid,
                                             "Masa Ramadan belum benar", "The Ramadan period is not right"};
inline constexpr ProblemType zone_unknown{"calendar.zone_unknown", ProblemKind::invalid, "Zona waktu tidak dikenal",
                                          "The time zone is not known"};
inline constexpr ProblemType at_risk_rule_invalid{"calendar.at_risk_rule_invalid", ProblemKind::invalid,
                                                  "Ambang peringatan belum benar",
                                                  "The warning threshold is not right"};

[[nodiscard]] Result<Events> import_year(Calendar const& calendar, CalendarYear year);
[[nodiscard]] Result<Events> add_local_holiday(Calendar const& calendar, LocalHoliday const& holiday);
[[nodiscard]] Result<Events> remove_local_holiday(Calendar const& calendar, Date date, std::string_view reason);
[[nodiscard]] Result<Events> set_office_hours(Calendar const& calendar, OfficeHours const& hours);
[[nodiscard]] Result<Events> set_ramadan(Calendar const& calendar, RamadanPeriod const& period);
[[nodiscard]] Result<Events> remove_ramadan(Calendar const& calendar, Date from);
[[nodiscard]] Result<Events> set_zone(Calendar const& calendar, std::string_view zone);
[[nodiscard]] Result<Events> set_at_risk_rule(Calendar const& calendar, AtRiskRule const& rule);
/// Every running case has the due dates of `version`; nothing when a later one was followed already.
[[nodiscard]] Events follow_cases(Calendar const& calendar, std::int64_t version);

}  // namespace himpun::calendar
