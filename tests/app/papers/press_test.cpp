// The press, with a printer that does what the test says: an edition is made, tried again, given up, asked again; a
// node that comes late or dies at its work spoils nothing.

#include "app/papers/press.h"

#include <stdexcept>

#include "app/desks/case_desk.h"
#include "app/streams.h"
#include "app/test_office.h"

namespace himpun::app::test {
namespace {

using document::EditionState;
using std::chrono::seconds;

class FakePrinter final : public Renderer {
 public:
  std::function<Result<Printed>()> does = [] { return Printed{"%PDF-1.7 isi", {}, 1, "Uji 1.0"}; };
  int orders = 0;

  Result<Printed> print(PrintOrder const& order) override {
    ++orders;
    EXPECT_NE(order.html.find("Perintah tertulis"), std::string::npos);
    auto const work_now = does;  // what it does may change meanwhile
    return work_now();
  }
  void fail() {
    does = [] { return refuse(printer_failed, {"Kertas habis.", "Out of paper."}); };
  }
  void work() { does = FakePrinter{}.does; }
};

/// A case whose secretary has written its paper "perintah".
struct ThePress : ::testing::Test {
  TestOffice office;
  FakePrinter printer;
  PressOptions options{.lease = seconds{300}, .first_pause = seconds{20}, .most_attempts = 4};
  EditionName edition;

  void SetUp() override {
    auto world = office.office->world();
    world.renderer = &printer;
    office.office = std::make_unique<Office>(world);
    office.found();
    edition = {workflow::CaseId{office.start("Triwulan I")}, "perintah", 1};
    write_paper();
  }

  void act(std::string const& who, workflow::TaskId const& task, workflow::TaskAct const& what) {
    auto const done = office.as("acc-" + who, [&](Desk& desk) {
      auto const running = find_running_case(desk, workflow::case_of(task));
      return act_on_task(desk, {task, workflow::find_task(running->state(), task)->revision, what},
                         workflow::Identity::session);
    });
    ASSERT_TRUE(done) << done.error().type->code << ": " << done.error().detail.en;
  }

  void write_paper() {
    auto const id = edition.file.value;
    workflow::Disposition disposition;
    disposition.to = {workflow::HolderId{"pos-sekretaris"}};
    disposition.note = "Proses";
    act("kadis", workflow::TaskId{id + "-1"}, workflow::Dispose{disposition});
    act("sekretaris", workflow::TaskId{id + "-2"},
        workflow::WritePaper{{workflow::ContentKind::text, "Perintah tertulis.", {}, {}}});
  }

  void ask() {
    office.must([&](Desk& desk) -> Result<Json> {
      if (auto ok = request_edition(desk, edition); !ok) return std::unexpected(ok.error());
      return Json{};
    });
  }

  /// While the printer is at work, the lease ends and another node makes the edition; then the printer fails.
  void lose_the_lease_and_fail() {
    ask();
    printer.does = [this]() -> Result<Printed> {
      office.now += options.lease + seconds{1};
      printer.work();
      EXPECT_EQ(press(), PressRun::made);
      return refuse(printer_failed);
    };
  }

  PressRun press() {
    auto const run = make_next_edition(*office.office, options);
    EXPECT_TRUE(run) << (run ? "" : run.error().type->code);
    return run.value_or(PressRun::idle);
  }

  document::Edition known() {
    std::optional<document::Edition> found;
    static_cast<void>(office.see("", [&](Sight& sight) -> Result<Json> {
      found = show_edition(sight, edition);
      return Json{};
    }));
    EXPECT_TRUE(found);
    return found.value_or(document::Edition{});
  }

  std::optional<JobRow> job() {
    return office.read<std::optional<JobRow>>(
        [&](Reader& reader) { return reader.find_job(edition_job, to_subject(edition)); });
  }
  StreamHead head(std::string const& stream) {
    return office.read<StreamHead>([&](Reader& reader) { return reader.head(stream); });
  }
  StreamHead case_head() { return head(case_stream(edition.file.value)); }
  StreamHead papers_head() { return head(papers_stream(edition.file.value)); }
};

TEST_F(ThePress, RestsWhileNothingIsAskedFor) {
  EXPECT_EQ(press(), PressRun::idle);
  EXPECT_EQ(printer.orders, 0);
}

TEST_F(ThePress, MakesWhatIsAskedForAndLeavesTheCaseAlone) {
  auto const before = case_head();
  ask();
  EXPECT_EQ(known().state, EditionState::requested);
  EXPECT_EQ(press(), PressRun::made);
  auto const made = known();
  EXPECT_EQ(made.state, EditionState::made);
  ASSERT_TRUE(made.file);
  EXPECT_EQ(made.file->sha256, to_hex(sha256("%PDF-1.7 isi")));
  EXPECT_EQ(made.file->media_type, "application/pdf");
  EXPECT_FALSE(job());
  EXPECT_EQ(case_head(), before);
  auto const row = office.read<std::optional<CaseFileRow>>(
      [&](Reader& reader) { return reader.find_case_file(edition.file.value, made.file->sha256); });
  EXPECT_TRUE(row) << "it is read through its case";
  EXPECT_EQ(press(), PressRun::idle);
  EXPECT_EQ(printer.orders, 1);
}

TEST_F(ThePress, MakesAnEditionOnceHoweverOftenItIsAskedFor) {
  ask();
  ask();
  EXPECT_EQ(press(), PressRun::made);
  ask();
  EXPECT_EQ(press(), PressRun::idle);
  EXPECT_EQ(printer.orders, 1);
}

TEST_F(ThePress, TriesAgainAfterPausesThatGrowAndThenGivesUp) {
  ask();
  printer.fail();
  for (auto const pause : {seconds{20}, seconds{40}, seconds{80}}) {
    EXPECT_EQ(press(), PressRun::postponed);
    EXPECT_EQ(known().state, EditionState::requested);
    office.now += pause - seconds{1};
    EXPECT_EQ(press(), PressRun::idle) << "not before " << pause.count() << " s";
    office.now += seconds{1};
  }
  auto const before = case_head();
  EXPECT_EQ(press(), PressRun::failed);
  EXPECT_EQ(printer.orders, 4);
  EXPECT_EQ(known().state, EditionState::failed);
  EXPECT_EQ(known().reason, std::string{printer_failed.title_id} + ". Kertas habis.");
  EXPECT_FALSE(known().file);
  EXPECT_FALSE(job());
  EXPECT_EQ(case_head(), before);
  office.now += std::chrono::hours{24};
  EXPECT_EQ(press(), PressRun::idle) << "what was given up is not tried by itself";
}

TEST_F(ThePress, WorksAgainWhenThePrinterDoes) {
  ask();
  printer.fail();
  EXPECT_EQ(press(), PressRun::postponed);
  printer.work();
  office.now += seconds{20};
  EXPECT_EQ(press(), PressRun::made);
  EXPECT_EQ(known().state, EditionState::made);
}

TEST_F(ThePress, TakesABrokenWorldForAFailedAttempt) {
  ask();
  printer.does = []() -> Result<Printed> { throw StoreFailure("the disk is gone"); };
  EXPECT_EQ(press(), PressRun::postponed);
}

TEST_F(ThePress, GivesUpAtOnceWhatNoTimeWillMend) {
  ask();
  printer.does = [] { return refuse(edition_unknown); };
  EXPECT_EQ(press(), PressRun::failed);
  EXPECT_EQ(printer.orders, 1);
  EXPECT_EQ(known().reason, edition_unknown.title_id);
}

TEST_F(ThePress, MakesWhatWasGivenUpWhenItIsAskedForAgain) {
  ask();
  options.most_attempts = 1;
  printer.fail();
  EXPECT_EQ(press(), PressRun::failed);
  printer.work();
  ask();
  EXPECT_EQ(known().state, EditionState::requested);
  EXPECT_EQ(press(), PressRun::made);
  EXPECT_EQ(known().state, EditionState::made);
}

TEST_F(ThePress, LeavesToTheFasterNodeWhatItLostTheLeaseOf) {
  ask();
  printer.does = [this] {
    office.now += options.lease + seconds{1};
    printer.work();
    EXPECT_EQ(press(), PressRun::made) << "another node took it when the lease was over";
    return Printed{"%PDF-1.7 terlambat", {}, 1, "Uji 1.0"};
  };
  EXPECT_EQ(press(), PressRun::overtaken);
  ASSERT_TRUE(known().file);
  EXPECT_EQ(known().file->sha256, to_hex(sha256("%PDF-1.7 isi")));
}

TEST_F(ThePress, DoesNotPostponeWhatItLostTheLeaseOf) {
  lose_the_lease_and_fail();
  EXPECT_EQ(press(), PressRun::overtaken);
  EXPECT_EQ(known().state, EditionState::made);
}

TEST_F(ThePress, DoesNotGiveUpWhatItLostTheLeaseOf) {
  options.most_attempts = 1;
  lose_the_lease_and_fail();
  EXPECT_EQ(press(), PressRun::overtaken);
  EXPECT_EQ(known().state, EditionState::made);
}

TEST_F(ThePress, LeavesTheJobOfANodeThatDiedToWhoeverComesAfterTheLease) {
  struct Crash {};
  ask();
  auto const before = case_head();
  auto const papers_before = papers_head();
  printer.does = []() -> Result<Printed> { throw Crash{}; };
  EXPECT_THROW(static_cast<void>(make_next_edition(*office.office, options)), Crash);
  EXPECT_EQ(case_head(), before);
  EXPECT_EQ(papers_head(), papers_before);
  printer.work();
  EXPECT_EQ(press(), PressRun::idle) << "it is still held";
  office.now += options.lease;
  EXPECT_EQ(press(), PressRun::made);
  EXPECT_EQ(case_head(), before);
}

TEST_F(ThePress, ThrowsAwayAJobThatNamesNothing) {
  office.must([&](Desk& desk) -> Result<Json> {
    desk.transaction.add({std::string{edition_job}, "tanpa garis miring", 0, 0, desk.now});
    return Json{};
  });
  EXPECT_EQ(press(), PressRun::idle);
  EXPECT_FALSE(office.read<std::optional<JobRow>>(
      [&](Reader& reader) { return reader.find_job(edition_job, "tanpa garis miring"); }));
}

TEST_F(ThePress, RestsWhereNothingCanPrint) {
  ask();
  auto world = office.office->world();
  world.renderer = nullptr;
  office.office = std::make_unique<Office>(world);
  EXPECT_EQ(press(), PressRun::idle);
  EXPECT_TRUE(job()) << "another node may make it";
}

}  // namespace
}  // namespace himpun::app::test
