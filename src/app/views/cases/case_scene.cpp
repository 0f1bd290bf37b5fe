#include "app/views/cases/case_scene.h"

#include <algorithm>
#include <ranges>

namespace himpun::app {

using workflow::CaseState;

Instant CaseScene::clock() const {
  if (file.state == CaseState::suspended) return file.suspended_at.value_or(now);
  return file.closed_at.value_or(now);
}

StepPlace CaseScene::find_step(workflow::StepId const& id) const {
  auto const place_in = [&](procedure::Procedure const& each) {
    return StepPlace{procedure::find_step(each, id), &each, procedure::row_number(each, id)};
  };
  auto place = place_in(procedure);
  for (auto const& each : book.versions | std::views::reverse) {
    if (place.step) return place;
    place = place_in(each.procedure);
  }
  return place;
}

CaseScene scene_of(Sight const& sight, RunningCase const& running, Language language) {
  return {running.state(), running.file->head.version, running.book->state, *running.procedure,
          sight.agency(),  sight.calendar(),           sight.caller,        sight.now,
          language};
}

Result<workflow::By> may_act(CaseScene const& scene, workflow::Task const& task) {
  auto const& file = scene.file;
  if (!task.is_open()) {
    if (!task.done_by) return refuse(workflow::task_closed);
    auto const person = scene.agency.people.find(task.done_by->person);
    auto const name = person == scene.agency.people.end() ? std::string{} : person->second.name;
    return refuse(workflow::task_closed, {"Sudah dikerjakan oleh " + name + ".", "It was done by " + name + "."});
  }
  if (file.state == CaseState::suspended) {
    return refuse(workflow::case_suspended,
                  {"Berkas sedang ditangguhkan: " + file.state_reason, "The case is suspended: " + file.state_reason});
  }
  if (file.state != CaseState::running) return refuse(workflow::case_closed);
  return workflow::who_acts(file, task, scene.occasion());
}

workflow::StepRun const* run_of(workflow::Case const& file, workflow::Task const& task) {
  auto const found = std::ranges::find_if(
      file.runs, [&](workflow::StepRun const& run) { return run.step == task.step && run.run == task.run; });
  return found == file.runs.end() ? nullptr : &*found;
}

workflow::StepRun const* run_before(workflow::Case const& file, workflow::StepRun const& run) {
  if (!run.from) return nullptr;
  workflow::StepRun const* before = nullptr;
  for (auto const& each : file.runs) {
    if (each.step == *run.from && each.closed_at && *each.closed_at <= run.opened_at) before = &each;
  }
  return before;
}

std::string paper_name(CaseScene const& scene, std::string const& key) {
  auto const name_in = [&](procedure::Procedure const& each) {
    auto const found = std::ranges::find(each.papers, key, &procedure::Paper::key);
    return found == each.papers.end() ? std::string{} : found->name;
  };
  if (auto name = name_in(scene.procedure); !name.empty()) return name;
  for (auto const& version : scene.book.versions | std::views::reverse) {
    if (auto name = name_in(version.procedure); !name.empty()) return name;
  }
  auto const place = scene.find_step(workflow::StepId{key});
  return place.step && !place.step->outputs.empty() ? place.step->outputs.front() : key;
}

}  // namespace himpun::app
