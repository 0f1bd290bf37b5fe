#pragma once
// The file of one year's working calendar (data/calendars/2026.json): the decree's dates, with sums by which the file
// can be checked. It reads JSON, not files, and refuses a file whose own sums do not agree with its dates.

#include "base/json.h"
#include "base/problem.h"
#include "core/calendar/calendar.h"

namespace himpun::calendar {

inline constexpr ProblemType year_file_invalid{"calendar.year_file_invalid", ProblemKind::invalid,
                                               "Berkas kalender tidak dapat dipakai",
                                               "The calendar file cannot be used"};

/// Members: `year`, `source`, `holidays` [{date, name}], `collective_leave` [{date}]; optional: `expected`
/// {working_days_per_month (12 numbers), working_days}, `amendments` [{published, adds, why}]. Give the answer to
/// `import_year`.
[[nodiscard]] Result<CalendarYear> parse_year_file(Json const& json);

}  // namespace himpun::calendar
