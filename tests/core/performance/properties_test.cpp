// What holds for every figure, tree and formula: tried with many, from a printed seed.

#include <algorithm>
#include <array>
#include <random>

#include "core/performance/achievement/rollup.h"
#include "core/performance/formula/formula.h"
#include "core/performance/samples.h"

namespace himpun::performance::test {
namespace {

class AnyYear : public testing::TestWithParam<unsigned> {
 protected:
  AnyYear() { RecordProperty("seed", static_cast<int>(GetParam())); }

  int number(int low, int high) { return std::uniform_int_distribution<int>{low, high}(random); }
  bool chance(int percent) { return number(1, 100) <= percent; }
  Decimal amount(int low) { return Decimal{number(low, 20000)} / Decimal{100}; }

  Rules any_rules() {
    auto rules = usual_rules();
    rules.minimise = chance(50) ? MinimiseFormula::a : MinimiseFormula::b;
    rules.range_above = chance(50) ? RangeAbove::figure_by_bound : RangeAbove::bound_by_figure;
    rules.consolidation =
        std::array{Consolidation::sum, Consolidation::last, Consolidation::average, Consolidation::maximum,
                   Consolidation::ratio}[static_cast<std::size_t>(number(0, 4))];
    if (chance(50)) rules.cap.at = Decimal{number(100, 120)};
    if (chance(50)) rules.floor.at = Decimal{0};
    rules.zero_target.kind = chance(50) ? ZeroTargetKind::hit_or_miss : ZeroTargetKind::not_computable;
    rules.rounding = {std::array{RoundingMode::half_up, RoundingMode::half_even,
                                 RoundingMode::truncate}[static_cast<std::size_t>(number(0, 2))],
                      number(0, 4)};
    return rules;
  }
  Value any_value() {
    if (chance(15)) return {};
    if (chance(10)) return not_available("belum ada");
    if (chance(30)) return ratio_value(amount(0), amount(1));
    if (chance(10)) return predicate_value(chance(80) ? "BB" : "tidak dikenal");
    return number_value(amount(0));
  }
  Target any_target() {
    if (chance(10)) return {};
    if (chance(20)) return {{}, amount(0), std::nullopt};
    return target_of(any_value());
  }
  Measurement any_measurement() {
    Measurement made;
    made.polarity = std::array{Polarity::maximise, Polarity::minimise, Polarity::range,
                               Polarity::predicate}[static_cast<std::size_t>(number(0, 3))];
    made.rules = any_rules();
    if (chance(90)) made.year_target = any_target();
    for (std::int32_t i = 1; i <= 4; ++i) {
      if (chance(70)) made.targets.push_back({quarter(i), any_target()});
      if (chance(80)) made.realisations.push_back({quarter(i), any_value(), "tw"});
    }
    return made;
  }

  std::mt19937 random{GetParam()};
};

TEST_P(AnyYear, EveryTraceComputesItsOwnResult) {
  int computed = 0;
  for (int i = 0; i < 500; ++i) {
    auto const year = any_measurement();
    std::vector<Achievement> all{achievement_of_year(year), change_since(year, {2025, any_target(), "x"}),
                                 against(year, {2029, any_target(), "x"}, Basis::midterm)};
    for (std::int32_t q = 1; q <= 4; ++q) {
      all.push_back(achievement_of(year, quarter(q)));
      all.push_back(against_same_periods(year, quarter(q)));
    }
    for (auto const& each : all) {
      EXPECT_NE(each.value.has_value(), !each.why_not.id.empty()) << "a value, or why there is none";
      if (!each.value) continue;
      ++computed;
      EXPECT_EQ(recompute(each.trace), each.value);
    }
  }
  EXPECT_GT(computed, 500);
}

TEST_P(AnyYear, ABlankPeriodIsAsIfItWereNotThere) {
  for (int i = 0; i < 500; ++i) {
    auto const year = any_measurement();
    auto without = year;
    std::erase_if(without.realisations, [](Realisation const& each) { return !is_filled(each.value); });
    EXPECT_EQ(achievement_of_year(year).value, achievement_of_year(without).value);
    EXPECT_EQ(against_same_periods(year, quarter(3)).value, against_same_periods(without, quarter(3)).value);
  }
}

TEST_P(AnyYear, NothingFilledGivesNoValueUnderAnyRule) {
  for (int i = 0; i < 200; ++i) {
    auto year = any_measurement();
    for (auto& each : year.realisations) each.value = chance(50) ? Value{} : not_available("belum ada");
    EXPECT_FALSE(achievement_of_year(year).value);
    EXPECT_FALSE(against_same_periods(year, quarter(4)).value);
  }
}

TEST_P(AnyYear, TheOrderOfMembersMakesNoDifferenceToARollUp) {
  for (int i = 0; i < 200; ++i) {
    std::vector<RollupMember> members;
    for (int n = number(1, 12); n > 0; --n) {
      auto const id = "I" + std::to_string(n);
      std::optional<Decimal> achievement;
      if (chance(80)) achievement = amount(0);
      members.push_back({id, "Indikator " + id, achievement, {"belum diisi.", "blank."}, Decimal{number(0, 5)}});
    }
    RollupRule const rule{chance(50) ? RollupMean::plain : RollupMean::weighted, RollupMembers::own_first};
    auto const first = roll_up(members, rule, usual_rules());
    std::ranges::shuffle(members, random);
    EXPECT_EQ(roll_up(members, rule, usual_rules()), first);
    if (first.value) {
      EXPECT_EQ(recompute(first.trace), first.value);
    }
    std::erase_if(members, [](RollupMember const& each) { return !each.achievement; });
    EXPECT_EQ(roll_up(members, rule, usual_rules()).value, first.value) << "a blank is never zero";
  }
}

TEST_P(AnyYear, NoTextBreaksTheFormulaReader) {
  static constexpr std::string_view pieces[]{"(",   ")", "+",  "-",        "*",           "/",       ";", ",",
                                             ".",   "[", "]",  "min",      "jika_kosong", "a",       "1", "0",
                                             "1,5", " ", "\n", "\xC3\xA9", "\xFF",        "[IKU-1]", "%"};
  FormulaValues const values{[](std::string const&) {
                               return std::optional{FormulaValue{number_value(Decimal{2}), Decimal{1}, {}, ""}};
                             },
                             [](IndicatorId const&) { return std::optional{FormulaValue{}}; }};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int n = number(0, 40); n > 0; --n) text += pieces[static_cast<std::size_t>(number(0, 22))];
    auto const formula = parse_formula(text);
    if (!formula) {
      EXPECT_TRUE(formula.error().where) << text;
      continue;
    }
    auto const evaluated = evaluate(*formula, values);
    if (evaluated.value) {
      EXPECT_EQ(recompute(evaluated.trace), evaluated.value) << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyYear, testing::Values(3U, 11U, 2026U));

}  // namespace
}  // namespace himpun::performance::test
