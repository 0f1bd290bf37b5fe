#include "core/calendar/due.h"

#include <algorithm>

#include "base/ensure.h"

namespace himpun::calendar {
namespace {

using namespace std::chrono;

/// ASSUMPTION: a week of a time limit is five working days, as Perpres 21/2023 counts the working week; holidays in it
/// do not shorten it.
constexpr int working_days_per_week = 5;
constexpr int minutes_per_hour = 60;

struct Span {
  Instant from;
  Instant to;
};

std::vector<Span> spans_of(Calendar const& calendar, Date date) {
  auto const offset = offset_of(calendar);
  std::vector<Span> spans;
  for (auto const& [from, to] : working_intervals(calendar, date)) {
    spans.push_back({local_instant(date, minutes{from}, offset), local_instant(date, minutes{to}, offset)});
  }
  return spans;
}

Date local_day(Calendar const& calendar, Instant at) { return local_date(at, offset_of(calendar)); }

/// End of office hours on a working day.
Instant closing(Calendar const& calendar, Date date) {
  auto const spans = spans_of(calendar, date);
  ensure(!spans.empty(), "a working day has office hours");
  return spans.back().to;
}

bool office_closed(Calendar const& calendar, Instant at) {
  auto const date = local_day(calendar, at);
  return is_working_day(calendar, date) && at >= closing(calendar, date);
}

Date this_or_next_working_day(Calendar const& calendar, Date date) {
  return is_working_day(calendar, date) ? date : next_working_day(calendar, date);
}

/// The start day is day 1. ASSUMPTION: when its office hours are over, or it is no working day, the next working day
/// is day 1.
Date first_working_day(Calendar const& calendar, Instant start) {
  auto const date = local_day(calendar, start);
  return office_closed(calendar, start) ? next_working_day(calendar, date) : this_or_next_working_day(calendar, date);
}

Date nth_working_day(Calendar const& calendar, Instant start, int n) {
  auto const first = first_working_day(calendar, start);
  return n == 1 ? first : next_working_day(calendar, first, n - 1);
}

/// ASSUMPTION: calendar days and months count the start day as day 1 too, unless its office hours are over.
Date first_calendar_day(Calendar const& calendar, Instant start) {
  return local_day(calendar, start) + days{office_closed(calendar, start) ? 1 : 0};
}

/// The day before the same day `n` months later; the last day of a month that is too short.
Date last_day_of_months(Date first, int n) {
  year_month_day const from{first};
  auto const target = from.year() / from.month() + months{n};
  auto const same_day = target / from.day();
  return same_day.ok() ? Date{same_day} - days{1} : Date{target / last};
}

Due due_on(Calendar const& calendar, Instant start, Date date) {
  return {closing(calendar, date), missing_years(calendar, local_day(calendar, start), date)};
}

/// ASSUMPTION: a limit of calendar days or months that ends on a day off runs to the next working day.
Due due_on_or_after(Calendar const& calendar, Instant start, Date date) {
  return due_on(calendar, start, this_or_next_working_day(calendar, date));
}

/// ASSUMPTION: "480 menit" stays minutes, unless the office has said that its day has 480 minutes: then whole multiples
/// are days. The legal 450 says nothing of the kind.
Due due_after_minutes(Calendar const& calendar, Instant start, int amount) {
  int const day = calendar.hours.minutes_per_working_day;
  if (day != legal_minutes_per_working_day && amount % day == 0) {
    return due_on(calendar, start, nth_working_day(calendar, start, amount / day));
  }
  return add_working_time(calendar, start, minutes{amount});
}

Elapsed overlap(std::vector<Span> const& spans, Instant from, Instant to) {
  Elapsed total{0};
  for (auto const& span : spans) {
    total += std::max(Elapsed{0}, std::min(span.to, to) - std::max(span.from, from));
  }
  return total;
}

}  // namespace

Due due_at(Calendar const& calendar, Instant start, TimeLimit const& limit) {
  ensure(limit.amount >= 1, "a time limit is at least 1");
  int const n = limit.amount;
  switch (limit.unit) {
    case TimeUnit::minutes:
      return due_after_minutes(calendar, start, n);
    case TimeUnit::hours:
      return due_after_minutes(calendar, start, n * minutes_per_hour);
    case TimeUnit::working_days:
      return due_on(calendar, start, nth_working_day(calendar, start, n));
    case TimeUnit::weeks:
      return due_on(calendar, start, nth_working_day(calendar, start, n * working_days_per_week));
    case TimeUnit::calendar_days:
      return due_on_or_after(calendar, start, first_calendar_day(calendar, start) + days{n - 1});
    case TimeUnit::months:
      return due_on_or_after(calendar, start, last_day_of_months(first_calendar_day(calendar, start), n));
  }
  broken_promise("a time limit has a known unit", std::source_location::current());
}

Due due_after_pause(Calendar const& calendar, Instant due, Instant suspended, Instant resumed) {
  if (suspended >= due || resumed <= suspended) return {due, {}};
  auto const left = working_time_between(calendar, suspended, due);
  return add_working_time(calendar, resumed, left);
}

Due add_working_minutes(Calendar const& calendar, Instant start, Minutes minutes) {
  return add_working_time(calendar, start, minutes);
}

Due add_working_time(Calendar const& calendar, Instant start, Elapsed time) {
  auto const first = local_day(calendar, start);
  auto date = first;
  Instant at = start;
  while (time > Elapsed{0}) {
    for (auto const& span : spans_of(calendar, date)) {
      auto const from = std::max(span.from, start);
      if (time <= Elapsed{0} || from >= span.to) continue;
      auto const used = std::min<Elapsed>(time, span.to - from);
      at = from + used;
      time -= used;
    }
    if (time > Elapsed{0}) date = next_working_day(calendar, date);
  }
  return {at, missing_years(calendar, first, date)};
}

Elapsed working_time_between(Calendar const& calendar, Instant from, Instant to) {
  if (to < from) return -working_time_between(calendar, to, from);
  Elapsed total{0};
  auto const last_date = local_day(calendar, to);
  for (auto date = local_day(calendar, from); date <= last_date; date += days{1}) {
    total += overlap(spans_of(calendar, date), from, to);
  }
  return total;
}

Minutes working_minutes_between(Calendar const& calendar, Instant from, Instant to) {
  return duration_cast<minutes>(working_time_between(calendar, from, to));
}

int working_days_between(Calendar const& calendar, Date from, Date to) {
  if (to < from) return -working_days_between(calendar, to, from);
  int count = 0;
  for (auto date = from + days{1}; date <= to; date += days{1}) {
    if (is_working_day(calendar, date)) ++count;
  }
  return count;
}

Instant at_risk_from(Calendar const& calendar, Instant start, Instant due) {
  auto const& rule = calendar.at_risk;
  if (start >= due) return due;
  auto const total = working_time_between(calendar, start, due);
  auto const safe = total * (100 - rule.percent_left) / 100;
  auto at = rule.percent_left > 0 ? add_working_time(calendar, start, safe).at : due;
  if (rule.on_due_day) at = std::min(at, local_instant(local_day(calendar, due), minutes{0}, offset_of(calendar)));
  return std::clamp(at, start, due);
}

Punctuality punctuality(Instant now, Instant at_risk_from, Instant due) {
  if (now > due) return Punctuality::late;
  return now >= at_risk_from ? Punctuality::at_risk : Punctuality::on_time;
}

Minutes nominal_minutes(Calendar const& calendar, TimeLimit const& limit) {
  // ASSUMPTION: for totals on the sheet a calendar day counts as a working day and a month as 22 working days.
  constexpr int working_days_per_month_nominal = 22;
  int const day = calendar.hours.minutes_per_working_day;
  switch (limit.unit) {
    case TimeUnit::minutes:
      return minutes{limit.amount};
    case TimeUnit::hours:
      return hours{limit.amount};
    case TimeUnit::working_days:
    case TimeUnit::calendar_days:
      return minutes{limit.amount * day};
    case TimeUnit::weeks:
      return minutes{limit.amount * working_days_per_week * day};
    case TimeUnit::months:
      return minutes{limit.amount * working_days_per_month_nominal * day};
  }
  broken_promise("a time limit has a known unit", std::source_location::current());
}

}  // namespace himpun::calendar
