#include "app/desks/case_desk.h"

#include <algorithm>

#include "app/archive/filing.h"
#include "app/desks/collection_desk.h"
#include "app/desks/data_part.h"
#include "app/files/intake.h"
#include "app/projections/case_projection.h"
#include "app/signing/signing_follow.h"
#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using workflow::Case;
using workflow::CaseId;
using workflow::Decision;
using workflow::FileRef;
using workflow::TaskId;

Json open_tasks(Case const& file, access::Agency const& agency) {
  Json::Array open;
  for (auto const& task : file.tasks) {
    if (!task.is_open()) continue;
    open.push_back(Json{}
                       .add("task", task.id.value)
                       .add("step", task.step.value)
                       .add("action", word_of(task.action))
                       .add("holder", task.holder.value)
                       .add("holder_name", access::holder_name(agency, task.holder)));
  }
  return open;
}

Json receipt(Case const& file, std::int64_t version, access::Agency const& agency, TaskId const* task) {
  Json json;
  json.add("case_id", file.id.value).add("version", version).add("state", word_of(file.state));
  if (auto const* named = task ? workflow::find_task(file, *task) : nullptr) {
    json.add("task_revision", named->revision);
  }
  return json.add("open", open_tasks(file, agency));
}

/// Makes a decision durable: events into the journal, rows into the read model.
Result<std::int64_t> record_decision(Desk& desk, StreamHead const& head, Case const& before,
                                     procedure::Procedure const& procedure, Decision decision) {
  if (decision.events.empty()) return head.version;
  auto const id = decision.after.id.value;
  auto const end = desk.record(case_stream(id), head, decision.events, decision.acted_as.value);
  if (!end) return std::unexpected(end.error());
  project_case(desk.transaction, before, decision.after, procedure, end->version);
  if (auto ok = follow_case(desk, decision.after, procedure, decision.events); !ok) return std::unexpected(ok.error());
  if (auto ok = follow_archiving(desk, decision.after, decision.events); !ok) return std::unexpected(ok.error());
  auto const kept = std::make_shared<Folded<Case>>(*end, std::move(decision.after));
  desk.books.keep(id, kept);
  if (auto ok = follow_signing(desk, kept->state, procedure); !ok) return std::unexpected(ok.error());
  return end->version;
}

struct FilesOf {
  std::vector<FileRef*> operator()(workflow::PresentInput& act) const { return of(act.content.file); }
  std::vector<FileRef*> operator()(workflow::WritePaper& act) const { return of(act.content.file); }
  std::vector<FileRef*> operator()(workflow::AnswerRequest& act) const {
    std::vector<FileRef*> files;
    for (auto& file : act.files) files.push_back(&file);
    return files;
  }
  std::vector<FileRef*> operator()(auto&) const { return {}; }

  static std::vector<FileRef*> of(std::optional<FileRef>& file) {
    return file ? std::vector<FileRef*>{&*file} : std::vector<FileRef*>{};
  }
};

/// Every file that a command names has been uploaded before, and is what was kept.
Result<void> take_kept(World const& world, std::vector<FileRef*> const& files) {
  for (auto* file : files) {
    auto kept = kept_file(world, *file);
    if (!kept) return std::unexpected(kept.error());
    *file = std::move(*kept);
  }
  return {};
}

workflow::Occasion occasion(Desk const& desk, procedure::Procedure const& procedure,
                            workflow::Identity identity = workflow::Identity::session) {
  return {desk.now, desk.caller, desk.agency(), desk.calendar(), procedure, identity};
}

std::string number_text(std::int64_t number, int year) {
  auto digits = std::to_string(number);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits + "/" + std::to_string(year);
}

/// Records a decision about a known case and answers with its receipt.
Result<Json> conclude(Desk& desk, RunningCase const& running, procedure::Procedure const& procedure,
                      Result<Decision> decision, TaskId const* task = nullptr) {
  if (!decision) return std::unexpected(decision.error());
  auto const id = running.state().id.value;
  auto const version = record_decision(desk, running.file->head, running.state(), procedure, std::move(*decision));
  if (!version) return std::unexpected(version.error());
  // Without events nothing was kept anew, and the case is still the one that was found.
  auto const now = desk.books.find_case(desk.reader, id);
  return receipt(now->state, *version, desk.agency(), task);
}

/// Who has no authority hears that first; then whoever saw an older case that it has changed; then what the rules say.
/// What is already so stays so, whatever the caller saw.
Result<Decision> unless_stale(Result<Decision> decision, RunningCase const& running,
                              std::optional<std::int64_t> version) {
  bool const is_forbidden = !decision && decision.error().type->kind == ProblemKind::forbidden;
  bool const is_already_so = decision && decision->events.empty();
  bool const is_fresh = !version || *version == running.file->head.version;
  if (is_forbidden || is_already_so || is_fresh) return decision;
  return refuse(workflow::case_changed);
}

/// A correction speaks about an entry that is there.
Result<void> require_event(RunningCase const& running, workflow::CaseCommand const& command) {
  auto const* correction = std::get_if<workflow::RecordCorrection>(&command);
  if (!correction || correction->event <= running.file->head.version) return {};
  return refuse(workflow::event_unknown);
}

/// A division that has a form of figures answers with it, and is judged by its rows.
Result<void> require_no_form(Desk& desk, RunningCase const& running, workflow::TaskCommand const& command) {
  bool const is_about_answer = std::holds_alternative<workflow::AnswerRequest>(command.act) ||
                               std::holds_alternative<workflow::AcceptRequest>(command.act) ||
                               std::holds_alternative<workflow::RejectRequest>(command.act);
  auto const* task = is_about_answer ? workflow::find_task(running.state(), command.task) : nullptr;
  if (!task) return {};
  auto const collection = desk.books.collection(desk.reader, running.state().id.value);
  if (!performance::find_form(collection->state, performance::UnitId{task->holder.value})) return {};
  return refuse(use_form, {"Buka formulir unit ini pada halaman berkas.", "Open this unit's form on the case's page."});
}

/// A draft that is typed here carries the data part that the accepted figures give.
workflow::TaskCommand with_figures(Desk& desk, RunningCase const& running, workflow::TaskCommand command) {
  auto* writing = std::get_if<workflow::WritePaper>(&command.act);
  if (!writing || writing->content.kind != workflow::ContentKind::text) return command;
  auto const* task = workflow::find_task(running.state(), command.task);
  auto const part = task ? data_part_for(desk, running, task->step) : std::nullopt;
  if (part) writing->content.text = report::with_data_part(writing->content.text, *part);
  return command;
}

}  // namespace

std::vector<workflow::Assignment> assignments_of(procedure::Book const& book) {
  std::vector<workflow::Assignment> assignments;
  for (auto const& each : book.assignments) {
    workflow::Assignment assignment{each.actor, {}};
    for (auto const& holder : each.holders) assignment.holders.emplace_back(holder);
    assignments.push_back(std::move(assignment));
  }
  return assignments;
}

Result<RunningCase> find_running_case(Sight& sight, CaseId const& id) {
  RunningCase running{sight.books.find_case(sight.reader, id.value), nullptr};
  if (!running.state().exists()) return refuse(workflow::case_unknown);
  running.book = sight.books.book(sight.reader, running.state().procedure.value);
  auto const* version = procedure::find_version(running.book->state, running.state().procedure_version);
  ensure(version != nullptr, "a case runs an adopted version");
  running.procedure = &version->procedure;
  return running;
}

Result<Json> start_case(Desk& desk, procedure::ProcedureId const& id, workflow::StartCase const& asked) {
  auto const book = desk.books.book(desk.reader, id.value);
  if (!book->state.exists()) return refuse(procedure::book_unknown);
  auto command = asked;
  if (auto ok = take_kept(desk.world, FilesOf::of(command.origin.file)); !ok) return std::unexpected(ok.error());
  auto const& latest = book->state.latest();
  auto const year = static_cast<int>(std::chrono::year_month_day{desk.today()}.year());
  auto const number = desk.transaction.next_number("case/" + std::to_string(year));
  workflow::NewCase const fresh{CaseId{desk.world.make_id()}, number_text(number, year), latest.number,
                                assignments_of(book->state)};
  auto decision = workflow::decide(fresh, command, occasion(desk, latest.procedure));
  if (!decision) return std::unexpected(decision.error());
  auto const open = open_tasks(decision->after, desk.agency());
  auto const version = record_decision(desk, {}, Case{}, latest.procedure, std::move(*decision));
  if (!version) return std::unexpected(version.error());
  return Json{}.add("id", fresh.id.value).add("number", fresh.number).add("version", *version).add("open", open);
}

Result<Json> act_on_task(Desk& desk, workflow::TaskCommand const& asked, workflow::Identity identity) {
  auto const running = find_running_case(desk, workflow::case_of(asked.task));
  if (!running) return refuse(workflow::task_unknown);
  if (auto ok = require_no_form(desk, *running, asked); !ok) return std::unexpected(ok.error());
  auto command = asked;
  if (auto ok = take_kept(desk.world, std::visit(FilesOf{}, command.act)); !ok) return std::unexpected(ok.error());
  auto decision = workflow::decide(running->state(), with_figures(desk, *running, command),
                                   occasion(desk, *running->procedure, identity));
  return conclude(desk, *running, *running->procedure, std::move(decision), &command.task);
}

Result<Json> act_for_form(Desk& desk, workflow::TaskCommand const& command) {
  auto const running = find_running_case(desk, workflow::case_of(command.task));
  if (!running) return refuse(workflow::task_unknown);
  auto decision = workflow::decide(running->state(), command, occasion(desk, *running->procedure));
  return conclude(desk, *running, *running->procedure, std::move(decision), &command.task);
}

Result<Json> steer_case(Desk& desk, CaseId const& id, std::optional<std::int64_t> version,
                        workflow::CaseCommand const& command) {
  auto const running = find_running_case(desk, id);
  if (!running) return std::unexpected(running.error());
  auto decision =
      unless_stale(workflow::decide(running->state(), command, occasion(desk, *running->procedure)), *running, version);
  if (decision) {
    if (auto ok = require_event(*running, command); !ok) return std::unexpected(ok.error());
  }
  return conclude(desk, *running, *running->procedure, std::move(decision));
}

Result<Json> move_case(Desk& desk, CaseId const& id, std::int64_t version, std::int64_t to_procedure_version) {
  auto const running = find_running_case(desk, id);
  if (!running) return std::unexpected(running.error());
  auto const seen = occasion(desk, *running->procedure);
  auto const by = workflow::who_steers(running->state(), seen);
  if (!by) return std::unexpected(by.error());
  if (version != running->file->head.version) return refuse(workflow::case_changed);
  auto const* newer = procedure::find_version(running->book->state, to_procedure_version);
  if (!newer) return refuse(workflow::version_unknown);
  workflow::NewerVersion const target{newer->number, newer->procedure, assignments_of(running->book->state)};
  return conclude(desk, *running, newer->procedure, workflow::decide_move(running->state(), target, seen));
}

}  // namespace himpun::app
