#pragma once
// The register of an agency as the doors show it: units, positions with who holds them today, people, appointments,
// accounts. It only reads; who may look is asked by the desks.

#include "app/office.h"
#include "app/views/page.h"

namespace himpun::app {

/// {id, name, region, settings}
[[nodiscard]] Json agency_view(access::Agency const& agency);
[[nodiscard]] Json unit_view(access::Unit const& unit);
[[nodiscard]] Json position_view(access::Agency const& agency, access::Position const& position, Date today);
[[nodiscard]] Json person_view(access::Person const& person);
[[nodiscard]] Json appointment_view(access::Agency const& agency, access::Appointment const& appointment);
/// `credential`: none for an account that has no password yet.
[[nodiscard]] Json account_view(access::Agency const& agency, access::Account const& account,
                                std::optional<CredentialRow> const& credential, Instant now);

/// What holds a task and who may act for it today: {id, name, people:[{person, name, standing, until?}]}.
[[nodiscard]] Json holder_json(access::Agency const& agency, access::HolderId const& holder, Date today);

/// Which appointments to list; empty: all.
struct AppointmentQuery {
  access::PersonId person;
  access::PositionId position;
  PageQuery page;
};

// Each answers {items, next?}.
[[nodiscard]] Result<Json> list_units(Sight& sight, PageQuery const& query);
[[nodiscard]] Result<Json> list_positions(Sight& sight, PageQuery const& query);
[[nodiscard]] Result<Json> list_people(Sight& sight, PageQuery const& query);
/// Newest first.
[[nodiscard]] Result<Json> list_appointments(Sight& sight, AppointmentQuery const& query);
[[nodiscard]] Result<Json> list_accounts(Sight& sight, PageQuery const& query);

}  // namespace himpun::app
