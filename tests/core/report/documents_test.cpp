// The assembled papers: the mechanism document and the performance report, from a small office's figures.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "core/performance/office.h"
#include "core/report/figures/collected.h"
#include "core/report/mechanism.h"
#include "core/report/narrative.h"
#include "core/report/paper_text.h"
#include "core/report/performance_report.h"

namespace himpun::report::test {
namespace {

using performance::test::found_archives;
using performance::test::money;
using performance::test::num;
using performance::test::quarter;
using performance::test::visits;

struct ACollectedQuarter : ::testing::Test {
  performance::test::SmallOffice office;

  void SetUp() override {
    office.open();
    accept("ani", visits, num("5000"));
    accept("ani", money, num("900"));
  }

  void accept(std::string const& person, performance::RowKey const& key, performance::Value value) {
    ASSERT_EQ(office.enter(person, key, std::move(value)), "");
    auto row = office.collection.rows.at(key);
    row.state = performance::RowState::accepted;
    row.entry.drivers = "Jam layanan diperpanjang";
    office.collection.rows.at(key) = row;
  }

  [[nodiscard]] DataBooks books() const {
    DataBooks made{office.catalogue, quarter(2), {}, {}, [](auto const& unit) { return "Bidang " + unit.value; }};
    for (auto const& [key, row] : office.collection.rows) {
      if (!performance::counts(row.state)) continue;
      auto const figure = performance::realisation_of(office.collection, row, office.catalogue);
      if (key.kind == performance::RowKind::indicator) made.indicators[performance::IndicatorId{key.subject}] = {figure};
      else made.budget[key.subject] = {figure};
    }
    return made;
  }

  [[nodiscard]] MechanismFacts facts() const {
    MechanismFacts made;
    made.office = {"Dinas Contoh", "Kabupaten Contoh", "Kota Contoh"};
    made.title = "Dokumen mekanisme";
    made.case_number = "1/2026";
    made.procedure = "SOP Contoh Nomor 1";
    made.legal_basis = {"Peraturan Satu", "Peraturan Dua"};
    made.roles = {{"Analis", {"Analis Perencana"}}};
    made.schedule = {{1, "Memberi disposisi", "Kepala Dinas", "1 Hari", "5 Januari 2026", ""}};
    made.forms = {{"Bidang unit-pustaka", 2, "10 Juli 2026", ""}};
    made.initials = {place_of("paraf-1", PlaceKind::initials, {"Kasubag", "Pejabat Kasubag", "", ""})};
    made.signatures = {place_of("tanda-tangan-1", PlaceKind::signature, {"Kepala Dinas", "Pejabat Kadis", "", ""})};
    return made;
  }
};

TEST_F(ACollectedQuarter, BecomesTheMechanismDocumentWithEveryChapter) {
  auto const paper = make_mechanism(facts(), books(), office.collection);
  auto const words = words_of(paper.blocks);
  for (auto const* chapter : mechanism_chapters) EXPECT_TRUE(says(words, std::string{"# "} + chapter + "\n"));
  for (auto const* each : {"- Peraturan Dua", "Analis,Analis Perencana", "1,Memberi disposisi,Kepala Dinas,1 Hari",
                           "## Bidang unit-pustaka", "Kunjungan,orang,4.500,5.000,\"111,11\",18.000,\"27,78\"",
                           "Kunjungan,Jam layanan diperpanjang", "2.23.02,Pembinaan,1.850,900,900,\"48,65\"",
                           "<paraf-1>", "<tanda-tangan-1>"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
}

TEST_F(ACollectedQuarter, NamesWhatWasNotAcceptedInsteadOfPrintingIt) {
  ASSERT_EQ(office.enter("budi", found_archives, performance::ratio_value(Decimal{8}, Decimal{10})), "");
  auto const words = words_of(make_mechanism(facts(), books(), office.collection).blocks);
  EXPECT_TRUE(says(words, "- Arsip ditemukan (Bidang unit-arsip): belum diterima, tidak dihitung."));
  EXPECT_TRUE(says(words, "## Bidang unit-arsip\nBelum ada data yang diterima."));
}

TEST_F(ACollectedQuarter, TakesWhatPeopleWroteIntoItsChapters) {
  auto made = facts();
  made.narrative = {paragraph("Pengantar tanpa judul."), heading(1, "B. Dasar hukum"), paragraph("Lihat juga Perda."),
                    heading(2, "Rincian"), heading(1, "Catatan"), paragraph("Hujan deras.")};
  auto const words = words_of(make_mechanism(made, books(), office.collection).blocks);
  EXPECT_TRUE(says(words, "# Pendahuluan\nPengantar tanpa judul.\n# Dasar Hukum\nLihat juga Perda.\n### Rincian\n"));
  EXPECT_TRUE(says(words, "# Catatan\nHujan deras.\n"));
  EXPECT_FALSE(says(words, "disusun menurut")) << "our own opening only where nobody wrote one";
}

TEST_F(ACollectedQuarter, BecomesADraftReportThatListsWhatIsMissing) {
  PerformanceReportFacts facts;
  facts.office = {"Dinas Contoh", "Kabupaten Contoh", "Kota Contoh"};
  facts.date = "10 Juli 2026";
  facts.narrative = {heading(1, "BAB IV Penutup"), paragraph("Semoga bermanfaat.")};
  auto const paper = make_performance_report(facts, books());
  auto const words = words_of(paper.blocks);
  EXPECT_EQ(paper.watermark, "DRAF");
  for (auto const* each : {"# Pendahuluan\n[Uraian bab ini belum ditulis.]", "# Penutup\nSemoga bermanfaat.",
                           "Kunjungan,orang,18.000,5.000,\"27,78\"", "[Angka nasional belum dicatat di katalog.]",
                           "Jumlah,–,1.850,900,\"48,65\"", "YANG BELUM LENGKAP"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  auto const missing = missing_in_report(facts, books());
  auto const listed = "\n" + join(missing, "\n");
  EXPECT_TRUE(says(listed, "\nBab I Pendahuluan: uraian belum ditulis."));
  EXPECT_FALSE(says(listed, "\nBab IV"));
  EXPECT_TRUE(says(listed, "\nKunjungan: realisasi tahun sebelumnya belum dicatat."));
  EXPECT_TRUE(says(listed, "\nArsip ditemukan: "));
}

TEST_F(ACollectedQuarter, CarriesItsTablesAsFiles) {
  auto paper = make_mechanism(facts(), books(), office.collection);
  attach_tables(paper);
  ASSERT_FALSE(paper.attachments.empty());
  EXPECT_EQ(paper.attachments.front().name, "data.json");
  EXPECT_TRUE(says(paper.attachments.front().bytes, R"("key":"jadwal")"));
  auto const found = std::ranges::find(paper.attachments, "capaian-bidang-unit-pustaka.csv", &Attachment::name);
  ASSERT_NE(found, paper.attachments.end());
  EXPECT_TRUE(found->bytes.starts_with("Indikator,Satuan,Periode: Target,"));
  auto again = make_mechanism(facts(), books(), office.collection);
  attach_tables(again);
  EXPECT_EQ(paper, again) << "the same figures always make the same paper";
}

TEST(ACsvTable, QuotesWhatWouldBreakIt) {
  Table const table{"t", "", {{"A", {}, 0, {}}, {"B", {}, 0, {}}}, {row({"satu, \"dua\"", "baris\nbaru"})}};
  EXPECT_EQ(to_csv(table), "A,B\r\n\"satu, \"\"dua\"\"\",\"baris\nbaru\"\r\n");
}

}  // namespace
}  // namespace himpun::report::test
