#include "core/workflow/case.h"

#include <algorithm>
#include <charconv>

#include "base/sha256.h"

namespace himpun::workflow {
namespace {

template <class Cases>
auto* find_task_in(Cases& file, TaskId const& id) {
  auto const dash = id.value.rfind('-');
  std::size_t number = 0;
  auto const* begin = id.value.data() + (dash == std::string::npos ? 0 : dash + 1);
  auto const [end, error] = std::from_chars(begin, id.value.data() + id.value.size(), number);
  bool const known =
      error == std::errc{} && number >= 1 && number <= file.tasks.size() && file.tasks[number - 1].id == id;
  return known ? &file.tasks[number - 1] : nullptr;
}

template <class Cases>
auto* open_run_in(Cases& file, StepId const& step) {
  auto const found = std::find_if(file.runs.rbegin(), file.runs.rend(),
                                  [&](StepRun const& run) { return run.step == step && run.is_open(); });
  return found == file.runs.rend() ? nullptr : &*found;
}

}  // namespace

Task const* find_task(Case const& file, TaskId const& id) { return find_task_in(file, id); }
Task* find_task(Case& file, TaskId const& id) { return find_task_in(file, id); }
StepRun const* open_run(Case const& file, StepId const& step) { return open_run_in(file, step); }
StepRun* open_run(Case& file, StepId const& step) { return open_run_in(file, step); }

Paper const* find_paper(Case const& file, std::string_view key) {
  auto const found = std::ranges::find(file.papers, key, &Paper::key);
  return found == file.papers.end() ? nullptr : &*found;
}

PaperVersion const* latest_version(Case const& file, std::string_view key) {
  auto const* paper = find_paper(file, key);
  return paper ? &paper->latest() : nullptr;
}

std::vector<HolderId> holders_of(Case const& file, ActorId const& actor) {
  auto const found = std::ranges::find(file.assignments, actor, &Assignment::actor);
  return found == file.assignments.end() ? std::vector<HolderId>{} : found->holders;
}

CaseId case_of(TaskId const& task) { return CaseId{task.value.substr(0, task.value.rfind('-'))}; }

TaskId task_id(CaseId const& file, std::size_t number) { return TaskId{file.value + "-" + std::to_string(number)}; }

std::string paper_key(procedure::Step const& step) {
  using enum procedure::StepKind;
  if (!step.paper.empty()) return step.paper;
  bool const writes = step.kind == task || step.kind == gathering;
  return writes && !step.outputs.empty() ? step.id.value : std::string{};
}

Paper const* paper_of(Case const& file, procedure::Step const& step) {
  if (auto const* own = find_paper(file, paper_key(step))) return own;
  auto const last = std::ranges::max_element(file.papers, {}, [](Paper const& paper) { return paper.latest().at; });
  return last == file.papers.end() ? nullptr : &*last;
}

std::string content_hash(Content const& content) {
  return content.kind == ContentKind::file && content.file ? content.file->sha256 : to_hex(sha256(content.text));
}

}  // namespace himpun::workflow
