#pragma once
// The proof that a procedure may run: whatever the performers choose, the end can always be reached, every step can
// happen, no hand-over is left waiting at the end, and no step is ever open twice at the same time. When it may not, a
// counter-example says which steps and choices lead into trouble. The token game is defined in net.h; the engine plays
// the same game.

#include <cstddef>
#include <string>
#include <vector>

#include "base/problem.h"
#include "core/procedure/procedure.h"

namespace himpun::procedure {

inline constexpr ProblemType unsound_unreachable{"procedure.step_unreachable", ProblemKind::invalid,
                                                 "Langkah tidak pernah tercapai", "The step can never be reached"};
inline constexpr ProblemType unsound_no_exit{"procedure.no_way_to_end", ProblemKind::invalid,
                                             "Akhir prosedur tidak dapat dicapai", "The end cannot be reached"};
inline constexpr ProblemType unsound_stuck{"procedure.stuck", ProblemKind::invalid, "Prosedur dapat macet",
                                           "The procedure can get stuck"};
inline constexpr ProblemType unsound_open_twice{"procedure.step_open_twice", ProblemKind::invalid,
                                                "Langkah dapat terbuka dua kali sekaligus",
                                                "A step can be open twice at the same time"};
inline constexpr ProblemType unsound_too_complex{"procedure.too_complex", ProblemKind::invalid,
                                                 "Prosedur terlalu rumit untuk dibuktikan",
                                                 "The procedure is too complex to be proven"};

/// One move of a counter-example: the step that was completed and, where it had one, the choice taken.
struct Move {
  StepId step;
  std::string choice;

  bool operator==(Move const&) const = default;
};

struct Unsound {
  Problem problem;  ///< without a place: the caller knows the file
  StepId step;
  std::vector<Move> path;  ///< from the start into trouble
};

struct Soundness {
  std::vector<Unsound> faults;  ///< none: sound
  std::size_t states = 0;       ///< how many states the proof looked at

  [[nodiscard]] bool is_sound() const { return faults.empty(); }
};

inline constexpr std::size_t max_proof_states = 100'000;

/// Proves or refutes; never guesses. Every id must be known, as the reader guarantees.
[[nodiscard]] Soundness prove_soundness(Procedure const& procedure);

}  // namespace himpun::procedure
