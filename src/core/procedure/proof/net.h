#pragma once
// A procedure as a token game (a Petri net): the exact meaning of "opens", "hands over" and "waits for".
//
// - Every start gets a token when the case begins. A token on a step means: the step is open.
// - Completing a step takes its token and delivers one to each of `next`, or to the target of the chosen outcome.
//   Nothing to deliver: this branch has ended.
// - Delivery from `a` to `b`: when `b` waits for `a`, the hand-over is kept until all that `b` waits for have arrived;
//   then `b` opens and all of them are used up. When `b` does not wait for `a`, `b` opens at once.
// - A return takes the step's token and opens the named earlier step at once, whatever that step waits for. Parallel
//   branches are not touched by it; whether that can go wrong is what the soundness proof finds out.
// - A case is over when no step is open and no hand-over waits.
//
// A step's token is used by that step alone, and a hand-over by one join alone: the net is free-choice.

#include <cstddef>
#include <string>
#include <vector>

#include "core/procedure/procedure.h"

namespace himpun::procedure {

inline constexpr std::size_t no_step = static_cast<std::size_t>(-1);

/// Places 0..steps-1 are open steps; the places after them are hand-overs that wait.
struct Handover {
  std::size_t from;  ///< index of the step that handed over
  std::size_t to;    ///< index of the step that waits
};

struct Transition {
  std::vector<std::size_t> takes;
  std::vector<std::size_t> gives;
  std::size_t step = no_step;  ///< the step that is completed; none for the opening of a join
  std::string choice;          ///< outcome taken or step returned to, for people
};

/// Transitions that take the same places: either all of them can happen, or none.
struct Cluster {
  std::vector<std::size_t> takes;
  std::vector<std::size_t> transitions;
};

struct Net {
  std::size_t steps = 0;
  std::vector<Handover> handovers;
  std::vector<Transition> transitions;
  std::vector<Cluster> clusters;
  std::vector<std::size_t> starts;

  [[nodiscard]] std::size_t places() const { return steps + handovers.size(); }
};

/// Every id in the procedure must be known, as the reader guarantees.
[[nodiscard]] Net make_net(Procedure const& procedure);

/// For each place: can it ever be marked, looking only at the wiring?
[[nodiscard]] std::vector<bool> reachable_places(Net const& net);
/// For each place: does the wiring lead from it to the end of a branch?
[[nodiscard]] std::vector<bool> places_with_exit(Net const& net);

}  // namespace himpun::procedure
