#include <gtest/gtest.h>

#include <fstream>

#include "app/desks/catalogue_desk.h"
#include "app/desks/import_desk.h"
#include "app/sheets/catalogue/template.h"
#include "app/sheets/table.h"
#include "app/test_office.h"
#include "base/json_map.h"
#include "core/performance/catalogue/refusals.h"
#include "support/temporary_folder.h"

namespace himpun::app::test {
namespace {

using performance::RowFate;

class CatalogueImport : public ::testing::Test {
 protected:
  void SetUp() override {
    office_.found();
    office_.must([](Desk& desk) -> Result<Json> {
      auto profile = find_shipped_profile("lkjip-tanpa-batas");
      if (!profile) return std::unexpected(profile.error());
      return keep_catalogue(desk, std::nullopt, {performance::AdoptProfile{2026, *profile, ""}});
    });
  }

  std::string file(std::string const& text) {
    auto const path = folder_.file("impor.csv");
    std::ofstream{path, std::ios::binary} << text;
    return path;
  }
  Result<Json> import(std::string const& path, std::string const& account = "acc-admin") {
    return import_catalogue(*office_.office,
                            {.account = access::AccountId{account},
                             .file = {path, "impor.csv"},
                             .keep_file = [] { return FileRef{std::string(64, 'a'), "impor.csv", "text/csv", 1}; }},
                            {});
  }
  ImportReport check(std::string const& path) {
    ImportReport report;
    auto const looked = office_.see("acc-admin", [&](Sight& sight) -> Result<Json> {
      auto after = sight.books.catalogue(sight.reader)->state;
      auto read = run_import(sight, {path, "impor.csv"}, after, {}, {});
      EXPECT_TRUE(read) << (read ? "" : read.error().detail.id);
      if (read) report = std::move(*read);
      return Json{};
    });
    EXPECT_TRUE(looked);
    return report;
  }
  performance::Catalogue catalogue() {
    return office_.read<performance::Catalogue>(
        [&](Reader& reader) { return office_.office->books().catalogue(reader)->state; });
  }
  void fill() {
    for (auto const& text : {tree_, indicators_, targets_}) {
      auto const done = import(file(text));
      ASSERT_TRUE(done) << done.error().type->code << " " << done.error().detail.id
                        << (done.error().fields.empty() ? "" : done.error().fields[0].message.id);
    }
  }

  std::string const tree_ =
      "Jenis;Kode;Nama;Kode induk;Unit penanggung jawab;Tahun mulai;Tahun akhir\n"
      "Kegiatan;2.23.2.2.1;Pengelolaan Perpustakaan;2.23.02;unit-b1;2026;\n"  // before its parents
      "Program;2.23.02;Pembinaan Perpustakaan;1.1;unit-b1;2026;\n"
      "Sasaran;1.1;Meningkatnya budaya baca;1;unit-dinas;2026;\n"
      "Tujuan;1;Masyarakat yang gemar membaca;;unit-dinas;2026;\n";
  std::string const indicators_ =
      "Kode indikator;Kode pohon;Nama indikator;Berlaku mulai;Satuan;Polaritas;Cara isi;Rumus;Masukan rumus;Pengali;"
      "Pembilang;Penyebut;Unit pengisi;Penanggung jawab;Pelaporan\n"
      "IKU-1;1.1;Kunjungan;2026;orang;Maksimal;Angka;;;;;;unit-b1;Kabid Satu;Triwulanan\n"
      "IKU-2;2.23.2.2.01;Desa berperpustakaan;2026;%;Maksimal;Pembilang/penyebut;;;100;Desa berperpustakaan;Desa;"
      "unit-b1;;Tahunan\n";
  std::string const targets_ =
      "Tahun;Unit perjanjian;Nomor perjanjian;Tanggal perjanjian;Alasan perubahan;Kode indikator;Target tahun;"
      "Triwulan I;Triwulan II\n"
      "2026;unit-dinas;PK 2026;15/01/2026;;IKU-1;18.000;4.500;4.500\n"
      "2026;unit-dinas;PK 2026;15/01/2026;;IKU-2;3/232;;\n";

  himpun::test::TemporaryFolder folder_;
  TestOffice office_;
};

TEST_F(CatalogueImport, PutsParentsBeforeTheirChildrenAndSpellsCodesOneWay) {
  ASSERT_TRUE(import(file(tree_)));
  auto const now = catalogue();
  ASSERT_EQ(now.nodes.size(), 4u);
  auto const* activity = performance::find_node_by_code(now, "2.23.02.2.01", 2026);
  ASSERT_TRUE(activity);
  EXPECT_EQ(performance::find_node(now, *activity->parent)->code, "2.23.02");
}

TEST_F(CatalogueImport, FillsTheCatalogueAndChangesNothingTheSecondTime) {
  fill();
  auto const now = catalogue();
  EXPECT_EQ(performance::find_sheet(now, performance::IndicatorId{"IKU-2"}, 2026)->multiplier, Decimal{100});
  ASSERT_EQ(now.agreements.size(), 1u);
  EXPECT_EQ(now.agreements.begin()->second.revisions.front().lines.size(), 2u);
  for (auto const& text : {tree_, indicators_, targets_}) {
    auto const report = check(file(text));
    EXPECT_EQ(report.counts.same, static_cast<std::int64_t>(report.rows.size()));
    EXPECT_TRUE(report.acceptable);
  }
}

TEST_F(CatalogueImport, WritesATemplateThatChangesNothingWhenItComesBack) {
  fill();
  auto const path = folder_.file("templat.xlsx");
  ASSERT_TRUE(office_.see("acc-admin", [&](Sight& sight) -> Result<Json> {
    auto const state = sight.books.catalogue(sight.reader);
    sight.world.sheets.write_book(path, catalogue_template(sight, state->state, 2026));
    return Json{};
  }));
  auto const report = check(path);
  EXPECT_EQ(report.counts.same, 8);
  for (auto const& row : report.rows) EXPECT_EQ(row.fate, RowFate::same) << row.words << row.problem.value_or("");
}

TEST_F(CatalogueImport, RevisesAnAgreementWithTheLinesThatDiffer) {
  fill();
  auto const head =
      "Tahun;Unit perjanjian;Nomor perjanjian;Tanggal perjanjian;Alasan perubahan;Kode indikator;"
      "Target tahun;Triwulan I;Triwulan II\n";
  auto const line = std::string{head} + "2026;unit-dinas;PK-P 2026;01/07/2026;";
  auto const without_reason = check(file(line + ";IKU-1;20.000;4.500;4.500\n"));
  ASSERT_EQ(without_reason.counts.refused, 1);
  EXPECT_NE(without_reason.rows[0].problem->find("Alasan perubahan"), std::string::npos)
      << *without_reason.rows[0].problem;
  ASSERT_TRUE(import(file(line + "Perubahan anggaran;IKU-1;20.000;4.500;4.500\n")));
  auto const now = catalogue();
  auto const& agreement = now.agreements.begin()->second;
  ASSERT_EQ(agreement.revisions.size(), 2u);
  EXPECT_EQ(agreement.revisions.back().lines.size(), 1u);
}

TEST_F(CatalogueImport, NamesSheetRowColumnAndTheNearestName) {
  auto const report =
      check(file("Tahun;Kode;Nama;Unit pengisi;Tahap;Berlaku mulai tanggal;Pagu (Rp)\n"
                 "2026;2.23.02;Pembinaan;unit-b3;Murni;02/01/2026;1.000.000,50\n"
                 "2026;2.23;Pembinaan;unit-b1;Murnih;02-13-2026;-\n"));
  ASSERT_EQ(report.counts.refused, 2);
  EXPECT_EQ(report.rows[0].row, 2);
  EXPECT_NE(report.rows[0].problem->find("Kolom Unit pengisi: tidak ada unit bernama \"unit-b3\". Maksud Anda"),
            std::string::npos)
      << *report.rows[0].problem;
  for (auto const* word : {"Kolom Tahap", "Maksud Anda `Murni`", "Kolom Berlaku mulai tanggal", "Kolom Pagu (Rp)"}) {
    EXPECT_NE(report.rows[1].problem->find(word), std::string::npos) << word << ": " << *report.rows[1].problem;
  }
}

TEST_F(CatalogueImport, IsAllOrNothing) {
  fill();
  auto const before = catalogue();
  auto const head = std::string{"Kode indikator;Jenis angka;Tahun;Nilai;Sumber\n"};
  auto const refused = import(file(head + "IKU-1;Tahun lalu;2025;9;LKjIP\nIKU-9;Tahun lalu;2025;9;LKjIP\n"));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(import_refused));
  EXPECT_EQ(refused.error().fields[0].pointer, "/CSV/3");
  EXPECT_EQ(catalogue().indicators.at(performance::IndicatorId{"IKU-1"}).past.size(), 0u);
  ASSERT_TRUE(import(file(head + "IKU-1;Tahun lalu;2025;17.500;LKjIP 2025\n")));
  EXPECT_EQ(catalogue().indicators.at(performance::IndicatorId{"IKU-1"}).past.size(), 1u);
}

TEST_F(CatalogueImport, IsForWhoKeepsTheCatalogue) {
  auto const refused = import(file(tree_), "acc-b1");
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(performance::catalogue_not_yours));
}

TEST_F(CatalogueImport, RefusesAColumnNobodyKnowsWithTheNearestOne) {
  auto const refused = import(file("Kode indikator;Jenis angka;Tahun;Nilay;Sumber\nIKU-1;Tahun lalu;2025;9;LKjIP\n"));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(table_unknown));
  EXPECT_NE(refused.error().detail.id.find("Maksud Anda `Nilai`"), std::string::npos) << refused.error().detail.id;
}

}  // namespace
}  // namespace himpun::app::test
