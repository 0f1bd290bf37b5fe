#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

std::string refused_start(CaseGame& game, StartCase const& command, std::string const& post = "analis") {
  auto const events = game.try_start(post, command);
  return events ? "" : std::string{events.error().type->code};
}

TEST(StartOfACase, OpensTheFirstStepForItsHolderWithADueDate) {
  CaseGame game;
  game.start();
  ASSERT_EQ(game.open_steps(), Names{"disposisi"});
  auto const& task = game.file.tasks.at(0);
  EXPECT_EQ(task.holder.value, "pos-kadis");
  EXPECT_EQ(task.action, Action::dispose);
  EXPECT_EQ(task.revision, 1);
  EXPECT_EQ(task.due_at, calendar::at("2026-01-05 16:00"));
  EXPECT_EQ(game.file.number, "0001/2026");
}

TEST(StartOfACase, IsForOfficialsWithAPartInTheSop) {
  CaseGame game;
  EXPECT_EQ(refused_start(game, letter_start(), "pustakawan"), "case.not_yours");
  EXPECT_EQ(refused_start(game, letter_start(), "kabid-arsip"), "");
}

TEST(StartOfACase, NeedsATitle) {
  CaseGame game;
  auto command = letter_start();
  command.title = "  ";
  EXPECT_EQ(refused_start(game, command), "case.title_missing");
}

TEST(StartOfACase, NeedsAPeriodThatExists) {
  CaseGame game;
  auto command = letter_start();
  for (auto const& period : {Period{PeriodKind::quarter, 2026, 5}, Period{PeriodKind::month, 2026, 13},
                             Period{PeriodKind::semester, 2026, 0}, Period{PeriodKind::year, 1999, 1}}) {
    command.period = period;
    EXPECT_EQ(refused_start(game, command), "case.period_invalid") << period_key(period);
  }
}

TEST(StartOfACase, NeedsWhatIsKnownOfTheLetter) {
  CaseGame game;
  auto command = letter_start();
  command.origin.from.clear();
  command.origin.date.reset();
  auto const events = game.try_start("analis", command);
  ASSERT_FALSE(events.has_value());
  EXPECT_EQ(events.error().type->code, "case.origin_incomplete");
  ASSERT_EQ(events.error().fields.size(), 2U);
  EXPECT_EQ(events.error().fields[0].pointer, "/origin/from");
  command.origin = {.kind = OriginKind::instruction, .subject = "Kumpulkan data kinerja."};
  EXPECT_EQ(refused_start(game, command), "");
}

TEST(StartOfACase, NamesAStartOfTheProcedureOrNone) {
  CaseGame game;
  auto command = letter_start();
  command.start = StepId{"telaah"};
  EXPECT_EQ(refused_start(game, command), "case.start_unknown");
  command.start = StepId{"disposisi"};
  EXPECT_EQ(refused_start(game, command), "");
}

TEST(StartOfACase, NeedsSomebodyForEveryPerformer) {
  CaseGame game;
  game.assignments.at(2).holders.clear();
  EXPECT_EQ(refused_start(game, letter_start()), "case.actor_unassigned");
  game.assignments.at(2).holders = {HolderId{"pos-kasubag"}, HolderId{"pos-analis"}};
  EXPECT_EQ(refused_start(game, letter_start()), "case.actor_unassigned") << "a column for one has two";
  game.assignments.at(2).holders = {HolderId{"pos-dihapus"}};
  EXPECT_EQ(refused_start(game, letter_start()), "case.actor_unassigned");
}

TEST(StartOfACase, OpensEveryStartOfTheProcedure) {
  auto game = small_game(R"(
  - {id: arah, jenis: disposisi, aktivitas: Mengarahkan, pelaksana: kadis, waktu: 1 hari, berikut: tutup}
  - {id: daftar, jenis: tugas, aktivitas: Mendaftar, pelaksana: analis, waktu: 1 hari, mulai: ya, berikut: tutup}
  - {id: tutup, jenis: tugas, aktivitas: Menutup, pelaksana: kasubag, waktu: 1 hari, menunggu: [arah, daftar]}
)");
  EXPECT_EQ(game.open_steps(), (Names{"arah", "daftar"}));
  game.run_to();
  EXPECT_EQ(game.file.state, CaseState::completed);
}

}  // namespace
}  // namespace himpun::test
