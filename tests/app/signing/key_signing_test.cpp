// A paper that somebody signs with a key is printed in time, and where nobody can print that is said at once.

#include "app/signing/signing_office.h"

namespace himpun::app::test {
namespace {

struct KeySigning : SigningOffice {
  /// The kasubag initials with a key.
  Result<Json> initial() {
    auto const task = open_task();
    MarkOrder const order{
        access::AccountId{"acc-kasubag"}, task.id, task.revision, {latest().sha256, workflow::MarkKind::initials}, {}};
    Result<Json> answer = refuse(store_unavailable);
    mark_paper(*room, order, Secret{"frasa sandi"}, [&](Result<Json> told) { answer = std::move(told); });
    return answer;
  }
};

TEST_F(KeySigning, finds_its_paper_being_printed_since_it_came_for_initials) {
  open(&printer);
  name_signer("kasubag");
  act("analis", workflow::WritePaper{{workflow::ContentKind::text, "# Laporan\n\nSemua baik.", {}, {}}});
  EXPECT_FALSE(edition()) << "it may still be written anew";
  act("analis", workflow::CompleteTask{});
  ASSERT_TRUE(edition());
  EXPECT_EQ(edition()->state, document::EditionState::requested);
  auto const answer = initial();
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(edition_pending));
  EXPECT_GT(answer.error().retry_after_seconds, 0);
}

TEST_F(KeySigning, of_nobody_makes_no_print) {
  open(&printer);
  name_signer("kadis");
  write_paper();
  EXPECT_FALSE(edition()) << "the kasubag marks with the password alone";
  act("kasubag", workflow::MarkPaper{latest().sha256, workflow::MarkKind::initials});
  EXPECT_TRUE(edition()) << "now it is the head's turn";
}

TEST_F(KeySigning, is_refused_at_once_where_nobody_can_print) {
  open(nullptr);
  name_signer("kasubag");
  write_paper();
  EXPECT_FALSE(edition());
  auto const answer = initial();
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(printer_missing)) << answer.error().type->code;
}

}  // namespace
}  // namespace himpun::app::test
