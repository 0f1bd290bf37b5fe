#include "app/views/tasks/task_view.h"

#include "app/views/samples.h"

namespace himpun::test {
namespace {

app::TaskDetail detail_of(CaseGame const& game, TaskId const& id, std::string const& post,
                          Language language = Language::indonesian) {
  Stage const stage{game, post, language};
  return app::task_detail(stage.scene(), *find_task(game.file, id));
}

TEST(TheDispositionTask, OffersWhomTheSopExpectsFirst) {
  CaseGame game;
  game.start();
  auto const detail = detail_of(game, game.task("disposisi", Action::dispose), "kadis");
  EXPECT_TRUE(detail.may_act);
  EXPECT_FALSE(detail.why_not.has_value());
  EXPECT_EQ(detail.from_name, "Analis Perencana") << "who began the case";
  EXPECT_FALSE(detail.paper_required);
  ASSERT_TRUE(detail.forward_to.has_value());
  EXPECT_EQ(detail.forward_to->front().id, "pos-sekretaris");
  EXPECT_TRUE(detail.forward_to->front().suggested);
  EXPECT_EQ(std::ranges::count(*detail.forward_to, true, &app::Candidate::suggested), 1);
  EXPECT_EQ(std::ranges::count(*detail.forward_to, std::string{"pos-kadis"}, &app::Candidate::id), 0) << "not to oneself";
  ASSERT_EQ(detail.inputs.size(), 1U);
  EXPECT_EQ(detail.inputs[0].how->kind, app::PresenceKind::origin);
}

TEST(ATaskOfSomebodyElse, SaysWhoHoldsItInTheLanguageOfTheReader) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  auto const detail = detail_of(game, task, "analis");
  EXPECT_FALSE(detail.may_act);
  EXPECT_EQ(detail.why_not, "Tugas ini dipegang Kepala Dinas.");
  EXPECT_EQ(detail_of(game, task, "analis", Language::english).why_not, "This task is held by Kepala Dinas.");
}

TEST(ATask, CannotBeActedOnWhileItsCaseIsSuspendedOrOnceItIsDone) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  game.steer("kadis", SuspendCase{"Menunggu surat."});
  EXPECT_EQ(detail_of(game, task, "kadis").why_not, "Berkas sedang ditangguhkan: Menunggu surat.");
  game.steer("kadis", ResumeCase{});
  game.do_task(task);
  auto const detail = detail_of(game, task, "kadis");
  EXPECT_EQ(detail.why_not, "Sudah dikerjakan oleh ERLINAWATY, SH.");
  EXPECT_EQ(detail.done_by->name, "ERLINAWATY, SH");
}

TEST(ARequisite, SaysHowItIsThere) {
  CaseGame game;
  game.start().run_to("perintah");
  auto const task = game.task("perintah", Action::work);
  EXPECT_FALSE(detail_of(game, task, "sekretaris").inputs.at(0).present);
  game.act("sekretaris", task, PresentInput{0, reference("Rak 1")});
  game.act("sekretaris", task, PresentInput{0, reference("Rak 2")});
  auto const shown = detail_of(game, task, "sekretaris").inputs.at(0);
  EXPECT_TRUE(shown.present);
  EXPECT_EQ(shown.how->text, "Rak 2") << "showing it again replaces what was shown";
  game.run_to("terima");
  auto const from_case = detail_of(game, game.task("terima", Action::work), "kasubag").inputs.at(0);
  EXPECT_EQ(from_case.how->kind, app::PresenceKind::paper);
  EXPECT_EQ(from_case.how->version, 1);
}

TEST(TheGatheringTask, ShowsEveryDivisionsRequestAndIsPresentWhenAllAreAccepted) {
  CaseGame game;
  game.start().run_to("himpun");
  auto const gather = game.task("himpun", Action::gather);
  auto const library = game.task("himpun", Action::answer, "unit-pustaka");
  auto const archive = game.task("himpun", Action::answer, "unit-arsip");
  game.act("kabid-pustaka", library, AnswerRequest{"Ada", {{"Kunjungan", "9217", "orang"}}, {}});
  game.act("kabid-arsip", archive, AnswerRequest{"Sebagian", {}, {}});
  game.act("analis", archive, RejectRequest{"Maret belum ada"});
  auto detail = detail_of(game, gather, "analis");
  ASSERT_EQ(detail.requests->size(), 2U);
  EXPECT_EQ(detail.requests->at(0).state, app::RequestState::answered);
  EXPECT_EQ(detail.requests->at(1).state, app::RequestState::returned);
  EXPECT_TRUE(detail.paper_required);
  EXPECT_EQ(detail.paper->name, "Dokumen mekanisme pengumpulan data kinerja");
  EXPECT_FALSE(detail.inputs.at(0).present);
  auto const mine = detail_of(game, archive, "kabid-arsip");
  EXPECT_EQ(mine.reason, "Maret belum ada");
  EXPECT_TRUE(mine.inputs.empty() && mine.outcomes.empty() && mine.returns.empty());
  EXPECT_EQ(mine.request->answers.at(0).returned_with, "Maret belum ada");
  game.act("analis", library, AcceptRequest{});
  game.act("kabid-arsip", archive, AnswerRequest{"Lengkap", {}, {}});
  game.act("analis", archive, AcceptRequest{});
  detail = detail_of(game, gather, "analis");
  EXPECT_TRUE(detail.inputs.at(0).present);
  EXPECT_EQ(detail.requests->at(1).state, app::RequestState::accepted);
}

TEST(TheRepairTask, ShowsWhatTheReviewerAskedFor) {
  CaseGame game;
  game.start().run_to("telaah");
  auto const review = game.task("telaah", Action::review);
  auto const choices = detail_of(game, review, "kasubag").outcomes;
  ASSERT_EQ(choices.size(), 2U);
  EXPECT_EQ(choices[0].target_number, 6);
  game.act("kasubag", review, CompleteTask{.outcome = "perlu perbaikan", .reason = "Tabel 2 kosong"});
  auto const detail = detail_of(game, game.task("perbaikan", Action::work), "analis");
  EXPECT_EQ(detail.reason, "Tabel 2 kosong");
  EXPECT_EQ(detail.from_name, "Kasubag PPMEP");
}

TEST(AMarkingTask, ShowsThePaperItsWaysBackAndItsMarks) {
  CaseGame game;
  game.start().run_to("paraf-kasubag");
  auto const detail = detail_of(game, game.task("paraf-kasubag", Action::initial), "kasubag");
  EXPECT_EQ(detail.paper->latest->version, 1);
  ASSERT_EQ(detail.returns.size(), 1U);
  EXPECT_EQ(detail.returns[0].number, 6);
  EXPECT_EQ(detail.returns[0].holder_names, Names{"Analis Perencana"});
}

TEST(TheDistributionTask, SuggestsTheDivisionsThenShowsWhoConfirmed) {
  CaseGame game;
  game.start().run_to("distribusi");
  auto const task = game.task("distribusi", Action::distribute);
  auto const before = *detail_of(game, task, "analis").distribution;
  EXPECT_FALSE(before.distributed);
  EXPECT_EQ(before.candidates.at(0).id, "unit-pustaka");
  EXPECT_TRUE(before.candidates.at(1).suggested);
  EXPECT_FALSE(before.candidates.at(2).suggested);
  game.act("analis", task, Distribute{{HolderId{"unit-arsip"}}, "Untuk dilaksanakan"});
  auto const receipt = game.task("distribusi", Action::receive);
  auto const received = detail_of(game, receipt, "kabid-arsip");
  EXPECT_EQ(received.distribution->note, "Untuk dilaksanakan");
  EXPECT_TRUE(received.distribution->candidates.empty());
  game.act("kabid-arsip", receipt, ConfirmReceipt{});
  auto const after = *detail_of(game, task, "analis").distribution;
  EXPECT_TRUE(after.distributed);
  EXPECT_EQ(after.recipients.at(0).received_by->name, "RAHMAT HIDAYAT");
}

TEST(ACard, SaysHowMuchTimeIsLeft) {
  CaseGame game;
  game.start();
  auto const task = game.task("disposisi", Action::dispose);
  auto card = detail_of(game, task, "kadis");
  EXPECT_EQ(card.days_left, 0);
  EXPECT_EQ(card.punctuality, calendar::Punctuality::at_risk) << "it is due today";
  game.now = calendar::at("2026-01-05 15:00");
  EXPECT_EQ(detail_of(game, task, "kadis").minutes_left, 60);
  game.now = calendar::at("2026-01-07 09:00");
  card = detail_of(game, task, "kadis");
  EXPECT_EQ(card.punctuality, calendar::Punctuality::late);
  EXPECT_EQ(card.days_left, -2);
  EXPECT_FALSE(card.minutes_left.has_value());
}

}  // namespace
}  // namespace himpun::test
