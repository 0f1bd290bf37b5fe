// The demo's year, played through every rule: its results are those that were published or computed by hand, and its
// tables can be made anew from the journal.

#include "app/demo_office.h"
#include "app/rebuild.h"
#include "app/test_office.h"
#include "app/verification.h"
#include "app/views/performance/indicator_view.h"
#include "app/views/performance/results_view.h"

namespace himpun::app::test {
namespace {

struct DemoYear : DemoOfficeTest {
  template <class View>
  View look(std::function<Result<View>(Sight&)> const& looking) {
    Result<View> view;
    auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
      view = looking(sight);
      return Json{};
    });
    EXPECT_TRUE(seen);
    EXPECT_TRUE(view) << (view ? "" : view.error().type->code);
    return view.value_or(View{});
  }

  ResultsView results(Period const& until, std::string unit = "") {
    return look<ResultsView>([&](Sight& sight) { return show_results(sight, {until, unit}, Language::indonesian); });
  }
};

TEST_F(DemoYear, GivesTheResultsOfTheTestYear) {
  auto const view = results({PeriodKind::year, 2025, 1});
  std::map<std::string, std::string> achieved;
  for (auto const& each : view.indicators) achieved[each.indicator] = each.of_year.value.value_or("-");
  EXPECT_EQ(achieved, (std::map<std::string, std::string>{{"IKU-1", "99.51"},
                                                          {"IKU-2", "101.17"},
                                                          {"IKU-3", "203.89"},
                                                          {"IKU-4", "97.71"},
                                                          {"IKU-5", "66.67"},
                                                          {"IKU-6", "120"},
                                                          {"IKU-7", "100"},
                                                          {"IKU-8", "96.53"},
                                                          {"IKU-9", "109.68"}}));
  EXPECT_EQ(view.money.total.value, "94.82");
  EXPECT_EQ(view.indicators.front().achievement.rating, "sangat tinggi");
}

TEST_F(DemoYear, ABlankQuarterIsNeverZero) {
  auto const view = results({PeriodKind::quarter, 2025, 2});
  auto const iplm = std::ranges::find(view.indicators, "IKU-1", &IndicatorResult::indicator);
  ASSERT_NE(iplm, view.indicators.end());
  EXPECT_FALSE(iplm->achievement.value.has_value());
  EXPECT_TRUE(iplm->achievement.why_not.has_value());
}

TEST_F(DemoYear, AUnitSeesItsOwn) {
  auto const all = results({PeriodKind::year, 2025, 1});
  auto const unit = all.indicators.front().unit;
  for (auto const& each : results({PeriodKind::year, 2025, 1}, unit).indicators) EXPECT_EQ(each.unit, unit);
  EXPECT_TRUE(all.owed.empty());
  EXPECT_EQ(results({PeriodKind::year, 2026, 1}).owed.size(), 3U) << "a quarter waits for its divisions";
}

TEST_F(DemoYear, EveryFigureLeadsToItsEvidence) {
  auto const visits = look<IndicatorView>([&](Sight& sight) {
    return show_indicator(sight, performance::IndicatorId{"IKU-3"}, 2025, Language::indonesian);
  });
  ASSERT_EQ(visits.periods.size(), 4U);
  for (auto const& period : visits.periods) {
    EXPECT_EQ(period.state, "frozen");
    ASSERT_EQ(period.evidence.size(), 1U);
    ASSERT_TRUE(period.of_period.trace.has_value());
    auto const& lines = period.of_period.trace->lines;
    EXPECT_TRUE(std::ranges::any_of(lines, [](auto const& line) { return !line.evidence.empty(); }));
  }
}

TEST_F(DemoYear, AYearlyIndicatorIsShownInTheQuarterThatCollectedIt) {
  auto const iplm = look<IndicatorView>([&](Sight& sight) {
    return show_indicator(sight, performance::IndicatorId{"IKU-1"}, 2025, Language::indonesian);
  });
  ASSERT_EQ(iplm.periods.size(), 1U);
  EXPECT_EQ(iplm.periods.front().period_name, "Triwulan IV 2025");
  EXPECT_EQ(iplm.periods.front().of_period.value, "99.51");
  EXPECT_EQ(iplm.of_year.value, "99.51");
}

TEST_F(DemoYear, TheDraftCarriesTheFiguresThatWereAccepted) {
  auto const cases = office.read<std::vector<CaseRow>>(
      [](Reader& reader) { return reader.list_cases({.period = "2025-q4", .limit = 1}); });
  ASSERT_EQ(cases.size(), 1U);
  auto const file = office.file(cases.front().case_id);
  auto const& text = workflow::latest_version(file, "dokumen")->content.text;
  EXPECT_NE(text.find("Kunjungan perpustakaan | orang | 18.000"), std::string::npos);
  EXPECT_NE(text.find("203,89"), std::string::npos);
  EXPECT_NE(text.find("2.23.01 Program Penunjang"), std::string::npos);
}

TEST_F(DemoYear, ItsTablesAreMadeAnewFromTheJournal) {
  auto const dump = [&] {
    return office.read<std::vector<std::string>>([](Reader& reader) { return reader.dump_read_model(); });
  };
  auto const live = dump();
  ASSERT_TRUE(rebuild(*office.office));
  EXPECT_EQ(dump(), live);
}

}  // namespace
}  // namespace himpun::app::test
