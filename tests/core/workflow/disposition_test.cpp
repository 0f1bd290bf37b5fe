#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

Dispose sheet(std::vector<HolderId> to, std::vector<Instruction> instructions, std::string note = "") {
  return {{std::move(to), Nature::urgent, std::move(instructions), std::move(note)}};
}

class DispositionSheet : public ::testing::Test {
 protected:
  CaseGame game = CaseGame{}.start();
  TaskId const task = game.task("disposisi", Action::dispose);
};

TEST_F(DispositionSheet, SaysToWhomAndWhat) {
  EXPECT_EQ(game.refused("kadis", task, sheet({}, {Instruction::process})), "disposition.incomplete");
  EXPECT_EQ(game.refused("kadis", task, sheet({HolderId{"pos-tidak-ada"}}, {Instruction::process})),
            "disposition.incomplete");
  EXPECT_EQ(game.refused("kadis", task, sheet({HolderId{"pos-sekretaris"}}, {}, " ")), "disposition.incomplete");
  game.act("kadis", task, sheet({HolderId{"pos-sekretaris"}}, {}, "Koordinasikan"));
  EXPECT_EQ(game.open_steps(), Names{"perintah"});
  EXPECT_EQ(game.file.runs.at(0).note, "Koordinasikan");
}

TEST_F(DispositionSheet, CanBeWithdrawnByItsGiverWhileNobodyHasReadIt) {
  EXPECT_EQ(game.steer_refused("kadis", WithdrawDisposition{"Salah"}), "disposition.none");
  game.do_task(task);
  EXPECT_EQ(game.steer_refused("sekretaris", WithdrawDisposition{"Salah"}), "case.not_yours");
  EXPECT_EQ(game.steer_refused("kadis", WithdrawDisposition{" "}), "case.reason_missing");
  auto const events = game.steer("kadis", WithdrawDisposition{"Salah sifat"});
  EXPECT_EQ(names_of(events), (Names{"disposition_withdrawn", "step_closed", "step_opened"}));
  EXPECT_EQ(game.open_steps(), Names{"disposisi"});
  EXPECT_EQ(game.steer_refused("kadis", WithdrawDisposition{"Lagi"}), "disposition.none");
  game.run_to();
  EXPECT_EQ(game.file.state, CaseState::completed);
  EXPECT_EQ(game.file.dispositions.size(), 2U);
}

TEST_F(DispositionSheet, CannotBeWithdrawnOnceItWasRead) {
  game.do_task(task);
  game.act("sekretaris", game.task("perintah", Action::work), ReadTask{});
  EXPECT_EQ(game.steer_refused("kadis", WithdrawDisposition{"Salah"}), "disposition.read");
}

TEST_F(DispositionSheet, CannotBeWithdrawnFromAClosedCase) {
  game.do_task(task);
  game.steer("kadis", CancelCase{"Digabung"});
  EXPECT_EQ(game.steer_refused("kadis", WithdrawDisposition{"Salah"}), "case.closed");
}

}  // namespace
}  // namespace himpun::test
