#include "app/views/cases/case_view.h"

#include "app/views/cases/case_list.h"
#include "app/views/samples.h"

namespace himpun::test {
namespace {

using app::CaseAct;
using app::StepState;

app::CaseView view_of(CaseGame const& game, std::string const& post = "kadis") {
  Stage const stage{game, post};
  return app::case_view(stage.scene());
}

std::map<std::string, StepState> states_of(app::CaseView const& view) {
  std::map<std::string, StepState> states;
  for (auto const& step : view.steps) states[step.id.value] = step.state;
  return states;
}

TEST(TheFlow, ShowsWhatIsDoneWhatIsOpenAndWhatLiesAhead) {
  CaseGame game;
  game.start().run_to("telaah");
  auto const states = states_of(view_of(game));
  EXPECT_EQ(states.at("terima"), StepState::done);
  EXPECT_EQ(states.at("telaah"), StepState::open);
  EXPECT_EQ(states.at("perbaikan"), StepState::to_come);
  EXPECT_EQ(states.at("distribusi"), StepState::to_come);
}

TEST(TheFlow, CallsARepairSkippedOnceOnlyAReturnLeadsThere) {
  CaseGame game;
  game.start().run_to("paraf-kasubag");
  EXPECT_EQ(states_of(view_of(game)).at("perbaikan"), StepState::skipped);
  game.act("kasubag", game.task("paraf-kasubag", Action::initial), ReturnStep{StepId{"perbaikan"}, "NIP belum ada"});
  auto const view = view_of(game);
  auto const states = states_of(view);
  EXPECT_EQ(states.at("perbaikan"), StepState::open);
  EXPECT_EQ(states.at("paraf-kasubag"), StepState::returned);
  auto const& returned = view.steps.at(6).runs.at(0);
  EXPECT_EQ(returned.returned_to, StepId{"perbaikan"});
  EXPECT_EQ(returned.reason, "NIP belum ada");
  EXPECT_TRUE(view.steps.at(5).runs.at(0).sent_back);
}

TEST(TheFlow, SkipsWhatACompletedOrCancelledCaseNeverReached) {
  CaseGame game;
  game.start().run_to();
  auto const view = view_of(game);
  EXPECT_EQ(states_of(view).at("perbaikan"), StepState::skipped);
  EXPECT_EQ(states_of(view).at("distribusi"), StepState::done);
  EXPECT_TRUE(view.tasks.empty());
  EXPECT_EQ(view.archive->classification, "000.8.6.3");
  EXPECT_TRUE(view.recipients.at(0).received_at.has_value());
  CaseGame other;
  other.start();
  other.steer("kadis", CancelCase{"Digabung"});
  auto const cancelled = view_of(other);
  EXPECT_EQ(states_of(cancelled).at("disposisi"), StepState::withdrawn);
  EXPECT_EQ(states_of(cancelled).at("perintah"), StepState::skipped);
  EXPECT_EQ(cancelled.cancelled->reason, "Digabung");
  EXPECT_EQ(cancelled.cancelled->by.name, "ERLINAWATY, SH");
}

TEST(ARun, KeepsHowPunctualItWas) {
  CaseGame game;
  game.start();
  game.now = calendar::at("2026-01-06 10:00");
  game.run_to("perintah");
  auto const view = view_of(game);
  EXPECT_EQ(view.steps.at(0).runs.at(0).punctuality, calendar::Punctuality::late);
  EXPECT_FALSE(view.steps.at(0).runs.at(0).days_left.has_value());
  EXPECT_EQ(view.steps.at(1).runs.at(0).days_left, 0);
  EXPECT_EQ(view.steps.at(1).runs.at(0).holders.at(0).people.at(0).name, "HASAN BASRI");
}

TEST(TheCase, SaysWhatTheReaderMayDoWithIt) {
  CaseGame game;
  game.start();
  EXPECT_EQ(view_of(game, "pustakawan").allowed, std::vector<CaseAct>{});
  EXPECT_EQ(view_of(game, "analis").allowed, std::vector{CaseAct::correct});
  EXPECT_EQ(view_of(game, "kadis").allowed, (std::vector{CaseAct::suspend, CaseAct::cancel, CaseAct::correct}));
  game.run_to("perintah");
  EXPECT_EQ(view_of(game, "kadis").allowed,
            (std::vector{CaseAct::suspend, CaseAct::cancel, CaseAct::withdraw, CaseAct::correct}));
  game.act("sekretaris", game.task("perintah", Action::work), ReadTask{});
  game.steer("kadis", SuspendCase{"Menunggu"});
  EXPECT_EQ(view_of(game, "kadis").allowed, (std::vector{CaseAct::resume, CaseAct::cancel, CaseAct::correct}));
}

TEST(ADisposition, ShowsWhenItWasRead) {
  CaseGame game;
  game.start().run_to("perintah");
  EXPECT_FALSE(view_of(game).dispositions.at(0).read_at.has_value());
  auto const read_at = game.now;
  game.act("sekretaris", game.task("perintah", Action::work), ReadTask{});
  EXPECT_EQ(view_of(game).dispositions.at(0).read_at, read_at);
  EXPECT_EQ(view_of(game).dispositions.at(0).to.at(0).name, "Sekretaris Dinas");
}

TEST(ASuspendedCase, StandsStill) {
  CaseGame game;
  game.start();
  game.steer("kadis", SuspendCase{"Menunggu surat"});
  game.now = calendar::at("2026-02-02 10:00");
  auto const view = view_of(game);
  EXPECT_EQ(view.suspended->reason, "Menunggu surat");
  EXPECT_NE(view.steps.at(0).runs.at(0).punctuality, calendar::Punctuality::late);
  EXPECT_EQ(view.steps.at(0).runs.at(0).days_left, 0);
}

TEST(AVoidedMark, StaysVisibleWithItsReasonInTheReadersLanguage) {
  auto procedure = seed_procedure();
  for (auto& step : procedure.steps) {
    if (step.id.value == "paraf-sekretaris") step.returns = {StepId{"perbaikan"}};
  }
  CaseGame game{procedure};
  game.start().run_to("paraf-sekretaris");
  game.act("sekretaris", game.task("paraf-sekretaris", Action::initial),
           ReturnStep{StepId{"perbaikan"}, "Tabel 2 keliru"});
  game.act("analis", game.task("perbaikan", Action::work), WritePaper{words("Diperbaiki")});
  Stage const stage{game, "kadis", Language::english};
  auto const papers = app::paper_views(stage.scene());
  auto const paper = std::ranges::find(papers, "dokumen", &app::PaperView::key);
  ASSERT_NE(paper, papers.end());
  EXPECT_EQ(paper->versions.at(0).marks.at(0).void_reason, "The paper was changed to version 2.");
}

TEST(ThePeriodKey, IsReadBackAsThePeriodItWas) {
  for (auto const& period : {Period{PeriodKind::year, 2026, 1}, Period{PeriodKind::semester, 2026, 2},
                             Period{PeriodKind::quarter, 2026, 4}, Period{PeriodKind::month, 2026, 12}}) {
    EXPECT_EQ(himpun::parse_period_key(period_key(period)), period);
  }
  for (auto const* wrong : {"", "26", "2026-", "2026-q5", "2026-m13", "2026-m1", "2026-s0", "2026-q1x", "20x6"}) {
    EXPECT_FALSE(himpun::parse_period_key(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace himpun::test
