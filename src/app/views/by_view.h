#pragma once
// Who did it, as the doors show it: from an event's envelope, in today's names of the register.

#include "base/json.h"
#include "core/access/agency.h"
#include "core/journal/event.h"

namespace himpun::app {

/// {name, person?, position?, position_name?, standing?}. Without a person it is an account's name, else "Himpun".
[[nodiscard]] Json by_view(journal::Envelope const& envelope, access::Agency const& agency);

}  // namespace himpun::app
