#pragma once
// A span of the year that data are about: a month, a quarter, a half year or the year. It knows its first and last day
// and its name; which data are due in it is for others to say.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/words.h"

namespace himpun {

enum class PeriodKind : std::uint8_t { month, quarter, semester, year };
BOOST_DESCRIBE_ENUM(PeriodKind, month, quarter, semester, year)

/// What the data are about. `number` counts from 1 within the year (month 1-12, quarter 1-4, semester 1-2, year 1).
struct Period {
  PeriodKind kind = PeriodKind::quarter;
  std::int32_t year = 0;
  std::int32_t number = 1;

  bool operator==(Period const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (kind, year, number))

/// 12, 4, 2 or 1.
[[nodiscard]] std::int32_t periods_per_year(PeriodKind kind);
/// A year from 1 to 9999 and a number that the kind has.
[[nodiscard]] bool is_period(Period const& period);

[[nodiscard]] Date first_day(Period const& period);
[[nodiscard]] Date last_day(Period const& period);
/// True when `inner` lies wholly in `outer`.
[[nodiscard]] bool lies_within(Period const& inner, Period const& outer);

/// Sortable key such as `2026-q1`, and its words "Triwulan I 2026" / "Quarter 1, 2026".
[[nodiscard]] std::string period_key(Period const& period);
/// The period of such a key; none for any other text.
[[nodiscard]] std::optional<Period> parse_period_key(std::string_view key);
[[nodiscard]] Words period_words(Period const& period);

}  // namespace himpun
