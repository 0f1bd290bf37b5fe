#include "base/time.h"

#include <array>
#include <charconv>

namespace himpun {
namespace {

using namespace std::chrono;

/// Reads exactly `digits` decimal digits at the front of `text` and drops them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits || text.front() == '-') return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take_char(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  auto const y = take_number(text, 4);
  if (!y || !take_char(text, '-')) return std::nullopt;
  auto const m = take_number(text, 2);
  if (!m || !take_char(text, '-')) return std::nullopt;
  auto const d = take_number(text, 2);
  if (!d) return std::nullopt;
  auto const ymd = year{*y} / month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::optional<microseconds> take_fraction(std::string_view& text) {
  if (!take_char(text, '.')) return microseconds{0};
  int value = 0;
  int digits = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9' && digits < 6) {
    value = value * 10 + (text.front() - '0');
    text.remove_prefix(1);
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  for (; digits < 6; ++digits) value *= 10;
  return microseconds{value};
}

std::optional<minutes> take_offset(std::string_view& text) {
  if (take_char(text, 'Z')) return minutes{0};
  bool const west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
  text.remove_prefix(1);
  auto const h = take_number(text, 2);
  if (!h || !take_char(text, ':')) return std::nullopt;
  auto const m = take_number(text, 2);
  if (!m || *h > 23 || *m > 59) return std::nullopt;
  auto const offset = hours{*h} + minutes{*m};
  return west ? -offset : offset;
}

/// At least `width` digits. By hand, because instants are written at every step and printf took a hundredth of it all.
void append_digits(std::string& out, std::int64_t number, std::size_t width) {
  auto const digits = std::to_string(number);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

void append_date(std::string& out, Date date) {
  year_month_day const ymd{date};
  append_digits(out, int{ymd.year()}, 4);
  append_digits(out += '-', unsigned{ymd.month()}, 2);
  append_digits(out += '-', unsigned{ymd.day()}, 2);
}

constexpr std::array months_id{"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                               "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
constexpr std::array months_en{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

std::string spell(Date date, std::array<char const*, 12> const& months) {
  year_month_day const ymd{date};
  return std::to_string(unsigned{ymd.day()}) + " " + months[unsigned{ymd.month()} - 1] + " " +
         std::to_string(int{ymd.year()});
}

}  // namespace

std::string to_text(Date date) {
  std::string text;
  append_date(text, date);
  return text;
}

std::string to_text(Instant at) {
  auto const date = floor<days>(at);
  hh_mm_ss const clock{at - date};
  std::string text;
  text.reserve(sizeof "2026-01-05T01:30:00.000000Z");
  append_date(text, date);
  append_digits(text += 'T', clock.hours().count(), 2);
  append_digits(text += ':', clock.minutes().count(), 2);
  append_digits(text += ':', clock.seconds().count(), 2);
  append_digits(text += '.', clock.subseconds().count(), 6);
  return text += 'Z';
}

std::optional<Date> parse_date(std::string_view text) {
  auto const date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  auto const date = take_date(text);
  if (!date || !take_char(text, 'T')) return std::nullopt;
  auto const h = take_number(text, 2);
  if (!h || !take_char(text, ':')) return std::nullopt;
  auto const m = take_number(text, 2);
  if (!m || !take_char(text, ':')) return std::nullopt;
  auto const s = take_number(text, 2);
  if (!s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  auto const fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  auto const offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return Instant{*date} + hours{*h} + minutes{*m} + seconds{*s} + *fraction - *offset;
}

std::string spell_date_id(Date date) { return spell(date, months_id); }
std::string spell_date_en(Date date) { return spell(date, months_en); }

}  // namespace himpun
