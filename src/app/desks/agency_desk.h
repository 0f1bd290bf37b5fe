#pragma once
// Use cases of the agency's register: name and settings, units, positions, people, appointments, accounts. The rules
// are core/access's. The register has one version, that of the `agency` stream: everything here answers
// {version, body}, and a change of something known names the version that was seen. Passwords are set by the session
// desk.

#include "app/office.h"
#include "app/views/agency_view.h"

namespace himpun::app {

inline constexpr ProblemType register_changed{"agency.changed", ProblemKind::stale, "Data kantor sudah berubah",
                                              "The office's records have changed"};

// What a door may ask to be recorded; members as in api/openapi.yaml.
struct AgencyNaming {
  std::string name;
  std::string region;
};
BOOST_DESCRIBE_STRUCT(AgencyNaming, (), (name, region))
struct AgencySettings {
  access::DutySeparation duty_separation = access::DutySeparation::enforced;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AgencySettings, (), (duty_separation, reason))
struct UnitRecord {
  std::string name;
  std::optional<access::UnitId> parent;
  std::optional<bool> closed;
};
BOOST_DESCRIBE_STRUCT(UnitRecord, (), (name, parent, closed))
struct PositionRecord {
  std::string name;
  access::UnitId unit;
  std::optional<bool> closed;
};
BOOST_DESCRIBE_STRUCT(PositionRecord, (), (name, unit, closed))
struct PersonRecord {
  std::string name;
  std::optional<std::string> nip;
  std::optional<std::string> rank;
};
BOOST_DESCRIBE_STRUCT(PersonRecord, (), (name, nip, rank))
struct AppointmentRecord {
  access::PersonId person;
  access::PositionId position;
  access::Standing standing = access::Standing::definitive;
  Date from{};
  std::optional<Date> to;
  std::string decree;
};
BOOST_DESCRIBE_STRUCT(AppointmentRecord, (), (person, position, standing, from, to, decree))
struct AppointmentEnding {
  Date last_day{};
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AppointmentEnding, (), (last_day, reason))
struct AccountOpening {
  std::string username;
  std::optional<access::PersonId> person;
  std::vector<access::Role> roles;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(AccountOpening, (), (username, person, roles, password))
struct AccountRecord {
  std::optional<access::PersonId> person;
  std::vector<access::Role> roles;
  std::optional<bool> closed;
};
BOOST_DESCRIBE_STRUCT(AccountRecord, (), (person, roles, closed))

/// {version, body}, for the one ETag of the register.
[[nodiscard]] Json versioned(std::int64_t version, Json body);

// Looking.
[[nodiscard]] Result<Json> show_agency(Sight& sight);
[[nodiscard]] Result<Json> show_unit(Sight& sight, access::UnitId const& id);
[[nodiscard]] Result<Json> show_position(Sight& sight, access::PositionId const& id);
[[nodiscard]] Result<Json> show_person(Sight& sight, access::PersonId const& id);
[[nodiscard]] Result<Json> show_appointment(Sight& sight, access::AppointmentId const& id);
[[nodiscard]] Result<Json> show_account(Sight& sight, access::AccountId const& id);
/// One of the lists of agency_view.h, for whoever may read the register (accounts: administrators).
[[nodiscard]] Result<Json> show_list(Sight& sight, Result<void> may_look, std::function<Result<Json>(Sight&)> list);

// Recording something new: its id is made here.
[[nodiscard]] Result<Json> create_unit(Desk& desk, UnitRecord const& record);
[[nodiscard]] Result<Json> create_position(Desk& desk, PositionRecord const& record);
[[nodiscard]] Result<Json> create_person(Desk& desk, PersonRecord const& record);
[[nodiscard]] Result<Json> appoint(Desk& desk, AppointmentRecord const& record);
/// `password_hash` was made before the transaction (SessionDesk::hash_new); it is a first password, to be changed.
[[nodiscard]] Result<Json> open_account(Desk& desk, AccountOpening const& opening, std::string const& password_hash);

// Changing what is known; `seen` is the version of the register that the caller saw.
[[nodiscard]] Result<Json> rename_agency(Desk& desk, std::int64_t seen, AgencyNaming const& naming);
[[nodiscard]] Result<Json> set_duty_separation(Desk& desk, std::int64_t seen, AgencySettings const& settings);
[[nodiscard]] Result<Json> change_unit(Desk& desk, std::int64_t seen, access::UnitId const& id,
                                       UnitRecord const& record);
[[nodiscard]] Result<Json> change_position(Desk& desk, std::int64_t seen, access::PositionId const& id,
                                           PositionRecord const& record);
[[nodiscard]] Result<Json> change_person(Desk& desk, std::int64_t seen, access::PersonId const& id,
                                         PersonRecord const& record);
[[nodiscard]] Result<Json> end_appointment(Desk& desk, std::int64_t seen, access::AppointmentId const& id,
                                           AppointmentEnding const& ending);
/// Closing an account ends its sessions.
[[nodiscard]] Result<Json> change_account(Desk& desk, std::int64_t seen, access::AccountId const& id,
                                          AccountRecord const& record);

}  // namespace himpun::app
