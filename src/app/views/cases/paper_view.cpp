#include "app/views/cases/paper_view.h"

#include <algorithm>

namespace himpun::app {
namespace {

/// A mark is voided in the same instant in which the version that voids it is written.
std::string void_reason(CaseScene const& scene, workflow::Paper const& paper, workflow::Mark const& mark) {
  auto const newer = std::ranges::find(paper.versions, *mark.voided_at, &workflow::PaperVersion::at);
  if (newer == paper.versions.end()) return mark.void_reason;
  auto const number = std::to_string(newer->number);
  return scene.say({"Naskah diubah menjadi versi " + number + ".", "The paper was changed to version " + number + "."});
}

MarkView mark_view(CaseScene const& scene, workflow::Paper const& paper, workflow::Mark const& mark) {
  MarkView view{mark.kind, mark.step, by_view(scene.agency, mark.by), mark.at, mark.voided_at, {}};
  if (mark.voided_at) view.void_reason = void_reason(scene, paper, mark);
  return view;
}

}  // namespace

ContentView content_view(workflow::Content const& content) {
  ContentView view{content.kind, {}, content.file};
  if (content.kind != workflow::ContentKind::file) view.text = content.text;
  return view;
}

PaperVersionView version_view(CaseScene const& scene, workflow::Paper const& paper,
                              workflow::PaperVersion const& version) {
  auto const* task = workflow::find_task(scene.file, version.task);
  PaperVersionView view{version.number,
                        task ? task->step : workflow::StepId{},
                        version.at,
                        by_view(scene.agency, version.by),
                        content_view(version.content),
                        version.sha256,
                        {}};
  for (auto const& mark : version.marks) view.marks.push_back(mark_view(scene, paper, mark));
  return view;
}

std::vector<PaperView> paper_views(CaseScene const& scene) {
  std::vector<PaperView> views;
  for (auto const& paper : scene.file.papers) {
    PaperView view{paper.key, paper_name(scene, paper.key), {}};
    for (auto const& version : paper.versions) view.versions.push_back(version_view(scene, paper, version));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace himpun::app
