#include "app/views/cases/history_words.h"
#include "app/views/samples.h"

namespace himpun::test {
namespace {

app::ByView by_of(access::Agency const& agency, Event const& event) {
  return std::visit(
      [&](auto const& each) {
        if constexpr (requires { each.by; }) {
          return app::by_view(agency, each.by);
        } else {
          return app::by_view(agency, journal::Actor{});
        }
      },
      event);
}

/// The sentences of a game, one an event.
std::vector<Words> tell_all(CaseGame const& game) {
  Stage const stage{game, "kadis"};
  auto const scene = stage.scene();
  std::vector<Words> sentences;
  for (auto const& [event, at] : game.happened) {
    sentences.push_back(app::tell(scene, event, by_of(game.agency, event)).words);
  }
  return sentences;
}

bool tells(std::vector<Words> const& sentences, std::string const& sentence) {
  return std::ranges::any_of(sentences, [&](Words const& each) { return each.id == sentence || each.en == sentence; });
}

TEST(TheHistory, TellsEveryEventInBothLanguagesAndEndsEverySentence) {
  CaseGame game;
  game.start();
  game.steer("kadis", SuspendCase{"Menunggu surat susulan."});
  game.steer("kadis", ResumeCase{});
  game.steer("kabid-arsip", RecordCorrection{1, "Nomor agenda 016/2026"});
  game.run_to("perintah");
  game.steer("kadis", WithdrawDisposition{"Salah sifat surat"});
  game.run_to("perbaikan", "perlu perbaikan").run_to();
  for (auto const& each : tell_all(game)) {
    EXPECT_TRUE(each.id.ends_with('.')) << each.id;
    EXPECT_TRUE(each.en.ends_with('.')) << each.en;
    EXPECT_EQ(each.id.find(".."), std::string::npos) << each.id;
    EXPECT_EQ(each.id.find(" 0 "), std::string::npos) << each.id;
  }
}

TEST(TheHistory, SpeaksAsPeopleDo) {
  CaseGame game;
  game.start().run_to("perbaikan", "perlu perbaikan").run_to();
  auto const sentences = tell_all(game);
  for (auto const* sentence :
       {"BUDI SANTOSO (Analis Perencana) memulai berkas 0001/2026: Pengumpulan data kinerja Triwulan I 2026.",
        "Langkah 1 sampai di Kepala Dinas, tenggat 5 Januari 2026 pukul 16.00.",
        "Step 1 reached Kepala Dinas, due 5 January 2026 at 16:00.",
        "ERLINAWATY, SH (Kepala Dinas) memberi disposisi kepada Sekretaris Dinas.",
        "DEWI ANGGRAINI (Kepala Bidang Perpustakaan) menjawab permintaan data untuk Unit pustaka.",
        "SRI WAHYUNI (Kasubag PPMEP) menyelesaikan langkah 5 dengan hasil \"perlu perbaikan\": Sudah diperiksa.",
        "SRI WAHYUNI (Kasubag PPMEP) memaraf \"Dokumen mekanisme pengumpulan data kinerja\" versi 2.",
        "ERLINAWATY, SH (Kepala Dinas) signed \"Dokumen mekanisme pengumpulan data kinerja\" version 2.",
        "RAHMAT HIDAYAT (Kepala Bidang Kearsipan) mengonfirmasi penerimaan untuk Unit arsip.", "Berkas selesai."}) {
    EXPECT_TRUE(tells(sentences, sentence)) << sentence;
  }
}

TEST(TheHistory, NamesAnActingOfficialAsSuch) {
  CaseGame game;
  game.start();
  access::AppointmentId const id{"app-plh"};
  game.agency.appointments[id] = {id,
                                  PersonId{"per-sekretaris"},
                                  PositionId{"pos-kadis"},
                                  Standing::plh,
                                  calendar::date("2026-01-05"),
                                  std::nullopt,
                                  "SK 2"};
  game.act("sekretaris", game.task("disposisi", Action::dispose), ReadTask{});
  EXPECT_TRUE(tells(tell_all(game), "HASAN BASRI (Plh. Kepala Dinas) membaca tugasnya di langkah 1 (Kepala Dinas)."));
}

}  // namespace
}  // namespace himpun::test
