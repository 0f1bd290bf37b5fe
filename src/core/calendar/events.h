#pragma once
// What can happen to an agency's working calendar (stream `calendar`). Facts only; the refusals are rules.h. A stored
// shape never changes: a new one is a new version beside it.

#include <string_view>
#include <variant>
#include <vector>

#include "base/json_map.h"
#include "core/calendar/calendar.h"

namespace himpun::calendar {

/// The decree of a year was imported, for the first time or anew after it was amended.
struct YearImported : CalendarYear {
  static constexpr std::string_view event_name = "calendar.year_imported";
  static constexpr int event_version = 1;

  bool operator==(YearImported const&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearImported, (CalendarYear), ())

struct LocalHolidayAdded : LocalHoliday {
  static constexpr std::string_view event_name = "calendar.local_holiday_added";
  static constexpr int event_version = 1;

  bool operator==(LocalHolidayAdded const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LocalHolidayAdded, (LocalHoliday), ())

struct LocalHolidayRemoved {
  static constexpr std::string_view event_name = "calendar.local_holiday_removed";
  static constexpr int event_version = 1;
  Date date{};
  std::string reason;

  bool operator==(LocalHolidayRemoved const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LocalHolidayRemoved, (), (date, reason))

struct OfficeHoursSet : OfficeHours {
  static constexpr std::string_view event_name = "calendar.office_hours_set";
  static constexpr int event_version = 1;

  bool operator==(OfficeHoursSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfficeHoursSet, (OfficeHours), ())

/// Takes the place of every period it overlaps: Ramadan moves by a day when the moon is sighted.
struct RamadanSet : RamadanPeriod {
  static constexpr std::string_view event_name = "calendar.ramadan_set";
  static constexpr int event_version = 1;

  bool operator==(RamadanSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RamadanSet, (RamadanPeriod), ())

struct RamadanRemoved : RamadanPeriod {
  static constexpr std::string_view event_name = "calendar.ramadan_removed";
  static constexpr int event_version = 1;

  bool operator==(RamadanRemoved const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RamadanRemoved, (RamadanPeriod), ())

struct ZoneSet {
  static constexpr std::string_view event_name = "calendar.zone_set";
  static constexpr int event_version = 1;
  std::string zone;

  bool operator==(ZoneSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ZoneSet, (), (zone))

struct AtRiskRuleSet : AtRiskRule {
  static constexpr std::string_view event_name = "calendar.at_risk_rule_set";
  static constexpr int event_version = 1;

  bool operator==(AtRiskRuleSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AtRiskRuleSet, (AtRiskRule), ())

/// Every running case got the due dates that the calendar gave at `version` of its stream. Written by Himpun itself; a
/// restart in between begins again.
struct CasesFollowed {
  static constexpr std::string_view event_name = "calendar.cases_followed";
  static constexpr int event_version = 1;
  std::int64_t version = 0;

  bool operator==(CasesFollowed const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CasesFollowed, (), (version))

using Event = std::variant<YearImported, LocalHolidayAdded, LocalHolidayRemoved, OfficeHoursSet, RamadanSet,
                           RamadanRemoved, ZoneSet, AtRiskRuleSet, CasesFollowed>;
using Events = std::vector<Event>;

void evolve(Calendar& calendar, YearImported const& event);
void evolve(Calendar& calendar, LocalHolidayAdded const& event);
void evolve(Calendar& calendar, LocalHolidayRemoved const& event);
void evolve(Calendar& calendar, OfficeHoursSet const& event);
void evolve(Calendar& calendar, RamadanSet const& event);
void evolve(Calendar& calendar, RamadanRemoved const& event);
void evolve(Calendar& calendar, ZoneSet const& event);
void evolve(Calendar& calendar, AtRiskRuleSet const& event);
void evolve(Calendar& calendar, CasesFollowed const& event);
/// One stored event: also counts the versions of the stream.
void evolve(Calendar& calendar, Event const& event);

}  // namespace himpun::calendar
