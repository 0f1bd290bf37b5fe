#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

class Gathering : public ::testing::Test {
 protected:
  CaseGame game = CaseGame{}.start().run_to("himpun");
  TaskId const gather = game.task("himpun", Action::gather);
  TaskId const library = game.task("himpun", Action::answer, "unit-pustaka");
  TaskId const archive = game.task("himpun", Action::answer, "unit-arsip");

  [[nodiscard]] Task const& now(TaskId const& id) const { return *find_task(game.file, id); }
};

TEST_F(Gathering, OpensOneRequestForEachDivisionAndOneForWhoeverGathers) {
  EXPECT_EQ(now(gather).state, TaskState::waiting);
  EXPECT_EQ(now(library).holder.value, "unit-pustaka");
  EXPECT_EQ(now(archive).holder.value, "unit-arsip");
}

TEST_F(Gathering, IsAnsweredByTheDivisionAlone) {
  EXPECT_EQ(game.refused("kabid-arsip", library, AnswerRequest{"x", {}, {}}), "task.not_yours");
  EXPECT_EQ(game.refused("analis", library, AnswerRequest{"x", {}, {}}), "task.not_yours");
  EXPECT_EQ(game.refused("kabid-pustaka", library, AcceptRequest{}), "task.not_yours");
}

TEST_F(Gathering, WantsAnAnswerThatSaysSomething) {
  EXPECT_EQ(game.refused("kabid-pustaka", library, AnswerRequest{" ", {}, {}}), "request.answer_empty");
  for (auto const* value : {"", "12,5", "1.2.3", "1e5", "-", ".5", "5."}) {
    EXPECT_EQ(game.refused("kabid-pustaka", library, AnswerRequest{"", {{"Kunjungan", value, "orang"}}, {}}),
              "request.number_invalid")
        << value;
  }
  EXPECT_EQ(game.refused("kabid-pustaka", library, AnswerRequest{"", {{" ", "5", ""}}, {}}), "request.number_invalid");
  game.act("kabid-pustaka", library, AnswerRequest{"", {{"Kunjungan", "-1234.50", "orang"}}, {}});
  EXPECT_EQ(now(library).state, TaskState::waiting);
}

TEST_F(Gathering, IsJudgedOnlyAfterAnAnswer) {
  EXPECT_EQ(game.refused("analis", library, AcceptRequest{}), "request.not_answered");
  EXPECT_EQ(game.refused("analis", library, RejectRequest{"Kurang"}), "request.not_answered");
  EXPECT_EQ(game.refused("analis", gather, AcceptRequest{}), "task.other_action");
}

TEST_F(Gathering, IsReturnedWithACommentAndAnsweredAgain) {
  game.act("kabid-pustaka", library, AnswerRequest{"Sebagian", {}, {}});
  EXPECT_EQ(game.refused("analis", library, RejectRequest{" "}), "case.reason_missing");
  game.act("analis", library, RejectRequest{"Maret belum ada"});
  EXPECT_EQ(now(library).state, TaskState::returned);
  EXPECT_EQ(game.refused("analis", library, AcceptRequest{}), "request.not_answered");
  game.act("kabid-pustaka", library, AnswerRequest{"Lengkap", {}, {}});
  game.act("analis", library, AcceptRequest{});
  ASSERT_EQ(now(library).answers.size(), 2U);
  EXPECT_EQ(now(library).answers[0].returned_with, "Maret belum ada");
  EXPECT_TRUE(now(library).answers[1].accepted);
  EXPECT_EQ(now(archive).state, TaskState::not_started) << "the other division goes on by itself";
}

TEST_F(Gathering, MayBeAnsweredAgainUntilItIsAccepted) {
  game.act("kabid-pustaka", library, AnswerRequest{"Pertama", {}, {}});
  game.act("kabid-pustaka", library, AnswerRequest{"Kedua", {}, {}});
  game.act("analis", library, AcceptRequest{});
  EXPECT_FALSE(now(library).answers[0].accepted);
  EXPECT_TRUE(now(library).answers[1].accepted);
  EXPECT_EQ(game.refused("kabid-pustaka", library, AnswerRequest{"Ketiga", {}, {}}), "task.closed");
}

TEST_F(Gathering, ClosesWhenAllAreAcceptedOrWithTheMissingOnesAndAReason) {
  game.act("kabid-pustaka", library, AnswerRequest{"Lengkap", {}, {}});
  game.act("analis", library, AcceptRequest{});
  game.act("analis", gather, WritePaper{words("Draf")});
  auto const refused = game.try_act("analis", gather, CompleteTask{});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().type->code, "request.answers_missing");
  EXPECT_NE(refused.error().detail.id.find("Unit arsip"), std::string::npos);
  game.act("analis", gather, CompleteTask{.missing_reason = "Bidang Kearsipan menyusul"});
  EXPECT_EQ(now(archive).state, TaskState::withdrawn);
  auto const& run = *std::ranges::find(game.file.runs, StepId{"himpun"}, &StepRun::step);
  EXPECT_EQ(run.missing, std::vector{HolderId{"unit-arsip"}});
  EXPECT_EQ(run.reason, "Bidang Kearsipan menyusul");
}

TEST_F(Gathering, AnAnswerThatArrivesDoesNotSendTheAnalystBackToTheStart) {
  auto const seen = now(gather).revision;
  game.act("kabid-pustaka", library, AnswerRequest{"Lengkap", {}, {}});
  EXPECT_EQ(now(gather).revision, seen);
  EXPECT_EQ(now(gather).state, TaskState::started);
}

}  // namespace
}  // namespace himpun::test
