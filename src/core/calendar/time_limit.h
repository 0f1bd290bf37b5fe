#pragma once
// How long a step may take, as the SOP sheet writes it: an amount with its unit ("2 hari", "20 menit", "1-2 hari").
// The unit stays with the number: 480 minutes are not a day until an office says so. It computes no due date.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace himpun::calendar {

enum class TimeUnit : std::uint8_t { minutes, hours, working_days, calendar_days, weeks, months };
BOOST_DESCRIBE_ENUM(TimeUnit, minutes, hours, working_days, calendar_days, weeks, months)

struct TimeLimit {
  std::int32_t amount = 0;  ///< the longer one of a range: it is the one that counts
  TimeUnit unit = TimeUnit::working_days;
  std::optional<std::int32_t> shortest;  ///< the lower end of a range, for example 1 in "1-2 hari"

  bool operator==(TimeLimit const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TimeLimit, (), (amount, unit, shortest))

inline constexpr ProblemType time_limit_unreadable{"time_limit.unreadable", ProblemKind::invalid,
                                                   "Waktu tidak dapat dibaca", "The time limit cannot be read"};

/// Reads "20 menit", "3 jam", "2 hari" or "2 hari kerja" (working days), "5 hari kalender", "2 minggu", "1 bulan" and
/// ranges such as "1-2 hari"; case and spaces do not matter. Amounts from 1 to 10,000.
[[nodiscard]] Result<TimeLimit> parse_time_limit(std::string_view text);

/// "2 hari kerja" / "2 working days".
[[nodiscard]] Words spell(TimeLimit const& limit);

}  // namespace himpun::calendar
