// States from dates alone, for many retentions and days.

#include "core/archive/register/retention.h"

#include <gtest/gtest.h>

namespace himpun::archive {
namespace {

Date day(char const* text) { return *parse_date(text); }

TEST(Retention, FollowsTheScheduleDayByDay) {
  Retention const schedule{2, 3, Disposal::destroy};
  auto const closed = day("2026-04-15");
  EXPECT_EQ(state_on(closed, schedule, closed), FileState::active);
  EXPECT_EQ(state_on(closed, schedule, day("2028-04-14")), FileState::active);
  EXPECT_EQ(state_on(closed, schedule, day("2028-04-15")), FileState::inactive);
  EXPECT_EQ(state_on(closed, schedule, day("2031-04-14")), FileState::inactive);
  EXPECT_EQ(state_on(closed, schedule, day("2031-04-15")), FileState::due);
  EXPECT_EQ(state_on(closed, {2, 4, Disposal::permanent}, day("2032-04-15")), FileState::permanent);
}

TEST(Retention, ALeapDayEndsOnTheLastDayOfFebruary) {
  EXPECT_EQ(years_after(day("2024-02-29"), 1), day("2025-02-28"));
  EXPECT_EQ(years_after(day("2024-02-29"), 4), day("2028-02-29"));
}

TEST(Retention, StatesOnlyEverGoOnAndEveryChangeIsEnteredOnItsDay) {
  for (std::int32_t active : {0, 1, 2, 7}) {
    for (std::int32_t inactive : {0, 1, 5}) {
      for (auto const disposal : {Disposal::destroy, Disposal::permanent}) {
        Retention const schedule{active, inactive, disposal};
        auto const closed = day("2023-12-30");
        auto before = state_on(closed, schedule, closed);
        for (auto at = closed + std::chrono::days{1}; at < day("2038-01-01"); at += std::chrono::days{1}) {
          auto const now = state_on(closed, schedule, at);
          EXPECT_NE(now, FileState::destroyed);
          bool const is_last = now == FileState::permanent || now == FileState::due;
          EXPECT_TRUE(is_last || now >= before);
          auto const entered = enters_within(closed, schedule, at, at);
          EXPECT_EQ(entered.has_value(), now != before) << to_text(at);
          if (entered) EXPECT_EQ(*entered, now);
          before = now;
        }
      }
    }
  }
}

}  // namespace
}  // namespace himpun::archive
