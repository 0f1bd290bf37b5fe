#pragma once
// What follows when a case is archived: it comes into the register, under a code of the schedule. In the same
// transaction, so that a case is archived exactly when it stands in the register.

#include "app/office.h"
#include "core/archive/register/decide.h"

namespace himpun::app {

/// Nothing happens unless one of `events` archives the case.
[[nodiscard]] Result<void> follow_archiving(Desk& desk, workflow::Case const& after,
                                            std::vector<workflow::Event> const& events);

}  // namespace himpun::app
