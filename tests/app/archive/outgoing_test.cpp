// Papers that leave the office, as their recipients get them: the signed or printed PDF and not the typed words, and
// word of a newer version and of a recall.

#include <map>

#include "app/archive/mailing.h"
#include "app/archive/outgoing_desk.h"
#include "app/papers/press.h"
#include "app/signing/signing_room.h"
#include "app/streams.h"
#include "app/test_office.h"
#include "app/views/tasks/inbox.h"
#include "app/views/tasks/task_view.h"

namespace himpun::app::test {
namespace {

class KeptBlobs final : public BlobStore {
 public:
  std::map<std::string, std::string, std::less<>> contents;

  void keep(std::string const& path, std::string_view sha256, std::int64_t) override {
    std::ifstream file{path, std::ios::binary};
    contents[std::string{sha256}] = {std::istreambuf_iterator<char>{file}, {}};
  }
  [[nodiscard]] bool has(std::string_view sha256) override { return contents.contains(sha256); }
  [[nodiscard]] Result<BlobHead> head_of(std::string_view sha256, std::size_t most_bytes) override {
    if (!has(sha256)) return refuse(file_missing);
    auto const& content = contents.find(sha256)->second;
    return BlobHead{static_cast<std::int64_t>(content.size()), content.substr(0, most_bytes)};
  }
  [[nodiscard]] Result<void> read(std::string_view sha256, std::function<void(std::string_view)> const& sink) override {
    if (!has(sha256)) return refuse(file_missing);
    sink(contents.find(sha256)->second);
    return {};
  }
  void remove(std::string_view) override {}
  void list(std::function<void(std::string_view)> const&) override {}
  [[nodiscard]] Result<std::string> path_of(std::string_view) override { return refuse(file_missing); }
};

class PlainPrinter final : public Renderer {
 public:
  bool is_broken = false;

  [[nodiscard]] Result<Printed> print(PrintOrder const&) override {
    if (is_broken) return refuse(printer_failed, {"kertas habis", "out of paper"});
    return Printed{"%PDF-1.7 cetakan", {}, 1, "Uji"};
  }
};

class Postbox final : public Mailer {
 public:
  std::vector<Mail> mails;

  [[nodiscard]] MailOutcome send(Mail const& mail) override {
    mails.push_back(mail);
    return {MailFate::sent, "250"};
  }
};

struct OutgoingTest : ::testing::Test {
  TestOffice office;
  KeptBlobs blobs;
  PlainPrinter printer;
  Postbox postbox;
  workflow::CaseId id;
  workflow::TaskId task;
  access::By const by{access::PersonId{"per-kadis"}, access::PositionId{"pos-kadis"}, access::Standing::definitive};
  std::optional<Mailing> mailing;

  void SetUp() override {
    office.found();
    id = workflow::CaseId{office.start("Laporan kinerja")};
    task = office.file(id.value).tasks.front().id;
    move_in(&printer);
    write_and_distribute(1);
  }
  /// The same office with these contents and this printer.
  void move_in(Renderer* renderer) {
    auto const& old = office.office->world();
    World world{.store = old.store,
                .blobs = blobs,
                .hasher = old.hasher,
                .key = old.key,
                .clock = old.clock,
                .make_id = old.make_id,
                .make_token = old.make_token,
                .agency = old.agency,
                .sheets = old.sheets,
                .packages = old.packages,
                .scratch_folder = old.scratch_folder,
                .renderer = renderer};
    mailing.reset();
    office.office = std::make_unique<Office>(std::move(world));
    mailing.emplace(*office.office, postbox, "https://himpun.contoh.go.id");
  }
  template <class Event>
  void happen(std::string const& stream, std::vector<Event> const& events) {
    office.must([&](Desk& desk) -> Result<Json> {
      auto const head = desk.reader.head(stream);
      auto end = head;
      if (auto ok = desk.transaction.append(stream, head, seal(stream, end, events, desk.stamp({}))); !ok) {
        return std::unexpected(ok.error());
      }
      return Json{};
    });
  }
  void write_and_distribute(std::int32_t number) {
    workflow::Content const content{workflow::ContentKind::text, "Isi versi " + std::to_string(number), {}, {}};
    happen<workflow::Event>(case_stream(id.value),
                            {workflow::PaperWritten{task, "dokumen", number, content, to_hex(sha256(content.text)), by},
                             workflow::PaperDistributed{task, "dokumen", number, {}, "", by}});
  }
  void address(archive::Sending sending) {
    archive::OutsideRecipient const recipient{archive::RecipientId{"r-1"}, archive::Channel::mail, "Bappeda",
                                              "bappeda@contoh.go.id", ""};
    happen<archive::SendingEvent>(sending_stream(id.value),
                                  {archive::OutsideAddressed{task.value, "dokumen", 1, sending, "", {recipient}, by}});
  }
  archive::SentOutside sent() {
    return office.read<archive::SentOutside>(
        [&](Reader& reader) { return office.office->books().sending(reader, id.value)->state.outside.at(0); });
  }
  void print(PressRun expected) {
    auto const run = make_next_edition(*office.office, {.most_attempts = 1});
    ASSERT_TRUE(run);
    EXPECT_EQ(*run, expected);
  }
  std::string token_in(Mail const& mail) {
    auto const begin = mail.body.find("/terima/") + 8;
    return mail.body.substr(begin, mail.body.find('\n', begin) - begin);
  }
  LinkedPaper linked(std::string const& token) {
    std::optional<LinkedPaper> found;
    auto const looked = office.see("", [&](Sight& sight) -> Result<Json> {
      auto link = find_link(sight, token);
      if (!link) return std::unexpected(link.error());
      found = std::move(*link);
      return Json{};
    });
    EXPECT_TRUE(looked) << (looked ? "" : looked.error().type->code);
    return *found;
  }
};

TEST_F(OutgoingTest, WhatWasTypedGoesOutAsItsPrintedEdition) {
  address(archive::Sending::paper);
  EXPECT_EQ(mailing->run(), 0);
  EXPECT_EQ(sent().attempts, 0);  // it waits for the printer, not for the mail server
  print(PressRun::made);
  EXPECT_EQ(mailing->run(), 1);
  auto const& attachment = postbox.mails.at(0).attachment;
  ASSERT_TRUE(attachment);
  EXPECT_EQ(attachment->content, "%PDF-1.7 cetakan");
  EXPECT_EQ(attachment->media_type, "application/pdf");
  EXPECT_TRUE(attachment->name.ends_with(".pdf")) << attachment->name;
}

TEST_F(OutgoingTest, WhereNothingCanPrintItGoesOutAsItWasTyped) {
  move_in(nullptr);
  address(archive::Sending::paper);
  EXPECT_EQ(mailing->run(), 1);
  EXPECT_EQ(postbox.mails.at(0).attachment->content, "Isi versi 1");
  EXPECT_EQ(postbox.mails.at(0).attachment->name, "dokumen-v1.txt");
}

TEST_F(OutgoingTest, TheSignedPdfGoesBeforeTheEditionAndAScanOfInkDoesNot) {
  auto const file = [&](std::string const& content) {
    auto const hash = to_hex(sha256(content));
    blobs.contents[hash] = content;
    return FileRef{hash, content + ".pdf", "application/pdf", std::ssize(content)};
  };
  signing::SigningSubject const subject{task.value, signing::SignatureKind::signature, "dokumen", 1, ""};
  happen<signing::CaseSigningEvent>(
      signing_stream(id.value),
      {signing::SigningRequested{1, subject, signing::SignerKind::pkcs12, file("cetakan"), by},
       signing::SigningCompleted{1, {file("bertanda"), "", "", "b_b"}},
       signing::SigningRequested{2, subject, signing::SignerKind::wet_ink, file("cetakan"), by},
       signing::SigningCompleted{2, {file("pindaian"), "", "", ""}}});
  address(archive::Sending::paper);
  EXPECT_EQ(mailing->run(), 1);
  EXPECT_EQ(postbox.mails.at(0).attachment->content, "bertanda");
}

TEST_F(OutgoingTest, WhatCannotBePrintedIsNeverSentAsTypedAndIsTriedAgain) {
  printer.is_broken = true;
  address(archive::Sending::paper);
  EXPECT_EQ(mailing->run(), 0);
  print(PressRun::failed);
  EXPECT_EQ(mailing->run(), 0);
  EXPECT_EQ(sent().state, archive::SendingState::waiting);
  EXPECT_EQ(sent().attempts, 1);
  EXPECT_NE(sent().reason.find("kertas habis"), std::string::npos) << sent().reason;
  printer.is_broken = false;
  print(PressRun::made);  // it was asked for again
  office.now += archive::pause_after(1);
  EXPECT_EQ(mailing->run(), 1);
  EXPECT_EQ(postbox.mails.at(0).attachment->content, "%PDF-1.7 cetakan");
}

TEST_F(OutgoingTest, WhoeverWasSentItInsideSeesTheRecallOnTheirReceipt) {
  auto const receipt = workflow::task_id(id, office.file(id.value).tasks.size() + 1);
  workflow::OpenedTask const opened{receipt, workflow::Action::receive, access::HolderId{"pos-analis"}};
  happen<workflow::Event>(case_stream(id.value), {workflow::PaperDistributed{task, "dokumen", 1, {opened}, "", by}});
  office.must([&](Desk& desk) -> Result<Json> {
    TaskRow row{.task = receipt.value, .case_id = id.value, .action = "receive", .holder = "pos-analis"};
    row.due_at = row.at_risk_at = far_future;
    desk.transaction.put(row);
    return Json{};
  });
  auto const seen = [&] {
    std::vector<std::optional<RecallView>> recalls;
    auto const looked = office.see("acc-analis", [&](Sight& sight) -> Result<Json> {
      for (auto const& card : list_inbox(sight, {}).items) recalls.push_back(card.recall);
      auto const shown = show_task(sight, receipt, Language::indonesian);
      auto const distributor = show_task(sight, task, Language::indonesian);
      if (!shown || !distributor) return std::unexpected(shown ? distributor.error() : shown.error());
      recalls.push_back(shown->recall);
      EXPECT_FALSE(distributor->recall) << "the distributor's own task is no receipt";
      return Json{};
    });
    EXPECT_TRUE(looked) << (looked ? "" : looked.error().type->code);
    return recalls;
  };
  ASSERT_EQ(seen().size(), 2U);
  for (auto const& recall : seen()) EXPECT_FALSE(recall);
  happen<archive::SendingEvent>(sending_stream(id.value),
                                {archive::DistributionRecalled{task.value, "Tabel capaian keliru.", by}});
  for (auto const& recall : seen()) {
    ASSERT_TRUE(recall);
    EXPECT_EQ(recall->reason, "Tabel capaian keliru.");
    EXPECT_EQ(recall->by.name, "NAMA kadis");
  }
}

TEST_F(OutgoingTest, TheCodeThatTheProcedureStatesDecidesBeforeTheCaseIsFiled) {
  happen<archive::Event>(std::string{archive_stream},
                         {archive::SecurityRecorded{{{"terbatas", "Terbatas", archive::Sending::link}}},
                          archive::CodesRecorded{{{"000.8", "Organisasi", {}, "terbatas", "", false},
                                                  {"000.8.6.3", "Akuntabilitas kinerja", {}, "", "", false}}}});
  auto const own_security = [&] {
    auto const shown = office.see("acc-kadis", [&](Sight& sight) { return show_outgoing(sight, id); });
    return *shown->find("body")->find("own_security")->get_if<std::string>();
  };
  EXPECT_EQ(own_security(), "terbatas");
}

TEST_F(OutgoingTest, ACodeThatTheScheduleDoesNotHaveDecidesNothing) {
  happen<archive::Event>(std::string{archive_stream},
                         {archive::SecurityRecorded{{{"terbatas", "Terbatas", archive::Sending::link}}},
                          archive::CodesRecorded{{{"KP.01", "Kinerja", {}, "terbatas", "", false}}}});
  auto const before = office.start("Sudah diarsipkan");
  happen<workflow::Event>(case_stream(before),
                          {workflow::CaseArchived{.task = office.file(before).tasks.front().id,
                                                  .entry = {"KP.01", 2, 3, workflow::Disposal::destroy, "B2"},
                                                  .by = by}});
  office.must([&](Desk& desk) -> Result<Json> {
    auto row = *desk.reader.find_case(before);
    row.state = word_of(workflow::CaseState::completed);
    desk.transaction.put(row);
    return Json{};
  });
  auto const shown = office.see("acc-kadis", [&](Sight& sight) { return show_outgoing(sight, id); });
  ASSERT_TRUE(shown);
  EXPECT_EQ(*shown->find("body")->find("own_security")->get_if<std::string>(), "terbatas") << "as the last case was";
}

TEST_F(OutgoingTest, TheHolderOfALinkIsToldOfANewerVersionAndOfARecall) {
  address(archive::Sending::link);
  EXPECT_EQ(mailing->run(), 0);
  print(PressRun::made);
  EXPECT_EQ(mailing->run(), 1);
  auto const token = token_in(postbox.mails.at(0));
  EXPECT_FALSE(postbox.mails.at(0).attachment);
  EXPECT_FALSE(linked(token).newer);
  EXPECT_FALSE(linked(token).may_have_it());
  write_and_distribute(2);
  ASSERT_TRUE(linked(token).newer);
  EXPECT_EQ(linked(token).newer->number, 2);
  happen<archive::SendingEvent>(sending_stream(id.value),
                                {archive::DistributionRecalled{task.value, "Tabel capaian keliru.", by}});
  EXPECT_EQ(linked(token).recall->reason, "Tabel capaian keliru.");
  EXPECT_EQ(mailing->run(), 1);
  EXPECT_EQ(mailing->run(), 0);
  auto const& notice = postbox.mails.at(1);
  EXPECT_EQ(notice.to_address, "bappeda@contoh.go.id");
  EXPECT_EQ(notice.subject, "Penarikan naskah: Laporan kinerja");
  EXPECT_NE(notice.body.find("Alasan: Tabel capaian keliru."), std::string::npos) << notice.body;
  EXPECT_NE(notice.id, postbox.mails.at(0).id);  // or a receiver takes it for the same mail
  EXPECT_EQ(linked(token).sent.token_sha256, to_hex(sha256(token)));
}

}  // namespace
}  // namespace himpun::app::test
