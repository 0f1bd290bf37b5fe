#include "core/calendar/rules.h"

#include <algorithm>

#include "core/calendar/samples.h"

namespace himpun::calendar {
namespace {

std::vector<std::string> pointers(Result<Events> const& refused) {
  std::vector<std::string> all;
  if (!refused) {
    for (auto const& field : refused.error().fields) all.push_back(field.pointer);
  }
  return all;
}

bool is_nothing(Result<Events> const& events) { return events && events->empty(); }

TEST(CalendarRules, ImportingTheSameYearTwiceSaysNothing) {
  auto const calendar = shipped_calendar();
  EXPECT_TRUE(is_nothing(import_year(calendar, shipped_year(2026))));
  auto mixed = shipped_year(2026);
  std::ranges::reverse(mixed.holidays);
  EXPECT_TRUE(is_nothing(import_year(calendar, mixed)));
}

TEST(CalendarRules, AYearIsRefusedWithEveryWrongDate) {
  CalendarYear year{2026, " ", {{date("2026-01-01"), "Tahun Baru"}, {date("2025-12-25"), ""}}, {}};
  year.collective_leave = {date("2026-01-01"), date("2026-01-03")};
  auto const refused = import_year({}, year);
  EXPECT_EQ(pointers(refused), (std::vector<std::string>{"/source", "/holidays/1/date", "/holidays/1/name",
                                                         "/collective_leave/0", "/collective_leave/1"}));
  EXPECT_TRUE(refused.error().is(year_invalid));
  EXPECT_EQ(pointers(import_year({}, {99999, "SKB", {}, {}})), (std::vector<std::string>{"/year", "/holidays"}));
}

TEST(CalendarRules, ALocalHolidayIsADayOffUntilItIsRemoved) {
  auto calendar = shipped_calendar();
  LocalHoliday const day{date("2026-08-10"), "Hari Jadi Kabupaten", "SK Bupati 1/2026"};
  change(calendar, add_local_holiday(calendar, day));
  EXPECT_FALSE(is_working_day(calendar, day.date));
  EXPECT_EQ(holiday_name(calendar, day.date), "Hari Jadi Kabupaten");
  EXPECT_TRUE(is_nothing(add_local_holiday(calendar, day)));
  EXPECT_EQ(pointers(remove_local_holiday(calendar, day.date, "")), std::vector<std::string>{"/reason"});
  change(calendar, remove_local_holiday(calendar, day.date, "SK dicabut"));
  EXPECT_TRUE(is_working_day(calendar, day.date));
  EXPECT_TRUE(is_nothing(remove_local_holiday(calendar, day.date, "SK dicabut")));
}

TEST(CalendarRules, ALocalHolidayNeedsANameAReasonAndAWorkingDay) {
  EXPECT_EQ(pointers(add_local_holiday(shipped_calendar(), {date("2026-01-16"), "", ""})),
            (std::vector<std::string>{"/name", "/reason", "/date"}));
}

TEST(CalendarRules, OfficeHoursMustBeInOrderAndKeepTheWorkingDaysInRamadan) {
  auto hours = default_office_hours();
  EXPECT_TRUE(is_nothing(set_office_hours({}, hours)));
  hours.normal.monday = {{450, 720}, {700, 960}};
  hours.ramadan.friday = {};
  hours.minutes_per_working_day = 5;
  EXPECT_EQ(pointers(set_office_hours({}, hours)),
            (std::vector<std::string>{"/normal/monday/1", "/ramadan/friday", "/minutes_per_working_day"}));
  EXPECT_EQ(pointers(set_office_hours({}, OfficeHours{{}, {}, 450, "SK"})), std::vector<std::string>{"/normal"});
}

TEST(CalendarRules, NewOfficeHoursMoveDueInstants) {
  auto calendar = shipped_calendar();
  auto hours = default_office_hours();
  hours.normal.monday = {{450, 720}, {765, 945}};
  hours.source = "Perbup 7/2026";
  change(calendar, set_office_hours(calendar, hours));
  EXPECT_EQ(due_at(calendar, at("2026-01-05 08:00"), limit(1, TimeUnit::working_days)).at, at("2026-01-05 15:45"));
}

TEST(CalendarRules, RamadanTakesThePlaceOfThePeriodItOverlaps) {
  Calendar calendar;
  change(calendar, set_ramadan(calendar, {date("2026-02-18"), date("2026-03-19"), "sidang isbat"}));
  change(calendar, set_ramadan(calendar, {date("2026-02-19"), date("2026-03-20"), "sidang isbat"}));
  EXPECT_EQ(calendar.ramadan, (std::vector<RamadanPeriod>{{date("2026-02-19"), date("2026-03-20"), "sidang isbat"}}));
  EXPECT_TRUE(is_nothing(set_ramadan(calendar, calendar.ramadan.front())));
  EXPECT_EQ(pointers(set_ramadan(calendar, {date("2027-02-08"), date("2027-03-20"), "sidang isbat"})),
            std::vector<std::string>{"/to"});
  change(calendar, remove_ramadan(calendar, date("2026-02-19")));
  EXPECT_TRUE(calendar.ramadan.empty());
  EXPECT_TRUE(is_nothing(remove_ramadan(calendar, date("2026-02-19"))));
}

TEST(CalendarRules, TheZoneIsOneOfThree) {
  Calendar calendar;
  EXPECT_TRUE(is_nothing(set_zone(calendar, "Asia/Jakarta")));
  EXPECT_FALSE(set_zone(calendar, "UTC"));
  change(calendar, set_zone(calendar, "Asia/Jayapura"));
  auto const due = due_at(calendar, at("2026-01-05 08:00"), limit(1, TimeUnit::working_days)).at;
  EXPECT_EQ(due, at("2026-01-05 14:00"));  // 16.00 in Jayapura
}

TEST(CalendarRules, TheWarningThresholdIsAPercentage) {
  Calendar calendar;
  EXPECT_TRUE(is_nothing(set_at_risk_rule(calendar, AtRiskRule{})));
  EXPECT_EQ(pointers(set_at_risk_rule(calendar, {101, true})), std::vector<std::string>{"/percent_left"});
  change(calendar, set_at_risk_rule(calendar, {50, false}));
  EXPECT_EQ(calendar.at_risk.percent_left, 50);
}

TEST(CalendarFile, IsRefusedWhenItsOwnSumsDoNotAgree) {
  auto text = read_source("data/calendars/2026.json");
  auto const leave = text.find("{\"date\": \"2026-05-15\"},");
  ASSERT_NE(leave, std::string::npos);
  text.erase(leave, 24);
  auto const year = parse_year_file(parse_json(text).value());
  ASSERT_FALSE(year);
  EXPECT_TRUE(year.error().is(year_file_invalid));
  EXPECT_NE(year.error().detail.en.find("from month 5"), std::string::npos);
}

TEST(CalendarFile, IsRefusedWithEveryWrongMember) {
  auto const year = parse_year_file(
      parse_json(R"({"year":2026,"holidays":[{"date":"2026-02-30","name":"x"}],"collective_leave":[],"more":1})")
          .value());
  ASSERT_FALSE(year);
  EXPECT_TRUE(year.error().is(year_file_invalid));
  std::vector<std::string> all;
  for (auto const& field : year.error().fields) all.push_back(field.pointer);
  EXPECT_EQ(all, (std::vector<std::string>{"/source", "/holidays/0/date", "/more"}));
}

TEST(CalendarFile, BringsTheYearAndItsRamadan) {
  Calendar calendar;
  auto const file = parse_year_file(shipped_year_json(2026)).value();
  change(calendar, import_year_file(calendar, file));
  EXPECT_EQ(find_year(calendar, 2026)->holidays.size(), 17u);
  EXPECT_EQ(working_intervals(calendar, date("2026-02-19")), calendar.hours.ramadan.thursday);
  EXPECT_TRUE(is_nothing(import_year_file(calendar, file)));
}

TEST(CalendarFile, AYearOutOfRangeIsLeftToTheRule) {
  auto const text = R"({"year":2000000000,"source":"x","holidays":[],"collective_leave":[],
                        "expected":{"working_days_per_month":[],"working_days":0}})";
  auto const year = parse_year_file(parse_json(text).value());
  ASSERT_TRUE(year);
  EXPECT_FALSE(import_year_file({}, *year));
}

}  // namespace
}  // namespace himpun::calendar
