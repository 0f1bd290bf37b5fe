#pragma once
// The file of one year's working calendar (data/calendars/2026.json): the decree's dates, with sums by which the file
// can be checked. It reads JSON, not files, and refuses a file whose own sums do not agree with its dates.

#include <optional>

#include "base/json.h"
#include "base/problem.h"
#include "core/calendar/events.h"

namespace himpun::calendar {

inline constexpr ProblemType year_file_invalid{"calendar.year_file_invalid", ProblemKind::invalid,
                                               "Berkas kalender tidak dapat dipakai",
                                               "The calendar file cannot be used"};

struct YearFile {
  CalendarYear year;
  std::optional<RamadanPeriod> ramadan;

  bool operator==(YearFile const&) const = default;
};

/// Members: `year`, `source`, `holidays` [{date, name}], `collective_leave` [{date}]; optional: `ramadan` {from, to,
/// source}, `expected` {working_days_per_month (12 numbers), working_days}, `amendments` [{published, adds, why}].
[[nodiscard]] Result<YearFile> parse_year_file(Json const& json);

/// The year and, when the file has it, Ramadan: what differs from the calendar so far.
[[nodiscard]] Result<Events> import_year_file(Calendar const& calendar, YearFile const& file);

}  // namespace himpun::calendar
