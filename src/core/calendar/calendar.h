#pragma once
// The working calendar of one agency as a value: zone, national holidays and collective leave per year, local
// holidays, Ramadan, office hours. It answers questions about days; instants and due dates are due.h, changes are
// rules.h. Nothing here is law by itself: every figure is data with a source that the office can change.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace himpun::calendar {

struct Holiday {
  Date date{};
  std::string name;

  bool operator==(Holiday const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name))

/// Years that a calendar may have.
inline constexpr std::int32_t first_year = 2000;
inline constexpr std::int32_t last_year = 2199;

/// One year of the joint decree of three ministers (SKB 3 Menteri); dates ascending.
struct CalendarYear {
  std::int32_t year = 0;
  std::string source;
  std::vector<Holiday> holidays;
  std::vector<Date> collective_leave;

  bool operator==(CalendarYear const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarYear, (), (year, source, holidays, collective_leave))

struct LocalHoliday {
  Date date{};
  std::string name;
  std::string reason;  ///< the decree or letter that says so

  bool operator==(LocalHoliday const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LocalHoliday, (), (date, name, reason))

/// First and last day of fasting; Ramadan hours hold on these days.
struct RamadanPeriod {
  Date from{};
  Date to{};
  std::string source;  ///< of a calendar file; may be empty

  bool operator==(RamadanPeriod const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RamadanPeriod, (), (from, to, source))

/// Working time without a break, in minutes after local midnight: 450 to 720 is 07.30 to 12.00.
struct Interval {
  std::int32_t from_minute = 0;
  std::int32_t to_minute = 0;

  bool operator==(Interval const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Interval, (), (from_minute, to_minute))

/// Working time per weekday, ascending; a weekday without intervals is no working day.
struct WeekHours {
  std::vector<Interval> monday, tuesday, wednesday, thursday, friday, saturday, sunday;

  bool operator==(WeekHours const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WeekHours, (), (monday, tuesday, wednesday, thursday, friday, saturday, sunday))

/// Perpres 21/2023: a week of 37.5 hours over five days makes a day of 450 minutes.
inline constexpr std::int32_t legal_minutes_per_working_day = 450;

struct OfficeHours {
  WeekHours normal;
  WeekHours ramadan;
  std::int32_t minutes_per_working_day = legal_minutes_per_working_day;  ///< some offices reckon with 480
  std::string source;

  bool operator==(OfficeHours const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfficeHours, (), (normal, ramadan, minutes_per_working_day, source))

/// Hours after Perpres 21/2023; see calendar.cpp for what the decree leaves open.
[[nodiscard]] OfficeHours default_office_hours();

/// When an open step is shown as at risk.
struct AtRiskRule {
  std::int32_t percent_left = 25;  ///< less than this share of the working time is left; 0 to 100
  bool on_due_day = true;          ///< and always on the day it is due

  bool operator==(AtRiskRule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AtRiskRule, (), (percent_left, on_due_day))

struct Calendar {
  std::string zone = "Asia/Jakarta";
  std::vector<CalendarYear> years;           ///< ascending
  std::vector<LocalHoliday> local_holidays;  ///< ascending
  std::vector<RamadanPeriod> ramadan;        ///< ascending, not overlapping
  OfficeHours hours = default_office_hours();
  AtRiskRule at_risk;
  std::int64_t version = 0;           ///< events so far
  std::int64_t changed_version = 0;   ///< the event that last changed what the calendar says
  std::int64_t followed_version = 0;  ///< the last change that reached every running case

  [[nodiscard]] bool is_ahead_of_cases() const { return followed_version < changed_version; }

  bool operator==(Calendar const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (zone, years, local_holidays, ramadan, hours, at_risk))

/// Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT); anything else is nothing.
[[nodiscard]] std::optional<UtcOffset> find_zone(std::string_view name);
[[nodiscard]] UtcOffset offset_of(Calendar const& calendar);

/// The imported year, or null: then only weekends are known and every answer that needs the year says so.
[[nodiscard]] CalendarYear const* find_year(Calendar const& calendar, int year);
/// Years within [from, to] that have no calendar, ascending.
[[nodiscard]] std::vector<std::int32_t> missing_years(Calendar const& calendar, Date from, Date to);

/// Working time of this date; empty when it is no working day.
[[nodiscard]] std::vector<Interval> working_intervals(Calendar const& calendar, Date date);
[[nodiscard]] bool is_working_day(Calendar const& calendar, Date date);
/// Why the day is off ("Hari Suci Nyepi", "Cuti bersama", a local name); empty on a working day and a plain weekend.
[[nodiscard]] std::string holiday_name(Calendar const& calendar, Date date);
/// Twelve numbers, January first.
[[nodiscard]] std::vector<std::int32_t> working_days_per_month(Calendar const& calendar, int year);

/// First working day after `date`; with n > 1 the n-th one.
[[nodiscard]] Date next_working_day(Calendar const& calendar, Date date, int n = 1);

}  // namespace himpun::calendar
