#pragma once
// What follows for signatures when a case moves on: a paper that has come to somebody who signs it is printed at once,
// so that its PDF is there when they do.

#include "app/office.h"

namespace himpun::app {

/// `after`: the case as it is now kept. Nothing is asked for where nobody can print or nobody signs.
[[nodiscard]] Result<void> follow_signing(Desk& desk, workflow::Case const& after,
                                          procedure::Procedure const& procedure);

}  // namespace himpun::app
