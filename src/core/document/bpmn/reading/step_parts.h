#pragma once
// One task of a BPMN file to the columns of a procedure's row: what `himpun:langkah` holds, or what can be taken from a
// task of another program. The flow between rows is for importer.h.

#include <functional>
#include <optional>

#include "core/document/bpmn/reading/source.h"
#include "core/procedure/procedure.h"

namespace himpun::document::bpmn {

/// The actor of a lane's id; nothing when there is no such lane.
using ActorOfLane = std::function<std::optional<procedure::ActorId>(std::string_view lane_id)>;

struct StepParts {
  procedure::Step step;
  std::string waits_for_task;  ///< `himpun:menunggu`: the id of the one task it waits for
};

/// `step.performers` already holds the actor of the task's own lane, when there is one.
[[nodiscard]] StepParts read_own_task(SourceNode const& node, Element const& own, procedure::Step step,
                                      ActorOfLane const& actor_of, Notes& notes);
/// `has_choice`: it decides which way is taken.
[[nodiscard]] StepParts read_foreign_task(SourceNode const& node, procedure::Step step, bool has_choice, Notes& notes);
/// A gateway that became a step.
[[nodiscard]] StepParts read_gateway(SourceNode const& node, procedure::Step step);

}  // namespace himpun::document::bpmn
