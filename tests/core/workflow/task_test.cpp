#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

TEST(ATask, IsKnownByItsId) {
  CaseGame game;
  game.start();
  for (auto const* id : {"case1-0", "case1-2", "case1-", "case2-1", "case1-x", ""}) {
    EXPECT_EQ(game.refused("kadis", TaskId{id}, ReadTask{}), "task.unknown") << id;
  }
}

TEST(ATask, IsForItsHolderAlone) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  EXPECT_EQ(game.refused("sekretaris", task, ReadTask{}), "task.not_yours");
  EXPECT_EQ(names_of(game.act("kadis", task, ReadTask{})), Names{"task_read"});
  EXPECT_TRUE(game.act("kadis", task, ReadTask{}).empty()) << "reading it again is already so";
}

TEST(ATask, IsAlsoForTheDeputyOfItsHolderOnTheDaysOfTheAppointment) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  access::AppointmentId const id{"app-plh"};
  game.agency.appointments[id] = {id,
                                  PersonId{"per-sekretaris"},
                                  PositionId{"pos-kadis"},
                                  Standing::plh,
                                  calendar::date("2026-01-06"),
                                  calendar::date("2026-01-07"),
                                  "SK 2"};
  EXPECT_EQ(game.refused("sekretaris", task, ReadTask{}), "task.not_yours") << "the day before";
  game.now = calendar::at("2026-01-06 08:00");
  auto const events = game.act("sekretaris", task, ReadTask{});
  EXPECT_EQ(std::get<TaskRead>(events.at(0)).by,
            (By{PersonId{"per-sekretaris"}, PositionId{"pos-kadis"}, Standing::plh}));
  game.now = calendar::at("2026-01-08 08:00");
  EXPECT_EQ(game.refused("sekretaris", task, ReadTask{}), "task.not_yours") << "the day after";
}

TEST(ATask, IsRefusedToWhoeverSawAnOlderState) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  game.act("kadis", task, ReadTask{});
  TaskCommand const old{task, 1, PresentInput{0, reference("Rak 1")}};
  auto const events =
      game.play("kadis", Identity::session, [&](auto const& occasion) { return decide(game.file, old, occasion); });
  ASSERT_FALSE(events.has_value());
  EXPECT_EQ(events.error().type->code, "task.changed");
}

TEST(ATask, IsClosedOnceItIsDone) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  game.do_task(task);
  auto const events = game.try_act("kadis", task, ReadTask{});
  ASSERT_FALSE(events.has_value());
  EXPECT_EQ(events.error().type->code, "task.closed");
  EXPECT_EQ(events.error().detail.id, "Sudah dikerjakan oleh ERLINAWATY, SH.");
}

TEST(ATask, WaitsWhileItsCaseIsSuspendedAndEndsWithIt) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  game.steer("kadis", SuspendCase{"Menunggu surat"});
  EXPECT_EQ(game.refused("kadis", task, ReadTask{}), "case.suspended");
  game.steer("kadis", CancelCase{"Digabung"});
  EXPECT_EQ(game.refused("kadis", task, ReadTask{}), "case.closed");
  EXPECT_EQ(find_task(game.file, task)->state, TaskState::withdrawn);
}

TEST(ATask, AsksForItsOwnActionOnly) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  EXPECT_EQ(game.refused("kadis", task, CompleteTask{}), "disposition.incomplete");
  for (TaskAct const& other :
       std::vector<TaskAct>{WritePaper{words("x")}, AnswerRequest{"x", {}, {}}, AcceptRequest{}, RejectRequest{"x"},
                            MarkPaper{"x", {}}, Distribute{{HolderId{"pos-analis"}}, ""}, ConfirmReceipt{},
                            ArchiveCase{{"1", 1, 1, Disposal::destroy, "x"}, {}}}) {
    EXPECT_EQ(game.refused("kadis", task, other), "task.other_action") << other.index();
  }
  game.run_to("perintah");
  EXPECT_EQ(game.refused("sekretaris", game.task("perintah", Action::work),
                         Dispose{{{HolderId{"pos-analis"}}, Nature::ordinary, {Instruction::process}, ""}}),
            "task.other_action");
}

TEST(Kelengkapan, IsAGate) {
  CaseGame game;
  game.start().run_to("perintah");
  auto const task = game.task("perintah", Action::work);
  EXPECT_EQ(game.refused("sekretaris", task, CompleteTask{}), "task.input_missing");
  EXPECT_EQ(game.refused("sekretaris", task, PresentInput{1, reference("Rak 1")}), "task.input_unknown");
  EXPECT_EQ(game.refused("sekretaris", task, PresentInput{-1, reference("Rak 1")}), "task.input_unknown");
  EXPECT_EQ(game.refused("sekretaris", task, PresentInput{0, reference(" ")}), "task.content_empty");
  EXPECT_EQ(game.refused("sekretaris", task, PresentInput{0, {ContentKind::file, "", {}, {}}}), "task.content_empty");
  EXPECT_EQ(game.refused("sekretaris", task, PresentInput{0, {ContentKind::paper, "dokumen", {}, {}}}),
            "paper.missing");
  game.act("sekretaris", task, PresentInput{0, reference("Renstra, lemari B2")});
  EXPECT_EQ(find_task(game.file, task)->state, TaskState::started);
  EXPECT_EQ(game.refused("sekretaris", task, CompleteTask{}), "task.output_missing");
  EXPECT_EQ(game.refused("sekretaris", task, WritePaper{words("  ")}), "task.content_empty");
  game.act("sekretaris", task, WritePaper{words("Perintah")});
  EXPECT_TRUE(game.act("sekretaris", task, WritePaper{words("Perintah")}).empty()) << "the same words change nothing";
  game.act("sekretaris", task, CompleteTask{});
  EXPECT_TRUE(game.is_open("himpun"));
}

TEST(AReview, TakesOneOfItsOutcomesWithAReason) {
  CaseGame game;
  game.start().run_to("telaah");
  auto const task = game.task("telaah", Action::review);
  EXPECT_EQ(game.refused("kasubag", task, CompleteTask{.reason = "Baik"}), "task.outcome_unknown");
  EXPECT_EQ(game.refused("kasubag", task, CompleteTask{.outcome = "bagus", .reason = "Baik"}), "task.outcome_unknown");
  EXPECT_EQ(game.refused("kasubag", task, CompleteTask{.outcome = "sudah baik"}), "case.reason_missing");
  game.act("kasubag", task, CompleteTask{.outcome = "sudah baik", .reason = "Lengkap"});
  EXPECT_EQ(game.open_steps(), Names{"paraf-kasubag"});
}

}  // namespace
}  // namespace himpun::test
