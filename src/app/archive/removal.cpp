#include "app/archive/removal.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/archive/package/case_journal.h"
#include "app/archive/package/named_files.h"

namespace himpun::app {
namespace {

constexpr int events_per_page = 500;

std::vector<EventRow> all_events(Reader& reader, std::string const& stream) {
  std::vector<EventRow> all;
  for (std::int64_t version = 0;;) {
    auto rows = reader.events(stream, version, events_per_page);
    if (rows.empty()) return all;
    version = rows.back().version;
    std::ranges::move(rows, std::back_inserter(all));
  }
}

/// Contents that the office itself needs: letterheads, logos, whatever its own streams name.
std::set<std::string> needed_by_office(Reader& reader) {
  constexpr std::array streams{"agency", "letterhead", "signers", "catalogue"};
  std::set<std::string> needed;
  for (auto const* stream : streams) {
    for (auto const& named : files_named_by(all_events(reader, stream))) needed.insert(named.file.sha256);
  }
  return needed;
}

/// The first case that needs the content although it was not destroyed; empty when there is none.
std::string needed_by_case(Reader& reader, archive::Register const& all, std::string const& sha256,
                           std::set<std::string> const& going) {
  for (auto const& row : reader.cases_with_file(sha256)) {
    bool const is_gone = going.contains(row.case_id) || all.destroyed.contains(archive::FiledId{row.case_id});
    if (!is_gone) return row.case_id;
  }
  return {};
}

}  // namespace

std::vector<archive::RemovedContent> find_contents(Sight& sight, archive::Proposal const& proposal) {
  auto const book = sight.books.archive(sight.reader);
  auto const office = needed_by_office(sight.reader);
  std::set<std::string> going;
  for (auto const& file : proposal.files) going.insert(file.value);
  std::vector<archive::RemovedContent> contents;
  for (auto const& file : proposal.files) {
    std::vector<EventRow> events;
    for (auto const& stream : streams_of_case(sight.reader, file.value)) {
      std::ranges::move(all_events(sight.reader, stream), std::back_inserter(events));
    }
    for (auto const& named : files_named_by(events)) {
      auto keeper = office.contains(named.file.sha256)
                        ? std::string{"kantor"}
                        : needed_by_case(sight.reader, book->state, named.file.sha256, going);
      contents.push_back({file, named.file.sha256, named.file.name, named.file.size, std::move(keeper)});
    }
  }
  return contents;
}

std::int64_t remove_destroyed(Office& office) {
  std::vector<std::string> gone;
  office.world().store.read([&](Reader& reader) {
    auto const book = office.books().archive(reader);
    for (auto const& [id, proposal] : book->state.proposals) {
      for (auto const& each : proposal.contents) {
        bool const is_removable =
            each.kept_for.empty() && needed_by_case(reader, book->state, each.sha256, {}).empty();
        if (is_removable) gone.push_back(each.sha256);
      }
    }
  });
  std::int64_t removed = 0;
  for (auto const& sha256 : gone) {
    if (!office.world().blobs.has(sha256)) continue;
    office.world().blobs.remove(sha256);
    ++removed;
  }
  return removed;
}

}  // namespace himpun::app
