#include "core/performance/achievement/results.h"

#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

TEST(Results, SayEverythingAReportAsksOfAnIndicator) {
  SmallOffice office;
  IndicatorId const id{"kunjungan"};
  auto const figure = [](std::int32_t year, char const* number) {
    return YearFigure{year, target_of(num(number)), "x"};
  };
  EXPECT_EQ(office.keep(RecordFigure{id, FigureKind::midterm, figure(2029, "20000")}), "");
  EXPECT_EQ(office.keep(RecordFigure{id, FigureKind::past, figure(2024, "15000")}), "");
  EXPECT_EQ(office.keep(RecordFigure{id, FigureKind::past, figure(2025, "16000")}), "");
  EXPECT_EQ(office.keep(RecordFigure{id, FigureKind::benchmark, figure(2025, "40000")}), "");
  auto const results = results_of(office.catalogue, id, 2026, office.today, quarters({"9217", "", "783"}));
  ASSERT_TRUE(results);
  ASSERT_EQ(results->periods.size(), 4U);
  EXPECT_EQ(shown(results->periods[0].own.value), "204.82");
  EXPECT_EQ(shown(results->periods[1].own.value), "none");
  EXPECT_EQ(shown(results->periods[2].same_periods.value), "111.11");
  EXPECT_EQ(shown(results->whole_year.value), "55.56");
  EXPECT_EQ(shown(results->midterm->achievement.value), "50.00");
  EXPECT_EQ(shown(results->past.at(0).achievement.value), "-33.33");
  EXPECT_EQ(shown(results->past.at(1).achievement.value), "-37.50");
  EXPECT_EQ(shown(results->benchmark->achievement.value), "25.00");
}

TEST(Results, OfAnIndicatorWithoutFiguresSayWhyThereAreNone) {
  SmallOffice office;
  auto const results = results_of(office.catalogue, IndicatorId{"kunjungan"}, 2026, office.today, {});
  ASSERT_TRUE(results);
  EXPECT_FALSE(results->whole_year.value);
  EXPECT_FALSE(results->whole_year.why_not.id.empty());
  EXPECT_FALSE(results->midterm);
}

}  // namespace
}  // namespace himpun::performance::test
