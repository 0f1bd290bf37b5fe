#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

TEST(TheSeedSop, GoesFromLetterToArchiveInTenSteps) {
  CaseGame game;
  game.start().run_to();
  EXPECT_EQ(game.file.state, CaseState::completed);
  EXPECT_TRUE(game.file.closed_at.has_value());
  Names steps;
  for (auto const& run : game.file.runs) steps.push_back(run.step.value);
  EXPECT_EQ(steps, (Names{"disposisi", "perintah", "himpun", "terima", "telaah", "paraf-kasubag", "paraf-sekretaris",
                          "tanda-tangan", "distribusi"}));
  EXPECT_TRUE(game.file.archive.has_value());
  EXPECT_TRUE(std::ranges::none_of(game.file.tasks, &Task::is_open));
  auto const& marks = find_paper(game.file, "dokumen")->latest().marks;
  ASSERT_EQ(marks.size(), 3U);
  EXPECT_EQ(marks[2].kind, MarkKind::signature);
}

TEST(TheSeedSop, TakesTheRepairWhenTheReviewAsksForIt) {
  CaseGame game;
  game.start().run_to("telaah").run_to("perbaikan", "perlu perbaikan");
  auto const& run = *open_run(game.file, StepId{"perbaikan"});
  EXPECT_EQ(run.from, StepId{"telaah"});
  auto const task = game.task("perbaikan", Action::work);
  EXPECT_EQ(game.refused("analis", task, CompleteTask{}), "paper.unchanged");
  game.act("analis", task, WritePaper{words("Diperbaiki")});
  game.act("analis", task, CompleteTask{});
  EXPECT_EQ(game.open_steps(), Names{"paraf-kasubag"});
  EXPECT_EQ(find_paper(game.file, "dokumen")->latest().number, 2);
}

TEST(TheSeedSop, MayKeepThePaperAsItIsWhenTheNoteSaysWhy) {
  CaseGame game;
  game.start().run_to("perbaikan", "perlu perbaikan");
  game.act("analis", game.task("perbaikan", Action::work), CompleteTask{.note = "Tabel sudah benar."});
  EXPECT_TRUE(game.is_open("paraf-kasubag"));
}

TEST(AFoldedCase, IsTheSameAsTheOneTheRulesLeft) {
  CaseGame game;
  game.start().run_to("perbaikan", "perlu perbaikan").run_to();
  Case again;
  for (auto const& [event, at] : game.happened) evolve(again, event, at);
  EXPECT_EQ(again.state, game.file.state);
  EXPECT_EQ(again.updated_at, game.file.updated_at);
  ASSERT_EQ(again.tasks.size(), game.file.tasks.size());
  for (std::size_t i = 0; i < again.tasks.size(); ++i) {
    EXPECT_EQ(again.tasks[i].revision, game.file.tasks[i].revision);
    EXPECT_EQ(again.tasks[i].state, game.file.tasks[i].state);
  }
}

constexpr char const* parallel = R"(
  - {id: arah, jenis: disposisi, aktivitas: Mengarahkan, pelaksana: kadis, waktu: 1 hari, berikut: [satu, dua]}
  - {id: satu, jenis: tugas, aktivitas: Satu, pelaksana: analis, waktu: 1 hari, berikut: gabung}
  - {id: dua, jenis: tugas, aktivitas: Dua, pelaksana: kasubag, waktu: 1 hari, berikut: gabung}
  - {id: gabung, jenis: tugas, aktivitas: Gabung, pelaksana: sekretaris, waktu: 1 hari, menunggu: [satu, dua]}
)";

TEST(AJoin, OpensWhenAllBranchesHaveArrived) {
  auto game = small_game(parallel);
  game.do_task(game.task("arah", Action::dispose));
  EXPECT_EQ(game.open_steps(), (Names{"satu", "dua"}));
  auto const first = game.act("kasubag", game.task("dua", Action::work), CompleteTask{});
  EXPECT_EQ(names_of(first), (Names{"step_closed", "join_reached"}));
  EXPECT_FALSE(game.is_open("gabung"));
  game.act("analis", game.task("satu", Action::work), CompleteTask{});
  EXPECT_EQ(game.open_steps(), Names{"gabung"});
  auto const last = game.act("sekretaris", game.task("gabung", Action::work), CompleteTask{});
  EXPECT_EQ(names_of(last), (Names{"step_closed", "case_completed"}));
}

TEST(JointWork, IsDoneWhenEveryPerformerHasDoneTheirPart) {
  auto game = small_game(R"(
  - {id: susun, jenis: tugas, aktivitas: Menyusun, pelaksana: [analis, kasubag], waktu: 1 hari, naskah: surat-tugas, kelengkapan: [Bahan]}
)");
  EXPECT_EQ(game.file.tasks.size(), 2U);
  auto const mine = game.task("susun", Action::work, "pos-analis");
  auto const theirs = game.task("susun", Action::work, "pos-kasubag");
  EXPECT_EQ(names_of(game.act("kasubag", theirs, CompleteTask{.note = "Bagian saya selesai."})), Names{"part_done"});
  EXPECT_EQ(game.refused("kasubag", theirs, CompleteTask{}), "task.closed");
  EXPECT_EQ(game.refused("analis", mine, CompleteTask{}), "task.input_missing") << "the last one closes the step";
  game.prepare(*find_task(game.file, mine));
  game.act("analis", mine, CompleteTask{});
  EXPECT_EQ(game.file.state, CaseState::completed);
}

TEST(AReturn, GoesBackToAStepTheProcedureNamesWithAReason) {
  CaseGame game;
  game.start().run_to("paraf-kasubag");
  auto const task = game.task("paraf-kasubag", Action::initial);
  EXPECT_EQ(game.refused("kasubag", task, ReturnStep{StepId{"himpun"}, "Belum lengkap"}), "task.return_unknown");
  EXPECT_EQ(game.refused("kasubag", task, ReturnStep{StepId{"perbaikan"}, " "}), "case.reason_missing");
  auto const events = game.act("kasubag", task, ReturnStep{StepId{"perbaikan"}, "NIP belum ada"});
  EXPECT_EQ(names_of(events), (Names{"step_closed", "step_opened"}));
  EXPECT_TRUE(open_run(game.file, StepId{"perbaikan"})->sent_back);
  auto const repair = game.task("perbaikan", Action::work);
  EXPECT_EQ(find_task(game.file, repair)->state, TaskState::returned);
  game.run_to();
  EXPECT_EQ(game.file.state, CaseState::completed);
  EXPECT_EQ(std::ranges::count(game.file.runs, StepId{"paraf-kasubag"}, &StepRun::step), 2);
}

}  // namespace
}  // namespace himpun::test
