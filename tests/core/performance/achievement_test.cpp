#include "core/performance/samples.h"

namespace himpun::performance::test {
namespace {

Achievement under(Polarity polarity, Rules const& rules, char const* realised, char const* target) {
  auto const achievement = achievement_of(polarity, rules, num(realised), target_of(num(target)));
  if (achievement.value) {
    EXPECT_EQ(recompute(achievement.trace), achievement.value);
  }
  return achievement;
}

Measurement visits_of(std::vector<std::string> const& figures) {
  Measurement made;
  made.rules = usual_rules();
  made.rules.consolidation = Consolidation::sum;
  made.year_target = target_of(num("400"));
  made.target_source = "PK 2026";
  for (std::int32_t i = 1; i <= 4; ++i) made.targets.push_back({quarter(i), target_of(num("100"))});
  made.realisations = quarters(figures);
  return made;
}

TEST(Achievement, OfATargetOfZeroFollowsItsRule) {
  auto rules = usual_rules();
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "0", "0").value), "none");
  rules.zero_target.kind = ZeroTargetKind::hit_or_miss;
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "0", "0").value), "100.00");
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "2", "0").value), "0.00");
  EXPECT_EQ(shown(under(Polarity::maximise, rules, "2", "0").value), "none") << "more than nothing is no failure";
  rules.zero_target = {ZeroTargetKind::steps, {{Decimal{0}, Decimal{100}}, {Decimal{3}, Decimal{50}}}, Decimal{10}};
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "3", "0").value), "50.00");
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "4", "0").value), "10.00");
}

TEST(Achievement, CountsAFigureOfZeroAsFullUnderFormulaB) {
  auto rules = usual_rules();
  rules.minimise = MinimiseFormula::b;
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "0", "5").value), "100.00");
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "-1", "5").value), "none");
}

TEST(Achievement, OfANegativeTargetIsNotComputed) {
  auto const achievement = under(Polarity::maximise, usual_rules(), "5", "-2");
  EXPECT_FALSE(achievement.value);
  EXPECT_FALSE(achievement.why_not.id.empty());
}

TEST(Achievement, OfARangeIsFullInsideAndComparedWithTheBoundOutside) {
  Target const range{{}, Decimal{40}, Decimal{50}};
  auto rules = usual_rules();
  auto const at = [&](char const* figure) {
    return shown(achievement_of(Polarity::range, rules, num(figure), range).value);
  };
  EXPECT_EQ(at("40"), "100.00");
  EXPECT_EQ(at("50"), "100.00");
  EXPECT_EQ(at("30"), "75.00");
  EXPECT_EQ(at("60"), "120.00");
  rules.range_above = RangeAbove::bound_by_figure;
  EXPECT_EQ(at("60"), "83.33");
  EXPECT_FALSE(achievement_of(Polarity::range, rules, num("5"), target_of(num("5"))).value);
}

TEST(Achievement, OfPredicatesComparesTheirScores) {
  auto const rules = usual_rules();
  auto const of = [&](char const* got, char const* wanted) {
    return achievement_of(Polarity::predicate, rules, predicate_value(got), target_of(predicate_value(wanted)));
  };
  EXPECT_EQ(shown(of("bb", "A").value), "88.24");
  EXPECT_FALSE(of("WTP", "A").value);
  EXPECT_NE(of("WTP", "A").why_not.id.find("WTP"), std::string::npos);
}

TEST(Achievement, IsFlooredThenCappedThenRounded) {
  auto rules = usual_rules();
  rules.cap.at = dec("100.005");
  EXPECT_EQ(shown(under(Polarity::maximise, rules, "2", "1").value), "100.01");
  rules.floor.at = Decimal{0};
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "99", "1").value), "0.00");
  EXPECT_EQ(shown(under(Polarity::minimise, rules, "99", "1").before_cap), "-9700.00");
}

TEST(Achievement, IsRatedWithoutGapsBetweenTheSteps) {
  auto const rating = [](char const* figure) {
    return *under(Polarity::maximise, usual_rules(), figure, "100").rating;
  };
  EXPECT_EQ(rating("90.01"), "sangat tinggi");
  EXPECT_EQ(rating("90"), "tinggi");
  EXPECT_EQ(rating("75.5"), "tinggi");
  EXPECT_EQ(rating("50"), "sangat rendah");
}

TEST(Achievement, LeavesBlanksOutAndNamesThem) {
  auto const achievement = against_same_periods(visits_of({"150", "", "90"}), quarter(3));
  EXPECT_EQ(shown(achievement.value), "120.00") << "240 of 200: the second quarter counts on neither side";
  ASSERT_EQ(achievement.trace.remarks.size(), 1U);
  EXPECT_NE(achievement.trace.remarks[0].id.find("Triwulan II 2026 belum diisi"), std::string::npos);
}

TEST(Achievement, TellsZeroFromBlankFromNotAvailable) {
  auto year = visits_of({"0", "", ""});
  year.realisations[2].value = not_available("survei belum selesai");
  EXPECT_EQ(shown(achievement_of(year, quarter(1)).value), "0.00");
  EXPECT_FALSE(achievement_of(year, quarter(2)).value);
  EXPECT_NE(achievement_of(year, quarter(2)).why_not.id.find("belum diisi"), std::string::npos);
  EXPECT_NE(achievement_of(year, quarter(3)).why_not.id.find("survei belum selesai"), std::string::npos);
  EXPECT_EQ(shown(against_same_periods(year, quarter(3)).value), "0.00");
  EXPECT_FALSE(achievement_of_year(visits_of({"", ""})).value);
}

TEST(Achievement, OfASumNeedsTheTargetOfItsPeriod) {
  auto year = visits_of({"50"});
  year.targets.clear();
  EXPECT_FALSE(achievement_of(year, quarter(1)).value);
  EXPECT_EQ(shown(against_year(year, quarter(1)).value), "12.50");
  year.rules.consolidation = Consolidation::last;
  EXPECT_EQ(shown(achievement_of(year, quarter(1)).value), "12.50") << "the year's target stands in for a state";
}

TEST(Achievement, ConsolidatesByTheStatedRule) {
  auto year = visits_of({"80", "120", "", "100"});
  year.year_target = target_of(num("100"));
  auto const under_rule = [&](Consolidation rule) {
    year.rules.consolidation = rule;
    return shown(achievement_of_year(year).value);
  };
  EXPECT_EQ(under_rule(Consolidation::sum), "300.00");
  EXPECT_EQ(under_rule(Consolidation::last), "100.00");
  EXPECT_EQ(under_rule(Consolidation::average), "100.00");
  EXPECT_EQ(under_rule(Consolidation::maximum), "120.00");
  EXPECT_EQ(under_rule(Consolidation::ratio), "none") << "plain numbers cannot be divided anew";
}

TEST(Achievement, DividesRatiosAnewInsteadOfAveragingThem) {
  auto year = visits_of({});
  year.rules.consolidation = Consolidation::ratio;
  year.multiplier = Decimal{100};
  year.year_target = target_of(num("50"));
  year.targets.clear();
  year.realisations = {{quarter(1), ratio_value(Decimal{1}, Decimal{10}), "a"},
                       {quarter(2), ratio_value(Decimal{90}, Decimal{90}), "b"}};
  EXPECT_EQ(shown(achievement_of_year(year).value), "182.00") << "91 of 100, not the mean of 10 % and 100 %";
  EXPECT_EQ(recompute(achievement_of_year(year).trace), achievement_of_year(year).value);
}

TEST(Achievement, IsComparedWithTheMidTermTargetTheBenchmarkAndThePast) {
  auto const year = visits_of({"100", "100", "100", "100"});
  EXPECT_EQ(shown(against(year, {2029, target_of(num("500")), "Renstra"}, Basis::midterm).value), "80.00");
  EXPECT_EQ(shown(against(year, {2026, target_of(num("320")), "nasional"}, Basis::benchmark).value), "125.00");
  EXPECT_EQ(shown(change_since(year, {2025, target_of(num("320")), "LKjIP"}).value), "25.00");
  EXPECT_EQ(shown(change_since(year, {2025, target_of(num("-400")), "LKjIP"}).value), "200.00");
  EXPECT_FALSE(change_since(year, {2025, target_of(num("0")), "LKjIP"}).value);
}

TEST(Trace, NamesFormulaRulesAndInputsWithTheirSource) {
  auto const achievement = against_year(visits_of({"100", "50"}), quarter(2));
  EXPECT_EQ(achievement.trace.formula.id, "Realisasi ÷ Target × 100");
  EXPECT_EQ(achievement.trace.lines[0].source, "tw1");
  EXPECT_EQ(achievement.trace.lines[0].entered, num("100"));
  EXPECT_EQ(achievement.trace.lines[0].words.en, "Realisation Quarter 1, 2026");
  EXPECT_FALSE(achievement.trace.rules.empty());
}

TEST(Trace, ThatIsNotWellFormedIsNotComputed) {
  EXPECT_FALSE(recompute({}));
  auto trace = against_year(visits_of({"100", "50"}), quarter(2)).trace;
  auto broken = trace;
  broken.lines.back().operands = {99, 0};
  EXPECT_FALSE(recompute(broken));
  broken = trace;
  broken.lines.back().operands.push_back(0);
  EXPECT_FALSE(recompute(broken));
  broken = trace;
  broken.lines.back().operands[0] = static_cast<std::int32_t>(broken.lines.size()) - 1;
  EXPECT_FALSE(recompute(broken)) << "a line cannot rest on itself";
  trace.lines[0].value = Decimal{200};
  EXPECT_EQ(shown(recompute(trace)), "62.50") << "a changed input changes the result";
}

TEST(Value, HasOnlyTheMembersOfItsKind) {
  EXPECT_TRUE(check_value({}));
  EXPECT_TRUE(check_value(num("1.5")));
  EXPECT_TRUE(check_value(predicate_value("BB", Decimal{72})));
  EXPECT_FALSE(check_value(predicate_value(" ")));
  EXPECT_FALSE(check_value(not_available("")));
  EXPECT_FALSE(check_value(ratio_value(Decimal{1}, Decimal{0})));
  EXPECT_FALSE(check_value(number_value(Decimal{1} / Decimal{3})));
  auto mixed = num("1");
  mixed.reason = "x";
  EXPECT_EQ(check_value(mixed, "/rows/0").error().fields.at(0).pointer, "/rows/0/reason");
  EXPECT_TRUE(is_zero(num("0")));
  EXPECT_FALSE(is_zero(Value{}));
  EXPECT_EQ(spell(ratio_value(Decimal{2}, Decimal{232})).id, "2/232");
}

}  // namespace
}  // namespace himpun::performance::test
