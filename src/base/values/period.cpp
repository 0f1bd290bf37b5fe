#include "base/values/period.h"

#include <charconv>

#include <algorithm>
#include <array>
#include <chrono>

namespace himpun {
namespace {

unsigned months_in(PeriodKind kind) { return 12U / static_cast<unsigned>(periods_per_year(kind)); }

std::string roman(std::int32_t number) {
  static constexpr std::array numerals{"I", "II", "III", "IV"};
  return numerals[static_cast<std::size_t>(std::clamp(number, 1, 4) - 1)];
}

std::optional<std::int32_t> number_in(std::string_view text) {
  std::int32_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional{number} : std::nullopt;
}

}  // namespace

std::int32_t periods_per_year(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::month:
      return 12;
    case PeriodKind::quarter:
      return 4;
    case PeriodKind::semester:
      return 2;
    case PeriodKind::year:
      return 1;
  }
  return 1;
}

bool is_period(Period const& period) {
  return period.year >= 1 && period.year <= 9999 && period.number >= 1 &&
         period.number <= periods_per_year(period.kind);
}

Date first_day(Period const& period) {
  auto const month = (static_cast<unsigned>(std::max(period.number, 1)) - 1) * months_in(period.kind) + 1;
  return Date{std::chrono::year{period.year} / static_cast<int>(month) / 1};
}

Date last_day(Period const& period) {
  auto const last_month = static_cast<unsigned>(std::max(period.number, 1)) * months_in(period.kind);
  return Date{std::chrono::year{period.year} / static_cast<int>(last_month) / std::chrono::last};
}

bool lies_within(Period const& inner, Period const& outer) {
  return first_day(inner) >= first_day(outer) && last_day(inner) <= last_day(outer);
}

std::string period_key(Period const& period) {
  auto const year = std::to_string(period.year);
  auto const number = std::to_string(period.number);
  switch (period.kind) {
    case PeriodKind::month:
      return year + "-m" + (period.number < 10 ? "0" : "") + number;
    case PeriodKind::quarter:
      return year + "-q" + number;
    case PeriodKind::semester:
      return year + "-s" + number;
    case PeriodKind::year:
      return year;
  }
  return year;
}

std::optional<Period> parse_period_key(std::string_view key) {
  auto const year = number_in(key.substr(0, 4));
  if (!year) return std::nullopt;
  if (key.size() == 4) return Period{PeriodKind::year, *year, 1};
  if (key.size() < 7 || key[4] != '-') return std::nullopt;
  auto const number = number_in(key.substr(6));
  if (!number) return std::nullopt;
  auto const kind = key[5] == 'm'   ? PeriodKind::month
                    : key[5] == 'q' ? PeriodKind::quarter
                                    : PeriodKind::semester;
  Period const period{kind, *year, *number};
  return is_period(period) && period_key(period) == key ? std::optional{period} : std::nullopt;
}

Words period_words(Period const& period) {
  auto const year = std::to_string(period.year);
  auto const number = std::to_string(period.number);
  switch (period.kind) {
    case PeriodKind::month:
      return {spell_date_id(first_day(period)).substr(2), spell_date_en(first_day(period)).substr(2)};
    case PeriodKind::quarter:
      return {"Triwulan " + roman(period.number) + " " + year, "Quarter " + number + ", " + year};
    case PeriodKind::semester:
      return {"Semester " + roman(period.number) + " " + year, "Semester " + number + ", " + year};
    case PeriodKind::year:
      return {"Tahun " + year, "Year " + year};
  }
  return {year, year};
}

}  // namespace himpun
