#include "app/desks/procedure_desk.h"

#include <set>

#include "app/desks/agency_desk.h"
#include "app/field_check.h"
#include "app/rebuild.h"
#include "app/views/sheet_view.h"
#include "base/ensure.h"

namespace himpun::app {
namespace {

Result<Books::Book> find_book(Sight& sight, procedure::ProcedureId const& id) {
  auto book = sight.books.book(sight.reader, id.value);
  if (!book->state.exists()) return refuse(procedure::book_unknown);
  return book;
}

std::string pointer(std::size_t assignment, std::string const& rest) {
  return "/assignments/" + std::to_string(assignment) + rest;
}

/// Every performer of the order is known and named once, every holder is an open position or unit.
Result<void> check_order(access::Agency const& agency, procedure::Procedure const& procedure,
                         std::vector<procedure::PerformerAssignment> const& assignments) {
  FieldCheck check;
  std::set<procedure::ActorId> named;
  for (std::size_t i = 0; i < assignments.size(); ++i) {
    auto const& [actor, holders] = assignments[i];
    check.known(procedure::find_actor(procedure, actor) != nullptr, pointer(i, "/actor"));
    check.require(named.insert(actor).second, pointer(i, "/actor"), {"disebut dua kali", "is named twice"});
    for (std::size_t k = 0; k < holders.size(); ++k) {
      check.known(access::is_open_holder(agency, access::HolderId{holders[k]}),
                  pointer(i, "/holders/" + std::to_string(k)));
    }
  }
  return check.done();
}

std::vector<procedure::PerformerAssignment> complete(procedure::Procedure const& procedure,
                                                     std::vector<procedure::PerformerAssignment> assignments) {
  for (auto const& actor : procedure.actors) {
    auto const is_named = std::ranges::any_of(assignments, [&](auto const& each) { return each.actor == actor.id; });
    if (!is_named) assignments.push_back({actor.id, {}});
  }
  return assignments;
}

Result<Json> record_assignments(Desk& desk, Books::Book const& book,
                                std::vector<procedure::PerformerAssignment> const& assignments) {
  auto const events = procedure::assign(book->state, complete(book->state.latest().procedure, assignments));
  if (!events) return std::unexpected(events.error());
  auto after = book->state;
  auto head = book->head;
  if (!events->empty()) {
    auto const end = desk.record(procedure_stream(after.id.value), head, *events);
    if (!end) return std::unexpected(end.error());
    head = *end;
    for (auto const& event : *events) procedure::evolve(after, event, desk.now);
  }
  return versioned(head.version, procedure_view(desk, after));
}

}  // namespace

Result<CheckedFile> check_file(std::string source, std::string const& name) {
  auto check = procedure::check_procedure(source, name);
  if (check.refusals.empty()) return CheckedFile{std::move(source), std::move(check)};
  Problem problem{.type = &procedure_refused};
  auto const count = std::to_string(check.refusals.size());
  problem.detail = {count + " hal harus diperbaiki sebelum SOP ini dapat dipakai.",
                    count + " things must be mended before this procedure can be used."};
  problem.where = check.refusals.front().problem.where;
  for (auto& refusal : check.refusals) problem.causes.push_back(std::move(refusal.problem));
  return std::unexpected(std::move(problem));
}

Result<Json> adopt_procedure(Desk& desk, CheckedFile const& file, Language language) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  ensure(file.check.procedure.has_value(), "a file without refusals is a procedure");
  auto const& adopted = *file.check.procedure;
  auto const book = desk.books.book(desk.reader, adopted.id.value);
  auto const events = procedure::adopt(book->state, adopted, file.source);
  auto after = book->state;
  if (!events.empty()) {
    auto const end = desk.record(procedure_stream(adopted.id.value), book->head, events);
    if (!end) return std::unexpected(end.error());
    for (auto const& event : events) procedure::evolve(after, event, desk.now);
    desk.transaction.put(procedure_row(after));
  }
  return Json{}
      .add("id", adopted.id.value)
      .add("version", after.latest().number)
      .add("findings", findings_view(file.check, language));
}

Result<Json> assign_procedure(Desk& desk, std::int64_t seen, procedure::ProcedureId const& id,
                              std::vector<procedure::PerformerAssignment> const& assignments) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  auto const book = find_book(desk, id);
  if (!book) return std::unexpected(book.error());
  if ((*book)->head.version != seen) {
    return refuse(procedure_changed, {"Muat ulang halaman SOP ini, lalu ulangi perubahan Anda.",
                                      "Load this procedure again, then repeat your change."});
  }
  if (auto ok = check_order(desk.agency(), (*book)->state.latest().procedure, assignments); !ok) {
    return std::unexpected(ok.error());
  }
  return record_assignments(desk, *book, assignments);
}

Result<Json> list_procedures(Sight& sight, PageQuery const& query) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  Json page;
  Json::Array items;
  std::string last;
  bool more = false;
  for (auto const& row : sight.reader.list_procedures()) {
    if (row.procedure <= query.after) continue;
    more = std::ssize(items) >= query.limit;
    if (more) break;
    items.push_back(procedure_summary(sight.books.book(sight.reader, row.procedure)->state));
    last = row.procedure;
  }
  page.add("items", std::move(items));
  if (more) page.add("next", last);
  return page;
}

Result<Json> show_procedure(Sight& sight, procedure::ProcedureId const& id) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = find_book(sight, id);
  if (!book) return std::unexpected(book.error());
  return versioned((*book)->head.version, procedure_view(sight, (*book)->state));
}

Result<FoundVersion> find_version(Sight& sight, procedure::ProcedureId const& id, std::int64_t version) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = find_book(sight, id);
  if (!book) return std::unexpected(book.error());
  auto const* found = procedure::find_version((*book)->state, version);
  if (!found) return refuse(procedure_version_unknown);
  return FoundVersion{*book, found};
}

Result<Json> show_procedure_version(Sight& sight, procedure::ProcedureId const& id, std::int64_t version,
                                    Language language) {
  auto const found = find_version(sight, id, version);
  if (!found) return std::unexpected(found.error());
  return version_view(sight, found->book->state, *found->version, language);
}

Result<Json> show_sheet(Sight& sight, procedure::ProcedureId const& id, std::int64_t version) {
  auto const found = find_version(sight, id, version);
  if (!found) return std::unexpected(found.error());
  return sheet_view(found->version->procedure);
}

}  // namespace himpun::app
