#include "app/projections/case_projection.h"

#include <algorithm>
#include <charconv>

#include "base/json_map.h"

namespace himpun::app {
namespace {

using workflow::Action;
using workflow::Case;
using workflow::CaseState;
using workflow::FileRef;
using workflow::Task;

/// An answered request waits for the one who gathers: it is off the division's desk until it comes back.
bool is_on_a_desk(Task const& task) {
  bool const answered = task.action == Action::answer && task.state == workflow::TaskState::waiting;
  return task.is_open() && !answered;
}

bool needs_row(Case const& before, Case const& after, std::size_t index) {
  if (before.procedure_version != after.procedure_version) return true;
  if (index >= before.tasks.size()) return true;
  auto const& was = before.tasks[index];
  auto const& is = after.tasks[index];
  return was.revision != is.revision || was.state != is.state || was.read_at != is.read_at || was.due_at != is.due_at ||
         was.at_risk_at != is.at_risk_at;
}

void project_tasks(Transaction& transaction, Case const& before, Case const& after,
                   procedure::Procedure const& procedure) {
  for (std::size_t i = 0; i < after.tasks.size(); ++i) {
    auto const& task = after.tasks[i];
    bool const was_listed = i < before.tasks.size() && is_listed(before, before.tasks[i]);
    bool const listed = is_listed(after, task);
    if (listed && (!was_listed || needs_row(before, after, i))) transaction.put(task_row(after, task, procedure));
    if (was_listed && !listed) transaction.erase_task(task.id.value);
    if (was_listed != listed) {
      transaction.add_load(task.holder.value, word_of(task.action), listed ? 1 : -1);
    }
    bool const changed = was_listed != listed || (listed && needs_row(before, after, i));
    if (changed) transaction.announce(task.holder.value);
  }
}

/// The open run that is due first; a run without a time limit comes last.
workflow::StepRun const* most_urgent_run(Case const& file) {
  workflow::StepRun const* urgent = nullptr;
  for (auto const& run : file.runs) {
    if (!run.is_open()) continue;
    if (!urgent || run.due_at.value_or(far_future) < urgent->due_at.value_or(far_future)) urgent = &run;
  }
  return urgent;
}

CaseRow case_row(Case const& file, procedure::Procedure const& procedure, std::int64_t version) {
  CaseRow row{.case_id = file.id.value,
              .number = file.number,
              .title = file.title,
              .procedure = file.procedure.value,
              .procedure_version = file.procedure_version,
              .procedure_name = procedure.name,
              .period = workflow::period_key(file.period),
              .state = word_of(file.state),
              .step_count = static_cast<std::int64_t>(procedure.steps.size()),
              .opened_at = file.started_at,
              .updated_at = file.updated_at,
              .version = version};
  auto const* run =
      file.state == CaseState::running || file.state == CaseState::suspended ? most_urgent_run(file) : nullptr;
  if (!run) return row;
  if (auto const* step = procedure::find_step(procedure, run->step)) row.step = step->activity;
  row.step_number = procedure::row_number(procedure, run->step);
  row.due_at = run->due_at;
  for (auto const& task : file.tasks) {
    if (task.step == run->step && task.run == run->run && task.is_open()) {
      row.holder = task.holder.value;
      break;
    }
  }
  return row;
}

void keep_file(Transaction& transaction, Case const& file, std::optional<FileRef> const& ref) {
  if (ref) transaction.put(CaseFileRow{file.id.value, ref->sha256, ref->name, ref->media_type, ref->size});
}

/// Files that `after` uses and `before` did not: lists only grow.
void project_files(Transaction& transaction, Case const& before, Case const& after) {
  if (before.id.empty()) keep_file(transaction, after, after.origin.file);
  for (std::size_t i = 0; i < after.runs.size(); ++i) {
    auto const known = i < before.runs.size() ? before.runs[i].inputs.size() : 0;
    for (std::size_t k = known; k < after.runs[i].inputs.size(); ++k) {
      keep_file(transaction, after, after.runs[i].inputs[k].content.file);
    }
  }
  for (std::size_t i = 0; i < after.papers.size(); ++i) {
    auto const known = i < before.papers.size() ? before.papers[i].versions.size() : 0;
    for (std::size_t k = known; k < after.papers[i].versions.size(); ++k) {
      keep_file(transaction, after, after.papers[i].versions[k].content.file);
    }
  }
  for (std::size_t i = 0; i < after.tasks.size(); ++i) {
    auto const known = i < before.tasks.size() ? before.tasks[i].answers.size() : 0;
    for (std::size_t k = known; k < after.tasks[i].answers.size(); ++k) {
      for (auto const& file : after.tasks[i].answers[k].files) keep_file(transaction, after, file);
    }
  }
}

/// Case numbers look like `0012/2026`; the series is the year.
void project_series(Transaction& transaction, Case const& file) {
  std::int64_t number = 0;
  auto const slash = file.number.find('/');
  std::from_chars(file.number.data(), file.number.data() + slash, number);
  transaction.raise_number("case/" + file.number.substr(slash + 1), number);
}

}  // namespace

bool is_listed(Case const& file, Task const& task) { return file.state == CaseState::running && is_on_a_desk(task); }

TaskRow task_row(Case const& file, Task const& task, procedure::Procedure const& procedure) {
  auto const* step = procedure::find_step(procedure, task.step);
  return {.task = task.id.value,
          .case_id = file.id.value,
          .case_number = file.number,
          .case_title = file.title,
          .procedure_name = procedure.name,
          .action = word_of(task.action),
          .step = task.step.value,
          .step_number = procedure::row_number(procedure, task.step),
          .step_count = static_cast<std::int64_t>(procedure.steps.size()),
          .activity = step ? step->activity : std::string{},
          .holder = task.holder.value,
          .from_position = task.from.value,
          .since = task.since,
          .due_at = task.due_at.value_or(far_future),
          .at_risk_at = task.at_risk_at.value_or(far_future),
          .state = word_of(task.state),
          .read_at = task.read_at,
          .revision = task.revision};
}

void project_case(Transaction& transaction, Case const& before, Case const& after,
                  procedure::Procedure const& procedure, std::int64_t version) {
  if (before.id.empty()) project_series(transaction, after);
  project_tasks(transaction, before, after, procedure);
  project_files(transaction, before, after);
  transaction.put(case_row(after, procedure, version));
}

}  // namespace himpun::app
