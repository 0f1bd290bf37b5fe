#include "app/views/cases/step_view.h"

#include <algorithm>
#include <set>

#include "app/views/timing.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using calendar::Punctuality;
using procedure::Step;
using workflow::Action;
using workflow::StepId;
using workflow::StepRun;

/// A case that was cancelled ends its open runs without closing them.
std::optional<Instant> end_of(CaseScene const& scene, StepRun const& run) {
  return run.closed_at ? run.closed_at : scene.file.closed_at;
}

StepState state_of(CaseScene const& scene, StepRun const& run) {
  if (run.is_open()) return scene.file.closed_at ? StepState::withdrawn : StepState::open;
  switch (run.ending) {
    case workflow::Ending::completed:
      return StepState::done;
    case workflow::Ending::returned:
      return StepState::returned;
    case workflow::Ending::withdrawn:
      return StepState::withdrawn;
  }
  return StepState::done;
}

std::vector<HolderView> holders_of_run(CaseScene const& scene, StepRun const& run) {
  std::vector<HolderView> holders;
  for (auto const& task : scene.file.tasks) {
    bool const leads = task.action != Action::answer && task.action != Action::receive;
    if (!leads || task.step != run.step || task.run != run.run) continue;
    holders.push_back(holder_view(scene.agency, task.holder, scene.today()));
  }
  return holders;
}

/// The return opened its target in the same instant.
std::optional<StepId> target_of_return(CaseScene const& scene, StepRun const& run) {
  if (run.ending != workflow::Ending::returned || !run.closed_at) return std::nullopt;
  for (auto const& each : scene.file.runs) {
    if (each.from == run.step && each.opened_at == *run.closed_at) return each.step;
  }
  return std::nullopt;
}

void add_timing(StepRunView& view, CaseScene const& scene, StepRun const& run) {
  if (!run.due_at) return;
  auto const end = end_of(scene, run);
  auto const timing = timing_at(scene.calendar, end.value_or(scene.clock()), run.due_at, run.at_risk_at);
  view.punctuality = timing.punctuality;
  if (end) {
    if (timing.punctuality != Punctuality::late) view.punctuality = Punctuality::on_time;
    return;
  }
  view.days_left = timing.days_left;
  view.minutes_left = timing.minutes_left;
}

StepRunView run_view(CaseScene const& scene, StepRun const& run) {
  StepRunView view{.run = run.run,
                   .state = state_of(scene, run),
                   .opened_at = run.opened_at,
                   .closed_at = end_of(scene, run),
                   .due_at = run.due_at,
                   .sent_back = run.sent_back,
                   .holders = holders_of_run(scene, run),
                   .note = unless_empty(run.note),
                   .outcome = unless_empty(run.outcome),
                   .reason = unless_empty(run.reason),
                   .returned_to = target_of_return(scene, run),
                   .missing = named(scene.agency, run.missing)};
  if (run.by) view.by = by_view(scene.agency, *run.by);
  add_timing(view, scene, run);
  return view;
}

/// Steps that lie ahead of what is open now. A decision for an earlier row goes back; a return always does.
class Ahead {
 public:
  explicit Ahead(CaseScene const& scene) : procedure_(scene.procedure) {
    if (scene.file.closed_at) return;
    for (auto const& run : scene.file.runs) {
      if (run.is_open()) go_on_from(run.step);
    }
    for (auto const& [join, arrived] : scene.file.arrived) {
      if (!arrived.empty()) reach(join);
    }
  }

  [[nodiscard]] bool contains(StepId const& id) const { return reached_.contains(id); }

 private:
  void reach(StepId const& id) {
    if (!id.empty() && reached_.insert(id).second) go_on_from(id);
  }

  void go_on_from(StepId const& id) {
    auto const* step = procedure::find_step(procedure_, id);
    if (!step) return;
    for (auto const& next : step->next) reach(next);
    auto const row = procedure::row_number(procedure_, id);
    for (auto const& outcome : step->outcomes) {
      if (procedure::row_number(procedure_, outcome.target) > row) reach(outcome.target);
    }
  }

  procedure::Procedure const& procedure_;
  std::set<StepId> reached_;
};

CaseStepView as_written(Step const& step, std::int64_t number) {
  CaseStepView view{.id = step.id,
                    .number = number,
                    .kind = step.kind,
                    .activity = step.activity,
                    .performers = step.performers,
                    .gathers_from = step.gathers_from,
                    .outputs = step.outputs,
                    .time_written = step.time_written,
                    .remark = step.remark,
                    .paper = unless_empty(step.paper),
                    .is_start = step.is_start,
                    .next = step.next,
                    .waits_for = step.waits_for,
                    .returns = step.returns,
                    .inferred = step.inferred};
  for (auto const& input : step.inputs) view.inputs.push_back(input.name);
  for (auto const& outcome : step.outcomes) {
    view.outcomes.push_back({outcome.label, outcome.target.empty() ? std::nullopt : std::optional{outcome.target}});
  }
  return view;
}

}  // namespace

std::vector<CaseStepView> step_views(CaseScene const& scene) {
  Ahead const ahead{scene};
  std::vector<CaseStepView> views;
  for (auto const& step : scene.procedure.steps) {
    auto view = as_written(step, static_cast<std::int64_t>(views.size()) + 1);
    for (auto const& run : scene.file.runs) {
      if (run.step == step.id) view.runs.push_back(run_view(scene, run));
    }
    if (!view.runs.empty()) {
      view.state = view.runs.back().state;
    } else {
      view.state = ahead.contains(step.id) ? StepState::to_come : StepState::skipped;
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace himpun::app
