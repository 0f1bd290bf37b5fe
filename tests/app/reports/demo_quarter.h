#pragma once
// The demo's last quarter as a fixture of the tests of its papers, and how a paper's words are compared with those that
// the repository keeps. HIMPUN_WRITE_GOLDEN=1 writes these anew.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/archive/disposal_paper.h"
#include "app/demo_office.h"
#include "app/reports/case_reports.h"
#include "app/test_office.h"
#include "support/files.h"

namespace himpun::app::test {

struct TheDemoQuarter : DemoOfficeTest {
  /// At the case of the quarter.
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

  /// Writes a destruction into the archive's register.
  void record_destruction(bool is_carried_out);
};

/// What the register holds of a destruction that the demo's people carry out, or only approve.
inline archive::Events destruction_of(Sight& sight, archive::Register const& all, bool is_carried_out) {
  auto const by = [&](archive::HolderId const& holder) {
    auto const person = access::people_for(sight.agency(), holder, sight.today()).front();
    return archive::By{person, access::post_for(sight.agency(), person, holder, sight.today())->position,
                       access::Standing::definitive};
  };
  auto const keeper = by(all.keepers.front());
  auto const& file = all.files.begin()->first;
  archive::ProposalId const id{is_carried_out ? "usul-1" : "usul-2"};
  archive::Events events{
      archive::DestructionProposed{
          id, is_carried_out ? "1/2026" : "2/2026", {file}, "Jadwal retensi arsip 000.8.6.3", keeper},
      archive::DestructionApproved{id, "SK Kepala Dinas 12/2026", by(all.approvers.front())}};
  if (is_carried_out) {
    events.emplace_back(
        archive::DestructionCarriedOut{id,
                                       "SITI AMINAH; BUDI SANTOSO",
                                       {{file, "aa", "bukti.pdf", 3, ""}, {file, "bb", "foto.jpg", 4, "berkas-lain"}},
                                       keeper});
  }
  return events;
}

inline void TheDemoQuarter::record_destruction(bool is_carried_out) {
  office.must([&](Desk& desk) -> Result<Json> {
    auto const book = desk.books.archive(desk.reader);
    auto const events = destruction_of(desk, book->state, is_carried_out);
    if (auto end = desk.record(archive_stream, book->head, events); !end) return std::unexpected(end.error());
    return Json{};
  });
}

/// Compares with tests/golden/<folder>/<key>.txt.
inline void compare(std::string const& folder, std::string const& key, std::string const& text) {
  auto const name = "tests/golden/" + folder + "/" + key + ".txt";
  if (std::getenv("HIMPUN_WRITE_GOLDEN") != nullptr) {
    auto const path = std::filesystem::path{HIMPUN_SOURCE_DIR} / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << text;
    return;
  }
  EXPECT_EQ(::himpun::test::read_source_file(name), text) << "HIMPUN_WRITE_GOLDEN=1 writes " << name << " anew";
}

}  // namespace himpun::app::test
