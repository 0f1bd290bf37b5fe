#pragma once
// Instants and dates, and their one text form (ISO 8601). Time zones are fixed offsets: Indonesia has three and no
// summer time. It does not read a clock: the shell does and hands the instant to the rules.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace himpun {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Date = std::chrono::sys_days;
using Minutes = std::chrono::minutes;

/// Offset of local time from UTC. WIB (Asia/Jakarta) is +7 h, WITA (Asia/Makassar) +8 h, WIT (Asia/Jayapura) +9 h.
struct UtcOffset {
  Minutes east{7 * 60};

  bool operator==(UtcOffset const&) const = default;
};

/// The local calendar date of an instant.
[[nodiscard]] inline Date local_date(Instant at, UtcOffset offset) {
  return std::chrono::floor<std::chrono::days>(at + offset.east);
}

/// Minutes since local midnight, 0 to 1439.
[[nodiscard]] inline Minutes local_minute(Instant at, UtcOffset offset) {
  auto const local = at + offset.east;
  return std::chrono::floor<Minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

/// The instant of `minute` after local midnight on `date`.
[[nodiscard]] inline Instant local_instant(Date date, Minutes minute, UtcOffset offset) {
  return Instant{date} + minute - offset.east;
}

[[nodiscard]] std::string to_text(Date date);   ///< `2026-01-05`
[[nodiscard]] std::string to_text(Instant at);  ///< `2026-01-05T00:30:00.000000Z`
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// Reads RFC 3339 with `Z` or a numeric offset and up to six fractional digits.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// "5 Januari 2026" / "5 January 2026".
[[nodiscard]] std::string spell_date_id(Date date);
[[nodiscard]] std::string spell_date_en(Date date);

}  // namespace himpun
