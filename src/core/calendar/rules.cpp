#include "core/calendar/rules.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace himpun::calendar {
namespace {

using namespace std::chrono;
using Errors = std::vector<FieldError>;

constexpr int minutes_per_day = 24 * 60;
constexpr int shortest_working_day_minutes = 60;

/// The events, or the refusal when there are errors.
Result<Events> answer(ProblemType const& type, Errors errors, Event event) {
  if (!errors.empty()) return std::unexpected(Problem{.type = &type, .fields = std::move(errors)});
  return Events{std::move(event)};
}

void require_text(Errors& errors, char const* pointer, std::string_view text) {
  if (trim(text).empty()) errors.push_back({pointer, {"wajib diisi", "is required"}});
}

bool is_weekend(Date date) {
  weekday const day{date};
  return day == Saturday || day == Sunday;
}

/// Dates of one list of the decree: each in the year, none twice (`seen` runs over both lists).
void check_date(Errors& errors, std::string const& pointer, Date date, int year, std::set<Date>& seen) {
  auto const text = to_text(date);
  if (year_month_day{date}.year() != std::chrono::year{year}) {
    auto const of = std::to_string(year);
    errors.push_back({pointer, {text + " bukan tanggal tahun " + of, text + " is not a date of " + of}});
  }
  if (!seen.insert(date).second) {
    errors.push_back({pointer, {text + " tercantum dua kali; gabungkan", text + " is listed twice; join them"}});
  }
}

Errors check_year(CalendarYear const& year) {
  Errors errors;
  if (year.year < first_year || year.year > last_year) {
    errors.push_back({"/year", {"harus di antara 2000 dan 2199", "must be within 2000 and 2199"}});
  }
  require_text(errors, "/source", year.source);
  if (year.holidays.empty()) {
    errors.push_back({"/holidays", {"daftar hari libur kosong", "the list of holidays is empty"}});
  }
  std::set<Date> seen;
  for (std::size_t i = 0; i < year.holidays.size(); ++i) {
    auto const pointer = "/holidays/" + std::to_string(i);
    check_date(errors, pointer + "/date", year.holidays[i].date, year.year, seen);
    require_text(errors, (pointer + "/name").c_str(), year.holidays[i].name);
  }
  for (std::size_t i = 0; i < year.collective_leave.size(); ++i) {
    auto const date = year.collective_leave[i];
    auto const pointer = "/collective_leave/" + std::to_string(i);
    check_date(errors, pointer, date, year.year, seen);
    if (is_weekend(date)) {
      errors.push_back({pointer,
                        {to_text(date) + " jatuh pada akhir pekan; periksa tanggalnya",
                         to_text(date) + " falls on a weekend; check the date"}});
    }
  }
  return errors;
}

using Day = std::vector<Interval> WeekHours::*;
constexpr std::array<std::pair<char const*, Day>, 7> week_days{{{"monday", &WeekHours::monday},
                                                                {"tuesday", &WeekHours::tuesday},
                                                                {"wednesday", &WeekHours::wednesday},
                                                                {"thursday", &WeekHours::thursday},
                                                                {"friday", &WeekHours::friday},
                                                                {"saturday", &WeekHours::saturday},
                                                                {"sunday", &WeekHours::sunday}}};

void check_day(Errors& errors, std::string const& pointer, std::vector<Interval> const& day) {
  int earliest = 0;
  for (std::size_t i = 0; i < day.size(); ++i) {
    auto const [from, to] = day[i];
    if (from < earliest || to <= from || to > minutes_per_day) {
      errors.push_back({pointer + "/" + std::to_string(i),
                        {"jam harus urut, tidak bertumpuk, dan di dalam satu hari",
                         "times must be in order, must not overlap and must lie within one day"}});
    }
    earliest = std::max(earliest, to);
  }
}

Errors check_hours(OfficeHours const& hours) {
  Errors errors;
  bool works = false;
  for (auto const& [name, day] : week_days) {
    check_day(errors, std::string{"/normal/"} + name, hours.normal.*day);
    check_day(errors, std::string{"/ramadan/"} + name, hours.ramadan.*day);
    works = works || !(hours.normal.*day).empty();
    if ((hours.normal.*day).empty() != (hours.ramadan.*day).empty()) {
      errors.push_back({std::string{"/ramadan/"} + name,
                        {"hari kerja di bulan Ramadan harus sama dengan hari kerja biasa",
                         "the working days in Ramadan must be the usual working days"}});
    }
  }
  if (!works) {
    errors.push_back({"/normal", {"harus ada paling sedikit satu hari kerja", "needs at least one working day"}});
  }
  if (hours.minutes_per_working_day < shortest_working_day_minutes || hours.minutes_per_working_day > minutes_per_day) {
    errors.push_back({"/minutes_per_working_day", {"harus di antara 60 dan 1440", "must be within 60 and 1440"}});
  }
  require_text(errors, "/source", hours.source);
  return errors;
}

}  // namespace

Result<Events> import_year(Calendar const& calendar, CalendarYear year) {
  auto errors = check_year(year);
  std::ranges::sort(year.holidays, {}, &Holiday::date);
  std::ranges::sort(year.collective_leave);
  auto const* known = find_year(calendar, year.year);
  if (errors.empty() && known && *known == year) return Events{};
  return answer(year_invalid, std::move(errors), YearImported{std::move(year)});
}

Result<Events> add_local_holiday(Calendar const& calendar, LocalHoliday const& holiday) {
  if (std::ranges::find(calendar.local_holidays, holiday) != calendar.local_holidays.end()) return Events{};
  Errors errors;
  require_text(errors, "/name", holiday.name);
  require_text(errors, "/reason", holiday.reason);
  if (!is_working_day(calendar, holiday.date)) {
    auto const text = to_text(holiday.date);
    errors.push_back({"/date", {text + " memang bukan hari kerja", text + " is not a working day anyway"}});
  }
  return answer(local_holiday_invalid, std::move(errors), LocalHolidayAdded{holiday});
}

Result<Events> remove_local_holiday(Calendar const& calendar, Date date, std::string_view reason) {
  if (std::ranges::find(calendar.local_holidays, date, &LocalHoliday::date) == calendar.local_holidays.end()) {
    return Events{};
  }
  Errors errors;
  require_text(errors, "/reason", reason);
  return answer(local_holiday_invalid, std::move(errors), LocalHolidayRemoved{date, std::string{reason}});
}

Result<Events> set_office_hours(Calendar const& calendar, OfficeHours const& hours) {
  if (calendar.hours == hours) return Events{};
  return answer(hours_invalid, check_hours(hours), OfficeHoursSet{hours});
}

Result<Events> set_ramadan(Calendar const& calendar, RamadanPeriod const& period) {
  if (std::ranges::find(calendar.ramadan, period) != calendar.ramadan.end()) return Events{};
  Errors errors;
  auto const length = (period.to - period.from).count() + 1;
  if (length != 29 && length != 30) {
    errors.push_back({"/to", {"Ramadan berlangsung 29 atau 30 hari", "Ramadan lasts 29 or 30 days"}});
  }
  return answer(ramadan_invalid, std::move(errors), RamadanSet{period});
}

Result<Events> remove_ramadan(Calendar const& calendar, Date from) {
  auto const found = std::ranges::find(calendar.ramadan, from, &RamadanPeriod::from);
  if (found == calendar.ramadan.end()) return Events{};
  return Events{RamadanRemoved{*found}};
}

Result<Events> set_zone(Calendar const& calendar, std::string_view zone) {
  if (!find_zone(zone)) {
    return refuse(zone_unknown, {"Pilih Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT).",
                                 "Choose Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)."});
  }
  if (calendar.zone == zone) return Events{};
  return Events{ZoneSet{std::string{zone}}};
}

Result<Events> set_at_risk_rule(Calendar const& calendar, AtRiskRule const& rule) {
  if (calendar.at_risk == rule) return Events{};
  Errors errors;
  if (rule.percent_left < 0 || rule.percent_left > 100) {
    errors.push_back({"/percent_left", {"harus di antara 0 dan 100", "must be within 0 and 100"}});
  }
  return answer(at_risk_rule_invalid, std::move(errors), AtRiskRuleSet{rule});
}

Events follow_cases(Calendar const& calendar, std::int64_t version) {
  if (version <= calendar.followed_version) return {};
  return {CasesFollowed{version}};
}

}  // namespace himpun::calendar
