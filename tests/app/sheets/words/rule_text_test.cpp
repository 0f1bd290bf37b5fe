// Rules of an indicator in one cell: what is written is read back as the same, what cannot be read says how to mend it.

#include <gtest/gtest.h>

#include "app/sheets/words/rule_text.h"

namespace himpun::app {
namespace {

using performance::Limit;
using performance::ZeroTarget;
using performance::ZeroTargetKind;

TEST(RuleText, LimitsGoThereAndBack) {
  for (auto const& limit : {std::optional<Limit>{}, std::optional{Limit{}}, std::optional{Limit{Decimal{120}}}}) {
    EXPECT_EQ(limit_in(cell_of(limit)).value(), limit);
  }
  EXPECT_EQ(limit_in(text_cell("Tanpa")), Limit{});
  EXPECT_FALSE(limit_in(text_cell("seratus")));
}

TEST(RuleText, ZeroTargetRulesGoThereAndBack) {
  ZeroTarget const steps{
      ZeroTargetKind::steps, {{Decimal{0}, Decimal{100}}, {Decimal{5}, Decimal{101} / Decimal{2}}}, Decimal{0}};
  for (auto const& rule : {std::optional<ZeroTarget>{}, std::optional{ZeroTarget{}},
                           std::optional{ZeroTarget{ZeroTargetKind::hit_or_miss, {}, {}}}, std::optional{steps}}) {
    EXPECT_EQ(zero_target_in(cell_of(rule)).value(), rule);
  }
  EXPECT_EQ(zero_target_in(text_cell("0=100; 5=50,5; lebih=0")), steps);
  for (auto const* wrong : {"0", "nol=100", "0=seratus", "lebih=0"}) EXPECT_FALSE(zero_target_in(text_cell(wrong)));
}

}  // namespace
}  // namespace himpun::app
