#include <algorithm>

#include "base/ensure.h"
#include "core/workflow/events.h"

namespace himpun::workflow {
namespace {

/// One overload per event: a forgotten event is a compile error. Events come from our own journal, so a task or a run
/// that an event names is there; when it is not, a promise of ours is broken.
struct Evolve {
  Case& file;
  Instant at;

  void operator()(CaseStarted const& event) const {
    file.id = event.id;
    file.number = event.number;
    file.title = event.title;
    file.procedure = event.procedure;
    file.procedure_version = event.procedure_version;
    file.period = event.period;
    file.origin = event.origin;
    file.assignments = event.assignments;
    file.started_by = event.by;
    file.started_at = at;
  }

  void operator()(StepOpened const& event) const {
    file.runs.push_back({.step = event.step,
                         .run = event.run,
                         .opened_at = at,
                         .due_at = event.due_at,
                         .at_risk_at = event.at_risk_at,
                         .from = event.from,
                         .sent_back = event.sent_back});
    use_arrivals(event);
    for (auto const& opened : event.tasks) {
      add_task(opened, file.runs.back(), event.from_position,
               event.sent_back ? TaskState::returned : first_state(opened));
    }
  }

  void operator()(TaskRead const& event) const {
    auto& task = touch(event.task);
    task.read_at = at;
  }

  void operator()(InputPresented const& event) const {
    auto& task = start(event.task);
    run_of(task).inputs.push_back({event.index, event.content, event.by, at});
  }

  void operator()(PaperRenewed const& event) const {
    auto& versions = std::ranges::find(file.papers, event.paper, &Paper::key)->versions;
    auto const task = versions.back().task;
    versions.push_back({event.number, task, event.by, at, event.content, event.sha256, {}});
  }

  void operator()(PaperWritten const& event) const {
    start(event.task);
    auto paper = std::ranges::find(file.papers, event.paper, &Paper::key);
    if (paper == file.papers.end()) {
      file.papers.push_back({event.paper, {}});
      paper = std::prev(file.papers.end());
    }
    paper->versions.push_back({event.number, event.task, event.by, at, event.content, event.sha256, {}});
  }

  void operator()(MarkVoided const& event) const {
    for (auto& mark : version(event.paper, event.number).marks) {
      if (mark.task == event.task && !mark.voided_at) {
        mark.voided_at = at;
        mark.void_reason = event.reason;
      }
    }
  }

  void operator()(DispositionGiven const& event) const {
    finish(event.task, event.by);
    file.dispositions.push_back({event.disposition, event.task, event.by, at, std::nullopt, {}});
  }

  void operator()(DispositionWithdrawn const& event) const {
    file.dispositions.back().withdrawn_at = at;
    file.dispositions.back().withdraw_reason = event.reason;
  }

  void operator()(RequestAnswered const& event) const {
    auto& task = touch(event.task);
    task.state = TaskState::waiting;
    task.answers.push_back({event.text, event.numbers, event.files, event.by, at, std::nullopt, false});
    if (auto* gatherer = gatherer_of(task)) {
      gatherer->state = TaskState::started;
      gatherer->read_at.reset();
    }
  }

  void operator()(RequestReturned const& event) const {
    auto& task = touch(event.task);
    task.state = TaskState::returned;
    task.read_at.reset();
    task.answers.back().returned_with = event.comment;
    wait_when_nothing_is_answered(task);
  }

  void operator()(RequestAccepted const& event) const {
    finish(event.task, event.by);
    task(event.task).answers.back().accepted = true;
    wait_when_nothing_is_answered(task(event.task));
  }

  void operator()(PartDone const& event) const { finish(event.task, event.by); }

  void operator()(PaperMarked const& event) const {
    auto const& task = finish(event.task, event.by);
    version(event.paper, event.number)
        .marks.push_back({event.mark, event.task, task.step, event.by, at, std::nullopt, {}});
  }

  void operator()(PaperDistributed const& event) const {
    auto const step = start(event.task).step;
    auto const* run = open_run(file, step);
    ensure(run != nullptr, "a distribution happens in an open step");
    task(event.task).state = TaskState::waiting;
    file.distributions.push_back({event.task, event.paper, event.number, event.note, event.by, at});
    for (auto const& recipient : event.recipients) add_task(recipient, *run, event.by.position, TaskState::not_started);
  }

  void operator()(ReceiptConfirmed const& event) const { finish(event.task, event.by); }

  void operator()(CaseArchived const& event) const {
    finish(event.task, event.by);
    file.archive = {event.entry, event.by, at};
  }

  void operator()(StepClosed const& event) const {
    auto const run = std::ranges::find_if(
        file.runs, [&](StepRun const& each) { return each.step == event.step && each.run == event.run; });
    ensure(run != file.runs.end(), "a closed step was open");
    run->closed_at = at;
    run->ending = event.ending;
    run->by = event.by;
    run->outcome = event.outcome;
    run->reason = event.reason;
    run->note = event.note;
    run->missing = event.missing;
    for (auto& each : file.tasks) {
      if (each.step == event.step && each.run == event.run && each.is_open()) close_with_step(each, event);
    }
  }

  void operator()(JoinReached const& event) const { file.arrived[event.step].insert(event.from); }

  void operator()(CaseCompleted const&) const { end(CaseState::completed, {}); }
  void operator()(CaseCancelled const& event) const {
    file.state_by = event.by;
    end(CaseState::cancelled, event.reason);
  }

  void operator()(CaseSuspended const& event) const {
    file.state = CaseState::suspended;
    file.state_reason = event.reason;
    file.state_by = event.by;
    file.suspended_at = at;
  }

  void operator()(CaseResumed const&) const {
    file.state = CaseState::running;
    file.state_reason.clear();
    file.state_by.reset();
    file.pauses.push_back({*file.suspended_at, at});
    file.suspended_at.reset();
  }

  void operator()(DeadlinesMoved const& event) const {
    for (auto const& moved : event.deadlines) {
      for (auto& run : file.runs) {
        if (run.step == moved.step && run.run == moved.run) set_deadline(run, moved);
      }
      for (auto& each : file.tasks) {
        if (each.step == moved.step && each.run == moved.run && each.is_open()) set_deadline(each, moved);
      }
    }
  }

  void operator()(CorrectionRecorded const& event) const {
    file.corrections.push_back({event.event, event.text, event.by, at});
  }

  void operator()(CaseMoved const& event) const {
    file.procedure_version = event.to_version;
    file.assignments = event.assignments;
  }

 private:
  /// A join that opens uses up what has arrived; opened from elsewhere it leaves the hand-overs waiting.
  void use_arrivals(StepOpened const& event) const {
    auto const waiting = file.arrived.find(event.step);
    if (waiting == file.arrived.end() || !event.from) return;
    if (waiting->second.contains(*event.from)) file.arrived.erase(waiting);
  }

  static TaskState first_state(OpenedTask const& opened) {
    // The one who gathers waits for the divisions from the first moment.
    return opened.action == Action::gather ? TaskState::waiting : TaskState::not_started;
  }

  Task& task(TaskId const& id) const {
    auto* found = find_task(file, id);
    ensure(found != nullptr, "an event names a task of its case");
    return *found;
  }

  Task& touch(TaskId const& id) const {
    auto& found = task(id);
    ++found.revision;
    return found;
  }

  /// The task of the one who gathers the answers that `request` is one of.
  Task* gatherer_of(Task const& request) const {
    auto const found = std::ranges::find_if(file.tasks, [&](Task const& each) {
      return each.step == request.step && each.run == request.run && each.action == Action::gather;
    });
    return found == file.tasks.end() ? nullptr : &*found;
  }

  /// The one who gathers waits while no answer lies before them and some are still to come. Their revision stays: an
  /// answer that arrives must not make them start over.
  void wait_when_nothing_is_answered(Task const& request) const {
    auto* gatherer = gatherer_of(request);
    if (!gatherer) return;
    auto const has = [&](auto const& is_so) {
      return std::ranges::any_of(file.tasks, [&](Task const& each) {
        return each.step == request.step && each.run == request.run && each.action == Action::answer && is_so(each);
      });
    };
    bool const answered = has([](Task const& each) { return each.state == TaskState::waiting; });
    bool const to_come = has([](Task const& each) { return each.is_open(); });
    gatherer->state = !answered && to_come ? TaskState::waiting : TaskState::started;
  }

  Task& start(TaskId const& id) const {
    auto& found = touch(id);
    if (found.state == TaskState::not_started || found.state == TaskState::returned) found.state = TaskState::started;
    return found;
  }

  Task& finish(TaskId const& id, By const& by) const {
    auto& found = touch(id);
    found.state = TaskState::done;
    found.done_by = by;
    found.done_at = at;
    return found;
  }

  StepRun& run_of(Task const& each) const {
    auto* run = open_run(file, each.step);
    ensure(run != nullptr, "an open task belongs to an open step");
    return *run;
  }

  PaperVersion& version(std::string const& key, std::int32_t number) const {
    auto const paper = std::ranges::find(file.papers, key, &Paper::key);
    ensure(paper != file.papers.end() && number >= 1 && static_cast<std::size_t>(number) <= paper->versions.size(),
           "an event names a version of a paper of its case");
    return paper->versions[static_cast<std::size_t>(number) - 1];
  }

  void add_task(OpenedTask const& opened, StepRun const& run, PositionId const& from, TaskState state) const {
    file.tasks.push_back({.id = opened.task,
                          .step = run.step,
                          .run = run.run,
                          .action = opened.action,
                          .holder = opened.holder,
                          .from = from,
                          .since = at,
                          .due_at = run.due_at,
                          .at_risk_at = run.at_risk_at,
                          .state = state,
                          .revision = 1});
  }

  void close_with_step(Task& each, StepClosed const& event) const {
    bool const was_the_work =
        event.ending == Ending::completed && each.action != Action::answer && each.action != Action::receive;
    ++each.revision;
    each.state = was_the_work ? TaskState::done : TaskState::withdrawn;
    each.done_at = at;
    if (was_the_work) each.done_by = event.by;
  }

  static void set_deadline(auto& owner, MovedDeadline const& moved) {
    owner.due_at = moved.due_at;
    owner.at_risk_at = moved.at_risk_at;
  }

  void end(CaseState state, std::string reason) const {
    file.state = state;
    file.state_reason = std::move(reason);
    file.closed_at = at;
    for (auto& each : file.tasks) {
      if (!each.is_open()) continue;
      ++each.revision;
      each.state = TaskState::withdrawn;
      each.done_at = at;
    }
  }
};

}  // namespace

void evolve(Case& file, Event const& event, Instant at) {
  std::visit(Evolve{file, at}, event);
  file.updated_at = at;
}

}  // namespace himpun::workflow
