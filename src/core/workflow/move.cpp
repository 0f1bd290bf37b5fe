#include "core/workflow/move.h"

#include <algorithm>

#include "base/text.h"
#include "core/workflow/progress.h"

namespace himpun::workflow {
namespace {

using procedure::Procedure;
using procedure::Step;

MovedStep compare(Step const& now, Step const* then) {
  MovedStep moved{now.id, now.activity, then ? then->activity : "", false, {}};
  if (!then) {
    moved.why_not = {"Langkah ini tidak ada dalam versi baru.", "The newer version has no such step."};
  } else if (then->kind != now.kind) {
    moved.why_not = {"Jenis langkah ini berbeda dalam versi baru.",
                     "This step is of another kind in the newer version."};
  } else {
    moved.fits = true;
  }
  return moved;
}

std::vector<StepId> steps_only_in(Procedure const& one, Procedure const& other) {
  std::vector<StepId> ids;
  for (auto const& step : one.steps) {
    if (!procedure::find_step(other, step.id)) ids.push_back(step.id);
  }
  return ids;
}

bool is_assigned(NewerVersion const& newer, ActorId const& actor) {
  auto const found = std::ranges::find(newer.assignments, actor, &Assignment::actor);
  return found != newer.assignments.end() && !found->holders.empty();
}

/// A join that already has some of its branches needs the same branches in the newer version.
bool joins_fit(Case const& file, Procedure const& now, Procedure const& then) {
  return std::ranges::all_of(file.arrived, [&](auto const& entry) {
    if (entry.second.empty()) return true;
    auto const* old_step = procedure::find_step(now, entry.first);
    auto const* new_step = procedure::find_step(then, entry.first);
    return old_step && new_step && old_step->waits_for == new_step->waits_for;
  });
}

}  // namespace

bool MovePreview::fits() const {
  return to_version > from_version && unassigned.empty() && std::ranges::all_of(open_steps, &MovedStep::fits);
}

MovePreview preview_move(Case const& file, Procedure const& now, NewerVersion const& newer) {
  MovePreview preview{file.procedure_version, newer.number, {}, {}, {}, {}};
  for (auto const& run : file.runs) {
    if (!run.is_open()) continue;
    if (auto const* step = procedure::find_step(now, run.step)) {
      preview.open_steps.push_back(compare(*step, procedure::find_step(newer.procedure, run.step)));
    }
  }
  if (!joins_fit(file, now, newer.procedure) && !preview.open_steps.empty()) {
    preview.open_steps.front().fits = false;
    preview.open_steps.front().why_not = {"Cabang yang saling menunggu berbeda dalam versi baru.",
                                          "The branches that wait for each other differ in the newer version."};
  }
  preview.added = steps_only_in(newer.procedure, now);
  preview.removed = steps_only_in(now, newer.procedure);
  for (auto const& actor : newer.procedure.actors) {
    if (!is_assigned(newer, actor.id)) preview.unassigned.push_back(actor.id);
  }
  return preview;
}

Result<Decision> decide_move(Case const& file, NewerVersion const& newer, Occasion const& occasion) {
  if (!file.exists()) return refuse(case_unknown);
  auto const by = who_steers(file, occasion);
  if (!by) return std::unexpected(by.error());
  if (file.state != CaseState::running && file.state != CaseState::suspended) return refuse(case_closed);
  if (newer.number <= file.procedure_version) return refuse(version_unknown);
  auto const preview = preview_move(file, occasion.procedure, newer);
  for (auto const& step : preview.open_steps) {
    if (!step.fits) {
      return refuse(version_unfit, {"\"" + step.activity_now + "\": " + step.why_not.id,
                                    "\"" + step.activity_now + "\": " + step.why_not.en});
    }
  }
  if (!preview.unassigned.empty()) {
    return refuse(version_unfit,
                  {"Tetapkan dahulu semua pelaksana versi baru.", "Assign all performers of the newer version first."});
  }
  Progress progress{file, occasion};
  progress.happen(CaseMoved{file.procedure_version, newer.number, newer.assignments, *by});
  return progress.decided(by->position);
}

}  // namespace himpun::workflow
