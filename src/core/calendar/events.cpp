#include "core/calendar/events.h"

#include <algorithm>

namespace himpun::calendar {
namespace {

bool overlap(RamadanPeriod const& a, RamadanPeriod const& b) { return a.from <= b.to && b.from <= a.to; }

}  // namespace

void evolve(Calendar& calendar, YearImported const& event) {
  std::erase_if(calendar.years, [&](auto const& each) { return each.year == event.year; });
  auto const place = std::ranges::upper_bound(calendar.years, event.year, {}, &CalendarYear::year);
  calendar.years.insert(place, event);
}

void evolve(Calendar& calendar, LocalHolidayAdded const& event) {
  std::erase_if(calendar.local_holidays, [&](auto const& each) { return each.date == event.date; });
  auto const place = std::ranges::upper_bound(calendar.local_holidays, event.date, {}, &LocalHoliday::date);
  calendar.local_holidays.insert(place, event);
}

void evolve(Calendar& calendar, LocalHolidayRemoved const& event) {
  std::erase_if(calendar.local_holidays, [&](auto const& each) { return each.date == event.date; });
}

void evolve(Calendar& calendar, OfficeHoursSet const& event) { calendar.hours = event; }

void evolve(Calendar& calendar, RamadanSet const& event) {
  std::erase_if(calendar.ramadan, [&](auto const& each) { return overlap(each, event); });
  auto const place = std::ranges::upper_bound(calendar.ramadan, event.from, {}, &RamadanPeriod::from);
  calendar.ramadan.insert(place, event);
}

void evolve(Calendar& calendar, RamadanRemoved const& event) {
  std::erase_if(calendar.ramadan, [&](auto const& each) { return each.from == event.from; });
}

void evolve(Calendar& calendar, ZoneSet const& event) { calendar.zone = event.zone; }

void evolve(Calendar& calendar, AtRiskRuleSet const& event) { calendar.at_risk = event; }

void evolve(Calendar& calendar, CasesFollowed const& event) { calendar.followed_version = event.version; }

void evolve(Calendar& calendar, Event const& event) {
  std::visit([&](auto const& each) { evolve(calendar, each); }, event);
  ++calendar.version;
  if (!std::holds_alternative<CasesFollowed>(event)) calendar.changed_version = calendar.version;
}

}  // namespace himpun::calendar
