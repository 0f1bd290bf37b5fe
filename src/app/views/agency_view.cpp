#include "app/views/agency_view.h"

namespace himpun::app {
namespace {

using access::Agency;

Json named(std::string const& id, std::string const& name) { return Json{}.add("id", id).add("name", name); }

void add_if_written(Json& json, char const* name, std::string const& text) {
  if (!text.empty()) json.add(name, text);
}

Json people_view(Agency const& agency, access::HolderId const& holder, Date today) {
  Json::Array people;
  for (auto const& person : access::people_for(agency, holder, today)) {
    auto const post = access::post_for(agency, person, holder, today);
    if (!post) continue;
    Json json;
    json.add("person", person.value)
        .add("name", agency.people.at(person).name)
        .add("standing", word_of(post->standing));
    if (post->until) json.add("until", to_text(*post->until));
    people.push_back(std::move(json));
  }
  return people;
}

auto by_name() {
  return [](auto const& item) { return lower_ascii(item.name); };
}

/// Later days sort first: days left until a day far away, always six digits.
std::string newest_first(Date day) {
  constexpr int far_day = 900'000;
  return std::to_string(far_day - day.time_since_epoch().count());
}

}  // namespace

Json agency_view(Agency const& agency) {
  Json settings;
  settings.add("duty_separation", word_of(agency.duty_separation));
  add_if_written(settings, "reason", agency.duty_separation_reason);
  return Json{}
      .add("id", agency.id)
      .add("name", agency.name)
      .add("region", agency.region)
      .add("settings", std::move(settings));
}

Json unit_view(access::Unit const& unit) { return to_json(unit); }

Json position_view(Agency const& agency, access::Position const& position, Date today) {
  return Json{}
      .add("id", position.id.value)
      .add("name", position.name)
      .add("unit", position.unit.value)
      .add("unit_name", agency.units.at(position.unit).name)
      .add("closed", position.closed)
      .add("people", people_view(agency, access::holder(position.id), today));
}

Json person_view(access::Person const& person) {
  auto json = named(person.id.value, person.name);
  add_if_written(json, "nip", person.nip);
  add_if_written(json, "rank", person.rank);
  return json;
}

Json appointment_view(Agency const& agency, access::Appointment const& appointment) {
  Json json;
  json.add("id", appointment.id.value)
      .add("person", appointment.person.value)
      .add("person_name", agency.people.at(appointment.person).name)
      .add("position", appointment.position.value)
      .add("position_name", agency.positions.at(appointment.position).name)
      .add("standing", word_of(appointment.standing))
      .add("from", to_text(appointment.from));
  if (appointment.to) json.add("to", to_text(*appointment.to));
  return json.add("decree", appointment.decree);
}

Json account_view(Agency const& agency, access::Account const& account, std::optional<CredentialRow> const& credential,
                  Instant now) {
  Json json;
  json.add("id", account.id.value).add("username", account.username);
  if (account.person) json.add("person", named(account.person->value, agency.people.at(*account.person).name));
  json.add("roles", to_json(account.roles)).add("closed", account.closed);
  if (credential && credential->locked_until && now < *credential->locked_until) {
    json.add("locked_until", to_text(*credential->locked_until));
  }
  return json.add("must_change_password", credential && credential->must_change);
}

Json holder_json(Agency const& agency, access::HolderId const& holder, Date today) {
  return named(holder.value, access::holder_name(agency, holder)).add("people", people_view(agency, holder, today));
}

Result<Json> list_units(Sight& sight, PageQuery const& query) {
  return page_of(
      sight.agency().units, query,
      [&](access::Unit const& unit) { return contains_ignoring_case(unit.name, query.search); }, by_name(), unit_view);
}

Result<Json> list_positions(Sight& sight, PageQuery const& query) {
  auto const& agency = sight.agency();
  auto const matches = [&](access::Position const& position) {
    return contains_ignoring_case(position.name, query.search) ||
           contains_ignoring_case(agency.units.at(position.unit).name, query.search);
  };
  return page_of(agency.positions, query, matches, by_name(),
                 [&](access::Position const& position) { return position_view(agency, position, sight.today()); });
}

Result<Json> list_people(Sight& sight, PageQuery const& query) {
  auto const matches = [&](access::Person const& person) {
    return contains_ignoring_case(person.name, query.search) || contains_ignoring_case(person.nip, query.search);
  };
  return page_of(sight.agency().people, query, matches, by_name(), person_view);
}

Result<Json> list_appointments(Sight& sight, AppointmentQuery const& query) {
  auto const matches = [&](access::Appointment const& each) {
    return (query.person.empty() || each.person == query.person) &&
           (query.position.empty() || each.position == query.position);
  };
  return page_of(
      sight.agency().appointments, query.page, matches,
      [](access::Appointment const& each) { return newest_first(each.from); },
      [&](access::Appointment const& each) { return appointment_view(sight.agency(), each); });
}

Result<Json> list_accounts(Sight& sight, PageQuery const& query) {
  auto const& agency = sight.agency();
  auto const matches = [&](access::Account const& account) {
    return contains_ignoring_case(account.username, query.search) ||
           (account.person && contains_ignoring_case(agency.people.at(*account.person).name, query.search));
  };
  return page_of(
      agency.accounts, query, matches, [](access::Account const& account) { return account.username; },
      [&](access::Account const& account) {
        return account_view(agency, account, sight.reader.find_credential_of(account.id.value), sight.now);
      });
}

}  // namespace himpun::app
