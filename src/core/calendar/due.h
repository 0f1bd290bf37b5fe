#pragma once
// Due dates and elapsed working time: instants in, instants out. It reads no clock; the occasion says what now is.

#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "core/calendar/calendar.h"
#include "core/calendar/time_limit.h"

namespace himpun::calendar {

using Elapsed = std::chrono::microseconds;

struct Due {
  Instant at{};
  std::vector<std::int32_t> missing_years;  ///< years on the way that have no calendar: show a warning

  bool operator==(Due const&) const = default;
};

/// When a step that opened at `start` is due.
[[nodiscard]] Due due_at(Calendar const& calendar, Instant start, TimeLimit const& limit);

/// When it is due after work stood still from `suspended` to `resumed`: the working time that was left is left again.
/// A step that was late already keeps its date.
[[nodiscard]] Due due_after_pause(Calendar const& calendar, Instant due, Instant suspended, Instant resumed);

/// The instant `minutes` of working time after `start`; `start` itself when there is nothing to add.
[[nodiscard]] Due add_working_minutes(Calendar const& calendar, Instant start, Minutes minutes);
[[nodiscard]] Due add_working_time(Calendar const& calendar, Instant start, Elapsed time);

/// Working time from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] Elapsed working_time_between(Calendar const& calendar, Instant from, Instant to);
/// The same in whole minutes, rounded towards zero.
[[nodiscard]] Minutes working_minutes_between(Calendar const& calendar, Instant from, Instant to);
/// Working days after `from` up to and including `to`: 0 on the same day, negative when `to` is earlier. For
/// "3 hari lagi" give today and the due date; -2 is "terlambat 2 hari".
[[nodiscard]] int working_days_between(Calendar const& calendar, Date from, Date to);

enum class Punctuality : std::uint8_t { on_time, at_risk, late };
BOOST_DESCRIBE_ENUM(Punctuality, on_time, at_risk, late)

/// The instant from which a step is at risk, after the agency's rule. Not later than `due`. Store it beside the due
/// date: then a list can be filtered without a calendar.
[[nodiscard]] Instant at_risk_from(Calendar const& calendar, Instant start, Instant due);
[[nodiscard]] Punctuality punctuality(Instant now, Instant at_risk_from, Instant due);

/// The limit as working minutes for totals ("15 hari 20 menit"): a working day is `minutes_per_working_day`.
[[nodiscard]] Minutes nominal_minutes(Calendar const& calendar, TimeLimit const& limit);

}  // namespace himpun::calendar
