#pragma once
// What an event of the register, the calendar, a procedure or a case says, as one plain sentence for the journal page.
// The history of a case tells its events with names and reasons (history.h); here one sentence per kind is enough.

#include "base/words.h"
#include "core/access/events.h"
#include "core/journal/event.h"

namespace himpun::app {

/// Names are those of today's register.
[[nodiscard]] Words words_of(journal::Envelope const& envelope, access::Agency const& agency);

}  // namespace himpun::app
