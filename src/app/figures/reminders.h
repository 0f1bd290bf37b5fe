#pragma once
// Reminds divisions of the forms they owe, by itself: when a form's due date comes near and when it has passed, each
// once, on the record. Today a reminder appears in the division's inbox; another road (mail) begins at the same event,
// `performance.division_reminded`.

#include <stop_token>

#include "app/office.h"

namespace himpun::app {

/// What one round did.
struct Reminded {
  std::int64_t cases = 0;      ///< running cases it looked at
  std::int64_t divisions = 0;  ///< that were told
};

/// One round over every running case; quick when nobody has to be told. Safe on several nodes at once: whoever comes
/// second finds the reminder there. `stopping` ends it early, after the case at hand.
[[nodiscard]] Result<Reminded> remind_divisions(Office& office, std::stop_token const& stopping = {});

}  // namespace himpun::app
