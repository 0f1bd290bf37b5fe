#pragma once
// What has happened in the `agency` stream, and how it changes the agency. Recording a unit, position, person or
// account again replaces it; nothing is ever removed.

#include <string_view>
#include <variant>

#include "core/access/agency.h"

namespace himpun::access {

struct AgencyFounded {
  static constexpr std::string_view event_name = "access.agency_founded";
  static constexpr int event_version = 1;
  std::string id;
  std::string name;
  std::string region;
};
BOOST_DESCRIBE_STRUCT(AgencyFounded, (), (id, name, region))

struct AgencyRenamed {
  static constexpr std::string_view event_name = "access.agency_renamed";
  static constexpr int event_version = 1;
  std::string name;
  std::string region;
};
BOOST_DESCRIBE_STRUCT(AgencyRenamed, (), (name, region))

struct UnitRecorded {
  static constexpr std::string_view event_name = "access.unit_recorded";
  static constexpr int event_version = 1;
  Unit unit;
};
BOOST_DESCRIBE_STRUCT(UnitRecorded, (), (unit))

struct PositionRecorded {
  static constexpr std::string_view event_name = "access.position_recorded";
  static constexpr int event_version = 1;
  Position position;
};
BOOST_DESCRIBE_STRUCT(PositionRecorded, (), (position))

struct PersonRecorded {
  static constexpr std::string_view event_name = "access.person_recorded";
  static constexpr int event_version = 1;
  Person person;
};
BOOST_DESCRIBE_STRUCT(PersonRecorded, (), (person))

struct Appointed {
  static constexpr std::string_view event_name = "access.appointed";
  static constexpr int event_version = 1;
  Appointment appointment;
};
BOOST_DESCRIBE_STRUCT(Appointed, (), (appointment))

struct AppointmentEnded {
  static constexpr std::string_view event_name = "access.appointment_ended";
  static constexpr int event_version = 1;
  AppointmentId appointment;
  Date last_day{};
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AppointmentEnded, (), (appointment, last_day, reason))

struct AccountRecorded {
  static constexpr std::string_view event_name = "access.account_recorded";
  static constexpr int event_version = 1;
  Account account;
};
BOOST_DESCRIBE_STRUCT(AccountRecorded, (), (account))

/// That a password was set, and for whom; never the password.
struct PasswordSet {
  static constexpr std::string_view event_name = "access.password_set";
  static constexpr int event_version = 1;
  AccountId account;
};
BOOST_DESCRIBE_STRUCT(PasswordSet, (), (account))

struct AccountLocked {
  static constexpr std::string_view event_name = "access.account_locked";
  static constexpr int event_version = 1;
  AccountId account;
  Instant until{};
  std::int64_t failures = 0;
};
BOOST_DESCRIBE_STRUCT(AccountLocked, (), (account, until, failures))

struct DutySeparationSet {
  static constexpr std::string_view event_name = "access.duty_separation_set";
  static constexpr int event_version = 1;
  DutySeparation duty_separation = DutySeparation::enforced;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DutySeparationSet, (), (duty_separation, reason))

using Event = std::variant<AgencyFounded, AgencyRenamed, UnitRecorded, PositionRecorded, PersonRecorded, Appointed,
                           AppointmentEnded, AccountRecorded, PasswordSet, AccountLocked, DutySeparationSet>;

void evolve(Agency& agency, Event const& event);

}  // namespace himpun::access
