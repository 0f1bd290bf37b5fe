#include "app/views/cases/migration_view.h"

#include "core/workflow/move.h"

namespace himpun::app {
namespace {

std::vector<StepReference> references(procedure::Procedure const& procedure, std::vector<workflow::StepId> const& ids) {
  std::vector<StepReference> list;
  for (auto const& id : ids) {
    auto const* step = procedure::find_step(procedure, id);
    list.push_back({id, procedure::row_number(procedure, id), step ? step->activity : std::string{}});
  }
  return list;
}

MigrationPreview show(CaseScene const& scene, procedure::Procedure const& then, workflow::MovePreview const& preview) {
  MigrationPreview view{preview.from_version,
                        preview.to_version,
                        preview.fits(),
                        {},
                        references(then, preview.added),
                        references(scene.procedure, preview.removed),
                        {}};
  for (auto const& step : preview.open_steps) {
    MovedStepView moved{step.step, step.activity_now, {}, step.fits, {}};
    if (!step.activity_then.empty()) moved.activity_then = step.activity_then;
    if (!step.fits) moved.why_not = scene.say(step.why_not);
    view.open_steps.push_back(std::move(moved));
  }
  for (auto const& id : preview.unassigned) {
    auto const* actor = procedure::find_actor(then, id);
    view.unassigned.push_back({id.value, actor ? actor->name : id.value});
  }
  return view;
}

}  // namespace

Result<MigrationPreview> preview_migration(Sight& sight, workflow::CaseId const& id, std::optional<std::int64_t> to,
                                           Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  auto const scene = scene_of(sight, *running, language);
  if (scene.file.closed_at) return refuse(workflow::case_closed);
  auto const* newer = procedure::find_version(scene.book, to.value_or(scene.book.latest().number));
  if (!newer || newer->number <= scene.file.procedure_version) return refuse(workflow::version_unknown);
  workflow::NewerVersion const target{newer->number, newer->procedure, assignments_of(scene.book)};
  return show(scene, newer->procedure, workflow::preview_move(scene.file, scene.procedure, target));
}

}  // namespace himpun::app
