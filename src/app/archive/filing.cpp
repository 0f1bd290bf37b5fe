#include "app/archive/filing.h"

#include "app/archive/item_list.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

archive::Retention retention_of(workflow::ArchiveEntry const& entry) {
  return {entry.active_years, entry.inactive_years,
          entry.disposal == workflow::Disposal::permanent ? archive::Disposal::permanent : archive::Disposal::destroy};
}

archive::FiledCase filed_case(Desk& desk, archive::Register const& all, workflow::Case const& file) {
  auto const& entry = file.archive->entry;
  auto const offset = calendar::offset_of(desk.calendar());
  return {archive::FiledId{file.id.value},
          {},
          file.number,
          entry.classification,
          file.title,
          local_date(file.started_at, offset),
          local_date(file.archive->at, offset),
          static_cast<std::int32_t>(items_of(desk, file).size()),
          retention_of(entry),
          archive::security_of(all, entry.classification),
          entry.location};
}

}  // namespace

std::string classification_of(Sight& sight, RunningCase const& running) {
  if (auto const& filed = running.state().archive) return filed->entry.classification;
  auto const& stated = running.procedure->classification;
  auto const schedule = sight.books.archive(sight.reader);
  bool const is_usable = !schedule->state.has_schedule() || schedule->state.codes.contains(stated);
  if (!stated.empty() && is_usable) return stated;
  CaseQuery const query{.state = word_of(workflow::CaseState::completed), .procedure = running.state().procedure.value};
  for (auto const& row : sight.reader.list_cases(query)) {
    auto const other = sight.books.find_case(sight.reader, row.case_id);
    if (other->state.archive) return other->state.archive->entry.classification;
  }
  return {};
}

Result<void> follow_archiving(Desk& desk, workflow::Case const& after, std::vector<workflow::Event> const& events) {
  bool is_archived = false;
  for (auto const& each : events) is_archived = is_archived || std::holds_alternative<workflow::CaseArchived>(each);
  if (!is_archived || !after.archive) return {};
  auto const book = desk.books.archive(desk.reader);
  auto const& entry = after.archive->entry;
  if (auto ok = archive::check_filing(book->state, entry.classification, retention_of(entry)); !ok) return ok;
  auto const filed = archive::file_case(book->state, filed_case(desk, book->state, after));
  if (filed.empty()) return {};
  if (auto end = desk.record(archive_stream, book->head, filed); !end) return std::unexpected(end.error());
  return {};
}

}  // namespace himpun::app
