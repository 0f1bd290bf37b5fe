#include "core/procedure/reader.h"

#include <gtest/gtest.h>

#include "base/yaml.h"
#include "core/journal/typed.h"
#include "core/procedure/book.h"
#include "core/procedure/reading/reader_problems.h"
#include "support/files.h"

namespace himpun::procedure {
namespace {

/// A small procedure that is right; tests change one thing.
std::string const small = R"(prosedur: uji
nomor: 1/UJI
nama: Uji
unit: Dinas Uji
pelaksana:
  kadis: Kepala Dinas
  analis: Analis
  bidang: {nama: Bidang, jamak: ya}
naskah:
  laporan: Laporan
langkah:
  - {id: arah, jenis: disposisi, aktivitas: Memberi arahan, pelaksana: kadis, waktu: 1 hari}
  - {id: tulis, jenis: tugas, aktivitas: Menulis laporan, pelaksana: analis, waktu: 2 hari, naskah: laporan}
  - {id: teken, jenis: tanda_tangan, aktivitas: Menandatangani, pelaksana: kadis, waktu: 20 menit, naskah: laporan}
)";

std::string changed(std::string from, std::string_view to) {
  std::string text = small;
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

Procedure must_read(std::string const& text) {
  auto read = read_procedure(text, "uji.yaml");
  if (!read) {
    ADD_FAILURE() << read.error().front().type->code << ": " << read.error().front().detail.en;
    return {};
  }
  return std::move(read->procedure);
}

/// "code line:column" of every refusal.
std::vector<std::string> refusals(std::string const& text) {
  std::vector<std::string> list;
  auto const read = read_procedure(text, "uji.yaml");
  if (read) return list;
  for (auto const& problem : read.error()) {
    list.push_back(std::string{problem.type->code} + " " + std::to_string(problem.where->line) + ":" +
                   std::to_string(problem.where->column));
  }
  return list;
}

using Refusals = std::vector<std::string>;

}  // namespace

TEST(ProcedureReader, FillsInWhatFollowsAndWhereItStarts) {
  auto const procedure = must_read(small);
  ASSERT_EQ(procedure.steps.size(), 3u);
  EXPECT_TRUE(procedure.steps[0].is_start);
  EXPECT_FALSE(procedure.steps[1].is_start);
  EXPECT_EQ(procedure.steps[0].next, std::vector{StepId{"tulis"}});
  EXPECT_TRUE(procedure.steps[2].next.empty());
  EXPECT_EQ(procedure.steps[2].kind, StepKind::signature);
  EXPECT_EQ(procedure.steps[2].time_limit, (calendar::TimeLimit{20, calendar::TimeUnit::minutes, {}}));
  EXPECT_TRUE(procedure.actors[2].plural);
}

TEST(ProcedureReader, AStepThatIsWaitedForHandsOverToTheOneThatWaits) {
  auto const procedure = must_read(
      changed("kadis, waktu: 1 hari}",
              "kadis, waktu: 1 hari, berikut: [tulis, hitung]}\n"
              "  - {id: hitung, jenis: tugas, aktivitas: Menghitung, pelaksana: bidang, waktu: sesuai kebutuhan}") +
      "  - {id: gabung, jenis: tugas, aktivitas: Menggabung, pelaksana: analis, waktu: 1-2 hari, menunggu: [teken, "
      "hitung]}\n");
  ASSERT_EQ(procedure.steps.size(), 5u);
  EXPECT_EQ(find_step(procedure, StepId{"hitung"})->next, std::vector{StepId{"gabung"}});
  EXPECT_EQ(find_step(procedure, StepId{"teken"})->next, std::vector{StepId{"gabung"}});
  EXPECT_FALSE(find_step(procedure, StepId{"hitung"})->time_limit.has_value());
}

TEST(ProcedureReader, ReadsTheSeedWithEveryWordInItsPlace) {
  auto const procedure = must_read(test::read_source_file("procedures/pengumpulan-data-kinerja.yaml"));
  ASSERT_EQ(procedure.steps.size(), 10u);
  EXPECT_EQ(procedure.number, "040/34.15/PUSTAKA/2025");
  EXPECT_EQ(procedure.dates.revised, "-");
  EXPECT_EQ(procedure.approved_by.rank, "Perencana Tk.I IVb");
  EXPECT_EQ(procedure.actors[3].name, "Analisis Perencana Evaluasi dan Pelaporan");
  EXPECT_EQ(procedure.steps[1].remark, "Proses Pembuatan Pengumpulan Data Kinerha");
  EXPECT_EQ(procedure.steps[2].gathers_from, ActorId{"bidang"});
  EXPECT_EQ(procedure.steps[2].inputs, (std::vector<Input>{{"Data / Bahan dari Bidang", "permintaan"}}));
  EXPECT_EQ(procedure.steps[4].outcomes,
            (std::vector<Outcome>{{"perlu perbaikan", StepId{"perbaikan"}}, {"sudah baik", StepId{"paraf-kasubag"}}}));
  EXPECT_EQ(procedure.steps[5].next, std::vector{StepId{"paraf-kasubag"}});
  EXPECT_EQ(procedure.steps[6].returns, std::vector{StepId{"perbaikan"}});
  EXPECT_EQ(procedure.steps[9].time_written, "20 Menit");
  EXPECT_TRUE(procedure.warnings.empty());
}

TEST(ProcedureReader, WhatItReadsSurvivesItsEvents) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    auto const procedure = must_read(test::read_source_file(path));
    Book book;
    for (auto const& event : adopt(book, procedure, {})) {
      auto const stored = journal::to_text(event);
      auto const back = journal::from_data<Event>(stored.type, stored.version, parse_json(stored.data).value());
      ASSERT_TRUE(back.has_value()) << path;
      evolve(book, *back, {});
    }
    EXPECT_EQ(book.latest().procedure, procedure) << path;
  }
}

TEST(ProcedureReader, RefusesEachFaultWithItsPlace) {
  EXPECT_EQ(refusals(changed("nomor:", "nomer:")),
            (Refusals{"procedure.key_missing 1:1", "procedure.key_unknown 2:1"}));
  EXPECT_EQ(refusals(changed("nama: Uji\n", "nama:\n")), (Refusals{"procedure.value_empty 3:1"}));
  EXPECT_EQ(refusals(changed("prosedur: uji", "prosedur: Uji Coba")), (Refusals{"procedure.id_malformed 1:11"}));
  EXPECT_EQ(refusals(changed("unit: Dinas Uji", "unit: [Dinas]")), (Refusals{"procedure.type_wrong 4:7"}));
  EXPECT_EQ(refusals(changed("jamak: ya", "jamak: mungkin")), (Refusals{"procedure.word_unknown 8:33"}));
  EXPECT_EQ(refusals(changed("laporan: Laporan", "surat: Laporan")).front(), "procedure.id_reserved 10:3");
  EXPECT_EQ(refusals(changed("id: tulis", "id: arah")), (Refusals{"procedure.id_duplicate 13:6"}));
  EXPECT_EQ(refusals(changed("id: tulis", "id: selesai")), (Refusals{"procedure.id_reserved 13:6"}));
  EXPECT_EQ(refusals(changed("jenis: tugas", "jenis: tugass")), (Refusals{"procedure.kind_unknown 13:24"}));
  EXPECT_EQ(refusals(changed("pelaksana: analis", "pelaksana: analisis")), (Refusals{"procedure.actor_unknown 13:59"}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: dua hari")), (Refusals{"procedure.time_unreadable 13:85"}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: 2 hari, berikut: tekan")),
            (Refusals{"procedure.step_unknown 13:93"}));
  EXPECT_EQ(refusals(changed("naskah: laporan}", "naskah: lapor}")), (Refusals{"procedure.paper_unknown 13:93"}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: 2 hari, kembali: [teken]")),
            (Refusals{"procedure.return_not_back 13:93"}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: 2 hari, menunggu: [teken]")), (Refusals{}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: 2 hari, menunggu: [arah, arah]")).front(),
            "procedure.named_twice 13:110");
  EXPECT_EQ(refusals(changed("waktu: 20 menit", "waktu: 20 menit, berikut: selesai, menunggu: [arah]")), (Refusals{}));
}

TEST(ProcedureReader, RefusesContradictions) {
  EXPECT_EQ(refusals(changed("jenis: tugas", "jenis: pengumpulan")), (Refusals{"procedure.key_missing 13:17"}));
  EXPECT_EQ(refusals(changed("jenis: tugas", "jenis: tugas, bersama: bidang")),
            (Refusals{"procedure.keys_conflict 13:31"}));
  EXPECT_EQ(refusals(changed("jenis: tugas", "jenis: tugas, lanjut: {ya: teken}")),
            (Refusals{"procedure.keys_conflict 13:31"}));
  EXPECT_EQ(refusals(changed("jenis: tugas", "jenis: pemeriksaan, lanjut: {ya: teken}, berikut: teken")),
            (Refusals{"procedure.keys_conflict 13:58"}));
  EXPECT_EQ(refusals(changed("waktu: 2 hari", "waktu: 2 hari, berikut: [teken, selesai]")).front(),
            "procedure.keys_conflict 13:93");
  EXPECT_EQ(
      refusals(changed("waktu: 20 menit", "waktu: 20 menit, menunggu: [tulis]") +
               "  - {id: arsip, jenis: tugas, aktivitas: Arsip, pelaksana: analis, waktu: 1 jam, menunggu: [arah]}\n"),
      (Refusals{}));
  EXPECT_EQ(refusals(changed("waktu: 20 menit", "waktu: 20 menit, menunggu: [arah]") + ""), (Refusals{}));
  EXPECT_EQ(
      refusals(changed("waktu: 1 hari", "waktu: 1 hari, berikut: tulis") +
               "  - {id: arsip, jenis: tugas, aktivitas: Arsip, pelaksana: analis, waktu: 1 jam, menunggu: [arah]}\n"),
      (Refusals{"procedure.join_not_served 15:82"}));
}

TEST(ProcedureReader, ReportsAllFaultsAtOnceInTheOrderOfTheFile) {
  std::string text = changed("jenis: tugas", "jenis: kerja");
  text.replace(text.find("nomor:"), 6, "numor:");
  text.replace(text.find("20 menit"), 8, "20 detik");
  EXPECT_EQ(refusals(text), (Refusals{"procedure.key_missing 1:1", "procedure.key_unknown 2:1",
                                      "procedure.kind_unknown 13:24", "procedure.time_unreadable 14:90"}));
}

TEST(ProcedureReader, AsksWhetherANearWordWasMeant) {
  auto const read = read_procedure(changed("aktivitas: Menulis", "aktifitas: Menulis"), "uji.yaml");
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().back().detail.id.find("Maksud Anda `aktivitas`?"), std::string::npos);
  EXPECT_EQ(read.error().back().where->file, "uji.yaml");
}

TEST(ProcedureReader, RefusesWhatIsNoProcedureAtAll) {
  for (auto const* text :
       {"", "teks", "- a\n", "[]", "langkah: {}", "langkah: []", "pelaksana: []", "{a: {b: {c: d}}}"}) {
    EXPECT_FALSE(read_procedure(text, "uji.yaml").has_value()) << text;
  }
}

TEST(ProcedureReader, RemembersWhereEachPartStands) {
  auto const read = read_procedure(small, "uji.yaml");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->positions.find("/langkah/1/waktu"), (Place{13, 78}));
  EXPECT_EQ(read->positions.find("/langkah/1/tidak-ada"), (Place{13, 5}));
  EXPECT_EQ(read->positions.find("/tidak-ada"), (Place{1, 1}));
}

TEST(ProcedureReader, LimitsHowMuchItTakes) {
  std::string many = small;
  for (std::size_t i = 0; i < max_steps; ++i) {
    many += "  - {id: s" + std::to_string(i) + ", jenis: tugas, aktivitas: A, pelaksana: kadis, waktu: 1 jam}\n";
  }
  EXPECT_EQ(refusals(many).front(), "procedure.too_many_items 12:3");
  EXPECT_EQ(refusals(changed("nama: Uji", "nama: " + std::string(max_text_characters + 1, 'x'))),
            (Refusals{"procedure.value_too_long 3:7"}));
}

}  // namespace himpun::procedure
