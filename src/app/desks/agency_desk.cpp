#include "app/desks/agency_desk.h"

#include <set>

#include "app/field_check.h"
#include "app/desks/session_desk.h"

namespace himpun::app {
namespace {

constexpr std::size_t name_most = 200;
constexpr std::size_t nip_most = 40;
constexpr std::size_t rank_most = 100;
constexpr std::size_t decree_most = 200;
constexpr std::size_t sentence_most = 4000;

using Show = std::function<Json(access::Agency const&)>;

/// Decides and records, then shows the register as it is afterwards.
Result<Json> carry_out(Desk& desk, access::Command const& command, Show const& show) {
  auto const events = access::decide(desk.agency(), command, desk.caller);
  if (!events) return std::unexpected(events.error());
  auto head = desk.agency_book->head;
  auto after = desk.agency();
  if (!events->empty()) {
    auto const end = desk.record(agency_stream, head, *events);
    if (!end) return std::unexpected(end.error());
    head = *end;
    for (auto const& event : *events) access::evolve(after, event);
  }
  return versioned(head.version, show(after));
}

Result<void> require_seen(Desk const& desk, std::int64_t seen) {
  if (seen == desk.agency_book->head.version) return {};
  return refuse(register_changed, {"Muat ulang halaman ini, lalu ulangi perubahan Anda.",
                                   "Load this page again, then repeat your change."});
}

/// The ladder before every change of the register: may they, and is it what they saw.
Result<void> require_change(Desk const& desk, std::int64_t seen) {
  if (auto ok = require_administrator(desk); !ok) return ok;
  return require_seen(desk, seen);
}

template <class Map, class Key>
Result<void> require_known(Map const& map, Key const& id, ProblemType const& unknown) {
  if (map.contains(id)) return {};
  return refuse(unknown);
}

Result<Json> record_unit(Desk& desk, access::UnitId const& id, UnitRecord const& record) {
  auto const ok = FieldCheck{}
                      .needed("/name", record.name, name_most)
                      .known(!record.parent || desk.agency().units.contains(*record.parent), "/parent")
                      .done();
  if (!ok) return std::unexpected(ok.error());
  access::Unit const unit{id, std::string{trim(record.name)}, record.parent, record.closed.value_or(false)};
  return carry_out(desk, access::RecordUnit{unit}, [id](auto const& agency) { return unit_view(agency.units.at(id)); });
}

Result<Json> record_position(Desk& desk, access::PositionId const& id, PositionRecord const& record) {
  auto const ok = FieldCheck{}
                      .needed("/name", record.name, name_most)
                      .known(desk.agency().units.contains(record.unit), "/unit")
                      .done();
  if (!ok) return std::unexpected(ok.error());
  access::Position const position{id, std::string{trim(record.name)}, record.unit, record.closed.value_or(false)};
  auto const today = desk.today();
  return carry_out(desk, access::RecordPosition{position},
                   [id, today](auto const& agency) { return position_view(agency, agency.positions.at(id), today); });
}

Result<Json> record_person(Desk& desk, access::PersonId const& id, PersonRecord const& record) {
  auto const nip = record.nip.value_or("");
  auto const rank = record.rank.value_or("");
  auto const ok = FieldCheck{}
                      .needed("/name", record.name, name_most)
                      .text("/nip", nip, nip_most)
                      .text("/rank", rank, rank_most)
                      .done();
  if (!ok) return std::unexpected(ok.error());
  access::Person const person{id, std::string{trim(record.name)}, nip, rank};
  return carry_out(desk, access::RecordPerson{person},
                   [id](auto const& agency) { return person_view(agency.people.at(id)); });
}

Result<void> check_account(Desk const& desk, std::optional<access::PersonId> const& person,
                           std::vector<access::Role> const& roles) {
  std::set<access::Role> const distinct(roles.begin(), roles.end());
  return FieldCheck{}
      .known(!person || desk.agency().people.contains(*person), "/person")
      .require(distinct.size() == roles.size(), "/roles", {"ada peran yang ditulis dua kali", "names a role twice"})
      .done();
}

}  // namespace

Json versioned(std::int64_t version, Json body) { return Json{}.add("version", version).add("body", std::move(body)); }

Result<Json> show_list(Sight& sight, Result<void> may_look, std::function<Result<Json>(Sight&)> list) {
  if (!may_look) return std::unexpected(may_look.error());
  auto page = list(sight);
  if (!page) return page;
  return versioned(sight.agency_book->head.version, std::move(*page));
}

namespace {

template <class Map, class Key, class Write>
Result<Json> show_one(Sight& sight, Result<void> may_look, Map const& map, Key const& id, ProblemType const& unknown,
                      Write write) {
  if (!may_look) return std::unexpected(may_look.error());
  auto const found = map.find(id);
  if (found == map.end()) return refuse(unknown);
  return versioned(sight.agency_book->head.version, write(found->second));
}

}  // namespace

Result<Json> show_agency(Sight& sight) {
  return show_list(sight, require_reader(sight), [](Sight& seen) { return Result<Json>{agency_view(seen.agency())}; });
}

Result<Json> show_unit(Sight& sight, access::UnitId const& id) {
  return show_one(sight, require_reader(sight), sight.agency().units, id, access::unit_unknown, unit_view);
}

Result<Json> show_position(Sight& sight, access::PositionId const& id) {
  return show_one(
      sight, require_reader(sight), sight.agency().positions, id, access::position_unknown,
      [&](access::Position const& position) { return position_view(sight.agency(), position, sight.today()); });
}

Result<Json> show_person(Sight& sight, access::PersonId const& id) {
  return show_one(sight, require_reader(sight), sight.agency().people, id, access::person_unknown, person_view);
}

Result<Json> show_appointment(Sight& sight, access::AppointmentId const& id) {
  return show_one(sight, require_reader(sight), sight.agency().appointments, id, access::appointment_unknown,
                  [&](access::Appointment const& each) { return appointment_view(sight.agency(), each); });
}

Result<Json> show_account(Sight& sight, access::AccountId const& id) {
  return show_one(sight, require_administrator(sight), sight.agency().accounts, id, access::account_unknown,
                  [&](access::Account const& account) {
                    auto const credential = sight.reader.find_credential_of(id.value);
                    return account_view(sight.agency(), account, credential, sight.now);
                  });
}

Result<Json> create_unit(Desk& desk, UnitRecord const& record) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  return record_unit(desk, access::UnitId{desk.world.make_id()}, record);
}

Result<Json> create_position(Desk& desk, PositionRecord const& record) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  return record_position(desk, access::PositionId{desk.world.make_id()}, record);
}

Result<Json> create_person(Desk& desk, PersonRecord const& record) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  return record_person(desk, access::PersonId{desk.world.make_id()}, record);
}

Result<Json> appoint(Desk& desk, AppointmentRecord const& record) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  auto const& agency = desk.agency();
  auto const position = agency.positions.find(record.position);
  auto const ok = FieldCheck{}
                      .needed("/decree", record.decree, decree_most)
                      .known(agency.people.contains(record.person), "/person")
                      .known(position != agency.positions.end() && !position->second.closed, "/position")
                      .done();
  if (!ok) return std::unexpected(ok.error());
  access::AppointmentId const id{desk.world.make_id()};
  access::Appointment const appointment{id,          record.person, record.position, record.standing,
                                        record.from, record.to,     record.decree};
  return carry_out(desk, access::Appoint{appointment},
                   [id](auto const& after) { return appointment_view(after, after.appointments.at(id)); });
}

Result<Json> open_account(Desk& desk, AccountOpening const& opening, std::string const& password_hash) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  if (auto ok = check_account(desk, opening.person, opening.roles); !ok) return std::unexpected(ok.error());
  access::Account const account{access::AccountId{desk.world.make_id()}, opening.username, opening.person,
                                opening.roles, false};
  auto events = access::decide(desk.agency(), access::RecordAccount{account}, desk.caller);
  if (!events) return std::unexpected(events.error());
  auto after = desk.agency();
  for (auto const& event : *events) access::evolve(after, event);
  auto const password = access::decide(after, access::SetPassword{account.id}, desk.caller);
  if (!password) return std::unexpected(password.error());
  events->insert(events->end(), password->begin(), password->end());
  auto const end = desk.record(agency_stream, desk.agency_book->head, *events);
  if (!end) return std::unexpected(end.error());
  put_credential(desk, account, password_hash, true);
  return versioned(end->version,
                   account_view(after, account, desk.reader.find_credential_of(account.id.value), desk.now));
}

Result<Json> rename_agency(Desk& desk, std::int64_t seen, AgencyNaming const& naming) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  auto const ok =
      FieldCheck{}.needed("/name", naming.name, name_most).needed("/region", naming.region, name_most).done();
  if (!ok) return std::unexpected(ok.error());
  return carry_out(desk, access::RenameAgency{naming.name, naming.region}, agency_view);
}

Result<Json> set_duty_separation(Desk& desk, std::int64_t seen, AgencySettings const& settings) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  auto const reason = settings.reason.value_or("");
  if (auto ok = FieldCheck{}.text("/reason", reason, sentence_most).done(); !ok) return std::unexpected(ok.error());
  return carry_out(desk, access::SetDutySeparation{settings.duty_separation, reason}, agency_view);
}

Result<Json> change_unit(Desk& desk, std::int64_t seen, access::UnitId const& id, UnitRecord const& record) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  if (auto ok = require_known(desk.agency().units, id, access::unit_unknown); !ok) return std::unexpected(ok.error());
  return record_unit(desk, id, record);
}

Result<Json> change_position(Desk& desk, std::int64_t seen, access::PositionId const& id,
                             PositionRecord const& record) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  auto const ok = require_known(desk.agency().positions, id, access::position_unknown);
  if (!ok) return std::unexpected(ok.error());
  return record_position(desk, id, record);
}

Result<Json> change_person(Desk& desk, std::int64_t seen, access::PersonId const& id, PersonRecord const& record) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  if (auto ok = require_known(desk.agency().people, id, access::person_unknown); !ok)
    return std::unexpected(ok.error());
  return record_person(desk, id, record);
}

Result<Json> end_appointment(Desk& desk, std::int64_t seen, access::AppointmentId const& id,
                             AppointmentEnding const& ending) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  if (auto ok = FieldCheck{}.needed("/reason", ending.reason, sentence_most).done(); !ok) {
    return std::unexpected(ok.error());
  }
  return carry_out(desk, access::EndAppointment{id, ending.last_day, ending.reason},
                   [id](auto const& agency) { return appointment_view(agency, agency.appointments.at(id)); });
}

Result<Json> change_account(Desk& desk, std::int64_t seen, access::AccountId const& id, AccountRecord const& record) {
  if (auto ok = require_change(desk, seen); !ok) return std::unexpected(ok.error());
  auto const known = desk.agency().accounts.find(id);
  if (known == desk.agency().accounts.end()) return refuse(access::account_unknown);
  if (auto ok = check_account(desk, record.person, record.roles); !ok) return std::unexpected(ok.error());
  access::Account const account{id, known->second.username, record.person, record.roles, record.closed.value_or(false)};
  if (account.closed) desk.transaction.erase_sessions_of(id.value);
  auto const credential = desk.reader.find_credential_of(id.value);
  return carry_out(desk, access::RecordAccount{account}, [&](auto const& agency) {
    return account_view(agency, agency.accounts.at(id), credential, desk.now);
  });
}

}  // namespace himpun::app
