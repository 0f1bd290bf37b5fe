#include "core/workflow/samples.h"

namespace himpun::test {
namespace {

ArchiveEntry entry() { return {"000.8.6.3", 2, 3, Disposal::destroy, "Lemari B2, boks 14"}; }

class DistributionStep : public ::testing::Test {
 protected:
  CaseGame game = CaseGame{}.start().run_to("distribusi");
  TaskId const task = game.task("distribusi", Action::distribute);

  void distribute() { game.act("analis", task, Distribute{{HolderId{"unit-pustaka"}, HolderId{"unit-arsip"}}, ""}); }
};

TEST_F(DistributionStep, WantsRecipientsThatExistEachOnce) {
  EXPECT_EQ(game.refused("analis", task, Distribute{{}, ""}), "distribution.recipients_invalid");
  EXPECT_EQ(game.refused("analis", task, Distribute{{HolderId{"unit-lain"}}, ""}), "distribution.recipients_invalid");
  EXPECT_EQ(game.refused("analis", task, Distribute{{HolderId{"unit-arsip"}, HolderId{"unit-arsip"}}, ""}),
            "distribution.recipients_invalid");
}

TEST_F(DistributionStep, OpensAReceiptForEachRecipientOnce) {
  distribute();
  EXPECT_EQ(find_task(game.file, task)->state, TaskState::waiting);
  EXPECT_TRUE(game.act("analis", task, Distribute{{HolderId{"unit-arsip"}}, ""}).empty());
  auto const receipt = game.task("distribusi", Action::receive, "unit-arsip");
  EXPECT_EQ(game.refused("kabid-pustaka", receipt, ConfirmReceipt{}), "task.not_yours");
  game.act("kabid-arsip", receipt, ConfirmReceipt{});
  EXPECT_EQ(game.refused("kabid-arsip", receipt, ConfirmReceipt{}), "task.closed");
}

TEST_F(DistributionStep, IsArchivedAfterItWasSentAndConfirmed) {
  EXPECT_EQ(game.refused("analis", task, ArchiveCase{entry(), {}}), "distribution.not_distributed");
  distribute();
  EXPECT_EQ(game.refused("analis", task, ArchiveCase{entry(), {}}), "distribution.receipts_missing");
  for (auto const& each :
       {ArchiveEntry{" ", 2, 3, Disposal::destroy, "B2"}, ArchiveEntry{"000", 2, 3, Disposal::destroy, ""},
        ArchiveEntry{"000", -1, 3, Disposal::destroy, "B2"}, ArchiveEntry{"000", 2, 101, Disposal::permanent, "B2"}}) {
    EXPECT_EQ(game.refused("analis", task, ArchiveCase{each, "Menyusul"}), "archive.incomplete");
  }
  auto const events = game.act("analis", task, ArchiveCase{entry(), "Bidang sedang dinas luar"});
  EXPECT_EQ(names_of(events), (Names{"case_archived", "step_closed", "case_completed"}));
  EXPECT_EQ(game.file.runs.back().missing.size(), 2U);
}

TEST(ADistribution, WaitsForTheSignature) {
  auto game = small_game(R"(
  - {id: tulis, jenis: tugas, aktivitas: Menulis, pelaksana: analis, waktu: 1 hari, naskah: surat-tugas, berikut: [sebar, teken]}
  - {id: sebar, jenis: distribusi, aktivitas: Menyebarkan, pelaksana: analis, waktu: 1 hari, naskah: surat-tugas, berikut: selesai}
  - {id: teken, jenis: tanda_tangan, aktivitas: Menandatangani, pelaksana: kadis, waktu: 1 hari, naskah: surat-tugas}
)");
  game.run_to("sebar");
  auto const task = game.task("sebar", Action::distribute);
  EXPECT_EQ(game.refused("analis", task, Distribute{{HolderId{"unit-arsip"}}, ""}), "paper.not_signed");
  game.do_task(game.task("teken", Action::sign));
  EXPECT_EQ(game.refused("analis", task, Distribute{{HolderId{"unit-arsip"}}, ""}), "");
}

}  // namespace
}  // namespace himpun::test
