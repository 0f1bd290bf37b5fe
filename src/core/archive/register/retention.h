#pragma once
// How long a closed file is kept and what then becomes of it, from dates alone: active, then inactive, then permanent
// or due for destruction. It destroys nothing and knows no register.
// UU 43/2009, PP 28/2012: arsip dinamis aktif, inaktif; arsip statis; pemusnahan by retention schedule with approval.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>

#include "base/time.h"

namespace himpun::archive {

/// What becomes of a file in the end: musnah, permanen.
enum class Disposal : std::uint8_t { destroy, permanent };
BOOST_DESCRIBE_ENUM(Disposal, destroy, permanent)

struct Retention {
  std::int32_t active_years = 0;
  std::int32_t inactive_years = 0;  ///< after the active years
  Disposal disposal = Disposal::destroy;

  bool operator==(Retention const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Retention, (), (active_years, inactive_years, disposal))

inline constexpr std::int32_t most_retention_years = 100;

/// aktif, inaktif, statis, jatuh tempo musnah, musnah
enum class FileState : std::uint8_t { active, inactive, permanent, due, destroyed };
BOOST_DESCRIBE_ENUM(FileState, active, inactive, permanent, due, destroyed)

/// The same day so many years later; 29 February becomes 28 February.
[[nodiscard]] Date years_after(Date day, std::int32_t years);

/// ASSUMPTION: years count from the day the file was closed; some schedules count from the next 1 January.
[[nodiscard]] Date inactive_from(Date closed_on, Retention const& retention);
/// The day on which it becomes permanent or due for destruction.
[[nodiscard]] Date final_from(Date closed_on, Retention const& retention);

/// Never `destroyed`: that is an act, not a date.
[[nodiscard]] FileState state_on(Date closed_on, Retention const& retention, Date day);

/// What happens to a file within `from` to `to`, both inclusive: the state it last enters; nothing when it enters none.
[[nodiscard]] std::optional<FileState> enters_within(Date closed_on, Retention const& retention, Date from, Date to);

}  // namespace himpun::archive
