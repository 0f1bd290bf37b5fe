#include "adapters/sheets/xlsx/numbers.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/text.h"

namespace himpun::sheets {
namespace {

using namespace std::chrono;

constexpr std::size_t longest_stored = 64;
constexpr int largest_exponent = 400;  // a double ends at 308
constexpr std::size_t typed_digits = 15;

struct Parts {
  bool is_negative = false;
  std::string digits{};  ///< of the whole number and the fraction
  int point = 0;         ///< digits before the point
};

std::optional<int> exponent_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return value < -largest_exponent || value > largest_exponent ? std::nullopt : std::optional{value};
}

std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  if (text.empty() || text.size() > longest_stored) return {};
  if (text.front() == '-' || text.front() == '+') {
    parts.is_negative = text.front() == '-';
    text.remove_prefix(1);
  }
  bool has_point = false;
  std::size_t at = 0;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !has_point)); ++at) {
    if (text[at] == '.') {
      has_point = true;
      continue;
    }
    parts.digits += text[at];
    if (!has_point) ++parts.point;
  }
  if (parts.digits.empty()) return {};
  if (at == text.size()) return parts;
  if (text[at] != 'e' && text[at] != 'E') return {};
  auto const exponent = exponent_of(text.substr(at + 1));
  if (!exponent) return {};
  parts.point += *exponent;
  return parts;
}

/// Without zeros that say nothing.
std::string join_parts(Parts parts) {
  auto const first = parts.digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  parts.digits.erase(0, first);
  parts.point -= static_cast<int>(first);
  parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
  auto const count = static_cast<int>(parts.digits.size());
  std::string text = parts.is_negative ? "-" : "";
  if (parts.point <= 0) return text + "0." + std::string(static_cast<std::size_t>(-parts.point), '0') + parts.digits;
  if (parts.point >= count)
    return text + parts.digits + std::string(static_cast<std::size_t>(parts.point - count), '0');
  return text + parts.digits.substr(0, static_cast<std::size_t>(parts.point)) + "." +
         parts.digits.substr(static_cast<std::size_t>(parts.point));
}

/// "12" to "13", "99" to "100": then the point moves.
void add_one(Parts& parts) {
  auto at = parts.digits.size();
  while (at > 0 && parts.digits[at - 1] == '9') parts.digits[--at] = '0';
  if (at > 0) {
    ++parts.digits[at - 1];
    return;
  }
  parts.digits.insert(parts.digits.begin(), '1');
  ++parts.point;
}

constexpr std::int64_t seconds_of_day = 86'400;
constexpr std::size_t fraction_digits = 12;  // 10^12 times a day's seconds is still a 64-bit number

/// Half up.
std::int64_t seconds_of_fraction(std::string_view fraction) {
  std::int64_t value = 0, scale = 1;
  for (char const c : fraction.substr(0, fraction_digits)) {
    value = value * 10 + (c - '0');
    scale *= 10;
  }
  return (value * seconds_of_day * 2 + scale) / (scale * 2);
}

constexpr sys_days epoch_1900{year{1899} / December / 30};  // right from 1 March 1900 on
constexpr sys_days epoch_1904{year{1904} / January / 1};
constexpr sys_days last_day{year{9999} / December / 31};
constexpr std::int64_t day_that_never_was = 60;

std::optional<Date> date_of_day(std::int64_t day, DateSystem system) {
  if (day > 3'000'000) return {};
  if (system == DateSystem::from_1904) {
    auto const date = epoch_1904 + days{day};
    return date > last_day ? std::nullopt : std::optional{date};
  }
  if (day < 1 || day == day_that_never_was) return {};
  auto const date = epoch_1900 + days{day < day_that_never_was ? day + 1 : day};
  return date > last_day ? std::nullopt : std::optional{date};
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view stored) {
  auto parts = parts_of(stored);
  if (!parts) return {};
  return join_parts(std::move(*parts));
}

std::string as_typed(std::string_view decimal) {
  if (decimal.size() <= typed_digits) return std::string{decimal};
  auto parts = parts_of(decimal.substr(0, longest_stored));
  if (!parts || decimal.size() > longest_stored) return std::string{decimal};
  auto const first = parts->digits.find_first_not_of('0');
  if (first == std::string::npos || parts->digits.size() - first <= typed_digits) return std::string{decimal};
  parts->digits.erase(0, first);
  parts->point -= static_cast<int>(first);
  bool const is_up = parts->digits[typed_digits] >= '5';
  parts->digits.resize(typed_digits);
  if (is_up) add_one(*parts);
  return join_parts(std::move(*parts));
}

std::optional<SheetDate> date_of_serial(std::string_view decimal, DateSystem system) {
  auto const point = decimal.find('.');
  auto const whole = decimal.substr(0, point);
  std::int64_t day = 0;
  auto const [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), day);
  if (error != std::errc{} || end != whole.data() + whole.size() || whole.starts_with('-')) return {};
  auto seconds = point == std::string_view::npos ? 0 : seconds_of_fraction(decimal.substr(point + 1));
  if (seconds == seconds_of_day) {
    seconds = 0;
    ++day;
  }
  auto const date = date_of_day(day, system);
  if (!date) return {};
  return SheetDate{*date, static_cast<std::int32_t>(seconds)};
}

std::string to_text(SheetDate const& date) {
  auto text = himpun::to_text(date.date);
  if (date.second_of_day == 0) return text;
  auto const two = [](std::int32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return text + "T" + two(date.second_of_day / 3600) + ":" + two(date.second_of_day / 60 % 60) + ":" +
         two(date.second_of_day % 60);
}

std::int64_t serial_of_date(Date date) {
  auto const day = (date - epoch_1900).count();
  return day <= day_that_never_was ? day - 1 : day;
}

}  // namespace himpun::sheets
