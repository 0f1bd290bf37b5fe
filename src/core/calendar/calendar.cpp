#include "core/calendar/calendar.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"

namespace himpun::calendar {
namespace {

using namespace std::chrono;

int year_of(Date date) { return int{year_month_day{date}.year()}; }

bool holds(RamadanPeriod const& period, Date date) { return period.from <= date && date <= period.to; }

std::vector<Interval> const& intervals_of(WeekHours const& week, weekday day) {
  std::array<std::vector<Interval> const*, 7> const days{&week.sunday,   &week.monday, &week.tuesday, &week.wednesday,
                                                         &week.thursday, &week.friday, &week.saturday};
  return *days[day.c_encoding()];
}

std::vector<Interval> const& weekday_intervals(Calendar const& calendar, Date date) {
  bool const fasting = std::ranges::any_of(calendar.ramadan, [&](auto const& period) { return holds(period, date); });
  return intervals_of(fasting ? calendar.hours.ramadan : calendar.hours.normal, weekday{date});
}

template <class T>
T const* find_date(std::vector<T> const& ascending, Date date) {
  auto const found = std::ranges::lower_bound(ascending, date, {}, &T::date);
  return found != ascending.end() && found->date == date ? &*found : nullptr;
}

bool is_holiday(Calendar const& calendar, Date date) {
  if (find_date(calendar.local_holidays, date)) return true;
  auto const* year = find_year(calendar, year_of(date));
  return year && (find_date(year->holidays, date) || std::ranges::binary_search(year->collective_leave, date));
}

}  // namespace

OfficeHours default_office_hours() {
  // Perpres 21/2023: 37.5 hours a week without breaks, from 07.30, break 60 minutes and 90 on Friday; in Ramadan 32.5
  // hours, from 08.00, break 30 minutes and 60 on Friday.
  // ASSUMPTION: the decree gives no clock times for breaks and closing; we take five equal days with the break at
  // noon (Friday from 11.30). A regent may set other details: `calendar.office_hours_set`.
  std::vector<Interval> const day{{450, 720}, {780, 960}};             // 07.30-12.00, 13.00-16.00
  std::vector<Interval> const friday{{450, 690}, {780, 990}};          // 07.30-11.30, 13.00-16.30
  std::vector<Interval> const fasting_day{{480, 720}, {750, 900}};     // 08.00-12.00, 12.30-15.00
  std::vector<Interval> const fasting_friday{{480, 690}, {750, 930}};  // 08.00-11.30, 12.30-15.30
  return {.normal = {day, day, day, day, friday, {}, {}},
          .ramadan = {fasting_day, fasting_day, fasting_day, fasting_day, fasting_friday, {}, {}},
          .minutes_per_working_day = legal_minutes_per_working_day,
          .source = "Perpres 21 Tahun 2023"};
}

std::optional<UtcOffset> find_zone(std::string_view name) {
  if (name == "Asia/Jakarta") return UtcOffset{hours{7}};
  if (name == "Asia/Makassar") return UtcOffset{hours{8}};
  if (name == "Asia/Jayapura") return UtcOffset{hours{9}};
  return std::nullopt;
}

UtcOffset offset_of(Calendar const& calendar) {
  auto const offset = find_zone(calendar.zone);
  ensure(offset.has_value(), "a calendar has one of the three zones");
  return *offset;
}

CalendarYear const* find_year(Calendar const& calendar, int year) {
  auto const found = std::ranges::find(calendar.years, year, &CalendarYear::year);
  return found == calendar.years.end() ? nullptr : &*found;
}

std::vector<std::int32_t> missing_years(Calendar const& calendar, Date from, Date to) {
  std::vector<std::int32_t> missing;
  for (int each = year_of(from); each <= year_of(to); ++each) {
    if (!find_year(calendar, each)) missing.push_back(each);
  }
  return missing;
}

std::vector<Interval> working_intervals(Calendar const& calendar, Date date) {
  return is_holiday(calendar, date) ? std::vector<Interval>{} : weekday_intervals(calendar, date);
}

bool is_working_day(Calendar const& calendar, Date date) {
  return !weekday_intervals(calendar, date).empty() && !is_holiday(calendar, date);
}

std::string holiday_name(Calendar const& calendar, Date date) {
  if (auto const* year = find_year(calendar, year_of(date))) {
    if (auto const* holiday = find_date(year->holidays, date)) return holiday->name;
    if (std::ranges::binary_search(year->collective_leave, date)) return "Cuti bersama";
  }
  auto const* local = find_date(calendar.local_holidays, date);
  return local ? local->name : std::string{};
}

std::vector<std::int32_t> working_days_per_month(Calendar const& calendar, int year) {
  std::vector<std::int32_t> counts(12, 0);
  Date const end{std::chrono::year{year + 1} / January / 1};
  for (Date date{std::chrono::year{year} / January / 1}; date < end; date += days{1}) {
    if (is_working_day(calendar, date)) ++counts[unsigned{year_month_day{date}.month()} - 1];
  }
  return counts;
}

Date next_working_day(Calendar const& calendar, Date date, int n) {
  ensure(n >= 1, "the n-th next working day counts from 1");
  while (n > 0) {
    date += days{1};
    if (is_working_day(calendar, date)) --n;
  }
  return date;
}

}  // namespace himpun::calendar
