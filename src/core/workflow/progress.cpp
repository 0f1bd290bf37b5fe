#include "core/workflow/progress.h"

#include <algorithm>

#include "base/ensure.h"

namespace himpun::workflow {
namespace {

using procedure::Step;
using procedure::StepKind;

Action action_of(StepKind kind) {
  switch (kind) {
    case StepKind::disposition:
      return Action::dispose;
    case StepKind::task:
      return Action::work;
    case StepKind::gathering:
      return Action::gather;
    case StepKind::review:
      return Action::review;
    case StepKind::initialing:
      return Action::initial;
    case StepKind::signature:
      return Action::sign;
    case StepKind::distribution:
      return Action::distribute;
  }
  return Action::work;
}

/// Joint work and initials are done by every performer; everything else is led by the first one.
bool is_done_by_all(StepKind kind) {
  return kind == StepKind::task || kind == StepKind::initialing || kind == StepKind::signature;
}

std::vector<OpenedTask> tasks_of(Case const& file, Step const& step) {
  std::vector<OpenedTask> tasks;
  auto const add = [&](Action action, HolderId const& holder) {
    tasks.push_back({task_id(file.id, file.tasks.size() + tasks.size() + 1), action, holder});
  };
  for (auto const& actor : step.performers) {
    for (auto const& holder : holders_of(file, actor)) {
      if (is_done_by_all(step.kind) || tasks.empty()) add(action_of(step.kind), holder);
    }
  }
  if (step.kind == StepKind::gathering && step.gathers_from) {
    for (auto const& unit : holders_of(file, *step.gathers_from)) add(Action::answer, unit);
  }
  return tasks;
}

std::int32_t next_run(Case const& file, StepId const& step) {
  return 1 + static_cast<std::int32_t>(std::ranges::count(file.runs, step, &StepRun::step));
}

}  // namespace

MovedDeadline deadline_of(Case const& file, Step const& step, StepRun const& run, calendar::Calendar const& calendar) {
  MovedDeadline deadline{step.id, run.run, std::nullopt, std::nullopt};
  if (!step.time_limit) return deadline;
  auto due = calendar::due_at(calendar, run.opened_at, *step.time_limit).at;
  for (auto const& pause : file.pauses) {
    if (pause.to <= run.opened_at) continue;
    due = calendar::due_after_pause(calendar, due, std::max(pause.from, run.opened_at), pause.to).at;
  }
  deadline.due_at = due;
  deadline.at_risk_at = calendar::at_risk_from(calendar, run.opened_at, due);
  return deadline;
}

void Progress::happen(Event event) {
  evolve(file_, event, occasion_.now);
  events_.push_back(std::move(event));
}

void Progress::void_marks(std::string const& key, std::string const& reason) {
  std::vector<MarkVoided> voided;
  auto const* paper = find_paper(file_, key);
  if (!paper) return;
  for (auto const& version : paper->versions) {
    for (auto const& mark : version.marks) {
      if (!mark.voided_at) voided.push_back({key, version.number, mark.task, reason});
    }
  }
  for (auto& each : voided) happen(std::move(each));
}

void Progress::open_step(Step const& step, Step const* from, PositionId const& by) {
  StepOpened opened{.step = step.id, .run = next_run(file_, step.id)};
  if (from) {
    opened.from = from->id;
    opened.sent_back =
        procedure::row_number(occasion_.procedure, step.id) <= procedure::row_number(occasion_.procedure, from->id);
  }
  opened.from_position = by;
  auto const deadline =
      deadline_of(file_, step, {.step = step.id, .run = opened.run, .opened_at = occasion_.now}, occasion_.calendar);
  opened.due_at = deadline.due_at;
  opened.at_risk_at = deadline.at_risk_at;
  opened.tasks = tasks_of(file_, step);
  happen(std::move(opened));
}

void Progress::close_run(Step const& step, Closing const& closing, By const& by) {
  auto const* run = open_run(file_, step.id);
  ensure(run != nullptr, "only an open step is closed");
  happen(StepClosed{step.id, run->run, closing.ending, closing.outcome, closing.reason, closing.note, closing.missing,
                    by});
}

void Progress::complete_step(Step const& step, Closing const& closing, By const& by) {
  close_run(step, closing, by);
  if (step.outcomes.empty()) {
    for (auto const& target : step.next) hand_over(step, target, by.position);
  } else {
    auto const taken = std::ranges::find(step.outcomes, closing.outcome, &procedure::Outcome::label);
    ensure(taken != step.outcomes.end(), "a decision ends with one of its outcomes");
    if (!taken->target.empty()) hand_over(step, taken->target, by.position);
  }
  end_when_nothing_is_left(by);
}

void Progress::return_step(Step const& step, Step const& target, std::string reason, By const& by) {
  close_run(step, {.ending = Ending::returned, .reason = std::move(reason)}, by);
  open_step(target, &step, by.position);
}

void Progress::hand_over(Step const& from, StepId const& target_id, PositionId const& by) {
  auto const* target = procedure::find_step(occasion_.procedure, target_id);
  ensure(target != nullptr, "a procedure that was read names only its own steps");
  // A join waits for the steps it names; any other step (a decision that sends the work back) opens it at once.
  if (std::ranges::find(target->waits_for, from.id) != target->waits_for.end()) {
    happen(JoinReached{target_id, from.id});
    auto const& arrived = file_.arrived[target_id];
    bool const all_there = std::ranges::all_of(target->waits_for, [&](auto const& id) { return arrived.contains(id); });
    if (!all_there) return;
  }
  open_step(*target, &from, by);
}

void Progress::end_when_nothing_is_left(By const& by) {
  bool const running = std::ranges::any_of(file_.runs, &StepRun::is_open);
  bool const waiting = std::ranges::any_of(file_.arrived, [](auto const& entry) { return !entry.second.empty(); });
  if (!running && !waiting) happen(CaseCompleted{by});
}

}  // namespace himpun::workflow
