#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

std::string hash_of(CaseGame const& game) { return find_paper(game.file, "dokumen")->latest().sha256; }

TEST(Initials, BindToTheVersionThatWasSeenAndAskForThePassword) {
  CaseGame game;
  game.start().run_to("paraf-kasubag");
  auto const task = game.task("paraf-kasubag", Action::initial);
  EXPECT_EQ(game.refused("kasubag", task, MarkPaper{std::string(64, '0'), {}}), "paper.changed");
  EXPECT_EQ(game.refused("kasubag", task, MarkPaper{hash_of(game), {}}, Identity::session), "paper.password_needed");
  EXPECT_EQ(game.refused("kasubag", task, MarkPaper{hash_of(game), MarkKind::signature}), "task.other_action");
  EXPECT_EQ(names_of(game.act("kasubag", task, MarkPaper{hash_of(game), MarkKind::initials})),
            (Names{"paper_marked", "step_closed", "step_opened"}));
}

TEST(Initials, AreNotForWhoWroteThePaperWhateverPostTheyHold) {
  CaseGame game;
  game.start().run_to("paraf-kasubag");
  access::AppointmentId const id{"app-plt"};
  game.agency.appointments[id] = {id,
                                  PersonId{"per-analis"},
                                  PositionId{"pos-kasubag"},
                                  Standing::plt,
                                  calendar::date("2026-01-05"),
                                  std::nullopt,
                                  "SK 3"};
  auto const task = game.task("paraf-kasubag", Action::initial);
  EXPECT_EQ(game.refused("analis", task, MarkPaper{hash_of(game), {}}), "paper.duties_mixed");
  game.agency.duty_separation = access::DutySeparation::relaxed;
  EXPECT_EQ(game.refused("analis", task, MarkPaper{hash_of(game), {}}), "");
}

TEST(ASignature, IsNotForWhoInitialledThePaper) {
  CaseGame game;
  game.start().run_to("tanda-tangan");
  access::AppointmentId const id{"app-plh"};
  game.agency.appointments[id] = {id,
                                  PersonId{"per-sekretaris"},
                                  PositionId{"pos-kadis"},
                                  Standing::plh,
                                  calendar::date("2026-01-05"),
                                  std::nullopt,
                                  "SK 3"};
  auto const task = game.task("tanda-tangan", Action::sign);
  EXPECT_EQ(game.refused("sekretaris", task, MarkPaper{hash_of(game), {}}), "paper.duties_mixed");
  EXPECT_EQ(game.refused("kadis", task, MarkPaper{hash_of(game), {}}), "");
}

TEST(AnEdit, VoidsEveryMarkVisibly) {
  auto procedure = seed_procedure();
  for (auto& step : procedure.steps) {
    if (step.id.value == "paraf-sekretaris") step.returns = {StepId{"perbaikan"}};
  }
  CaseGame game{procedure};
  game.start().run_to("paraf-sekretaris");
  game.act("sekretaris", game.task("paraf-sekretaris", Action::initial),
           ReturnStep{StepId{"perbaikan"}, "Tabel 2 keliru"});
  auto const events = game.act("analis", game.task("perbaikan", Action::work), WritePaper{words("Diperbaiki")});
  EXPECT_EQ(names_of(events), (Names{"paper_written", "mark_voided"}));
  auto const& first = find_paper(game.file, "dokumen")->versions.at(0);
  ASSERT_EQ(first.marks.size(), 1U);
  EXPECT_TRUE(first.marks[0].voided_at.has_value());
  EXPECT_FALSE(first.marks[0].void_reason.empty());
  game.run_to();
  EXPECT_EQ(game.file.state, CaseState::completed) << "they are given anew on the way";
}

TEST(ASignature, WaitsForInitialsThatAnEditVoided) {
  auto game = small_game(R"(
  - {id: tulis, jenis: tugas, aktivitas: Menulis, pelaksana: analis, waktu: 1 hari, naskah: surat-tugas}
  - {id: paraf, jenis: paraf, aktivitas: Memaraf, pelaksana: kasubag, waktu: 1 hari, naskah: surat-tugas}
  - {id: rapikan, jenis: tugas, aktivitas: Merapikan, pelaksana: analis, waktu: 1 hari, naskah: surat-tugas}
  - {id: teken, jenis: tanda_tangan, aktivitas: Menandatangani, pelaksana: kadis, waktu: 1 hari, naskah: surat-tugas, kembali: [paraf]}
)");
  game.run_to("rapikan");
  game.act("analis", game.task("rapikan", Action::work), WritePaper{words("Dirapikan")});
  game.act("analis", game.task("rapikan", Action::work), CompleteTask{});
  auto const sign = game.task("teken", Action::sign);
  auto const hash = find_paper(game.file, "surat-tugas")->latest().sha256;
  EXPECT_EQ(game.refused("kadis", sign, MarkPaper{hash, {}}), "paper.initials_void");
  game.act("kadis", sign, ReturnStep{StepId{"paraf"}, "Paraf ulang"});
  game.do_task(game.task("paraf", Action::initial));
  game.act("analis", game.task("rapikan", Action::work), CompleteTask{.note = "Tidak ada yang perlu diubah."});
  game.do_task(game.task("teken", Action::sign));
  EXPECT_EQ(game.file.state, CaseState::completed);
}

TEST(AMark, NeedsAPaper) {
  auto game = small_game(R"(
  - {id: paraf, jenis: paraf, aktivitas: Memaraf, pelaksana: kasubag, waktu: 1 hari, naskah: surat-tugas}
)");
  EXPECT_EQ(game.refused("kasubag", game.task("paraf", Action::initial), MarkPaper{"x", {}}), "paper.missing");
}

}  // namespace
}  // namespace himpun::test
