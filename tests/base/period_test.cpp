#include "base/values/period.h"

#include <gtest/gtest.h>

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
