#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

using procedure::Procedure;

Result<std::vector<Event>> move_to(CaseGame& game, Procedure const& newer, std::int64_t number,
                                   std::string const& post = "kadis") {
  NewerVersion const target{number, newer, game.assignments};
  return game.play(post, Identity::session,
                   [&](auto const& occasion) { return decide_move(game.file, target, occasion); });
}

std::string refused_move(CaseGame& game, Procedure const& newer, std::int64_t number,
                         std::string const& post = "kadis") {
  auto const events = move_to(game, newer, number, post);
  return events ? "" : std::string{events.error().type->code};
}

TEST(AMove, GoesToANewerVersionAndTheCaseRunsThatOneFromThere) {
  CaseGame game;
  game.start().run_to("perintah");
  auto newer = seed_procedure();
  std::erase_if(newer.steps, [](auto const& step) { return step.id.value == "terima"; });
  for (auto& step : newer.steps) {
    if (step.id.value == "himpun") step.next = {StepId{"telaah"}};
  }
  auto const events = move_to(game, newer, 2);
  ASSERT_TRUE(events.has_value());
  EXPECT_EQ(names_of(*events), Names{"case_moved"});
  EXPECT_EQ(game.file.procedure_version, 2);
  game.procedure = newer;
  game.run_to();
  EXPECT_EQ(game.file.state, CaseState::completed);
  EXPECT_TRUE(std::ranges::none_of(game.file.runs, [](StepRun const& run) { return run.step.value == "terima"; }));
}

TEST(AMove, IsRefusedWhenAnOpenStepHasNoCounterpart) {
  CaseGame game;
  game.start().run_to("terima");
  auto newer = seed_procedure();
  std::erase_if(newer.steps, [](auto const& step) { return step.id.value == "terima"; });
  EXPECT_EQ(refused_move(game, newer, 2), "case.version_unfit");
  auto changed = seed_procedure();
  for (auto& step : changed.steps) {
    if (step.id.value == "terima") step.kind = procedure::StepKind::review;
  }
  EXPECT_EQ(refused_move(game, changed, 2), "case.version_unfit");
}

TEST(AMove, IsRefusedWithoutAuthorityABackwardsOneAndForAClosedCase) {
  CaseGame game;
  game.start();
  auto const newer = seed_procedure();
  EXPECT_EQ(refused_move(game, newer, 2, "analis"), "case.not_yours");
  EXPECT_EQ(refused_move(game, newer, 1), "case.version_unknown");
  game.steer("kadis", CancelCase{"Batal"});
  EXPECT_EQ(refused_move(game, newer, 2), "case.closed");
}

TEST(AMove, NeedsSomebodyForEveryPerformerOfTheNewerVersion) {
  CaseGame game;
  game.start();
  auto newer = seed_procedure();
  newer.actors.push_back({ActorId{"arsiparis"}, "Arsiparis", false});
  EXPECT_EQ(refused_move(game, newer, 2), "case.version_unfit");
}

TEST(ThePreviewOfAMove, SaysWhatComesWhatGoesAndWhatFits) {
  CaseGame game;
  game.start().run_to("terima");
  auto newer = seed_procedure();
  std::erase_if(newer.steps, [](auto const& step) { return step.id.value == "terima"; });
  newer.steps.at(0).id = StepId{"arahan"};
  NewerVersion const target{2, newer, game.assignments};
  auto const preview = preview_move(game.file, game.procedure, target);
  EXPECT_FALSE(preview.fits());
  ASSERT_EQ(preview.open_steps.size(), 1U);
  EXPECT_FALSE(preview.open_steps[0].fits);
  EXPECT_EQ(preview.added, std::vector{StepId{"arahan"}});
  EXPECT_EQ(preview.removed, (std::vector{StepId{"disposisi"}, StepId{"terima"}}));
}

}  // namespace
}  // namespace himpun::test
