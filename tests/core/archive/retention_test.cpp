// States from dates alone, for many retentions and days.

#include "core/archive/register/retention.h"

#include <gtest/gtest.h>

namespace himpun::archive {
namespace {

Date date_of(char const* text) { return *parse_date(text); }

TEST(Retention, FollowsTheScheduleDayByDay) {
  Retention const schedule{2, 3, Disposal::destroy};
  auto const closed = date_of("2026-04-15");
  EXPECT_EQ(state_on(closed, schedule, closed), FileState::active);
  EXPECT_EQ(state_on(closed, schedule, date_of("2028-04-14")), FileState::active);
  EXPECT_EQ(state_on(closed, schedule, date_of("2028-04-15")), FileState::inactive);
  EXPECT_EQ(state_on(closed, schedule, date_of("2031-04-14")), FileState::inactive);
  EXPECT_EQ(state_on(closed, schedule, date_of("2031-04-15")), FileState::due);
  EXPECT_EQ(state_on(closed, {2, 4, Disposal::permanent}, date_of("2032-04-15")), FileState::permanent);
}

TEST(Retention, ALeapDayEndsOnTheLastDayOfFebruary) {
  EXPECT_EQ(years_after(date_of("2024-02-29"), 1), date_of("2025-02-28"));
  EXPECT_EQ(years_after(date_of("2024-02-29"), 4), date_of("2028-02-29"));
}

TEST(Retention, StatesOnlyEverGoOnAndEveryChangeIsEnteredOnItsDay) {
  for (std::int32_t active : {0, 1, 2, 7}) {
    for (std::int32_t inactive : {0, 1, 5}) {
      for (auto const disposal : {Disposal::destroy, Disposal::permanent}) {
        Retention const schedule{active, inactive, disposal};
        auto const closed = date_of("2023-12-30");
        auto before = state_on(closed, schedule, closed);
        for (auto at = closed + std::chrono::days{1}; at < date_of("2038-01-01"); at += std::chrono::days{1}) {
          auto const now = state_on(closed, schedule, at);
          EXPECT_NE(now, FileState::destroyed);
          bool const is_last = now == FileState::permanent || now == FileState::due;
          EXPECT_TRUE(is_last || now >= before);
          auto const entered = enters_within(closed, schedule, at, at);
          EXPECT_EQ(entered.has_value(), now != before) << himpun::to_text(at);
          EXPECT_EQ(entered.value_or(now), now);
          before = now;
        }
      }
    }
  }
}

}  // namespace
}  // namespace himpun::archive
