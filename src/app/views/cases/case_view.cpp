#include "app/views/cases/case_view.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::app {
namespace {

using workflow::CaseState;

OriginView origin_view(workflow::Origin const& origin) {
  return {origin.kind,
          unless_empty(origin.from),
          unless_empty(origin.number),
          origin.date,
          origin.received_on,
          unless_empty(origin.agenda_number),
          origin.subject,
          origin.file};
}

std::vector<LaneView> lane_views(CaseScene const& scene) {
  std::vector<LaneView> lanes;
  for (auto const& actor : scene.procedure.actors) {
    lanes.push_back({actor.id, actor.name, actor.plural,
                     holder_views(scene.agency, workflow::holders_of(scene.file, actor.id), scene.today())});
  }
  return lanes;
}

std::vector<CaseTaskView> open_task_views(CaseScene const& scene) {
  std::vector<CaseTaskView> views;
  for (auto const& task : scene.file.tasks) {
    if (!task.is_open()) continue;
    views.push_back({task.id, task.step, task.action, task.holder, named(scene.agency, task.holder).name, task.state,
                     task.since, task.read_at, task.revision, may_act(scene, task).has_value()});
  }
  return views;
}

/// When the first of those it went to opened it: the step it led to began in the same instant.
std::optional<Instant> read_at(CaseScene const& scene, workflow::GivenDisposition const& given) {
  auto const* source = workflow::find_task(scene.file, given.task);
  std::optional<Instant> first;
  for (auto const& task : scene.file.tasks) {
    auto const* run = run_of(scene.file, task);
    bool const follows = run && source && run->from == source->step && run->opened_at == given.at;
    if (follows && task.read_at && (!first || *task.read_at < *first)) first = task.read_at;
  }
  return first;
}

std::vector<DispositionView> disposition_views(CaseScene const& scene) {
  std::vector<DispositionView> views;
  for (auto const& given : scene.file.dispositions) {
    auto const& sheet = given.disposition;
    views.push_back({given.task, named(scene.agency, sheet.to), sheet.nature, sheet.instructions,
                     unless_empty(sheet.note), by_view(scene.agency, given.by), given.at, read_at(scene, given),
                     given.withdrawn_at, unless_empty(given.withdraw_reason)});
  }
  return views;
}

/// Why it was archived before everybody had confirmed stands in the run that ended then.
std::optional<std::string> missing_reason(CaseScene const& scene, workflow::GivenArchive const& archive) {
  for (auto const& run : scene.file.runs) {
    if (run.closed_at == archive.at && !run.missing.empty()) return unless_empty(run.reason);
  }
  return std::nullopt;
}

void add_archive(CaseView& view, CaseScene const& scene) {
  if (!scene.file.archive) return;
  auto const& [entry, by, at] = *scene.file.archive;
  view.archive = {entry.classification,
                  entry.active_years,
                  entry.inactive_years,
                  entry.disposal,
                  entry.location,
                  missing_reason(scene, *scene.file.archive),
                  at,
                  by_view(scene.agency, by)};
}

void add_state_notes(CaseView& view, CaseScene const& scene) {
  auto const& file = scene.file;
  if (!file.state_by) return;
  auto const by = by_view(scene.agency, *file.state_by);
  if (file.state == CaseState::suspended) view.suspended = {file.state_reason, *file.suspended_at, by};
  if (file.state == CaseState::cancelled) view.cancelled = {file.state_reason, *file.closed_at, by};
}

/// Asks the rules themselves, with a reason nobody will ever read.
bool would_happen(CaseScene const& scene, workflow::CaseCommand const& command) {
  auto const decision = workflow::decide(scene.file, command, scene.occasion());
  return decision && !decision->events.empty();
}

}  // namespace

std::vector<CaseAct> allowed_acts(CaseScene const& scene) {
  std::vector<CaseAct> acts;
  auto const add = [&](CaseAct act, bool allowed) {
    if (allowed) acts.push_back(act);
  };
  std::string const reason = "-";
  add(CaseAct::suspend, would_happen(scene, workflow::SuspendCase{reason}));
  add(CaseAct::resume, would_happen(scene, workflow::ResumeCase{}));
  add(CaseAct::cancel, would_happen(scene, workflow::CancelCase{reason}));
  add(CaseAct::withdraw, would_happen(scene, workflow::WithdrawDisposition{reason}));
  add(CaseAct::correct, would_happen(scene, workflow::RecordCorrection{1, reason}));
  bool const has_newer = scene.book.exists() && scene.book.latest().number > scene.file.procedure_version;
  add(CaseAct::migrate,
      has_newer && !scene.file.closed_at && workflow::who_steers(scene.file, scene.occasion()).has_value());
  return acts;
}

CaseView case_view(CaseScene const& scene) {
  auto const& file = scene.file;
  CaseView view{.id = file.id,
                .number = file.number,
                .title = file.title,
                .state = file.state,
                .version = scene.version,
                .procedure = {scene.procedure.id, scene.procedure.number, scene.procedure.name, file.procedure_version,
                              scene.book.latest().number},
                .period = file.period,
                .origin = origin_view(file.origin),
                .started_at = file.started_at,
                .started_by = by_view(scene.agency, file.started_by),
                .updated_at = file.updated_at,
                .closed_at = file.closed_at,
                .lanes = lane_views(scene),
                .steps = step_views(scene),
                .tasks = open_task_views(scene),
                .papers = paper_views(scene),
                .dispositions = disposition_views(scene),
                .requests = request_views(scene),
                .recipients = recipient_views(scene),
                .allowed = allowed_acts(scene)};
  add_state_notes(view, scene);
  add_archive(view, scene);
  return view;
}

Result<CaseView> show_case(Sight& sight, workflow::CaseId const& id, Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  auto view = case_view(scene_of(sight, *running, language));
  view.has_forms = sight.books.collection(sight.reader, id.value)->state.exists();
  return view;
}

}  // namespace himpun::app
