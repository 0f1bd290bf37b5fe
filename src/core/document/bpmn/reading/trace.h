#pragma once
// The token game of a BPMN graph told in a procedure's words: which steps there are, what opens when one is done, what
// waits for what. A gateway belongs to the step before it where it can; where it cannot (a choice right after the
// start, a fork behind an outcome) it becomes a step of its own, so that the flow keeps its meaning.

#include <string>
#include <vector>

#include "core/document/bpmn/reading/source.h"

namespace himpun::document::bpmn {

/// A way on from a step: plain ones open all of `targets`, of the others exactly one is taken.
struct Way {
  std::string role;  ///< `hasil`, `lanjut`, `kembali`; empty: plain
  SourceFlow const* flow = nullptr;
  std::vector<std::size_t> targets;  ///< indices of steps; none: it ends
};

struct TracedStep {
  std::size_t node = 0;
  bool is_start = false;
  std::vector<Way> ways;
  std::vector<std::size_t> waits_for;  ///< by a parallel join
};

struct Trace {
  std::vector<TracedStep> steps;  ///< in the order of the file
  std::size_t starts = 0;         ///< start events
};

/// Nothing when there are more steps than a procedure may have, or when the gateways are a maze.
[[nodiscard]] std::optional<Trace> trace(Source const& source, Notes& notes);

}  // namespace himpun::document::bpmn
