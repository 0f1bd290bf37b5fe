#include "core/procedure/linter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/procedures.h"

namespace himpun::procedure {
namespace {

using test::row;
using test::with_rows;

std::vector<Finding> suspicious(Procedure const& procedure) {
  auto findings = lint(procedure);
  std::erase_if(findings, [](Finding const& each) { return each.severity == Severity::information; });
  return findings;
}

std::vector<std::string> codes(std::vector<Finding> const& findings) {
  std::vector<std::string> list;
  for (auto const& finding : findings) list.push_back(finding.code + " " + finding.field);
  return list;
}

using Codes = std::vector<std::string>;

/// Without the remark that the paper of the small procedure is not used.
Codes codes_of_rows(std::string const& rows) {
  auto findings = suspicious(test::read_valid(with_rows(rows)));
  std::erase_if(findings, [](Finding const& each) { return each.code == "paper.unused"; });
  return codes(findings);
}

Finding finding_at(std::vector<Finding> const& findings, std::string const& field) {
  auto const found = std::ranges::find(findings, field, &Finding::field);
  return found == findings.end() ? Finding{} : *found;
}

/// The finding about the approver's rank, the first law or the first output of a small right procedure.
Finding finding_for(std::string const& field, auto change) {
  auto procedure = test::read_valid(with_rows(row("tulis", "tugas", "b") + row("teken", "tugas", "a")));
  change(procedure);
  return finding_at(lint(procedure), field);
}

}  // namespace

TEST(Linter, FindsTheKnownFaultsOfTheSeedAndOffersTheirCorrection) {
  auto const findings = suspicious(test::read_shipped(test::seed_path));
  EXPECT_EQ(codes(findings),
            (Codes{"dates.without_day /tanggal/pembuatan", "dates.without_day /tanggal/pengesahan",
                   "identity.rank /disahkan_oleh/pangkat", "identity.no_warning /peringatan",
                   "legal.kind_swapped /dasar_hukum/0", "legal.kind_swapped /dasar_hukum/1",
                   "legal.title_wrong /dasar_hukum/2", "wording.position /pelaksana/analis",
                   "wording.typo /langkah/1/ket", "wording.typo /langkah/2/aktivitas",
                   "activity.passive /langkah/9/aktivitas", "standards.input_equals_output /langkah/5/output/0",
                   "standards.approved_before_signature /langkah/8/kelengkapan/0",
                   "wording.two_names /langkah/5/kelengkapan/0"}));
  EXPECT_EQ(finding_at(findings, "/disahkan_oleh/pangkat").suggestion, "Pembina Tk.I (IV/b)");
  EXPECT_EQ(finding_at(findings, "/dasar_hukum/0").suggestion,
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah");
  EXPECT_EQ(finding_at(findings, "/dasar_hukum/1").suggestion,
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah");
  EXPECT_NE(finding_at(findings, "/dasar_hukum/2").suggestion.find("Petunjuk Teknis Perjanjian Kinerja, Pelaporan"),
            std::string::npos);
  EXPECT_EQ(finding_at(findings, "/pelaksana/analis").suggestion, "Analis Perencana Evaluasi dan Pelaporan");
  EXPECT_EQ(finding_at(findings, "/langkah/1/ket").suggestion, "Proses Pembuatan Pengumpulan Data Kinerja");
  EXPECT_EQ(finding_at(findings, "/langkah/8/kelengkapan/0").suggestion, "Dokumen mekanisme pengumpulan data kinerja");
  EXPECT_EQ(finding_at(findings, "/langkah/9/aktivitas").suggestion,
            "Mendistribusikan dokumen mekanisme pengumpulan data kinerja yang telah ditandatangani oleh Kepala Dinas "
            "kepada pihak yang berkepentingan dan mengarsipkannya");
}

TEST(Linter, InformsAboutTotalTimeEffectiveDateAndWhatIsInferred) {
  auto const findings = lint(test::read_shipped(test::seed_path));
  auto const total = std::ranges::find(findings, "time.total", &Finding::code);
  ASSERT_NE(total, findings.end());
  EXPECT_EQ(total->words_id, "Waktu seluruhnya 15 hari kerja + 20 menit; paling singkat 14 hari kerja + 20 menit.");
  EXPECT_NE(std::ranges::find(findings, "dates.no_effective", &Finding::code), findings.end());
  EXPECT_NE(std::ranges::find(findings, "flow.inferred", &Finding::code), findings.end());
  EXPECT_NE(std::ranges::find(findings, "wording.nonstandard", &Finding::code), findings.end());
}

TEST(Linter, HasNothingAgainstTheOtherShippedProcedures) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    if (path == test::seed_path) continue;
    EXPECT_EQ(codes(suspicious(test::read_shipped(path))), Codes{}) << path;
  }
}

TEST(Linter, EveryFindingExplainsItselfInBothLanguages) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    for (auto const& finding : lint(test::read_shipped(path))) {
      EXPECT_FALSE(finding.words_id.empty() || finding.words_en.empty()) << finding.code;
    }
  }
}

TEST(Linter, KnowsHowRanksAreWritten) {
  auto const rank = [](std::string const& written) {
    return finding_for("/disahkan_oleh/pangkat", [&](Procedure& each) { each.approved_by.rank = written; });
  };
  for (auto const* right : {"Pembina Tk. I (IV/b)", "Pembina Tingkat I / IV/b", "Pembina Tk.I IVb", "Penata (III/c)",
                            "Juru Muda I/a", "Pembina Utama Muda, Golongan IV/c", "Pembina", ""}) {
    EXPECT_EQ(rank(right).code, "") << right;
  }
  EXPECT_EQ(rank("Pembina (IV/b)").suggestion, "Pembina Tk.I (IV/b)");
  EXPECT_EQ(rank("Penata Muda III/d").suggestion, "Penata Tk.I (III/d)");
  EXPECT_EQ(rank("Perwira").code, "identity.rank");
}

TEST(Linter, KnowsTheLawsByNumberYearKindAndTitle) {
  auto const law = [](std::string const& written) {
    return finding_for("/dasar_hukum/0", [&](Procedure& each) { each.legal_basis = {written}; }).code;
  };
  EXPECT_EQ(law("PP No. 8/2006"), "");
  EXPECT_EQ(law("Perpres Nomor 8 Tahun 2006"), "legal.kind_swapped");
  EXPECT_EQ(law("Perpres Nomor 8 Tahun 2006 tentang Badan Koordinasi Sesuatu yang Lain"), "");
  EXPECT_EQ(law("PermenPAN-RB Nomor 35 Tahun 2012 tentang Pedoman SOP"), "legal.title_wrong");
  EXPECT_EQ(law("Peraturan Menteri PAN dan RB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional "
                "Prosedur Administrasi Pemerintahan"),
            "");
  EXPECT_EQ(law("UU Nomor 43 Tahun 2009 tentang Kearsipan"), "");
  EXPECT_EQ(law("Peraturan Bupati Nomor 8 Tahun 2006"), "");
}

TEST(Linter, CountsTheDigitsOfANip) {
  auto const nip = [](std::string const& written) {
    return finding_for("/disahkan_oleh/nip", [&](Procedure& each) { each.approved_by.nip = written; }).code;
  };
  EXPECT_EQ(nip("19000101 190001 1 001"), "");
  EXPECT_EQ(nip("19000101 190001 1 01"), "identity.nip");
}

TEST(Linter, FindsADecisionThatDecidesNothing) {
  EXPECT_EQ(codes_of_rows(row("periksa", "pemeriksaan", "a") + row("lanjut", "tugas", "b")),
            (Codes{"decision.one_exit /langkah/0/jenis"}));
  EXPECT_EQ(codes_of_rows(row("periksa", "pemeriksaan", "a", "lanjut: {baik: lanjut}") + row("lanjut", "tugas", "b")),
            (Codes{"decision.one_exit /langkah/0/lanjut"}));
  EXPECT_EQ(codes_of_rows(row("periksa", "pemeriksaan", "a", "lanjut: {baik: lanjut, buruk: lanjut}") +
                          row("lanjut", "tugas", "b")),
            (Codes{"decision.same_target /langkah/0/lanjut"}));
  EXPECT_EQ(codes_of_rows(row("tulis", "tugas", "b") + row("periksa", "pemeriksaan", "a", "kembali: [tulis]")),
            Codes{});
}

TEST(Linter, FindsFlowThatCannotWork) {
  EXPECT_EQ(
      codes_of_rows(row("satu", "tugas", "a", "berikut: tiga") + row("dua", "tugas", "b") + row("tiga", "tugas", "b")),
      (Codes{"flow.unreachable /langkah/1"}));
  EXPECT_EQ(
      codes_of_rows(row("satu", "tugas", "a") + row("dua", "tugas", "b") + row("tiga", "tugas", "b", "berikut: dua")),
      (Codes{"flow.no_end /langkah/0", "flow.endless_loop /langkah/1", "flow.endless_loop /langkah/2"}));
}

TEST(Linter, FindsAColumnThatNobodyUses) {
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "a")), (Codes{"actor.unused /pelaksana/b"}));
}

TEST(Linter, FindsMarksThatCannotBind) {
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b", "naskah: n") + row("teken", "tanda_tangan", "a")),
            (Codes{"paper.missing /langkah/1/naskah"}));
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b") + row("teken", "tanda_tangan", "a", "naskah: n")),
            (Codes{"paper.never_written /langkah/1/naskah"}));
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b", "naskah: n") + row("teken", "tanda_tangan", "a", "naskah: n") +
                          row("paraf", "paraf", "[a, b]", "naskah: n")),
            (Codes{"paper.initials_after_signature /langkah/2/jenis"}));
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b", "naskah: n") + row("teken", "tanda_tangan", "b", "naskah: n") +
                          row("simpan", "tugas", "a")),
            (Codes{"paper.same_hands /langkah/1/pelaksana"}));
}

TEST(Linter, FindsInputsThatCanNeverBeThere) {
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b", "kelengkapan: [{nama: Laporan, dari: n}]") +
                          row("dua", "tugas", "a", "naskah: n")),
            (Codes{"standards.source_never_written /langkah/0/kelengkapan/0/dari"}));
  EXPECT_EQ(codes_of_rows(row("satu", "tugas", "b", "kelengkapan: [{nama: Jawaban, dari: permintaan}], naskah: n") +
                          row("dua", "tugas", "a")),
            (Codes{"standards.no_requests /langkah/0/kelengkapan/0/dari"}));
}

TEST(Linter, APaperThatNobodyUsesIsNamed) {
  auto procedure = test::read_valid(with_rows(row("satu", "tugas", "a") + row("dua", "tugas", "b")));
  EXPECT_EQ(codes(suspicious(procedure)), (Codes{"paper.unused /naskah/n"}));
}

}  // namespace himpun::procedure
