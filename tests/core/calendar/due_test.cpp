#include "core/calendar/due.h"

#include "core/calendar/samples.h"

namespace himpun::calendar {
namespace {

struct Vector {
  Date start{};
  std::vector<int> durations_days;
  std::vector<Date> due;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Vector, (), (start, durations_days, due, note))
struct Vectors {
  int year = 0;
  std::vector<Vector> vectors;
};
BOOST_DESCRIBE_STRUCT(Vectors, (), (year, vectors))

class DueVectors : public testing::TestWithParam<int> {};

/// Each step opens on the working day after the one before was due.
TEST_P(DueVectors, AgreeForAWholeCase) {
  auto const calendar = shipped_calendar();
  auto const path = "tests/core/calendar/vectors-" + std::to_string(GetParam()) + ".json";
  auto const file = from_json<Vectors>(parse_json(read_source(path)).value()).value();
  for (auto const& each : file.vectors) {
    auto day = each.start;
    for (std::size_t i = 0; i < each.due.size(); ++i) {
      auto const start = local_instant(day, Minutes{8 * 60}, offset_of(calendar));
      auto const due = due_at(calendar, start, limit(each.durations_days[i], TimeUnit::working_days));
      EXPECT_EQ(to_text(local_date(due.at, offset_of(calendar))), to_text(each.due[i])) << "step " << i + 1;
      EXPECT_TRUE(due.missing_years.empty());
      day = next_working_day(calendar, each.due[i]);
    }
    EXPECT_NE(each.note.find("tenth step falls on " + to_text(day)), std::string::npos);
  }
}
INSTANTIATE_TEST_SUITE_P(Years, DueVectors, testing::Values(2025, 2026));

Instant due(Calendar const& calendar, std::string const& start, int amount, TimeUnit unit) {
  return due_at(calendar, at(start), limit(amount, unit)).at;
}

TEST(Due, DaysEndWithOfficeHoursAndFridayClosesLater) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 1, TimeUnit::working_days), at("2026-01-05 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 5, TimeUnit::working_days), at("2026-01-09 16:30"));
}

TEST(Due, TheNextWorkingDayIsDayOneWhenOfficeHoursAreOver) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 15:59", 1, TimeUnit::working_days), at("2026-01-05 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 16:00", 1, TimeUnit::working_days), at("2026-01-06 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 05:00", 1, TimeUnit::working_days), at("2026-01-05 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-10 10:00", 1, TimeUnit::working_days), at("2026-01-12 16:00"));
}

TEST(Due, MinutesSkipTheBreakAndRollOver) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 20, TimeUnit::minutes), at("2026-01-05 10:20"));
  EXPECT_EQ(due(calendar, "2026-01-05 11:50", 20, TimeUnit::minutes), at("2026-01-05 13:10"));
  EXPECT_EQ(due(calendar, "2026-01-05 11:40", 20, TimeUnit::minutes), at("2026-01-05 12:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 12:30", 20, TimeUnit::minutes), at("2026-01-05 13:20"));
  EXPECT_EQ(due(calendar, "2026-01-05 15:50", 20, TimeUnit::minutes), at("2026-01-06 07:40"));
  EXPECT_EQ(due(calendar, "2026-01-09 11:20", 2, TimeUnit::hours), at("2026-01-09 14:50"));
  EXPECT_EQ(due(calendar, "2026-01-09 16:20", 20, TimeUnit::minutes), at("2026-01-12 07:40"));
  EXPECT_EQ(due(calendar, "2026-01-05 06:00", 450, TimeUnit::minutes), at("2026-01-05 16:00"));
}

TEST(Due, RamadanHoursAreShorter) {
  auto calendar = shipped_calendar();
  change(calendar, set_ramadan(calendar, {date("2025-03-01"), date("2025-03-30"), "sidang isbat"}));
  EXPECT_EQ(due(calendar, "2025-03-03 09:00", 1, TimeUnit::working_days), at("2025-03-03 15:00"));
  EXPECT_EQ(due(calendar, "2025-03-07 09:00", 1, TimeUnit::working_days), at("2025-03-07 15:30"));
  EXPECT_EQ(due(calendar, "2025-03-03 14:50", 20, TimeUnit::minutes), at("2025-03-04 08:10"));
  EXPECT_EQ(due(calendar, "2025-03-03 11:50", 20, TimeUnit::minutes), at("2025-03-03 12:40"));
}

TEST(Due, AnOfficeWhoseDayHas480MinutesReadsThemAsADay) {
  auto calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 07:30", 480, TimeUnit::minutes), at("2026-01-06 08:00"));
  calendar.hours.minutes_per_working_day = 480;
  EXPECT_EQ(due(calendar, "2026-01-05 07:30", 480, TimeUnit::minutes), at("2026-01-05 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 07:30", 16, TimeUnit::hours), at("2026-01-06 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 07:30", 60, TimeUnit::minutes), at("2026-01-05 08:30"));
}

TEST(Due, WeeksAreFiveWorkingDaysEach) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 1, TimeUnit::weeks), at("2026-01-09 16:30"));
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 2, TimeUnit::weeks), at("2026-01-19 16:00"));
}

TEST(Due, CalendarDaysAndMonthsRunToAWorkingDay) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 5, TimeUnit::calendar_days), at("2026-01-09 16:30"));
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 6, TimeUnit::calendar_days), at("2026-01-12 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 17:00", 1, TimeUnit::calendar_days), at("2026-01-06 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-05 10:00", 1, TimeUnit::months), at("2026-02-04 16:00"));
  EXPECT_EQ(due(calendar, "2026-01-30 10:00", 1, TimeUnit::months), at("2026-03-02 16:00"));
}

TEST(Due, AYearWithoutCalendarIsReported) {
  auto const calendar = shipped_calendar();
  auto const late = due_at(calendar, at("2026-12-31 10:00"), limit(2, TimeUnit::working_days));
  EXPECT_EQ(late.at, at("2027-01-01 16:30"));
  EXPECT_EQ(late.missing_years, (std::vector<std::int32_t>{2027}));
  auto const minutes = due_at(calendar, at("2026-12-31 15:50"), limit(20, TimeUnit::minutes));
  EXPECT_EQ(minutes.missing_years, (std::vector<std::int32_t>{2027}));
  EXPECT_TRUE(due_at(calendar, at("2026-12-31 10:00"), limit(1, TimeUnit::working_days)).missing_years.empty());
}

TEST(Due, TheAmendmentOfAugust2025MovesDueDates) {
  auto before = shipped_year(2025);
  std::erase(before.collective_leave, date("2025-08-18"));
  Calendar calendar;
  change(calendar, import_year(calendar, before));
  EXPECT_EQ(due(calendar, "2025-08-15 10:00", 2, TimeUnit::working_days), at("2025-08-18 16:00"));
  EXPECT_EQ(working_days_per_month(calendar, 2025)[7], 21);
  change(calendar, import_year(calendar, shipped_year(2025)));
  EXPECT_EQ(due(calendar, "2025-08-15 10:00", 2, TimeUnit::working_days), at("2025-08-19 16:00"));
  EXPECT_EQ(working_days_per_month(calendar, 2025)[7], 20);
}

TEST(Due, TimeLeftIsLeftAgainAfterAPause) {
  auto const calendar = shipped_calendar();
  auto const before = at("2026-01-07 16:00");
  EXPECT_EQ(due_after_pause(calendar, before, at("2026-01-05 10:00"), at("2026-01-05 10:00")).at, before);
  EXPECT_EQ(due_after_pause(calendar, before, at("2026-01-05 16:00"), at("2026-01-12 07:30")).at,
            at("2026-01-13 16:00"));
  EXPECT_EQ(due_after_pause(calendar, before, at("2026-01-07 15:00"), at("2026-01-12 10:00")).at,
            at("2026-01-12 11:00"));
  EXPECT_EQ(due_after_pause(calendar, before, at("2026-01-08 10:00"), at("2026-01-12 10:00")).at, before);
}

TEST(Due, CountsDaysLeftAndDaysLate) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(working_days_between(calendar, date("2026-01-05"), date("2026-01-05")), 0);
  EXPECT_EQ(working_days_between(calendar, date("2026-01-05"), date("2026-01-08")), 3);
  EXPECT_EQ(working_days_between(calendar, date("2026-01-14"), date("2026-01-19")), 2);
  EXPECT_EQ(working_days_between(calendar, date("2026-01-12"), date("2026-01-08")), -2);
}

TEST(Due, CountsWorkingMinutesAcrossAWeekend) {
  auto const calendar = shipped_calendar();
  EXPECT_EQ(working_minutes_between(calendar, at("2026-01-09 15:30"), at("2026-01-12 08:30")), Minutes{120});
  EXPECT_EQ(working_minutes_between(calendar, at("2026-01-12 08:30"), at("2026-01-09 15:30")), Minutes{-120});
}

TEST(Due, AStepIsAtRiskInItsLastQuarterAndOnTheDueDay) {
  auto calendar = shipped_calendar();
  auto const start = at("2026-01-05 07:30");
  auto const end = at("2026-01-08 16:00");
  EXPECT_EQ(at_risk_from(calendar, start, end), at("2026-01-07 16:00"));
  auto const short_end = at("2026-01-05 09:30");
  EXPECT_EQ(at_risk_from(calendar, start, short_end), start);
  calendar.at_risk = {25, false};
  EXPECT_EQ(at_risk_from(calendar, start, short_end), at("2026-01-05 09:00"));
  calendar.at_risk = {0, false};
  EXPECT_EQ(at_risk_from(calendar, start, end), end);
}

TEST(Due, PunctualityTurnsLateOnlyAfterTheDueInstant) {
  auto const risk = at("2026-01-08 00:00");
  auto const end = at("2026-01-08 16:00");
  EXPECT_EQ(punctuality(at("2026-01-07 16:00"), risk, end), Punctuality::on_time);
  EXPECT_EQ(punctuality(risk, risk, end), Punctuality::at_risk);
  EXPECT_EQ(punctuality(end, risk, end), Punctuality::at_risk);
  EXPECT_EQ(punctuality(end + Elapsed{1}, risk, end), Punctuality::late);
}

TEST(Due, TotalsOfTheSeedProcedureAreFifteenDaysAndTwentyMinutes) {
  Calendar const calendar;
  Minutes total{0};
  for (int const days : {1, 1, 2, 3, 2, 1, 1, 3, 1}) {
    total += nominal_minutes(calendar, limit(days, TimeUnit::working_days));
  }
  total += nominal_minutes(calendar, limit(20, TimeUnit::minutes));
  EXPECT_EQ(total, Minutes{15 * 450 + 20});
}

}  // namespace
}  // namespace himpun::calendar
