#include "core/performance/achievement/rollup.h"

#include "core/performance/budget/budget.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

RollupMember member(char const* id, char const* achievement, std::int64_t weight = 1) {
  RollupMember made{id, id, std::nullopt, {"belum diisi.", "not filled in."}, Decimal{weight}};
  if (*achievement) made.achievement = dec(achievement);
  return made;
}

Achievement accomplished(char const* figure) {
  Achievement achievement;
  achievement.value = dec(figure);
  return achievement;
}

TEST(RollUp, IsThePlainMeanOfWhatIsPrinted) {
  auto const rolled = roll_up({member("a", "100"), member("b", "50"), member("c", "")}, {}, usual_rules());
  EXPECT_EQ(shown(rolled.value), "75.00");
  EXPECT_EQ(rolled.rating, "sedang") << "75 is not above 75";
  ASSERT_EQ(rolled.trace.remarks.size(), 1U);
  EXPECT_EQ(rolled.trace.remarks[0].id, "c tidak ikut dihitung, bukan nol: belum diisi.");
}

TEST(RollUp, WeighsWhereTheProfileSaysSo) {
  RollupRule const rule{RollupMean::weighted, RollupMembers::own_first};
  EXPECT_EQ(
      shown(roll_up({member("a", "100", 3), member("b", "50", 1), member("c", "0", 0)}, rule, usual_rules()).value),
      "87.50");
}

TEST(RollUp, OfNothingIsNoZero) {
  EXPECT_FALSE(roll_up({member("a", "")}, {}, usual_rules()).value);
  EXPECT_FALSE(roll_up({}, {}, usual_rules()).why_not.id.empty());
}

TEST(RollUp, GoesUpTheTree) {
  SmallOffice office;
  auto profile = usual_profile();
  std::map<IndicatorId, Achievement> const done{{IndicatorId{"kunjungan"}, accomplished("120")},
                                                {IndicatorId{"ditemukan"}, accomplished("80")}};
  auto nodes = roll_up_tree(office.catalogue, 2026, profile, done);
  ASSERT_EQ(nodes.size(), 2U);
  EXPECT_EQ(nodes[0].node.value, "sasaran");
  EXPECT_EQ(shown(nodes[0].achievement.value), "80.00") << "its own indicator comes first";
  EXPECT_EQ(shown(nodes[1].achievement.value), "120.00");
  profile.rollup.members = RollupMembers::all;
  nodes = roll_up_tree(office.catalogue, 2026, profile, done);
  EXPECT_EQ(shown(nodes[0].achievement.value), "100.00");
  nodes = roll_up_tree(office.catalogue, 2026, profile, {});
  EXPECT_FALSE(nodes[0].achievement.value);
}

TEST(Budget, BlankPeriodsAreNoZeros) {
  Spending const spending{"2.23.02", Decimal{1000}, "DPA", quarters({"100", "", "200"})};
  auto const figure = absorption(spending, quarter(3), {});
  EXPECT_EQ(shown(figure.value), "30.00");
  EXPECT_EQ(figure.trace.remarks.size(), 1U);
  EXPECT_FALSE(absorption({"2.23.02", Decimal{1000}, "DPA", quarters({""})}, quarter(1), {}).value);
  EXPECT_FALSE(absorption({"2.23.02", std::nullopt, "", quarters({"1"})}, quarter(1), {}).value);
}

TEST(Efficiency, ByDifferenceHasThreeVerdicts) {
  auto const verdict = [](char const* achievement, char const* absorbed) {
    return efficiency_by_difference(dec(achievement), dec(absorbed), Decimal{5}, {}).verdict.id;
  };
  EXPECT_EQ(verdict("100", "94.99"), "efisien");
  EXPECT_EQ(verdict("100", "95"), "wajar");
  EXPECT_EQ(verdict("90", "95"), "wajar");
  EXPECT_EQ(verdict("89.99", "95"), "tidak efisien");
  EXPECT_FALSE(efficiency_by_difference(std::nullopt, Decimal{5}, Decimal{5}, {}).value);
}

TEST(Efficiency, ByTheTreasuryIsBoundedWithAWarning) {
  auto const of = [](std::int64_t spent, std::int64_t volume) {
    return efficiency_by_treasury({{"Layanan", Decimal{100}, Decimal{spent}, Decimal{10}, Decimal{volume}}}, {});
  };
  EXPECT_EQ(shown(of(90, 10).efficiency.value), "10.00");
  EXPECT_EQ(shown(of(90, 10).score.value), "75.00");
  EXPECT_TRUE(of(80, 10).score.warnings.empty()) << "20 is still within";
  auto const beyond = of(50, 10);
  EXPECT_EQ(shown(beyond.efficiency.value), "50.00");
  EXPECT_EQ(shown(beyond.score.value), "100.00");
  EXPECT_EQ(beyond.score.warnings.size(), 1U);
  EXPECT_EQ(shown(of(200, 10).score.value), "0.00");
  EXPECT_FALSE(of(50, 0).score.value);
  EXPECT_EQ(recompute(beyond.score.trace), beyond.score.value);
  EXPECT_EQ(recompute(beyond.efficiency.trace), beyond.efficiency.value);
}

}  // namespace
}  // namespace himpun::performance::test
