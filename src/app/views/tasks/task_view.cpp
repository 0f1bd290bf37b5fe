#include "app/views/tasks/task_view.h"

#include <algorithm>
#include <ranges>

#include "app/archive/filing.h"
#include "app/projections/case_projection.h"
#include "app/views/tasks/candidates.h"
#include "app/views/tasks/recalls.h"
#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using procedure::Step;
using workflow::Action;
using workflow::ContentKind;
using workflow::StepRun;
using workflow::Task;

/// Divisions and recipients look at the step from outside: its requisites and ways out are not theirs.
bool leads(Task const& task) { return task.action != Action::answer && task.action != Action::receive; }

std::optional<std::string> unless_empty(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

InputPresence presented(CaseScene const& scene, workflow::PresentedInput const& input) {
  InputPresence how{.by = by_view(scene.agency, input.by), .at = input.at};
  switch (input.content.kind) {
    case ContentKind::file:
      how.kind = PresenceKind::file;
      how.file = input.content.file;
      break;
    case ContentKind::paper:
      how.kind = PresenceKind::paper;
      how.paper = input.content.text;
      how.version = input.content.version;
      break;
    case ContentKind::text:
    case ContentKind::reference:
      how.kind = PresenceKind::reference;
      how.text = input.content.text;
      break;
  }
  return how;
}

bool are_answered(CaseScene const& scene, StepRun const& run) {
  std::size_t accepted = 0;
  for (auto const& task : scene.file.tasks) {
    if (task.action != Action::answer) continue;
    bool const is_here = task.step == run.step && task.run == run.run;
    if (is_here && task.is_open()) return false;
    accepted += request_state(task) == RequestState::accepted ? 1U : 0U;
  }
  return accepted > 0;
}

/// How the case itself gives the requisite; none when it does not, or not yet.
std::optional<InputPresence> given(CaseScene const& scene, std::string const& source, StepRun const& run) {
  auto const& file = scene.file;
  if (source == "surat") {
    return InputPresence{.kind = PresenceKind::origin,
                         .text = unless_empty(file.origin.number),
                         .file = file.origin.file,
                         .by = by_view(scene.agency, file.started_by),
                         .at = file.started_at};
  }
  if (source == "permintaan") {
    if (!are_answered(scene, run)) return std::nullopt;
    return InputPresence{.kind = PresenceKind::answers};
  }
  auto const* version = source.empty() ? nullptr : workflow::latest_version(file, source);
  if (!version) return std::nullopt;
  return InputPresence{.kind = PresenceKind::paper,
                       .paper = source,
                       .version = version->number,
                       .by = by_view(scene.agency, version->by),
                       .at = version->at};
}

std::vector<TaskInput> input_views(CaseScene const& scene, Step const& step, StepRun const& run) {
  std::vector<TaskInput> views;
  for (auto const& input : step.inputs) {
    auto const index = static_cast<std::int32_t>(views.size());
    TaskInput view{index, input.name, unless_empty(input.source), false, {}};
    auto const newest_first = run.inputs | std::views::reverse;
    auto const shown = std::ranges::find(newest_first, index, &workflow::PresentedInput::index);
    view.how = shown == newest_first.end() ? given(scene, input.source, run) : presented(scene, *shown);
    view.present = view.how.has_value();
    views.push_back(std::move(view));
  }
  return views;
}

std::optional<TaskPaper> paper_of_task(CaseScene const& scene, Task const& task, Step const& step) {
  if (task.action == Action::answer) return std::nullopt;
  bool const writes = step.kind == procedure::StepKind::task || step.kind == procedure::StepKind::gathering;
  auto const* paper =
      writes ? workflow::find_paper(scene.file, workflow::paper_key(step)) : workflow::paper_of(scene.file, step);
  auto const key = paper ? paper->key : workflow::paper_key(step);
  if (key.empty()) return std::nullopt;
  TaskPaper view{key, paper_name(scene, key), {}};
  if (paper) view.latest = version_view(scene, *paper, paper->latest());
  return view;
}

std::vector<OutcomeChoice> outcome_choices(CaseScene const& scene, Step const& step) {
  std::vector<OutcomeChoice> choices;
  for (auto const& outcome : step.outcomes) {
    OutcomeChoice choice{outcome.label, {}, {}, {}};
    if (auto const place = scene.find_step(outcome.target); place.step) {
      choice.target = outcome.target;
      choice.target_number = place.number;
      choice.target_activity = place.step->activity;
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<ReturnChoice> return_choices(CaseScene const& scene, Step const& step) {
  std::vector<ReturnChoice> choices;
  for (auto const& target : step.returns) {
    auto const place = scene.find_step(target);
    if (!place.step) continue;
    ReturnChoice choice{target, place.number, place.step->activity, {}};
    for (auto const& actor : place.step->performers) {
      for (auto const& holder : workflow::holders_of(scene.file, actor)) {
        choice.holder_names.push_back(named(scene.agency, holder).name);
      }
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<SiblingTask> sibling_tasks(CaseScene const& scene, Task const& task) {
  std::vector<SiblingTask> siblings;
  if (!leads(task)) return siblings;
  for (auto const& each : scene.file.tasks) {
    bool const is_sibling =
        each.id != task.id && each.step == task.step && each.run == task.run && each.action == task.action;
    if (is_sibling) siblings.push_back({each.id, each.holder, named(scene.agency, each.holder).name, each.state});
  }
  return siblings;
}

DistributionState distribution_state(CaseScene const& scene, Task const& task, StepRun const& run) {
  DistributionState state{.archived = scene.file.archive.has_value(), .recipients = recipient_views(scene, &run)};
  for (auto const& sent : scene.file.distributions) {
    auto const* distributor = workflow::find_task(scene.file, sent.task);
    if (!distributor || distributor->step != run.step || distributor->run != run.run) continue;
    state.distributed = true;
    state.note = unless_empty(sent.note);
  }
  bool const is_to_come = task.action == Action::distribute && !state.distributed && task.is_open();
  if (is_to_come) state.candidates = recipient_candidates(scene, task);
  return state;
}

void add_what_came_before(TaskDetail& detail, CaseScene const& scene, Task const& task, StepRun const& run) {
  if (auto const* before = run_before(scene.file, run)) {
    detail.note = unless_empty(before->note);
    detail.reason = unless_empty(before->reason);
  }
  if (!task.answers.empty() && task.answers.back().returned_with) detail.reason = task.answers.back().returned_with;
}

void add_what_it_asks(TaskDetail& detail, CaseScene const& scene, Task const& task, Step const& step,
                      StepRun const& run) {
  switch (task.action) {
    case Action::dispose:
      detail.forward_to = forward_candidates(scene, step, task);
      break;
    case Action::gather:
      detail.requests = request_views(scene, &run);
      break;
    case Action::answer:
      detail.request = request_view(scene, task);
      break;
    case Action::distribute:
    case Action::receive:
      detail.distribution = distribution_state(scene, task, run);
      break;
    default:
      break;
  }
}

void add_standing(TaskDetail& detail, CaseScene const& scene, Task const& task) {
  detail.done_at = task.done_at;
  if (task.done_by) detail.done_by = by_view(scene.agency, *task.done_by);
  auto const acts = may_act(scene, task);
  detail.may_act = acts.has_value();
  if (acts) return;
  auto const& problem = acts.error();
  Words const title{std::string{problem.type->title_id}, std::string{problem.type->title_en}};
  auto const& detail_words = scene.say(problem.detail);
  detail.why_not = detail_words.empty() ? scene.say(title) : detail_words;
}

}  // namespace

TaskDetail task_detail(CaseScene const& scene, Task const& task) {
  auto const place = scene.find_step(task.step);
  auto const* run = run_of(scene.file, task);
  ensure(place.step != nullptr && run != nullptr, "a task belongs to a run of a step that some version has");
  auto const at = task.done_at.value_or(scene.clock());
  TaskDetail detail{task_card(scene.agency, scene.calendar, at, task_row(scene.file, task, *place.procedure))};
  detail.case_state = word_of(scene.file.state);
  auto const& step = *place.step;
  detail.kind = step.kind;
  detail.time_written = step.time_written;
  detail.remark = step.remark;
  detail.outputs = step.outputs;
  detail.paper = paper_of_task(scene, task, step);
  if (leads(task)) {
    bool const writes = step.kind == procedure::StepKind::task || step.kind == procedure::StepKind::gathering;
    detail.paper_required = writes && !workflow::paper_key(step).empty();
    detail.inputs = input_views(scene, step, *run);
    detail.outcomes = outcome_choices(scene, step);
    detail.returns = return_choices(scene, step);
  }
  detail.siblings = sibling_tasks(scene, task);
  add_what_came_before(detail, scene, task, *run);
  add_what_it_asks(detail, scene, task, step, *run);
  add_standing(detail, scene, task);
  return detail;
}

Result<TaskDetail> show_task(Sight& sight, workflow::TaskId const& id, Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, workflow::case_of(id));
  auto const* task = running ? workflow::find_task(running->state(), id) : nullptr;
  if (!task) return refuse(workflow::task_unknown);
  auto detail = task_detail(scene_of(sight, *running, language), *task);
  if (detail.distribution) detail.distribution->classification = unless_empty(classification_of(sight, *running));
  detail.recall = Recalls{sight}.of_receipt(running->state().id, id);
  return detail;
}

}  // namespace himpun::app
