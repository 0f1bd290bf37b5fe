#include "app/views/tasks/request_view.h"

#include "app/views/timing.h"

namespace himpun::app {
namespace {

using workflow::Action;
using workflow::Task;
using workflow::TaskState;

bool belongs(Task const& task, workflow::StepRun const* run) {
  return !run || (task.step == run->step && task.run == run->run);
}

AnswerView answer_view(CaseScene const& scene, workflow::Answer const& answer) {
  return {answer.text, answer.numbers,  answer.files,        by_view(scene.agency, answer.by),
          answer.at,   answer.accepted, answer.returned_with};
}

}  // namespace

RequestState request_state(Task const& task) {
  if (task.state == TaskState::done) return RequestState::accepted;
  if (task.state == TaskState::withdrawn) return RequestState::missing;
  if (task.answers.empty()) return RequestState::open;
  return task.state == TaskState::returned ? RequestState::returned : RequestState::answered;
}

RequestView request_view(CaseScene const& scene, Task const& task) {
  RequestView view{.task = task.id,
                   .step = task.step,
                   .run = task.run,
                   .holder = holder_view(scene.agency, task.holder, scene.today()),
                   .state = request_state(task),
                   .revision = task.revision,
                   .due_at = task.due_at};
  if (task.due_at) {
    // An answered request is as punctual as its answer was; while it is with the division, time goes on.
    bool const with_division = view.state == RequestState::open || view.state == RequestState::returned;
    auto const at =
        with_division || task.answers.empty() ? task.done_at.value_or(scene.clock()) : task.answers.back().at;
    auto const timing = timing_at(scene.calendar, at, task.due_at, task.at_risk_at);
    view.punctuality = timing.punctuality;
    if (!with_division && timing.punctuality != calendar::Punctuality::late) {
      view.punctuality = calendar::Punctuality::on_time;
    }
    if (with_division) view.days_left = timing.days_left;
  }
  for (auto const& answer : task.answers) view.answers.push_back(answer_view(scene, answer));
  return view;
}

std::vector<RequestView> request_views(CaseScene const& scene, workflow::StepRun const* run) {
  std::vector<RequestView> views;
  for (auto const& task : scene.file.tasks) {
    if (task.action == Action::answer && belongs(task, run)) views.push_back(request_view(scene, task));
  }
  return views;
}

std::vector<RecipientView> recipient_views(CaseScene const& scene, workflow::StepRun const* run) {
  std::vector<RecipientView> views;
  for (auto const& task : scene.file.tasks) {
    if (task.action != Action::receive || !belongs(task, run)) continue;
    RecipientView view{task.id, holder_view(scene.agency, task.holder, scene.today()), task.since, {}, {}};
    if (task.done_by) {
      view.received_at = task.done_at;
      view.received_by = by_view(scene.agency, *task.done_by);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace himpun::app
