#include "app/archive/archive_desk.h"

#include <algorithm>
#include <array>

#include "app/archive/removal.h"
#include "app/desks/agency_desk.h"
#include "base/json_map.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using archive::FileState;

archive::Occasion occasion(Sight const& sight) { return {sight.today(), sight.caller, sight.agency()}; }

Json by_json(Sight const& sight, archive::By const& by) {
  auto const person = sight.agency().people.find(by.person);
  return Json{}
      .add("person", by.person.value)
      .add("name", person == sight.agency().people.end() ? by.person.value : person->second.name)
      .add("position", by.position.value)
      .add("position_name", access::holder_name(sight.agency(), access::holder(by.position)));
}

Json holders(Sight const& sight, std::vector<archive::HolderId> const& all) {
  Json list{Json::Array{}};
  for (auto const& each : all) {
    list.push(Json{}.add("id", each.value).add("name", access::holder_name(sight.agency(), each)));
  }
  return list;
}

Json codes(archive::Register const& all) {
  Json list{Json::Array{}};
  for (auto const& [code, each] : all.codes) list.push(to_json(each));
  return list;
}

Json security(archive::Register const& all) {
  Json list{Json::Array{}};
  for (auto const& [id, each] : all.security) list.push(to_json(each));
  return list;
}

Json counts(archive::Register const& all, Date today) {
  std::array<std::int64_t, 5> by_state{};
  for (auto const& [id, file] : all.files) ++by_state[static_cast<std::size_t>(archive::state_of(all, file, today))];
  Json json;
  for (auto const state : {FileState::active, FileState::inactive, FileState::permanent, FileState::due,
                           FileState::destroyed}) {
    json.add(word_of(state), by_state[static_cast<std::size_t>(state)]);
  }
  return json;
}

bool is_below(std::string_view code, std::string_view top) {
  return top.empty() || code == top || (code.starts_with(top) && code[top.size()] == '.');
}

bool has_words(archive::FiledCase const& file, std::string const& search) {
  for (auto const& text : {file.number, file.case_number, file.title}) {
    if (lower_ascii(text).find(search) != std::string::npos) return true;
  }
  return false;
}

/// "0007/2026" sorts after "0009/2025".
std::pair<std::string_view, std::string_view> order_of(std::string_view number) {
  auto const slash = number.find('/');
  return {number.substr(slash == number.npos ? number.size() : slash + 1), number.substr(0, slash)};
}

Json proposal_view(Sight const& sight, archive::Register const& all, archive::Proposal const& proposal) {
  Json files{Json::Array{}};
  for (auto const& id : proposal.files) {
    if (auto const file = all.files.find(id); file != all.files.end()) {
      files.push(filed_view(all, file->second, sight.today()));
    }
  }
  Json json;
  json.add("id", proposal.id.value)
      .add("number", proposal.number)
      .add("state", word_of(proposal.state))
      .add("reason", proposal.reason)
      .add("proposed_by", by_json(sight, proposal.proposed_by))
      .add("proposed_at", to_text(proposal.proposed_at))
      .add("files", std::move(files));
  if (proposal.judged_by) {
    json.add("judged_by", by_json(sight, *proposal.judged_by))
        .add("judged_at", to_text(*proposal.judged_at))
        .add("judgement", proposal.judgement);
  }
  if (proposal.carried_out_by) {
    auto const kept = std::ranges::count_if(proposal.contents, [](auto const& each) { return !each.kept_for.empty(); });
    json.add("carried_out_by", by_json(sight, *proposal.carried_out_by))
        .add("carried_out_at", to_text(*proposal.carried_out_at))
        .add("witnesses", proposal.witnesses)
        .add("removed", static_cast<std::int64_t>(std::ssize(proposal.contents) - kept))
        .add("kept", static_cast<std::int64_t>(kept));
  }
  return json;
}

Result<void> require_fresh(Books::Archive const& book, std::optional<std::int64_t> seen) {
  if (!seen || *seen == book->head.version) return {};
  return refuse(archive_changed, {"Muat ulang halaman arsip, lalu ulangi.", "Load the page again, then repeat it."});
}

Result<std::int64_t> record(Desk& desk, Books::Archive const& book, archive::Events const& events) {
  if (events.empty()) return book->head.version;
  auto const end = desk.record(archive_stream, book->head, events);
  if (!end) return std::unexpected(end.error());
  return end->version;
}

}  // namespace

Json filed_view(archive::Register const& all, archive::FiledCase const& file, Date today) {
  Json json{to_json(file)};
  json.add("state", word_of(archive::state_of(all, file, today)))
      .add("inactive_from", to_text(archive::inactive_from(file.to, file.retention)))
      .add("final_from", to_text(archive::final_from(file.to, file.retention)));
  if (auto const* proposal = archive::open_proposal_of(all, file.id)) json.add("proposal", proposal->number);
  return json;
}

Result<Json> show_archive(Sight& sight) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  auto const& all = book->state;
  auto const asked = occasion(sight);
  Json may;
  may.add("keep", archive::may_keep(all, asked).has_value())
      .add("propose", archive::who_keeps(all, asked).has_value())
      .add("approve", archive::who_approves(all, asked).has_value())
      .add("administer", require_administrator(sight).has_value());
  return versioned(book->head.version, Json{}
                                           .add("version", book->head.version)
                                           .add("today", to_text(sight.today()))
                                           .add("codes", codes(all))
                                           .add("security", security(all))
                                           .add("keepers", holders(sight, all.keepers))
                                           .add("approvers", holders(sight, all.approvers))
                                           .add("counts", counts(all, sight.today()))
                                           .add("may", std::move(may)));
}

std::vector<archive::FiledCase const*> find_filed(archive::Register const& all, FiledQuery const& query, Date today) {
  std::vector<archive::FiledCase const*> found;
  auto const search = lower_ascii(query.search);
  for (auto const& [id, file] : all.files) {
    auto const state = archive::state_of(all, file, today);
    if (query.state && state != *query.state) continue;
    if (!is_below(file.code, query.code) || (!search.empty() && !has_words(file, search))) continue;
    bool const is_over = state == FileState::destroyed;
    if (query.until && (is_over || !archive::enters_within(file.to, file.retention, today, *query.until))) continue;
    if (!query.after.empty() && order_of(file.number) <= order_of(query.after)) continue;
    found.push_back(&file);
  }
  std::ranges::sort(found, {}, [](auto const* file) { return order_of(file->number); });
  return found;
}

Result<Json> list_filed(Sight& sight, FiledQuery const& query) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  auto found = find_filed(book->state, query, sight.today());
  auto const limit = static_cast<std::size_t>(query.limit);
  bool const has_more = found.size() > limit;
  if (has_more) found.resize(limit);
  Json items{Json::Array{}};
  for (auto const* file : found) items.push(filed_view(book->state, *file, sight.today()));
  Json json;
  json.add("items", std::move(items));
  if (has_more) json.add("next", found.back()->number);
  return json;
}

Result<Json> show_filed(Sight& sight, std::string const& case_id) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  auto const found = book->state.files.find(archive::FiledId{case_id});
  if (found == book->state.files.end()) return refuse(archive::file_unknown);
  auto const file = sight.books.find_case(sight.reader, case_id);
  return Json{}
      .add("file", filed_view(book->state, found->second, sight.today()))
      .add("items", to_json(items_of(sight, file->state)));
}

Result<Json> list_proposals(Sight& sight) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  std::vector<archive::Proposal const*> all;
  for (auto const& [id, each] : book->state.proposals) all.push_back(&each);
  std::ranges::sort(all, std::ranges::greater{}, [](auto const* each) { return each->proposed_at; });
  Json items{Json::Array{}};
  for (auto const* each : all) items.push(proposal_view(sight, book->state, *each));
  return Json{}.add("items", std::move(items));
}

Result<Json> change_archive(Desk& desk, std::optional<std::int64_t> seen, ArchiveRule const& rule) {
  auto const book = desk.books.archive(desk.reader);
  auto const events = rule(book->state, occasion(desk));
  if (!events && events.error().type->kind == ProblemKind::forbidden) return std::unexpected(events.error());
  if (auto ok = require_fresh(book, seen); !ok) return std::unexpected(ok.error());
  if (!events) return std::unexpected(events.error());
  auto const version = record(desk, book, *events);
  if (!version) return std::unexpected(version.error());
  return versioned(*version, Json{}.add("version", *version));
}

Result<Json> propose_destruction(Desk& desk, std::vector<archive::FiledId> const& files, std::string const& reason) {
  auto const book = desk.books.archive(desk.reader);
  archive::ProposalId const id{desk.world.make_id()};
  auto const events = archive::propose_destruction(book->state, id, files, reason, occasion(desk));
  if (!events) return std::unexpected(events.error());
  auto const version = record(desk, book, *events);
  if (!version) return std::unexpected(version.error());
  return versioned(*version, Json{}.add("version", *version).add("id", id.value));
}

Result<Json> carry_out_destruction(Desk& desk, std::optional<std::int64_t> seen, archive::ProposalId const& id,
                                   std::string const& witnesses) {
  auto const book = desk.books.archive(desk.reader);
  auto const found = book->state.proposals.find(id);
  std::vector<archive::RemovedContent> contents;
  bool const is_ready =
      found != book->state.proposals.end() && found->second.state == archive::ProposalState::approved;
  if (is_ready) contents = find_contents(desk, found->second);
  auto done = change_archive(desk, seen, [&](archive::Register const& all, archive::Occasion const& asked) {
    return archive::carry_out_destruction(all, id, witnesses, contents, asked);
  });
  return done;
}

Result<DestructionFacts> find_destruction(Sight& sight, archive::ProposalId const& id) {
  auto const book = sight.books.archive(sight.reader);
  auto const found = book->state.proposals.find(id);
  if (found == book->state.proposals.end()) return refuse(archive::proposal_unknown);
  DestructionFacts facts{found->second, {}};
  for (auto const& each : found->second.files) {
    if (auto const file = book->state.files.find(each); file != book->state.files.end()) {
      facts.files.push_back(file->second);
    }
  }
  return facts;
}

}  // namespace himpun::app
