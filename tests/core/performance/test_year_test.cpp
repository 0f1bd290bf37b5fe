// The year of test-year.json: every figure it expects, to the last digit.

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "core/performance/budget/budget.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

Json const& year_file() {
  static Json const file = [] {
    std::ifstream in{HIMPUN_SOURCE_DIR "/tests/core/performance/test-year.json"};
    std::ostringstream text;
    text << in.rdbuf();
    return parse_json(text.str()).value();
  }();
  return file;
}

std::string text_of(Json const& json, char const* name) {
  auto const* member = json.find(name);
  auto const* text = member ? member->get_if<std::string>() : nullptr;
  return text ? *text : "";
}

std::vector<std::string> texts_of(Json const& json, char const* name) {
  std::vector<std::string> texts;
  if (auto const* list = json.find(name)) {
    for (auto const& each : *list->get_if<Json::Array>()) texts.push_back(*each.get_if<std::string>());
  }
  return texts;
}

Value value_of(Json const& json) {
  if (json.is_null()) return {};
  if (auto const* text = json.get_if<std::string>()) return num(*text);
  if (json.find("numerator")) return ratio_value(dec(text_of(json, "numerator")), dec(text_of(json, "denominator")));
  auto const score = json.find("score") ? text_of(json, "score") : text_of(json, "value");
  if (json.find("predicate")) return predicate_value(text_of(json, "predicate"), dec(score));
  return num(score);
}

Consolidation consolidation_of(std::string const& word) {
  if (word == "sum") return Consolidation::sum;
  if (word == "average") return Consolidation::average;
  if (word == "ratio") return Consolidation::ratio;
  return Consolidation::last;
}

Json const& indicator(std::string const& id) {
  for (auto const& each : *year_file().find("indicators")->get_if<Json::Array>()) {
    if (text_of(each, "id") == id) return each;
  }
  ADD_FAILURE() << "no indicator " << id;
  return year_file();
}

Json const& expected(std::string const& id) { return *indicator(id).find("expected"); }

Measurement measurement(std::string const& id) {
  auto const& json = indicator(id);
  Measurement made;
  made.polarity = text_of(json, "polarity") == "minimise" ? Polarity::minimise : Polarity::maximise;
  made.rules = usual_rules();
  made.rules.consolidation = consolidation_of(text_of(json, "consolidation"));
  made.year_target = target_of(value_of(*json.find("target")));
  if (text_of(json, "unit") == "%") made.multiplier = Decimal{100};
  for (auto const& each : texts_of(json, "quarter_targets")) {
    auto const number = static_cast<std::int32_t>(made.targets.size()) + 1;
    made.targets.push_back({quarter(number), target_of(num(each))});
  }
  if (auto const* list = json.find("quarters")) {
    for (auto const& each : *list->get_if<Json::Array>()) {
      auto const number = static_cast<std::int32_t>(made.realisations.size()) + 1;
      made.realisations.push_back({quarter(number), value_of(each), id});
    }
  }
  return made;
}

void expect_achievement(std::string const& id) {
  auto const achievement = achievement_of_year(measurement(id));
  EXPECT_EQ(shown(achievement.value), text_of(expected(id), "achievement")) << id;
  EXPECT_EQ(recompute(achievement.trace), achievement.value) << id;
  if (expected(id).find("rating")) {
    EXPECT_EQ(achievement.rating, text_of(expected(id), "rating")) << id;
  }
}

TEST(TestYear, GivesTheAchievementOfEveryPlainIndicator) {
  for (auto const* id : {"I1", "I2", "I4", "I5", "I8", "I9"}) expect_achievement(id);
}

TEST(TestYear, GivesTheVisitsAgainstTheSameQuartersAndTheYear) {
  auto const visits = measurement("I3");
  auto const same = texts_of(expected("I3"), "vs_same_quarters");
  auto const year = texts_of(expected("I3"), "vs_year");
  ASSERT_EQ(same.size(), 4U);
  for (std::int32_t i = 1; i <= 4; ++i) {
    auto const index = static_cast<std::size_t>(i) - 1;
    EXPECT_EQ(shown(against_same_periods(visits, quarter(i)).value), same[index]);
    EXPECT_EQ(shown(against_year(visits, quarter(i)).value), year[index]);
  }
}

TEST(TestYear, CapsTheVisitsAndShowsWhatTheyWereBefore) {
  auto visits = measurement("I3");
  visits.rules.cap.at = Decimal{120};
  auto const capped = achievement_of_year(visits);
  EXPECT_EQ(shown(capped.value), text_of(expected("I3"), "cap_120"));
  EXPECT_EQ(shown(capped.before_cap), "203.89");
  auto satisfaction = measurement("I9");
  satisfaction.rules.cap.at = Decimal{100};
  EXPECT_EQ(shown(achievement_of_year(satisfaction).value), text_of(expected("I9"), "cap_100"));
}

TEST(TestYear, GivesTheTimeToFindAnArchiveUnderBothFormulas) {
  auto const& json = indicator("I6");
  auto const target = target_of(value_of(*json.find("target")));
  auto rules = usual_rules();
  for (auto const& each : *json.find("cases")->get_if<Json::Array>()) {
    auto const realised = num(text_of(each, "value"));
    rules.floor.at.reset();
    rules.minimise = MinimiseFormula::a;
    EXPECT_EQ(shown(achievement_of(Polarity::minimise, rules, realised, target).value), text_of(each, "A"));
    rules.minimise = MinimiseFormula::b;
    auto const b = text_of(each, "B");
    if (!b.empty()) {
      EXPECT_EQ(shown(achievement_of(Polarity::minimise, rules, realised, target).value), b);
    }
    auto const floored = text_of(each, "A_floored");
    if (floored.empty()) continue;
    rules.minimise = MinimiseFormula::a;
    rules.floor.at = Decimal{0};
    EXPECT_EQ(shown(achievement_of(Polarity::minimise, rules, realised, target).value), floored);
  }
}

TEST(TestYear, GivesLostArchivesByTheRuleForZeroTargets) {
  auto const& json = indicator("I7");
  auto rules = usual_rules();
  rules.zero_target.kind = ZeroTargetKind::hit_or_miss;
  for (auto const& each : *json.find("cases")->get_if<Json::Array>()) {
    auto const achievement = achievement_of(Polarity::minimise, rules, num(text_of(each, "value")),
                                            target_of(value_of(*json.find("target"))));
    EXPECT_EQ(shown(achievement.value), text_of(each, "expected"));
    EXPECT_EQ(recompute(achievement.trace), achievement.value);
  }
}

TEST(TestYear, GivesTheAbsorptionOfEveryCodeQuarterByQuarter) {
  std::vector<Spending> all;
  for (auto const& each : *year_file().find("budget_million_rupiah")->get_if<Json::Array>()) {
    Spending const spending{text_of(each, "code"), dec(text_of(each, "ceiling")), "DPA",
                            quarters(texts_of(each, "quarters"))};
    auto const percent = texts_of(each, "expected_cumulative_percent");
    ASSERT_EQ(percent.size(), 4U);
    for (std::int32_t i = 1; i <= 4; ++i) {
      auto const figure = absorption(spending, quarter(i), {});
      EXPECT_EQ(shown(figure.value), percent[static_cast<std::size_t>(i) - 1]) << spending.code;
      EXPECT_EQ(recompute(figure.trace), figure.value);
    }
    all.push_back(spending);
  }
  auto const total = total_absorption(all, quarter(4), {});
  auto const& sums = *year_file().find("budget_expected");
  EXPECT_EQ(shown(total.value), text_of(sums, "percent"));
  auto const has_line = [&](std::string const& number) {
    return std::ranges::any_of(total.trace.lines, [&](TraceLine const& line) { return to_text(line.value) == number; });
  };
  EXPECT_TRUE(has_line(text_of(sums, "realised")));
  EXPECT_TRUE(has_line(text_of(sums, "ceiling")));
}

/// The indicator in an office, its figure of the quarter entered: the checks that speak up.
std::vector<CheckCode> warnings_of(std::string const& id, std::int32_t number) {
  SmallOffice office;
  auto const year = measurement(id);
  auto sheet = plain_sheet(id, text_of(indicator(id), "unit"), library);
  sheet.form = year.year_target->value.predicate ? EntryForm::predicate : EntryForm::number;
  sheet.rules.consolidation = year.rules.consolidation;
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{id}, NodeId{"program"}, sheet}), "");
  ReviseAgreement revision{AgreementId{"pk-2026"}, {}};
  revision.revision = {0, day("2026-01-06"), "", "Tambahan", {{IndicatorId{id}, *year.year_target, year.targets}}};
  EXPECT_EQ(office.keep(revision), "");
  office.open();
  RowKey const key{library, RowKind::indicator, id};
  EXPECT_EQ(office.enter("ani", key, year.realisations[static_cast<std::size_t>(number) - 1].value), "");
  std::vector<CheckCode> codes;
  for (auto const& each : check_row(office.collection, office.row(key), office.books())) codes.push_back(each.code);
  return codes;
}

TEST(TestYear, WarnsWhereItIsExpectedTo) {
  EXPECT_EQ(text_of(expected("I3"), "warning"), "target too low");
  EXPECT_EQ(warnings_of("I3", 1).at(0), CheckCode::target_too_low);
  EXPECT_EQ(text_of(expected("I8"), "warning"), "predicate below target");
  EXPECT_EQ(warnings_of("I8", 4).at(0), CheckCode::predicate_below_target);
}

}  // namespace
}  // namespace himpun::performance::test
