#include "core/procedure/check.h"

#include <gtest/gtest.h>

#include "core/procedure/summary.h"
#include "support/procedures.h"

namespace himpun::procedure {
namespace {

using test::row;
using test::with_rows;

Check check_rows(std::string const& rows) { return check_procedure(with_rows(rows), "uji.yaml"); }

}  // namespace

TEST(ProcedureCheck, TellsCleanSuspiciousAndRefusedApart) {
  EXPECT_EQ(
      check_rows(row("tulis", "tugas", "b", "naskah: n") + row("teken", "tanda_tangan", "a", "naskah: n")).verdict(),
      Verdict::clean);
  EXPECT_EQ(check_rows(row("tulis", "tugas", "b", "naskah: n")).verdict(), Verdict::findings);
  EXPECT_EQ(check_rows(row("tulis", "tugas", "c")).verdict(), Verdict::refused);
  EXPECT_EQ(check_rows(row("satu", "tugas", "a") + row("dua", "tugas", "b", "berikut: satu")).verdict(),
            Verdict::refused);
}

TEST(ProcedureCheck, WritesOneLineAFaultWithItsPlace) {
  auto const text = write_check(check_rows(row("tulis", "tugas", "staf")), Language::english);
  EXPECT_EQ(
      text,
      "uji.yaml:11:55: error procedure.actor_unknown: Unknown performer. `staf` is not in this file. Choices: a, b.\n"
      "uji.yaml: refused (errors: 1)\n");
}

TEST(ProcedureCheck, AnUnsoundFlowIsRefusedWithItsPlaceAndPath) {
  auto const check =
      check_rows(row("satu", "tugas", "a", "berikut: [dua, tiga]") + row("dua", "tugas", "b", "berikut: empat") +
                 row("tiga", "tugas", "b", "berikut: empat") + row("empat", "tugas", "a"));
  ASSERT_EQ(check.refusals.size(), 1u);
  EXPECT_EQ(check.refusals[0].problem.where->line, 14);
  EXPECT_EQ(check.refusals[0].path.size(), 3u);
  auto const json = to_json(check);
  EXPECT_EQ(*json.find("verdict")->get_if<std::string>(), "refused");
  auto const& refusal = json.find("refusals")->get_if<Json::Array>()->front();
  EXPECT_EQ(*refusal.find("code")->get_if<std::string>(), "procedure.step_open_twice");
  EXPECT_EQ(refusal.find("path")->get_if<Json::Array>()->size(), 3u);
}

TEST(ProcedureCheck, DoesNotSayTwiceThatAStepIsUnreachable) {
  auto const check =
      check_rows(row("satu", "tugas", "a", "berikut: tiga") + row("dua", "tugas", "b") + row("tiga", "tugas", "b"));
  EXPECT_EQ(check.refusals.size(), 1u);
  for (auto const& placed : check.findings) EXPECT_NE(placed.finding.code, "flow.unreachable");
}

TEST(ProcedureCheck, ReportsTheSeedAsJsonWithPlaces) {
  auto const json = to_json(check_procedure(test::read_source_file(test::seed_path), test::seed_path));
  EXPECT_EQ(*json.find("verdict")->get_if<std::string>(), "findings");
  EXPECT_EQ(*json.find("procedure")->find("steps")->get_if<std::int64_t>(), 10);
  EXPECT_EQ(*json.find("paths")->find("longest")->find("words")->find("id")->get_if<std::string>(),
            "15 hari kerja + 20 menit");
  for (auto const& finding : *json.find("findings")->get_if<Json::Array>()) {
    EXPECT_GT(*finding.find("line")->get_if<std::int64_t>(), 1);
  }
}

TEST(ProcedureSummary, ShowsRowsPerformersAndWhatFollows) {
  auto const check = check_procedure(test::read_source_file(test::seed_path), test::seed_path);
  auto const text = summarize(check, Language::indonesian, 80);
  EXPECT_NE(text.find("Nomor:     040/34.15/PUSTAKA/2025\n"), std::string::npos);
  EXPECT_NE(text.find("    Pemeriksaan | Kasubag Perencanaan"), std::string::npos);
  EXPECT_NE(text.find("    -> perlu perbaikan: 6 perbaikan; sudah baik: 7 paraf-kasubag\n"), std::string::npos);
  EXPECT_NE(text.find("    <- dapat kembali ke 6 perbaikan\n"), std::string::npos);
  EXPECT_NE(text.find("Waktu terpanjang: 15 hari kerja + 20 menit (1 disposisi"), std::string::npos);
  EXPECT_NE(text.find("Temuan: 0 kesalahan, 14 peringatan, 4 keterangan\n"), std::string::npos);
}

TEST(ProcedureSummary, OfAFileThatCannotBeReadIsTheReport) {
  auto const check = check_procedure("nama: [", "uji.yaml");
  EXPECT_EQ(summarize(check, Language::english), write_check(check, Language::english));
}

TEST(ProcedureSummary, KeepsWithinTheTerminal) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    auto const text = summarize(check_procedure(test::read_source_file(path), path), Language::english, 72);
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
      EXPECT_LE(end - begin, 72u) << text.substr(begin, end - begin);
    }
  }
}

}  // namespace himpun::procedure
