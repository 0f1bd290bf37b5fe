#pragma once
// Numbers of a sheet as exact decimal text, and day numbers as dates. No doubles: what the file says is what is read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace himpun::sheets {

/// "-1.25E-3" as "-0.00125", "007.50" as "7.5", "-0" as "0"; nothing when it is no finite number of a spreadsheet.
[[nodiscard]] std::optional<std::string> plain_decimal(std::string_view stored);

/// `decimal` as `plain_decimal` gives it, rounded half up (away from zero) to the 15 significant digits in which
/// spreadsheets work: 1.1000000000000001 is what Excel keeps of 1.1.
[[nodiscard]] std::string as_typed(std::string_view decimal);

/// Workbooks of old Macs count days from 1904.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

struct SheetDate {
  Date date{};
  std::int32_t second_of_day = 0;

  bool operator==(SheetDate const&) const = default;
};

/// Nothing when it is no day of the years 1900 to 9999: a time of day alone, or 29 February 1900, which spreadsheets
/// have and the calendar has not.
[[nodiscard]] std::optional<SheetDate> date_of_serial(std::string_view decimal, DateSystem system);
/// `2026-03-31` or `2026-03-31T08:30:00`.
[[nodiscard]] std::string to_text(SheetDate const& date);

/// The day number of the 1900 system.
[[nodiscard]] std::int64_t serial_of_date(Date date);

}  // namespace himpun::sheets
