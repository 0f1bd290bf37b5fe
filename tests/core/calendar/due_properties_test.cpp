// What holds for every calendar, start and limit: tried with many, from a printed seed.

#include <random>

#include "core/calendar/samples.h"

namespace himpun::calendar {
namespace {

class World {
 public:
  explicit World(unsigned seed) : random_(seed) {
    calendar = shipped_calendar();
    change(calendar, set_ramadan(calendar, {date("2025-03-01"), date("2025-03-30"), "sidang isbat"}));
    change(calendar, set_ramadan(calendar, {date("2026-02-19"), date("2026-03-20"), "sidang isbat"}));
    calendar.zone = std::array{"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}[seed % 3];
  }
  int number(int low, int high) { return std::uniform_int_distribution<int>{low, high}(random_); }
  Instant instant() {
    return at("2025-01-01 00:00") + Minutes{number(0, 700 * 24 * 60)} + Elapsed{number(0, 59'999'999)};
  }
  TimeLimit any_limit() {
    auto const unit = std::array{TimeUnit::minutes,       TimeUnit::hours, TimeUnit::working_days,
                                 TimeUnit::calendar_days, TimeUnit::weeks, TimeUnit::months}[number(0, 5)];
    return limit(number(1, unit == TimeUnit::minutes ? 3000 : 12), unit);
  }

  Calendar calendar;

 private:
  std::mt19937 random_;
};

class DueProperties : public testing::TestWithParam<unsigned> {
 protected:
  DueProperties() : world(GetParam()) { RecordProperty("seed", static_cast<int>(GetParam())); }
  bool inside_office_hours(Instant at) {
    auto const offset = offset_of(world.calendar);
    auto const midnight = local_instant(local_date(at, offset), Minutes{0}, offset);
    for (auto const& each : working_intervals(world.calendar, local_date(at, offset))) {
      if (at > midnight + Minutes{each.from_minute} && at <= midnight + Minutes{each.to_minute}) return true;
    }
    return false;
  }
  World world;
};

TEST_P(DueProperties, ADueInstantLiesInsideOfficeHoursAfterTheStart) {
  for (int i = 0; i < 500; ++i) {
    auto const start = world.instant();
    auto const limit = world.any_limit();
    auto const due = due_at(world.calendar, start, limit).at;
    EXPECT_GT(due, start);
    EXPECT_TRUE(inside_office_hours(due)) << to_text(start) << " " << limit.amount;
  }
}

TEST_P(DueProperties, ALaterStartIsNeverDueEarlier) {
  for (int i = 0; i < 500; ++i) {
    auto const start = world.instant();
    auto const limit = world.any_limit();
    auto const later = start + Minutes{world.number(0, 5000)};
    EXPECT_LE(due_at(world.calendar, start, limit).at, due_at(world.calendar, later, limit).at);
  }
}

TEST_P(DueProperties, ALongerLimitIsNeverDueEarlier) {
  for (int i = 0; i < 500; ++i) {
    auto const start = world.instant();
    auto limit = world.any_limit();
    auto const due = due_at(world.calendar, start, limit).at;
    limit.amount += world.number(1, 5);
    EXPECT_LE(due, due_at(world.calendar, start, limit).at);
  }
}

TEST_P(DueProperties, AddingInTwoPartsIsAddingAtOnce) {
  for (int i = 0; i < 500; ++i) {
    auto const start = world.instant();
    Minutes const a{world.number(1, 2000)};
    Minutes const b{world.number(1, 2000)};
    auto const middle = add_working_minutes(world.calendar, start, a).at;
    EXPECT_EQ(add_working_minutes(world.calendar, middle, b).at, add_working_minutes(world.calendar, start, a + b).at);
    EXPECT_EQ(working_time_between(world.calendar, start, middle), a);
  }
}

TEST_P(DueProperties, ElapsedTimeAddsUpOverAnyInstantBetween) {
  for (int i = 0; i < 200; ++i) {
    auto const a = world.instant();
    auto const b = a + Minutes{world.number(0, 20000)};
    auto const c = b + Minutes{world.number(0, 20000)};
    auto const& calendar = world.calendar;
    EXPECT_EQ(working_time_between(calendar, a, b) + working_time_between(calendar, b, c),
              working_time_between(calendar, a, c));
    EXPECT_EQ(working_time_between(calendar, c, a), -working_time_between(calendar, a, c));
  }
}

TEST_P(DueProperties, AStepOfNDaysIsNMinusOneWorkingDaysFromItsFirstDay) {
  for (int i = 0; i < 200; ++i) {
    int const n = world.number(1, 20);
    auto const start = world.instant();
    auto const offset = offset_of(world.calendar);
    auto const first = local_date(due_at(world.calendar, start, limit(1, TimeUnit::working_days)).at, offset);
    auto const last = local_date(due_at(world.calendar, start, limit(n, TimeUnit::working_days)).at, offset);
    EXPECT_EQ(working_days_between(world.calendar, first, last), n - 1);
  }
}

TEST_P(DueProperties, APauseLeavesTheWorkingTimeThatWasLeft) {
  for (int i = 0; i < 200; ++i) {
    auto const& calendar = world.calendar;
    auto const start = world.instant();
    auto const due = due_at(calendar, start, world.any_limit()).at;
    auto const suspended = start + (due - start) / 3;
    auto const resumed = suspended + Minutes{world.number(1, 20000)};
    auto const new_due = due_after_pause(calendar, due, suspended, resumed).at;
    EXPECT_EQ(working_time_between(calendar, resumed, new_due), working_time_between(calendar, suspended, due));
    EXPECT_GE(new_due, due);
  }
}

TEST_P(DueProperties, TheRiskBeginsBetweenStartAndDue) {
  for (int i = 0; i < 200; ++i) {
    world.calendar.at_risk = {world.number(0, 100), world.number(0, 1) == 1};
    auto const start = world.instant();
    auto const due = due_at(world.calendar, start, world.any_limit()).at;
    auto const risk = at_risk_from(world.calendar, start, due);
    EXPECT_GE(risk, start);
    EXPECT_LE(risk, due);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, DueProperties, testing::Range(1u, 7u));

}  // namespace
}  // namespace himpun::calendar
