#include "core/access/agency.h"

#include <algorithm>

namespace himpun::access {
namespace {

bool is_valid_on(Appointment const& appointment, Date day) {
  return appointment.from <= day && (!appointment.to || day <= *appointment.to);
}

/// The unit a position belongs to when it is open, else none.
UnitId const* unit_of(Agency const& agency, PositionId const& id) {
  auto const found = agency.positions.find(id);
  return found == agency.positions.end() || found->second.closed ? nullptr : &found->second.unit;
}

bool serves(Agency const& agency, PositionId const& position, HolderId const& holder_id) {
  auto const* unit = unit_of(agency, position);
  return unit && (holder(position) == holder_id || holder(*unit) == holder_id);
}

}  // namespace

std::vector<Post> posts_of(Agency const& agency, PersonId const& person, Date day) {
  std::vector<Post> posts;
  for (auto const& [id, appointment] : agency.appointments) {
    if (appointment.person == person && is_valid_on(appointment, day) && unit_of(agency, appointment.position)) {
      posts.push_back({appointment.position, appointment.standing, appointment.to});
    }
  }
  std::ranges::stable_sort(posts, {}, &Post::standing);
  return posts;
}

std::set<HolderId> holders_of(Agency const& agency, PersonId const& person, Date day) {
  std::set<HolderId> holders;
  for (auto const& post : posts_of(agency, person, day)) {
    holders.insert(holder(post.position));
    holders.insert(holder(*unit_of(agency, post.position)));
  }
  return holders;
}

std::optional<Post> post_for(Agency const& agency, PersonId const& person, HolderId const& holder_id, Date day) {
  for (auto const& post : posts_of(agency, person, day)) {
    if (serves(agency, post.position, holder_id)) return post;
  }
  return std::nullopt;
}

std::vector<PersonId> people_for(Agency const& agency, HolderId const& holder_id, Date day) {
  std::vector<PersonId> people;
  for (auto const& [id, appointment] : agency.appointments) {
    if (is_valid_on(appointment, day) && serves(agency, appointment.position, holder_id) &&
        std::ranges::find(people, appointment.person) == people.end()) {
      people.push_back(appointment.person);
    }
  }
  return people;
}

std::string holder_name(Agency const& agency, HolderId const& id) {
  if (auto const position = agency.positions.find(PositionId{id.value}); position != agency.positions.end()) {
    return position->second.name;
  }
  auto const unit = agency.units.find(UnitId{id.value});
  return unit == agency.units.end() ? std::string{} : unit->second.name;
}

bool is_open_holder(Agency const& agency, HolderId const& id) {
  if (unit_of(agency, PositionId{id.value})) return true;
  auto const unit = agency.units.find(UnitId{id.value});
  return unit != agency.units.end() && !unit->second.closed;
}

Account const* find_account(Agency const& agency, std::string_view username) {
  for (auto const& [id, account] : agency.accounts) {
    if (account.username == username) return &account;
  }
  return nullptr;
}

bool has_role(Account const& account, Role role) {
  return !account.closed && std::ranges::find(account.roles, role) != account.roles.end();
}

}  // namespace himpun::access
