// What a form shows of the span before: of a yearly indicator the year before, in whichever case collected it.

#include <algorithm>

#include "app/demo/demo.h"
#include "app/desks/collection_desk.h"
#include "app/desks/collection_follow.h"
#include "app/test_office.h"
#include "app/views/performance/form_view.h"

namespace himpun::app::test {
namespace {

struct EarlierFigures : ::testing::Test {
  TestOffice office;

  void begin(char const* now) {
    office.now = instant(now);
    SessionDesk sessions{*office.office};
    ASSERT_TRUE(make_demo_office(*office.office, sessions));
  }
  /// The form that holds the indicator, in the case that waits for its divisions.
  FormAim form_of(char const* period, std::string const& indicator) {
    FormAim aim;
    office.store->read([&](Reader& reader) {
      auto const cases = reader.list_cases({.state = "running", .period = period, .limit = 1});
      ASSERT_EQ(cases.size(), 1U);
      aim.case_id = workflow::CaseId{cases.front().case_id};
      auto const book = office.office->books().collection(reader, aim.case_id.value);
      for (auto const& [key, row] : book->state.rows) {
        if (key.subject == indicator) aim.unit = key.unit;
      }
    });
    return aim;
  }
  FormRowView row(FormAim const& aim, std::string const& indicator) {
    Result<FormView> form;
    auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
      form = show_form(sight, aim);
      return Json{};
    });
    EXPECT_TRUE(seen && form);
    auto const found = std::ranges::find(form->rows, indicator, &FormRowView::subject);
    EXPECT_NE(found, form->rows.end());
    return *found;
  }
  std::vector<EvidenceView> evidence(FormAim const& aim) {
    Result<std::vector<EvidenceView>> pieces;
    auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
      pieces = earlier_evidence(sight, aim);
      return Json{};
    });
    EXPECT_TRUE(seen && pieces);
    return pieces.value_or(std::vector<EvidenceView>{});
  }
};

TEST_F(EarlierFigures, AYearlyIndicatorShowsTheYearBefore) {
  begin("2027-01-12T02:00:00Z");
  auto const aim = form_of("2026-q4", "IKU-1");
  ASSERT_FALSE(aim.unit.empty());
  auto const shown = row(aim, "IKU-1");
  ASSERT_TRUE(shown.previous) << "2026-q3 has none; 2025-q4 ended the year before";
  EXPECT_EQ(spell(*shown.previous).id, "64,68");
  EXPECT_FALSE(row(form_of("2026-q4", "IKU-3"), "IKU-3").previous) << "the quarter before was not collected";
}

TEST_F(EarlierFigures, ItsEvidenceIsOfferedAndAttached) {
  begin("2027-01-12T02:00:00Z");
  auto const aim = form_of("2026-q4", "IKU-1");
  auto const pieces = evidence(aim);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces.front().title, "Map data dukung Triwulan IV 2025 (contoh)");
  auto const account = office.read<access::AccountId>([&](Reader& reader) {
    auto const& agency = office.office->books().agency(reader)->state;
    auto const people = access::people_for(agency, access::HolderId{aim.unit.value}, date("2027-01-12"));
    for (auto const& [id, each] : agency.accounts) {
      if (each.person == people.front()) return id;
    }
    return access::AccountId{};
  });
  performance::Evidence const piece{
      performance::EvidenceId{pieces.front().id}, pieces.front().kind, pieces.front().title, {}, "",
      pieces.front().place.value_or("")};
  performance::RowKey const key{aim.unit, performance::RowKind::indicator, "IKU-1"};
  auto const done = office.as(account.value, [&](Desk& desk) {
    return act_on_form(desk, aim, {performance::AttachEvidence{piece, {{key, "2"}}}});
  });
  ASSERT_TRUE(done) << done.error().type->code;
  auto const attached = row(aim, "IKU-1").evidence;
  ASSERT_EQ(attached.size(), 1U);
  EXPECT_EQ(attached.front().title, pieces.front().title);
  EXPECT_TRUE(evidence(aim).empty()) << "it is here already";
}

TEST_F(EarlierFigures, AYearThatWasNotCollectedIsTakenFromTheRecord) {
  begin("2026-11-26T02:00:00Z");
  auto const previous = [&](Period const& period) {
    std::map<performance::IndicatorId, performance::Value> figures;
    office.store->read([&](Reader& reader) {
      auto const catalogue = office.office->books().catalogue(reader);
      figures = previous_figures(reader, catalogue->state, period,
                                 {performance::RowKey{{}, performance::RowKind::indicator, "IKU-1"}});
    });
    return figures.contains(performance::IndicatorId{"IKU-1"}) ? spell(figures.at(performance::IndicatorId{"IKU-1"})).id
                                                               : std::string{"none"};
  };
  EXPECT_EQ(previous({PeriodKind::quarter, 2025, 4}), "63,9") << "LKjIP 2024";
  EXPECT_EQ(previous({PeriodKind::year, 2026, 1}), "64,68") << "a year's case follows the fourth quarter's";
  EXPECT_EQ(previous({PeriodKind::year, 2028, 1}), "none");
}

}  // namespace
}  // namespace himpun::app::test
