#include "core/calendar/calendar.h"

#include <numeric>

#include "core/calendar/samples.h"

namespace himpun::calendar {
namespace {

std::int32_t length(std::vector<Interval> const& day) {
  return std::accumulate(day.begin(), day.end(), 0,
                         [](auto sum, auto const& each) { return sum + each.to_minute - each.from_minute; });
}

std::int32_t length(WeekHours const& week) {
  return length(week.monday) + length(week.tuesday) + length(week.wednesday) + length(week.thursday) +
         length(week.friday) + length(week.saturday) + length(week.sunday);
}

TEST(Calendar, DefaultHoursAreThirtySevenAndAHalfAndThirtyTwoAndAHalfInRamadan) {
  auto const hours = default_office_hours();
  EXPECT_EQ(length(hours.normal), 37 * 60 + 30);
  EXPECT_EQ(length(hours.ramadan), 32 * 60 + 30);
  EXPECT_EQ(length(hours.normal.monday), legal_minutes_per_working_day);
  EXPECT_EQ(length(hours.normal.friday), legal_minutes_per_working_day);
  EXPECT_EQ(hours.normal.monday.front().from_minute, 7 * 60 + 30);
  EXPECT_EQ(hours.ramadan.monday.front().from_minute, 8 * 60);
}

TEST(Calendar, BreaksAreThoseOfTheDecree) {
  auto const pause = [](std::vector<Interval> const& day) { return day[1].from_minute - day[0].to_minute; };
  auto const hours = default_office_hours();
  EXPECT_EQ(pause(hours.normal.thursday), 60);
  EXPECT_EQ(pause(hours.normal.friday), 90);
  EXPECT_EQ(pause(hours.ramadan.thursday), 30);
  EXPECT_EQ(pause(hours.ramadan.friday), 60);
}

TEST(Calendar, WorkingDaysPerMonthAgreeWithTheDecrees) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(working_days_per_month(calendar, 2025),
            (std::vector<std::int32_t>{19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20, 21}));
  EXPECT_EQ(working_days_per_month(calendar, 2026),
            (std::vector<std::int32_t>{20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21}));
}

TEST(Calendar, SaysWhyADayIsOff) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(holiday_name(calendar, date("2025-03-29")), "Hari Suci Nyepi");
  EXPECT_EQ(holiday_name(calendar, date("2025-08-18")), "Cuti bersama");
  EXPECT_EQ(holiday_name(calendar, date("2026-01-05")), "");
  EXPECT_TRUE(is_working_day(calendar, date("2026-01-05")));
  EXPECT_FALSE(is_working_day(calendar, date("2026-01-04")));
  EXPECT_FALSE(is_working_day(calendar, date("2026-01-16")));
}

TEST(Calendar, RamadanHoursHoldOnlyInRamadan) {
  auto calendar = shipped_calendar();
  change(calendar, set_ramadan(calendar, {date("2025-03-01"), date("2025-03-30"), "sidang isbat"}));
  EXPECT_EQ(working_intervals(calendar, date("2025-02-28")), calendar.hours.normal.friday);
  EXPECT_EQ(working_intervals(calendar, date("2025-03-03")), calendar.hours.ramadan.monday);
  EXPECT_EQ(working_intervals(calendar, date("2025-03-07")), calendar.hours.ramadan.friday);
  EXPECT_TRUE(working_intervals(calendar, date("2025-03-28")).empty());
}

TEST(Calendar, KnowsTheThreeZonesOnly) {
  EXPECT_EQ(find_zone("Asia/Makassar")->east, Minutes{8 * 60});
  EXPECT_EQ(find_zone("Asia/Jayapura")->east, Minutes{9 * 60});
  EXPECT_FALSE(find_zone("Europe/Amsterdam"));
}

TEST(Calendar, AYearWithoutCalendarKnowsWeekendsOnlyAndIsNamed) {
  auto const calendar = shipped_calendar();
  EXPECT_TRUE(is_working_day(calendar, date("2027-01-01")));
  EXPECT_FALSE(is_working_day(calendar, date("2027-01-02")));
  EXPECT_EQ(missing_years(calendar, date("2024-12-31"), date("2027-01-01")), (std::vector<std::int32_t>{2024, 2027}));
  EXPECT_TRUE(missing_years(calendar, date("2025-01-01"), date("2026-12-31")).empty());
}

}  // namespace
}  // namespace himpun::calendar
