#include "core/workflow/decide.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "core/workflow/acts.h"

namespace himpun::workflow {
namespace {

/// The task through which the caller acts on `task`: a division's answer is judged by the one who gathers.
Task const* judge_of(Case const& file, Task const& task, TaskAct const& act) {
  bool const judges = std::holds_alternative<AcceptRequest>(act) || std::holds_alternative<RejectRequest>(act);
  if (!judges || task.action != Action::answer) return &task;
  auto const found = std::ranges::find_if(file.tasks, [&](Task const& each) {
    return each.step == task.step && each.run == task.run && each.action == Action::gather;
  });
  return found == file.tasks.end() ? nullptr : &*found;
}

Result<void> require_running(Case const& file) {
  if (file.state == CaseState::suspended) {
    return refuse(case_suspended, {"Alasannya: " + file.state_reason, "The reason: " + file.state_reason});
  }
  if (file.state != CaseState::running) return refuse(case_closed);
  return {};
}

Result<void> require_open(Task const& task, access::Agency const& agency) {
  if (task.is_open()) return {};
  if (!task.done_by) return refuse(task_closed);
  auto const person = agency.people.find(task.done_by->person);
  if (person == agency.people.end()) return refuse(task_closed);
  return refuse(task_closed,
                {"Sudah dikerjakan oleh " + person->second.name + ".", "It was done by " + person->second.name + "."});
}

}  // namespace

Result<By> who_acts(Case const&, Task const& task, Occasion const& occasion) {
  auto const name = access::holder_name(occasion.agency, task.holder);
  if (!occasion.caller.person) {
    return refuse(task_not_yours, {"Tugas ini dipegang " + name + ".", "This task is held by " + name + "."});
  }
  auto const post = access::post_for(occasion.agency, *occasion.caller.person, task.holder, occasion.today());
  if (!post) return refuse(task_not_yours, {"Tugas ini dipegang " + name + ".", "This task is held by " + name + "."});
  return By{*occasion.caller.person, post->position, post->standing};
}

Result<Decision> decide(Case const& file, TaskCommand const& command, Occasion const& occasion) {
  auto const* task = find_task(file, command.task);
  if (!task) return refuse(task_unknown);
  auto const* judge = judge_of(file, *task, command.act);
  if (!judge) return refuse(task_other_action);
  auto const by = who_acts(file, *judge, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_running(file); !ok) return std::unexpected(ok.error());
  if (auto ok = require_open(*task, occasion.agency); !ok) return std::unexpected(ok.error());
  if (command.revision && *command.revision != task->revision) return refuse(task_changed);
  auto const* step = procedure::find_step(occasion.procedure, task->step);
  ensure(step != nullptr, "an open task's step is in the procedure's version");

  Progress progress{file, occasion};
  Act context{progress, *task, *step, *by};
  auto const acted = std::visit([&](auto const& each) { return act(context, each); }, command.act);
  if (!acted) return std::unexpected(acted.error());
  return progress.decided(by->position);
}

}  // namespace himpun::workflow
