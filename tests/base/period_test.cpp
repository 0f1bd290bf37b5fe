#include <gtest/gtest.h>

#include "base/values/period_steps.h"

namespace himpun {
namespace {

TEST(Period, KnowsItsDays) {
  EXPECT_EQ(to_text(first_day({PeriodKind::quarter, 2026, 3})), "2026-07-01");
  EXPECT_EQ(to_text(last_day({PeriodKind::quarter, 2026, 3})), "2026-09-30");
  EXPECT_EQ(to_text(last_day({PeriodKind::month, 2028, 2})), "2028-02-29");
  EXPECT_EQ(to_text(first_day({PeriodKind::semester, 2026, 2})), "2026-07-01");
  EXPECT_EQ(to_text(last_day({PeriodKind::year, 2026, 1})), "2026-12-31");
}

TEST(Period, LiesWithinALongerOne) {
  EXPECT_TRUE(lies_within({PeriodKind::month, 2026, 9}, {PeriodKind::quarter, 2026, 3}));
  EXPECT_FALSE(lies_within({PeriodKind::month, 2026, 10}, {PeriodKind::quarter, 2026, 3}));
  EXPECT_TRUE(lies_within({PeriodKind::quarter, 2026, 3}, {PeriodKind::quarter, 2026, 3}));
}

TEST(Period, StepsBackOverTheTurnOfTheYear) {
  EXPECT_EQ(period_before({PeriodKind::quarter, 2026, 2}), (Period{PeriodKind::quarter, 2026, 1}));
  EXPECT_EQ(period_before({PeriodKind::month, 2026, 1}), (Period{PeriodKind::month, 2025, 12}));
  EXPECT_EQ(period_before({PeriodKind::year, 2026, 1}), (Period{PeriodKind::year, 2025, 1}));
}

TEST(Period, EndsTheLongerOneThatDataAreReportedBy) {
  EXPECT_EQ(reported_in({PeriodKind::quarter, 2026, 4}, PeriodKind::year), (Period{PeriodKind::year, 2026, 1}));
  EXPECT_EQ(reported_in({PeriodKind::quarter, 2026, 2}, PeriodKind::semester), (Period{PeriodKind::semester, 2026, 1}));
  EXPECT_EQ(reported_in({PeriodKind::month, 2026, 9}, PeriodKind::quarter), (Period{PeriodKind::quarter, 2026, 3}));
  EXPECT_EQ(reported_in({PeriodKind::year, 2026, 1}, PeriodKind::quarter), (Period{PeriodKind::year, 2026, 1}));
}

TEST(Period, HasANumberThatItsKindHas) {
  EXPECT_TRUE(is_period({PeriodKind::month, 2026, 12}));
  EXPECT_FALSE(is_period({PeriodKind::quarter, 2026, 5}));
  EXPECT_FALSE(is_period({PeriodKind::quarter, 2026, 0}));
  EXPECT_FALSE(is_period({PeriodKind::year, 0, 1}));
}

TEST(Period, IsSpelledInWords) {
  EXPECT_EQ(period_key({PeriodKind::month, 2026, 2}), "2026-m02");
  EXPECT_EQ(period_words({PeriodKind::quarter, 2026, 4}).id, "Triwulan IV 2026");
  EXPECT_EQ(period_words({PeriodKind::month, 2026, 2}).en, "February 2026");
}

}  // namespace
}  // namespace himpun
