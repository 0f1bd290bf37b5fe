#pragma once
// What follows when a case is archived: it comes into the register, under a code of the schedule. In the same
// transaction, so that a case is archived exactly when it stands in the register.

#include "app/desks/case_desk.h"
#include "core/archive/register/decide.h"

namespace himpun::app {

/// The code that the case is filed under; until it is, the one that its procedure states. ASSUMPTION: a procedure that
/// states none, or one that the office's schedule does not have, goes by the last of its cases that was filed; empty
/// when there is none.
[[nodiscard]] std::string classification_of(Sight& sight, RunningCase const& running);

/// Nothing happens unless one of `events` archives the case.
[[nodiscard]] Result<void> follow_archiving(Desk& desk, workflow::Case const& after,
                                            std::vector<workflow::Event> const& events);

}  // namespace himpun::app
