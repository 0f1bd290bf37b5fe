#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

TEST(Steering, IsForWhoeverStartsTheSopOrSignsItsPaper) {
  CaseGame game;
  game.start();
  for (auto const* post : {"analis", "sekretaris", "kasubag", "kabid-arsip", "pustakawan"}) {
    EXPECT_EQ(game.steer_refused(post, SuspendCase{"Menunggu"}), "case.not_yours") << post;
    EXPECT_EQ(game.steer_refused(post, CancelCase{"Batal"}), "case.not_yours") << post;
  }
  EXPECT_EQ(game.steer_refused("kadis", SuspendCase{"Menunggu"}), "");
  EXPECT_EQ(game.file.state_by, (By{PersonId{"per-kadis"}, PositionId{"pos-kadis"}, Standing::definitive}));
}

TEST(Steering, NeedsACaseAndAReason) {
  CaseGame game;
  EXPECT_EQ(game.steer_refused("kadis", CancelCase{"Batal"}), "case.unknown");
  game.start();
  EXPECT_EQ(game.steer_refused("kadis", SuspendCase{""}), "case.reason_missing");
  EXPECT_EQ(game.steer_refused("kadis", CancelCase{" "}), "case.reason_missing");
}

TEST(ASuspendedCase, IsResumedOnceAndSuspendedOnce) {
  CaseGame game;
  game.start();
  EXPECT_EQ(game.steer_refused("kadis", ResumeCase{}), "case.not_suspended");
  game.steer("kadis", SuspendCase{"Menunggu"});
  EXPECT_TRUE(game.steer("kadis", SuspendCase{"Menunggu"}).empty());
  game.steer("kadis", ResumeCase{});
  EXPECT_EQ(game.file.state, CaseState::running);
  EXPECT_FALSE(game.file.state_by.has_value());
  EXPECT_EQ(game.steer_refused("kadis", ResumeCase{}), "case.not_suspended");
}

TEST(ASuspendedCase, GetsTheWorkingTimeBackThatItHadLeft) {
  CaseGame game;
  game.start();
  EXPECT_EQ(game.file.tasks.at(0).due_at, calendar::at("2026-01-05 16:00"));
  game.now = calendar::at("2026-01-05 10:00");
  game.steer("kadis", SuspendCase{"Menunggu surat susulan"});
  game.now = calendar::at("2026-01-07 10:00");
  auto const events = game.steer("kadis", ResumeCase{});
  EXPECT_EQ(names_of(events), (Names{"case_resumed", "deadlines_moved"}));
  EXPECT_EQ(game.file.tasks.at(0).due_at, calendar::at("2026-01-07 16:00"));
  EXPECT_EQ(open_run(game.file, StepId{"disposisi"})->due_at, calendar::at("2026-01-07 16:00"));
}

TEST(ACalendarChange, MovesOpenStepsAndOnlyThose) {
  CaseGame game;
  game.start().run_to("terima");
  auto const before = *open_run(game.file, StepId{"terima"})->due_at;
  EXPECT_TRUE(game.steer("kadis", RecomputeDeadlines{}).empty());
  auto const holiday =
      calendar::next_working_day(game.calendar, local_date(game.now, calendar::offset_of(game.calendar)));
  game.calendar.local_holidays.push_back({holiday, "Hari Jadi Kabupaten", "Keputusan Bupati"});
  auto const events = game.steer("kadis", RecomputeDeadlines{});
  ASSERT_EQ(names_of(events), Names{"deadlines_moved"});
  EXPECT_EQ(std::get<DeadlinesMoved>(events[0]).deadlines.size(), 1U);
  EXPECT_GT(*open_run(game.file, StepId{"terima"})->due_at, before);
}

TEST(ACancelledCase, StaysClosed) {
  CaseGame game;
  game.start();
  game.steer("kadis", CancelCase{"Digabung"});
  EXPECT_EQ(game.file.state, CaseState::cancelled);
  EXPECT_EQ(game.steer_refused("kadis", CancelCase{"Lagi"}), "case.closed");
  EXPECT_EQ(game.steer_refused("kadis", SuspendCase{"Lagi"}), "case.closed");
  EXPECT_EQ(game.steer_refused("kadis", ResumeCase{}), "case.closed");
}

TEST(ACorrection, IsAFurtherEntryByAnybodyWithAPartInTheCase) {
  CaseGame game;
  game.start();
  EXPECT_EQ(game.steer_refused("pustakawan", RecordCorrection{1, "Keliru"}), "case.not_yours");
  EXPECT_EQ(game.steer_refused("kabid-arsip", RecordCorrection{0, "Keliru"}), "case.event_unknown");
  EXPECT_EQ(game.steer_refused("kabid-arsip", RecordCorrection{1, " "}), "case.reason_missing");
  game.steer("kabid-arsip", RecordCorrection{1, "Nomor agenda 016/2026"});
  ASSERT_EQ(game.file.corrections.size(), 1U);
  EXPECT_EQ(game.file.corrections[0].event, 1);
}

}  // namespace
}  // namespace himpun::test
