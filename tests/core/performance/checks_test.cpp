#include <algorithm>

#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

class Checking : public ::testing::Test {
 protected:
  Checking() { office.open(); }

  std::optional<Finding> finding(RowKey const& key, CheckCode code) {
    auto const all = check_row(office.collection, office.row(key), office.books());
    auto const found = std::ranges::find(all, code, &Finding::code);
    return found == all.end() ? std::nullopt : std::optional{*found};
  }
  void record(char const* id, Sheet const& sheet) {
    EXPECT_EQ(office.keep(RecordSheet{IndicatorId{id}, NodeId{"program"}, sheet}), "");
    office.collection = {};
    office.open();
  }

  SmallOffice office;
};

TEST_F(Checking, FindsABlank) {
  EXPECT_EQ(finding(visits, CheckCode::value_missing)->severity, Severity::error);
  office.enter("ani", visits, num("0"));
  EXPECT_FALSE(finding(visits, CheckCode::value_missing)) << "zero is not blank";
}

TEST_F(Checking, FindsATargetThatIsTooLow) {
  office.enter("ani", visits, num("6750"));
  EXPECT_FALSE(finding(visits, CheckCode::target_too_low)) << "150 % is not above it";
  office.enter("ani", visits, num("6751"));
  EXPECT_NE(finding(visits, CheckCode::target_too_low)->message.id.find("150,02 %"), std::string::npos);
}

TEST_F(Checking, FindsARatioAboveOne) {
  office.enter("budi", found_archives, ratio_value(Decimal{9}, Decimal{8}));
  EXPECT_TRUE(finding(found_archives, CheckCode::ratio_above_one));
  office.enter("budi", found_archives, ratio_value(Decimal{8}, Decimal{8}));
  EXPECT_FALSE(finding(found_archives, CheckCode::ratio_above_one));
}

TEST_F(Checking, FindsAJumpAgainstTheLastPeriod) {
  office.previous[IndicatorId{"kunjungan"}] = num("2000");
  office.enter("ani", visits, num("4000"));
  EXPECT_FALSE(finding(visits, CheckCode::jump));
  office.enter("ani", visits, num("4001"));
  EXPECT_TRUE(finding(visits, CheckCode::jump));
}

TEST_F(Checking, FindsARunningTotalThatFalls) {
  auto sheet = plain_sheet("Koleksi", "judul", library);
  sheet.counting = Counting::running_total;
  record("koleksi", sheet);
  RowKey const key{library, RowKind::indicator, "koleksi"};
  office.previous[IndicatorId{"koleksi"}] = num("100");
  office.enter("ani", key, num("99"));
  EXPECT_TRUE(finding(key, CheckCode::cumulative_falls));
  office.enter("ani", key, num("100"));
  EXPECT_FALSE(finding(key, CheckCode::cumulative_falls));
}

TEST_F(Checking, ARunningTotalStartsAnewWithTheYear) {
  auto sheet = plain_sheet("Koleksi", "judul", library);
  sheet.counting = Counting::running_total;
  record("koleksi", sheet);
  RowKey const key{library, RowKind::indicator, "koleksi"};
  office.previous[IndicatorId{"koleksi"}] = num("400");
  office.collection = {};
  office.open(quarter(1));
  office.enter("ani", key, num("90"));
  EXPECT_FALSE(finding(key, CheckCode::cumulative_falls)) << "the 400 are those of the year before";
  office.enter("ani", key, num("1000"));
  EXPECT_FALSE(finding(key, CheckCode::jump));
  office.previous[IndicatorId{"kunjungan"}] = num("2000");
  office.enter("ani", visits, num("4001"));
  EXPECT_TRUE(finding(visits, CheckCode::jump)) << "figures of single periods are compared over the turn of the year";
}

TEST_F(Checking, FindsPartsThatDoNotAddUp) {
  auto sheet = plain_sheet("Koleksi", "judul", library);
  sheet.inputs = {{"cetak", "Cetak", "judul"}, {"digital", "Digital", "judul"}};
  record("koleksi", sheet);
  RowKey const key{library, RowKind::indicator, "koleksi"};
  Entry entry{num("10"), {{"cetak", num("6")}, {"digital", num("3")}}, "", "", {}, ""};
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 0, entry}}}), "");
  EXPECT_EQ(finding(key, CheckCode::totals_differ)->severity, Severity::error);
  entry.parts[1].value = num("4");
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 1, entry}}}), "");
  EXPECT_FALSE(finding(key, CheckCode::totals_differ));
  entry.parts[1].name = "lain";
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 2, entry}}}), "row.entry_invalid");
}

TEST_F(Checking, FindsAPredicateBelowItsTarget) {
  auto sheet = plain_sheet("Nilai SAKIP", "nilai", library);
  sheet.form = EntryForm::predicate;
  ReviseAgreement revision{AgreementId{"pk-2026"}, {}};
  revision.revision = {0,
                       day("2026-02-01"),
                       "",
                       "Tambahan",
                       {{IndicatorId{"sakip"}, target_of(predicate_value("BB", Decimal{72})), {}}}};
  record("sakip", sheet);
  EXPECT_EQ(office.keep(revision), "");
  RowKey const key{library, RowKind::indicator, "sakip"};
  office.enter("ani", key, predicate_value("B", dec("69.5")));
  EXPECT_EQ(finding(key, CheckCode::predicate_below_target)->message.id, "Predikat B di bawah target BB.");
  EXPECT_EQ(shown(achievement_of_row(office.collection, office.row(key), office.catalogue)->value), "96.53");
  office.enter("ani", key, predicate_value("A", Decimal{81}));
  EXPECT_FALSE(finding(key, CheckCode::predicate_below_target));
}

TEST_F(Checking, FindsMissingEvidenceAndAShortExplanation) {
  office.enter("ani", visits, num("4000"));
  EXPECT_TRUE(finding(visits, CheckCode::evidence_missing));
  EXPECT_TRUE(finding(visits, CheckCode::narrative_too_short)) << "the target was missed";
  Entry entry = office.row(visits).entry;
  entry.obstacles = "Gedung layanan direnovasi selama dua bulan";
  EXPECT_EQ(office.act("ani", EnterValues{{{visits, office.row(visits).revision, entry}}}), "");
  EXPECT_FALSE(finding(visits, CheckCode::narrative_too_short));
}

TEST_F(Checking, IsWhatTheProfileSays) {
  auto profile = usual_profile();
  profile.checks = {{CheckCode::target_too_low, Severity::error, Decimal{200}}};
  EXPECT_EQ(office.keep(AdoptProfile{2026, profile, ""}), "");
  office.enter("ani", visits, num("9217"));
  auto const all = check_row(office.collection, office.row(visits), office.books());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].severity, Severity::error);
}

TEST_F(Checking, ADerivedFigureComesFromItsFormula) {
  auto sheet = plain_sheet("Kunjungan per anggota", "rasio", library);
  sheet.form = EntryForm::derived;
  sheet.inputs = {{"anggota", "Anggota aktif", "orang"}};
  sheet.formula = "[kunjungan] / anggota";
  record("per-anggota", sheet);
  RowKey const key{library, RowKind::indicator, "per-anggota"};
  auto const figure = [&] { return figure_of(office.collection, office.row(key), office.catalogue); };
  EXPECT_EQ(figure().kind, ValueKind::blank);
  Entry entry{{}, {{"anggota", num("0")}}, "", "", {}, ""};
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 0, entry}}}), "");
  EXPECT_EQ(figure().kind, ValueKind::not_available);
  EXPECT_EQ(office.enter("ani", visits, num("4500")), "");
  EXPECT_NE(figure().reason->find("Pembagian dengan nol"), std::string::npos);
  entry.parts[0].value = num("900");
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 1, entry}}}), "");
  EXPECT_EQ(figure(), num("5"));
  auto const derivation = derivation_of(office.collection, office.row(key), office.catalogue);
  EXPECT_EQ(recompute(derivation->trace), Decimal{5});
  EXPECT_EQ(derivation->trace.lines[0].source, "kasus-1/unit-pustaka/kunjungan@1");
  entry.value = num("7");
  EXPECT_EQ(office.act("ani", EnterValues{{{key, 2, entry}}}), "row.entry_invalid") << "it is computed, not typed";
}

}  // namespace
}  // namespace himpun::performance::test
