#include "app/archive/outgoing_desk.h"

#include <algorithm>

#include "app/archive/filing.h"
#include "app/desks/agency_desk.h"
#include "base/json_map.h"
#include "base/sha256.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using archive::SentOutside;
using workflow::Case;

workflow::Occasion occasion(Sight const& sight, RunningCase const& running) {
  return {sight.now, sight.caller, sight.agency(), sight.calendar(), *running.procedure};
}

/// Through which post the caller may send out, deliver and recall: the distributor while the task is open, else
/// whoever steers the case.
Result<archive::By> who_sends(Sight const& sight, RunningCase const& running, std::string const& task_id) {
  auto const* task = workflow::find_task(running.state(), workflow::TaskId{task_id});
  if (!task || task->action != workflow::Action::distribute) return refuse(distribution_unknown);
  if (auto by = workflow::who_acts(running.state(), *task, occasion(sight, running))) return *by;
  return workflow::who_steers(running.state(), occasion(sight, running));
}

workflow::Distribution const* find_distribution(Case const& file, std::string_view task) {
  auto const found =
      std::ranges::find_if(file.distributions, [&](auto const& each) { return each.task.value == task; });
  return found == file.distributions.end() ? nullptr : &*found;
}

/// ASSUMPTION: a case whose disposition is marked rahasia never goes out as a plain attachment.
bool is_confidential(Case const& file) {
  return std::ranges::any_of(file.dispositions, [](workflow::GivenDisposition const& each) {
    return !each.withdrawn_at && each.disposition.nature == workflow::Nature::confidential;
  });
}

Json recipient_view(archive::SendingBook const& book, SentOutside const& sent) {
  Json json;
  json.add("id", sent.recipient.id.value)
      .add("channel", word_of(sent.recipient.channel))
      .add("name", sent.recipient.name)
      .add("address", sent.recipient.address)
      .add("expedition_number", sent.recipient.expedition_number)
      .add("number", sent.number)
      .add("sending", word_of(sent.sending))
      .add("state", word_of(sent.state))
      .add("attempts", sent.attempts)
      .add("reason", sent.reason)
      .add("addressed_at", to_text(sent.at))
      .add("notice", archive::is_notice(book, sent));
  if (sent.sent_at) json.add("sent_at", to_text(*sent.sent_at));
  if (sent.received_at) json.add("received_at", to_text(*sent.received_at)).add("received_how", sent.received_how);
  return json;
}

Json distribution_view(Sight const& sight, Case const& file, archive::SendingBook const& book,
                       workflow::Distribution const& each) {
  Json outside{Json::Array{}};
  for (auto const& sent : book.outside) {
    if (sent.task == each.task.value) outside.push(recipient_view(book, sent));
  }
  Json json;
  json.add("task", each.task.value).add("paper", each.paper).add("number", each.number).add("at", to_text(each.at));
  // A later distribution of a newer version takes this one's place, visibly.
  for (auto const& other : file.distributions) {
    if (other.paper == each.paper && other.number > each.number) json.add("superseded_by", other.number);
    if (json.find("superseded_by")) break;
  }
  if (auto const recall = book.recalls.find(each.task.value); recall != book.recalls.end()) {
    auto const person = sight.agency().people.find(recall->second.by.person);
    json.add("recall", Json{}
                           .add("reason", recall->second.reason)
                           .add("at", to_text(recall->second.at))
                           .add("by", person == sight.agency().people.end() ? std::string{} : person->second.name));
  }
  return json.add("outside", std::move(outside));
}

Result<Json> change(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen, std::string const& task,
                    std::function<Result<archive::SendingEvents>(archive::SendingBook const&, RunningCase const&,
                                                                 archive::By const&)> const& rule) {
  auto const running = find_running_case(desk, id);
  if (!running) return std::unexpected(running.error());
  auto const by = who_sends(desk, *running, task);
  if (!by) return std::unexpected(by.error());
  auto const book = desk.books.sending(desk.reader, id.value);
  if (seen && *seen != book->head.version) {
    return refuse(outgoing_changed,
                  {"Muat ulang halaman berkas, lalu ulangi.", "Load the page again, then repeat it."});
  }
  auto const events = rule(book->state, *running, *by);
  if (!events) return std::unexpected(events.error());
  auto version = book->head.version;
  if (!events->empty()) {
    auto const end = desk.record(sending_stream(id.value), book->head, *events);
    if (!end) return std::unexpected(end.error());
    version = end->version;
  }
  return versioned(version, Json{}.add("version", version));
}

/// Those who were sent the paper inside the office; their inboxes are to say at once that it was recalled.
void announce_to_receivers(Desk& desk, Case const& file, std::string const& distributor) {
  auto const* sender = workflow::find_task(file, workflow::TaskId{distributor});
  for (auto const& each : file.tasks) {
    bool const is_receipt =
        each.action == workflow::Action::receive && each.step == sender->step && each.run == sender->run;
    if (is_receipt) desk.transaction.announce(each.holder.value);
  }
}

}  // namespace

Result<Json> show_outgoing(Sight& sight, workflow::CaseId const& id) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  auto const book = sight.books.sending(sight.reader, id.value);
  auto const archive_book = sight.books.archive(sight.reader);
  Json distributions{Json::Array{}};
  bool may = false;
  for (auto const& each : running->state().distributions) {
    distributions.push(distribution_view(sight, running->state(), book->state, each));
    may = may || who_sends(sight, *running, each.task.value).has_value();
  }
  Json security{Json::Array{}};
  for (auto const& [name, each] : archive_book->state.security) security.push(to_json(each));
  auto const own_security = archive::security_of(archive_book->state, classification_of(sight, *running));
  return versioned(book->head.version, Json{}
                                           .add("version", book->head.version)
                                           .add("security", std::move(security))
                                           .add("own_security", own_security)
                                           .add("distributions", std::move(distributions))
                                           .add("may", may));
}

Result<Json> address_outside(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                             Addressing const& asked) {
  auto const archive_book = desk.books.archive(desk.reader);
  return change(desk, id, seen, asked.task,
                [&](archive::SendingBook const& book, RunningCase const& running,
                    archive::By const& by) -> Result<archive::SendingEvents> {
                  auto const* sent = find_distribution(running.state(), asked.task);
                  if (!sent) return refuse(workflow::not_distributed);
                  auto const code = classification_of(desk, running);
                  auto const chosen = archive::choose_sending(archive_book->state, code, asked.security);
                  if (!chosen) return std::unexpected(chosen.error());
                  bool const is_secret = is_confidential(running.state());
                  auto const sending = std::max(*chosen, is_secret ? archive::Sending::link : archive::Sending::paper);
                  auto recipients = asked.recipients;
                  for (auto& each : recipients) each.id = archive::RecipientId{desk.world.make_id()};
                  return archive::address_outside(book, {asked.task, sent->paper, sent->number, sending, asked.note},
                                                  recipients, by);
                });
}

Result<Json> record_delivery(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                             Delivery const& delivery) {
  auto const* sent = desk.books.sending(desk.reader, id.value)->state.find(delivery.recipient);
  if (!sent) return refuse(archive::recipient_unknown);
  auto const task = sent->task;
  return change(desk, id, seen, task, [&](archive::SendingBook const& book, RunningCase const&, archive::By const& by) {
    return archive::record_delivery(book, delivery.recipient, delivery.expedition_number, delivery.receiver, by);
  });
}

Result<Json> recall_distribution(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                                 std::string const& task, std::string const& reason) {
  return change(desk, id, seen, task,
                [&](archive::SendingBook const& book, RunningCase const& running,
                    archive::By const& by) -> Result<archive::SendingEvents> {
                  if (!find_distribution(running.state(), task)) return refuse(workflow::not_distributed);
                  auto events = archive::recall(book, task, reason, by);
                  if (events && !events->empty()) announce_to_receivers(desk, running.state(), task);
                  return events;
                });
}

/// `<case>.<recipient>.<secret>`: only the hash of it is kept.
Result<LinkedPaper> find_link(Sight& sight, std::string_view token) {
  auto const parts = split(token, '.');
  if (parts.size() != 3 || token.size() > 200) return refuse(archive::recipient_unknown);
  auto const book = sight.books.sending(sight.reader, parts[0]);
  auto const* sent = book->state.find(archive::RecipientId{std::string{parts[1]}});
  if (!sent || sent->token_sha256.empty() || sent->token_sha256 != to_hex(sha256(token))) {
    return refuse(archive::recipient_unknown);
  }
  workflow::CaseId const id{std::string{parts[0]}};
  auto const file = sight.books.find_case(sight.reader, id.value);
  LinkedPaper linked{id, *sent, sight.agency().name, file->state.title, {}, {}};
  for (auto const& each : file->state.distributions) {
    if (each.paper == sent->paper && each.number > sent->number) linked.newer = each;
  }
  if (auto const recall = book->state.recalls.find(sent->task); recall != book->state.recalls.end()) {
    linked.recall = recall->second;
  }
  return linked;
}

Result<Json> prepare_link(Desk& desk, std::string_view token) {
  auto const linked = find_link(desk, token);
  if (!linked) return std::unexpected(linked.error());
  if (!linked->may_have_it()) return Json{};
  auto const paper = prepare_hand_out(desk, linked->version());
  bool const is_kept = paper || paper.error().type->kind == ProblemKind::unavailable;
  if (!is_kept) return std::unexpected(paper.error());
  return Json{};
}

Result<Json> confirm_link(Desk& desk, std::string_view token) {
  auto const linked = find_link(desk, token);
  if (!linked) return std::unexpected(linked.error());
  auto const book = desk.books.sending(desk.reader, linked->file.value);
  auto const events = archive::open_link(book->state, linked->sent.recipient.id);
  if (!events) return std::unexpected(events.error());
  if (!events->empty()) {
    auto const end = desk.record(sending_stream(linked->file.value), book->head, *events);
    if (!end) return std::unexpected(end.error());
  }
  return Json{};
}

}  // namespace himpun::app
