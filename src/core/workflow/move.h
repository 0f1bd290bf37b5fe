#pragma once
// Moving a running case to a newer version of its procedure: previewed first, refused when an open step has no
// counterpart there.

#include "core/workflow/decide.h"

namespace himpun::workflow {

/// What becomes of one open step.
struct MovedStep {
  StepId step;
  std::string activity_now;
  std::string activity_then;
  bool fits = false;
  Words why_not;
};

struct MovePreview {
  std::int64_t from_version = 0;
  std::int64_t to_version = 0;
  std::vector<MovedStep> open_steps;
  std::vector<StepId> added;        ///< steps only the newer version has
  std::vector<StepId> removed;      ///< steps only the older version has
  std::vector<ActorId> unassigned;  ///< performers of the newer version that nobody stands for

  [[nodiscard]] bool fits() const;
};

struct NewerVersion {
  std::int64_t number = 0;
  procedure::Procedure const& procedure;
  std::vector<Assignment> assignments;
};

[[nodiscard]] MovePreview preview_move(Case const& file, procedure::Procedure const& now, NewerVersion const& newer);
[[nodiscard]] Result<Decision> decide_move(Case const& file, NewerVersion const& newer, Occasion const& occasion);

}  // namespace himpun::workflow
