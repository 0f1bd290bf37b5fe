#pragma once
// What the office should mend, as sentences for everybody who signs in: a year without a working calendar. Never
// silently "no holidays".

#include <vector>

#include "app/office.h"

namespace himpun::app {

struct Warning {
  std::string code;
  Words words;
};

/// Years that due dates need and that have no calendar: this one, the next one from October on, and every year in which
/// an open case is due.
[[nodiscard]] std::vector<Warning> calendar_warnings(Reader& reader, calendar::Calendar const& calendar, Date today);

[[nodiscard]] Json warnings_json(std::vector<Warning> const& warnings, Language language);

}  // namespace himpun::app
