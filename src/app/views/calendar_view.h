#pragma once
// The working calendar as the doors show it, with what the office should mend about it.

#include "app/office.h"

namespace himpun::app {

/// {zone, years, year?, local_holidays, ramadan, hours, at_risk, warnings}. `year`: whose holidays to show; absent:
/// this year's.
[[nodiscard]] Json calendar_view(Sight& sight, calendar::Calendar const& calendar, std::optional<int> year,
                                 Language language);

}  // namespace himpun::app
