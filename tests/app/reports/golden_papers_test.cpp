// The papers of the demo's last quarter, word for word: what they say is what the record says, and nothing of it changes
// unnoticed. HIMPUN_WRITE_GOLDEN=1 writes the expected texts anew.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "app/archive/disposal_paper.h"
#include "app/demo/demo.h"
#include "app/reports/case_reports.h"
#include "app/test_office.h"
#include "core/document/html/html.h"
#include "core/report/paper_text.h"
#include "support/files.h"

namespace himpun::app::test {
namespace {

namespace fs = std::filesystem;

fs::path const golden = fs::path{HIMPUN_SOURCE_DIR} / "tests/golden/papers";

std::string text_of(document::OfficialPaper const& paper) {
  return paper.title + "\n" + paper.subtitle + "\n" + paper.number + "\n\n" + report::test::words_of(paper.blocks);
}

std::string file_name(std::string key) {
  for (auto& c : key) {
    if (c == ':') c = '-';
  }
  return key;
}

struct TheDemoQuarter : ::testing::Test {
  TestOffice office;
  std::unique_ptr<SessionDesk> sessions;

  void SetUp() override {
    office.now = instant("2026-11-26T02:00:00Z");
    sessions = std::make_unique<SessionDesk>(*office.office);
    ASSERT_TRUE(make_demo_office(*office.office, *sessions));
  }

  void look(std::function<void(Sight&, RunningCase const&)> const& looking) {
    auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
      for (auto const& row : sight.reader.list_cases({.limit = 50})) {
        auto const running = find_running_case(sight, workflow::CaseId{row.case_id});
        if (running && running->state().period == Period{PeriodKind::quarter, 2025, 4}) looking(sight, *running);
      }
      return Json{};
    });
    ASSERT_TRUE(seen);
  }
};

/// Ids differ from run to run only when the demo itself changes; they stand in names of files alone.
void compare(std::string const& key, std::string const& text) {
  auto const path = golden / (key + ".txt");
  if (std::getenv("HIMPUN_WRITE_GOLDEN") != nullptr) {
    fs::create_directories(golden);
    std::ofstream{path} << text;
    return;
  }
  EXPECT_EQ(::himpun::test::read_source_file("tests/golden/papers/" + key + ".txt"), text) << "HIMPUN_WRITE_GOLDEN=1 writes " << path << " anew";
}

TEST_F(TheDemoQuarter, HasThePapersOfItsStepsWordForWord) {
  std::set<std::string> kinds;
  look([&](Sight& sight, RunningCase const& running) {
    for (auto const& entry : list_reports(sight, running)) {
      auto paper = make_report(sight, running, entry.key);
      ASSERT_TRUE(paper) << entry.key;
      if (kinds.insert(entry.kind).second) compare(entry.kind, text_of(*paper));
      if (auto const* folder = std::getenv("HIMPUN_WRITE_PAPERS")) {
        document::number_headings(*paper);
        document::Letterhead head{{{"PEMERINTAH KABUPATEN CONTOH", document::LineLook::normal},
                                   {"DINAS PERPUSTAKAAN DAN KEARSIPAN", document::LineLook::large}},
                                  "Jalan Contoh Nomor 1, Kota Contoh 36512", "Telepon (0742) 000000", "Kota Contoh", {},
                                  document::PageSize::a4};
        std::ofstream{fs::path{folder} / (file_name(entry.key) + ".html")} << document::to_html(*paper, {head, {}});
      }
    }
  });
  EXPECT_EQ(kinds, (std::set<std::string>{"disposition", "request", "receipt", "mechanism", "performance_report"}));
}

/// What the register holds of a destruction that the demo's people carry out, or only approve.
archive::Events destruction_of(Sight& sight, archive::Register const& all, bool is_carried_out) {
  auto const by = [&](archive::HolderId const& holder) {
    auto const person = access::people_for(sight.agency(), holder, sight.today()).front();
    return archive::By{person, access::post_for(sight.agency(), person, holder, sight.today())->position,
                       access::Standing::definitive};
  };
  auto const keeper = by(all.keepers.front());
  auto const& file = all.files.begin()->first;
  archive::ProposalId const id{is_carried_out ? "usul-1" : "usul-2"};
  archive::Events events{
      archive::DestructionProposed{id, is_carried_out ? "1/2026" : "2/2026", {file}, "Jadwal retensi arsip 000.8.6.3", keeper},
      archive::DestructionApproved{id, "SK Kepala Dinas 12/2026", by(all.approvers.front())}};
  if (is_carried_out) {
    events.emplace_back(archive::DestructionCarriedOut{
        id, "SITI AMINAH; BUDI SANTOSO", {{file, "aa", "bukti.pdf", 3, ""}, {file, "bb", "foto.jpg", 4, "berkas-lain"}}, keeper});
  }
  return events;
}

TEST_F(TheDemoQuarter, HasTheRecordOfADisposalWordForWord) {
  for (bool const is_carried_out : {false, true}) {
    office.must([&](Desk& desk) -> Result<Json> {
      auto const book = desk.books.archive(desk.reader);
      auto const events = destruction_of(desk, book->state, is_carried_out);
      if (auto end = desk.record(archive_stream, book->head, events); !end) return std::unexpected(end.error());
      return Json{};
    });
  }
  auto const seen = office.see("", [](Sight& sight) -> Result<Json> {
    for (auto const& [id, name] : {std::pair{"usul-1", "disposal_record"}, {"usul-2", "disposal_record_open"}}) {
      auto const ready = make_disposal_paper(sight, archive::ProposalId{id});
      if (!ready) return std::unexpected(ready.error());
      compare(name, text_of(ready->paper));
    }
    return Json{};
  });
  ASSERT_TRUE(seen) << seen.error().type->code;
}

TEST_F(TheDemoQuarter, ARecordIsMadeOnlyOfAnApprovedDisposal) {
  auto const asked = [&](char const* id) {
    return office.see("", [id](Sight& sight) -> Result<Json> {
      auto const ready = make_disposal_paper(sight, archive::ProposalId{id});
      if (!ready) return std::unexpected(ready.error());
      return Json{};
    });
  };
  EXPECT_EQ(asked("tidak-ada").error().type->code, archive::proposal_unknown.code);
  office.must([&](Desk& desk) -> Result<Json> {
    auto const book = desk.books.archive(desk.reader);
    auto events = destruction_of(desk, book->state, false);
    events.pop_back();
    if (auto end = desk.record(archive_stream, book->head, events); !end) return std::unexpected(end.error());
    return Json{};
  });
  EXPECT_EQ(asked("usul-2").error().type->code, archive::proposal_not_approved.code);
}

TEST_F(TheDemoQuarter, AnswersOnlyForPapersThatItHas) {
  look([](Sight& sight, RunningCase const& running) {
    for (auto const* key : {"disposition:0", "disposition:99", "disposition:x", "request:tidak-ada", "perintah", "", ":"}) {
      auto const made = make_report(sight, running, key);
      ASSERT_FALSE(made) << key;
      EXPECT_EQ(made.error().type->code, "report.unknown");
    }
    EXPECT_FALSE(make_report(sight, running, "dokumen", 99));
    EXPECT_TRUE(make_report(sight, running, "dokumen", 1));
    EXPECT_TRUE(is_assembled(sight, running, "dokumen"));
    EXPECT_FALSE(is_assembled(sight, running, "perintah"));
  });
}

TEST_F(TheDemoQuarter, MakesTheSamePaperTwice) {
  look([](Sight& sight, RunningCase const& running) {
    EXPECT_EQ(*make_report(sight, running, "dokumen"), *make_report(sight, running, "dokumen"));
  });
}

}  // namespace
}  // namespace himpun::app::test
