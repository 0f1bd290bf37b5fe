// What leaves the office: who can be written to, one attempt at a time, and what was recalled stays recalled.

#include <gtest/gtest.h>

#include "core/archive/sending/decide.h"

namespace himpun::archive {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct SendingTest : ::testing::Test {
  SendingBook book;
  By const by{access::PersonId{"p"}, access::PositionId{"pos"}, access::Standing::definitive};
  Instant now = *parse_instant("2026-04-20T01:00:00Z");
  Outgoing outgoing{"c-9", "dokumen", 2, Sending::paper, ""};
  RecipientId const id{"r1"};

  void happen(Result<SendingEvents> const& events) {
    ASSERT_TRUE(events) << events.error().type->code;
    for (auto const& each : *events) evolve(book, each, now);
  }
  OutsideRecipient mail(char const* address = "bagian@contoh.go.id") { return {id, Channel::mail, "Bappeda", address, ""}; }
  void address() { happen(address_outside(book, outgoing, {mail()}, by)); }
  void start() { happen(start_mail(*due_mails(book, now).at(0), "t", now)); }
};

TEST(MailAddress, OnlyPlainMailboxesAreTaken) {
  for (auto const* good : {"a@b", "nama.orang+arsip@dinas-contoh.go.id", "x_y@a.b.c"}) EXPECT_TRUE(is_mail_address(good)) << good;
  for (auto const* bad : {"", "@", "a@", "@b", "a b@c", "a@b c", "a@b>", "<a@b>", "a@b\r\nBcc: x@y", "a@-b", "a@b-", "a@b..c",
                          ".a@b", "a..b@c", "a.@b", "\"a\"@b", "a@[127.0.0.1]", "a@b,c@d", "é@b"}) {
    EXPECT_FALSE(is_mail_address(bad)) << bad;
  }
}

TEST_F(SendingTest, AttemptsFollowEachOtherWithGrowingPauses) {
  address();
  start();
  EXPECT_TRUE(due_mails(book, now).empty());
  happen(fail_mail(book, id, 1, "451 nanti", false, now));
  EXPECT_EQ(book.find(id)->state, SendingState::waiting);
  EXPECT_TRUE(due_mails(book, now).empty());
  now += pause_after(1);
  start();
  happen(end_mail(book, id, 2, "250 ok"));
  EXPECT_EQ(book.find(id)->state, SendingState::sent);
  EXPECT_TRUE(due_mails(book, now + hours{100}).empty());
}

TEST_F(SendingTest, ItIsGivenUpAfterTheLastAttemptOrWhenTheServerSaysSo) {
  address();
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    start();
    happen(fail_mail(book, id, attempt, "tidak tersambung", false, now));
    now += hours{5};
  }
  EXPECT_EQ(book.find(id)->state, SendingState::failed);
  EXPECT_TRUE(due_mails(book, now).empty());
  EXPECT_EQ(pause_after(1), minutes{1});
  EXPECT_EQ(pause_after(30), minutes{240});
}

TEST_F(SendingTest, ARunnerThatWasOvertakenChangesNothing) {
  address();
  start();
  now += mail_lease;
  start();  // the first runner died, or hangs
  EXPECT_EQ(book.find(id)->attempts, 2);
  EXPECT_TRUE(end_mail(book, id, 1, "250 ok").empty());
  EXPECT_TRUE(fail_mail(book, id, 1, "x", false, now).empty());
  happen(end_mail(book, id, 2, "250 ok"));
  EXPECT_TRUE(fail_mail(book, id, 2, "x", false, now).empty());
}

TEST_F(SendingTest, ARecallStopsWhatWaitsAndStaysVisible) {
  address();
  EXPECT_FALSE(recall(book, "c-9", " ", by));
  happen(recall(book, "c-9", "Ada angka yang salah", by));
  EXPECT_TRUE(recall(book, "c-9", "lagi", by)->empty());
  EXPECT_TRUE(due_mails(book, now).empty());
  EXPECT_EQ(book.recalls["c-9"].reason, "Ada angka yang salah");
  EXPECT_EQ(book.outside.size(), 1U);
  EXPECT_EQ(open_link(book, id).error().type->code, already_recalled.code);
  EXPECT_EQ(address_outside(book, outgoing, {mail()}, by).error().type->code, already_recalled.code);
}

TEST_F(SendingTest, WhomThePaperWasMailedToIsToldOfTheRecall) {
  RecipientId const waiting{"r-2"};
  address();
  start();
  happen(end_mail(book, id, 1, "250"));
  auto const left_at = book.find(id)->sent_at;
  happen(address_outside(book, outgoing, {{waiting, Channel::mail, "Lain", "lain@contoh.go.id", ""},
                                          {RecipientId{"r-3"}, Channel::post, "Bupati", "Jl. Contoh 1", ""}},
                         by));
  happen(record_delivery(book, RecipientId{"r-3"}, "045/2026", "", by));
  now += hours{1};
  happen(recall(book, "c-9", "Ada angka yang salah", by));
  EXPECT_FALSE(are_mails_over(book));
  auto const due = due_mails(book, now);
  ASSERT_EQ(due.size(), 1U);  // the mail that waited stays
  EXPECT_EQ(due[0]->recipient.id, id);
  EXPECT_TRUE(is_notice(book, *due[0]));
  EXPECT_FALSE(is_notice(book, *book.find(waiting)));
  start();
  happen(fail_mail(book, id, 2, "421", false, now));
  now += hours{1};
  start();
  happen(end_mail(book, id, 3, "250"));
  EXPECT_EQ(book.find(id)->state, SendingState::sent);
  EXPECT_EQ(book.find(id)->sent_at, left_at);
  EXPECT_EQ(book.find(waiting)->state, SendingState::failed);
  EXPECT_TRUE(are_mails_over(book));
}

TEST_F(SendingTest, AMailThatIsOnItsWayWhenItIsRecalledIsFollowedByTheNotice) {
  address();
  start();
  happen(recall(book, "c-9", "Ada angka yang salah", by));
  EXPECT_TRUE(due_mails(book, now + hours{100}).empty());
  happen(end_mail(book, id, 1, "250"));
  ASSERT_EQ(due_mails(book, now).size(), 1U);
  EXPECT_TRUE(is_notice(book, *due_mails(book, now)[0]));
}

TEST_F(SendingTest, AMailThatFailsAfterTheRecallIsNotTriedAgain) {
  address();
  start();
  happen(recall(book, "c-9", "Ada angka yang salah", by));
  happen(fail_mail(book, id, 1, "421", false, now));
  EXPECT_EQ(book.find(id)->state, SendingState::failed);
  EXPECT_TRUE(due_mails(book, now + hours{100}).empty());
  EXPECT_TRUE(are_mails_over(book));
}

TEST_F(SendingTest, TheClassOfTheCodeIsTheLeastAndMayBeTightened) {
  Register all;
  all.security = {{"biasa", {"biasa", "Biasa", Sending::paper}},
                  {"terbatas", {"terbatas", "Terbatas", Sending::link}},
                  {"rahasia", {"rahasia", "Rahasia", Sending::by_hand}}};
  all.codes = {{"000", {"000", "Umum", {}, "biasa", "", false}}, {"700", {"700", "Pengawasan", {}, "terbatas", "", false}},
               {"700.1", {"700.1", "Aduan", {}, "rahasia", "", false}}};
  EXPECT_EQ(*choose_sending(all, "000.8.6.3", ""), Sending::paper);
  EXPECT_EQ(*choose_sending(all, "700.2", ""), Sending::link);
  EXPECT_EQ(*choose_sending(all, "700.1.9", ""), Sending::by_hand);
  EXPECT_EQ(*choose_sending(all, "700.2", "rahasia"), Sending::by_hand);
  EXPECT_EQ(choose_sending(all, "700.1", "terbatas").error().type->code, mail_forbidden.code);
  EXPECT_EQ(choose_sending(all, "700.2", "biasa").error().type->code, mail_forbidden.code);
  EXPECT_EQ(choose_sending(all, "000", "tidak-ada").error().type->code, mail_forbidden.code);
  EXPECT_EQ(*choose_sending(all, "", ""), Sending::paper);
}

TEST_F(SendingTest, ALinkCountsAsReceiptOnce) {
  address();
  start();
  happen(end_mail(book, id, 1, "250"));
  happen(open_link(book, id));
  EXPECT_TRUE(book.find(id)->received_at);
  EXPECT_TRUE(open_link(book, id)->empty());
}

TEST_F(SendingTest, WhatGoesByHandNeverGoesByMail) {
  outgoing.sending = Sending::by_hand;
  EXPECT_EQ(address_outside(book, outgoing, {mail()}, by).error().type->code, mail_forbidden.code);
  happen(address_outside(book, outgoing, {{id, Channel::post, "Bupati", "Jl. Contoh 1", ""}}, by));
  EXPECT_TRUE(due_mails(book, now).empty());
  EXPECT_FALSE(record_delivery(book, id, "", "", by));
  happen(record_delivery(book, id, "045/2026", "", by));
  EXPECT_FALSE(book.find(id)->received_at);
  happen(record_delivery(book, id, "045/2026", "Staf TU", by));
  EXPECT_EQ(book.find(id)->received_how, "Staf TU");
  EXPECT_TRUE(record_delivery(book, id, "045/2026", "Staf TU", by)->empty());
}

TEST_F(SendingTest, EveryWrongAddressIsNamedAndTheSameOneGoesOnce) {
  auto const asked = address_outside(book, outgoing, {mail("x"), {id, Channel::post, "", "a\nb", ""}}, by);
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().fields.size(), 3U);
  address();
  EXPECT_TRUE(address_outside(book, outgoing, {mail()}, by)->empty());
  outgoing.number = 3;  // a new version goes out anew
  EXPECT_EQ(address_outside(book, outgoing, {mail()}, by)->size(), 1U);
}

}  // namespace
}  // namespace himpun::archive
