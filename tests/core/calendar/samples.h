#pragma once
// Calendars for tests, made from the shipped data.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "core/calendar/due.h"
#include "core/calendar/rules.h"
#include "core/calendar/year_file.h"

namespace himpun::calendar {

inline std::string read_source(std::string const& path) {
  std::ifstream in{std::string{HIMPUN_SOURCE_DIR} + "/" + path};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline Json shipped_year_json(int year) {
  return parse_json(read_source("data/calendars/" + std::to_string(year) + ".json")).value();
}

inline CalendarYear shipped_year(int year) { return parse_year_file(shipped_year_json(year)).value().year; }

inline void change(Calendar& calendar, Result<Events> const& events) {
  ASSERT_TRUE(events.has_value());
  for (auto const& event : *events) evolve(calendar, event);
}

/// 2025 and 2026, Asia/Jakarta, default hours.
inline Calendar shipped_calendar() {
  Calendar calendar;
  change(calendar, import_year(calendar, shipped_year(2025)));
  change(calendar, import_year(calendar, shipped_year(2026)));
  return calendar;
}

inline Date date(char const* text) { return parse_date(text).value(); }

/// Local time in Jakarta: at("2026-01-05 10:00").
inline Instant at(std::string const& local) {
  return parse_instant(local.substr(0, 10) + "T" + local.substr(11) + ":00+07:00").value();
}

inline TimeLimit limit(int amount, TimeUnit unit) { return {amount, unit, std::nullopt}; }

}  // namespace himpun::calendar
