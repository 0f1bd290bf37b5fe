// Golden bytes: what a stored event of the calendar looks like. A failure here means that journals already written
// could no longer be read: add a new version beside the old one instead.

#include "core/calendar/events.h"

#include "core/calendar/samples.h"
#include "core/journal/typed.h"

namespace himpun::calendar {
namespace {

void expect_golden(Event const& event, std::string const& type, std::string const& bytes) {
  auto const stored = journal::to_data(event);
  EXPECT_EQ(stored.type, type);
  EXPECT_EQ(stored.version, 1);
  EXPECT_EQ(write_json(stored.data), bytes);
  auto const back = journal::from_data<Event>(type, 1, parse_json(bytes).value());
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, event);
}

TEST(CalendarEvents, HaveGoldenBytes) {
  expect_golden(
      YearImported{{2026, "SKB 1/2025", {{date("2026-01-01"), "Tahun Baru"}}, {date("2026-02-16")}}},
      "calendar.year_imported",
      R"({"year":2026,"source":"SKB 1/2025","holidays":[{"date":"2026-01-01","name":"Tahun Baru"}],"collective_leave":["2026-02-16"]})");
  expect_golden(LocalHolidayAdded{{date("2026-08-10"), "Hari Jadi", "SK 1"}}, "calendar.local_holiday_added",
                R"({"date":"2026-08-10","name":"Hari Jadi","reason":"SK 1"})");
  expect_golden(LocalHolidayRemoved{date("2026-08-10"), "dicabut"}, "calendar.local_holiday_removed",
                R"({"date":"2026-08-10","reason":"dicabut"})");
  expect_golden(RamadanSet{{date("2026-02-19"), date("2026-03-20"), "isbat"}}, "calendar.ramadan_set",
                R"({"from":"2026-02-19","to":"2026-03-20","source":"isbat"})");
  expect_golden(RamadanRemoved{{date("2026-02-19"), date("2026-03-20"), "isbat"}}, "calendar.ramadan_removed",
                R"({"from":"2026-02-19","to":"2026-03-20","source":"isbat"})");
  expect_golden(ZoneSet{"Asia/Makassar"}, "calendar.zone_set", R"({"zone":"Asia/Makassar"})");
  expect_golden(AtRiskRuleSet{{20, true}}, "calendar.at_risk_rule_set", R"({"percent_left":20,"on_due_day":true})");
}

TEST(CalendarEvents, OfficeHoursHaveGoldenBytes) {
  WeekHours week;
  week.monday = {{450, 720}, {780, 960}};
  std::string const days =
      R"({"monday":[{"from_minute":450,"to_minute":720},{"from_minute":780,"to_minute":960}],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]})";
  expect_golden(
      OfficeHoursSet{{week, week, 480, "Perbup 1"}}, "calendar.office_hours_set",
      R"({"normal":)" + days + R"(,"ramadan":)" + days + R"(,"minutes_per_working_day":480,"source":"Perbup 1"})");
}

}  // namespace
}  // namespace himpun::calendar
