#include "core/performance/catalogue/code.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

TEST(Code, HasOneSpelling) {
  for (auto const* text : {"2.23.02.2.01.4", "2.23.02.2.01.04", "2.23.02.2.01.0004", " 2.23.2.2.1.4 "}) {
    EXPECT_EQ(normalise_code(text).value(), "2.23.02.2.01.0004") << text;
  }
  EXPECT_EQ(normalise_code("2.23.02.2.01.0018").value(), "2.23.02.2.01.0018");
  EXPECT_EQ(normalise_code("x.xx.01").value(), "X.XX.01");
  EXPECT_EQ(normalise_code("2.24.2").value(), "2.24.02");
}

TEST(Code, IsRefusedWithTheRightShape) {
  for (auto const* text :
       {"", "2", "2.23", "2.23.02.2", "2.23.123", "2.23.02.2.01.12345", "2.23.0a", "2..02", "23.2.02"}) {
    EXPECT_FALSE(normalise_code(text)) << text;
  }
  EXPECT_FALSE(normalise_code(NodeKind::activity, "2.23.02"));
  EXPECT_EQ(normalise_code(NodeKind::goal, " T1 ").value(), "T1");
}

TEST(Code, KnowsItsLevelAndTheOneAbove) {
  EXPECT_EQ(kind_of_code("2.23.02.2.01.0004"), NodeKind::sub_activity);
  EXPECT_EQ(parent_code("2.23.02.2.01.0004"), "2.23.02.2.01");
  EXPECT_EQ(parent_code("2.23.02.2.01"), "2.23.02");
  EXPECT_EQ(parent_code("2.23.02"), std::nullopt);
}

class Keeping : public ::testing::Test {
 protected:
  SmallOffice office;
  Node activity{
      NodeId{"kegiatan"}, NodeKind::activity, "2.23.2.2.1", "Pengelolaan", NodeId{"program"}, library, 2025, {}};
};

TEST_F(Keeping, IsForAdministratorsAndNamedKeepers) {
  EXPECT_EQ(office.keep(RecordNode{activity}, "citra"), "catalogue.not_yours");
  EXPECT_EQ(office.keep(NameKeepers{{HolderId{"analis"}}}), "");
  EXPECT_EQ(office.keep(RecordNode{activity}, "citra"), "");
  EXPECT_EQ(office.keep(RecordNode{activity}, "ani"), "catalogue.not_yours");
}

TEST_F(Keeping, NormalisesCodesAndSaysNothingTwice) {
  EXPECT_EQ(office.keep(RecordNode{activity}), "");
  EXPECT_EQ(find_node_by_code(office.catalogue, "2.23.02.2.01", 2026)->name, "Pengelolaan");
  EXPECT_EQ(office.keep(RecordNode{activity}), "");
  EXPECT_EQ(office.happened, 0U);
}

TEST_F(Keeping, HoldsTheTreeTogether) {
  auto wrong = activity;
  wrong.parent = NodeId{"sasaran"};
  EXPECT_EQ(office.keep(RecordNode{wrong}), "node.invalid");
  wrong = activity;
  wrong.code = "2.24.02.2.01";
  EXPECT_EQ(office.keep(RecordNode{wrong}), "node.invalid");
  wrong = activity;
  wrong.owner = UnitId{"unit-lain"};
  EXPECT_EQ(office.keep(RecordNode{wrong}), "node.invalid");
  EXPECT_EQ(office.keep(RecordNode{activity}), "");
  auto twin = activity;
  twin.id = NodeId{"kembar"};
  EXPECT_EQ(office.keep(RecordNode{twin}), "node.code_taken");
  twin.first_year = 2030;
  auto ended = activity;
  ended.last_year = 2029;
  EXPECT_EQ(office.keep(RecordNode{ended}), "");
  EXPECT_EQ(office.keep(RecordNode{twin}), "") << "the first one has ended by then";
}

TEST_F(Keeping, ASheetHoldsUntilALaterOneTakesItsPlace) {
  auto later = *find_sheet(office.catalogue, IndicatorId{"kunjungan"}, 2026);
  later.year = 2027;
  later.name = "Kunjungan luring dan daring";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"kunjungan"}, NodeId{"program"}, later}), "");
  EXPECT_EQ(find_sheet(office.catalogue, IndicatorId{"kunjungan"}, 2026)->name, "Kunjungan");
  EXPECT_EQ(find_sheet(office.catalogue, IndicatorId{"kunjungan"}, 2028)->name, "Kunjungan luring dan daring");
  EXPECT_EQ(find_sheet(office.catalogue, IndicatorId{"kunjungan"}, 2024), nullptr);
  EXPECT_EQ(office.keep(CloseIndicator{IndicatorId{"kunjungan"}, 2027, "diganti"}), "");
  EXPECT_EQ(find_sheet(office.catalogue, IndicatorId{"kunjungan"}, 2028), nullptr);
}

TEST_F(Keeping, ASheetThatContradictsItselfIsRefused) {
  auto sheet = plain_sheet("Rasio", "%", library);
  sheet.form = EntryForm::ratio;
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"x"}, NodeId{"program"}, sheet}), "indicator.invalid")
      << "no numerator";
  sheet = plain_sheet("Rasio", "%", library);
  sheet.rules.consolidation = Consolidation::ratio;
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"x"}, NodeId{"program"}, sheet}), "indicator.invalid");
  sheet = plain_sheet("Skala", "%", library);
  sheet.rules.rating_scale = "tidak-ada";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"x"}, NodeId{"program"}, sheet}), "profile.rating_scale_unknown");
}

TEST_F(Keeping, FormulasAreCheckedForUnitsAndCycles) {
  auto a = plain_sheet("Kunjungan per anggota", "%", library);
  a.form = EntryForm::derived;
  a.inputs = {{"anggota", "Anggota aktif", "orang"}};
  a.formula = "[kunjungan] / anggota * 100";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"a"}, NodeId{"program"}, a}), "");
  a.formula = "[kunjungan] + [ditemukan]";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"a"}, NodeId{"program"}, a}), "formula.units_differ");
  EXPECT_EQ(office.last->where->column, 13);
  a.formula = "[a] + 1";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"a"}, NodeId{"program"}, a}), "formula.cycle");
  auto b = a;
  b.formula = "[a] * 2";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"b"}, NodeId{"program"}, b}), "");
  a.formula = "[b] / 2";
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"a"}, NodeId{"program"}, a}), "formula.cycle");
}

TEST_F(Keeping, ARevisionChangesTargetsFromItsDateOn) {
  ReviseAgreement revision{AgreementId{"pk-2026"}, {}};
  revision.revision.date = day("2026-07-15");
  TargetLine line{IndicatorId{"kunjungan"}, target_of(num("20000")), {}};
  for (std::int32_t i = 1; i <= 4; ++i) line.periods.push_back({quarter(i), target_of(num("5000"))});
  revision.revision.lines = {line};
  EXPECT_EQ(office.keep(revision), "agreement.invalid") << "a revision needs a reason";
  revision.revision.reason = "Refocusing";
  EXPECT_EQ(office.keep(revision), "");
  auto const& agreement = office.catalogue.agreements.at(AgreementId{"pk-2026"});
  IndicatorId const id{"kunjungan"};
  EXPECT_EQ(year_target(agreement, id, day("2026-07-14"))->target.value, num("18000"));
  EXPECT_EQ(year_target(agreement, id, day("2026-07-15"))->revision, 1);
  EXPECT_EQ(period_target(agreement, id, quarter(2), day("2026-12-31"))->target.value, num("4500")) << "it had ended";
  EXPECT_EQ(period_target(agreement, id, quarter(3), day("2026-12-31"))->target.value, num("5000"));
  EXPECT_EQ(year_target(agreement, IndicatorId{"ditemukan"}, day("2026-12-31"))->target.value, num("90"));
  revision.revision.date = day("2026-03-01");
  EXPECT_EQ(office.keep(revision), "agreement.invalid") << "not before the last revision";
}

TEST_F(Keeping, AnIndicatorIsInOneAgreementAYear) {
  SignAgreement second{AgreementId{"pk-arsip"}, 2026, archive, {}};
  second.revision.date = day("2026-01-06");
  second.revision.lines = {{IndicatorId{"ditemukan"}, target_of(num("95")), {}}};
  EXPECT_EQ(office.keep(second), "agreement.invalid");
  EXPECT_EQ(office.last->fields.at(0).pointer, "/revision/lines/0/indicator");
}

TEST_F(Keeping, TheCeilingOfADayIsTheLastStageBeforeIt) {
  auto ceiling = office.catalogue.ceilings.front();
  ceiling.stage = BudgetStage::amended;
  ceiling.date = day("2026-09-20");
  ceiling.code = "2.23.2";
  ceiling.amount = Decimal{2000};
  EXPECT_EQ(office.keep(RecordCeiling{ceiling}), "");
  EXPECT_EQ(find_ceiling(office.catalogue, "2.23.02", 2026, day("2026-09-19"))->amount, Decimal{1850});
  EXPECT_EQ(find_ceiling(office.catalogue, "2.23.02", 2026, day("2026-12-31"))->amount, Decimal{2000});
  EXPECT_EQ(find_ceiling(office.catalogue, "2.23.02", 2026, day("2026-01-01")), nullptr);
  ceiling.amount = Decimal{-1};
  EXPECT_EQ(office.keep(RecordCeiling{ceiling}), "ceiling.invalid");
}

TEST_F(Keeping, AnotherProfileForTheSameYearNeedsAReason) {
  auto profile = usual_profile();
  profile.defaults.cap.at = Decimal{120};
  EXPECT_EQ(office.keep(AdoptProfile{2025, profile, ""}), "catalogue.reason_missing");
  EXPECT_EQ(office.keep(AdoptProfile{2026, profile, ""}), "");
  EXPECT_FALSE(find_profile(office.catalogue, 2025)->defaults.cap.at);
  EXPECT_EQ(find_profile(office.catalogue, 2030)->defaults.cap.at, Decimal{120});
}

TEST_F(Keeping, AnImportIsPreviewedRowByRowAndTakenWholeOrNotAtAll) {
  auto renamed = *find_node(office.catalogue, NodeId{"program"});
  auto const same = renamed;
  renamed.name = "Pembinaan Perpustakaan";
  auto wrong = activity;
  wrong.id = NodeId{"salah"};
  wrong.code = "salah";
  auto const caller = office.as("admin");
  CatalogueOccasion const occasion{office.today, caller, office.agency};
  auto seen = preview(office.catalogue,
                      {RecordNode{activity}, RecordNode{same}, RecordNode{renamed}, RecordNode{wrong}}, occasion);
  ASSERT_EQ(seen.rows.size(), 4U);
  EXPECT_EQ(seen.rows[0].fate, RowFate::added);
  EXPECT_EQ(seen.rows[1].fate, RowFate::same);
  EXPECT_EQ(seen.rows[2].fate, RowFate::changed);
  EXPECT_EQ(seen.rows[3].fate, RowFate::refused);
  EXPECT_EQ(seen.rows[3].problem->fields.at(0).pointer, "/node/code");
  EXPECT_TRUE(seen.events.empty());
  seen = preview(office.catalogue, {RecordNode{activity}, RecordNode{renamed}}, occasion);
  EXPECT_TRUE(seen.is_acceptable());
  EXPECT_EQ(seen.events.size(), 2U);
}

TEST_F(Keeping, TheMeasurementHasTargetsAndRulesOfItsYear) {
  auto const made = measurement_of(office.catalogue, IndicatorId{"kunjungan"}, 2026, office.today, quarters({"9217"}));
  ASSERT_TRUE(made);
  EXPECT_EQ(shown(achievement_of(*made, quarter(1)).value), "204.82");
  EXPECT_EQ(made->target_source, "Perjanjian kinerja 2026");
  EXPECT_FALSE(measurement_of(office.catalogue, IndicatorId{"lain"}, 2026, office.today, {}));
  EXPECT_FALSE(measurement_of(office.catalogue, IndicatorId{"kunjungan"}, 2024, office.today, {}));
}

TEST_F(Keeping, WhatIsDueFollowsTheReportingPeriod) {
  auto yearly = plain_sheet("Indeks", "indeks", library);
  yearly.reporting = PeriodKind::year;
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"indeks"}, NodeId{"sasaran"}, yearly}), "");
  EXPECT_EQ(indicators_due(office.catalogue, quarter(2)).size(), 2U);
  EXPECT_EQ(indicators_due(office.catalogue, quarter(4)).size(), 3U);
  EXPECT_EQ(indicators_due(office.catalogue, {PeriodKind::month, 2026, 2}).size(), 0U);
  EXPECT_EQ(indicators_due(office.catalogue, {PeriodKind::month, 2026, 3}).size(), 2U);
}

}  // namespace
}  // namespace himpun::performance::test
