#pragma once
// How a due date stands at an instant: on time, at risk or late, and the working days and minutes that are left.

#include <cstdint>
#include <optional>

#include "core/calendar/due.h"

namespace himpun::app {

struct Timing {
  calendar::Punctuality punctuality = calendar::Punctuality::on_time;
  std::optional<std::int64_t> days_left;  ///< working days; 0 is due today, negative is late; absent without due date
  std::optional<std::int64_t> minutes_left;  ///< working minutes, when it is due today or was
};

[[nodiscard]] Timing timing_at(calendar::Calendar const& calendar, Instant at, std::optional<Instant> due_at,
                               std::optional<Instant> at_risk_at);

}  // namespace himpun::app
