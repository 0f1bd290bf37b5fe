#include "app/views/by_view.h"

namespace himpun::app {
namespace {

std::string name_of(journal::Actor const& actor, access::Agency const& agency) {
  if (actor.person) {
    auto const person = agency.people.find(access::PersonId{*actor.person});
    if (person != agency.people.end()) return person->second.name;
  }
  if (!actor.account) return "Himpun";
  auto const account = agency.accounts.find(access::AccountId{*actor.account});
  return account == agency.accounts.end() ? *actor.account : account->second.username;
}

}  // namespace

Json by_view(journal::Envelope const& envelope, access::Agency const& agency) {
  auto const& actor = envelope.actor;
  Json json;
  json.add("name", name_of(actor, agency));
  if (actor.person) json.add("person", *actor.person);
  if (!actor.position) return json;
  json.add("position", *actor.position)
      .add("position_name", access::holder_name(agency, access::HolderId{*actor.position}));
  // Events of a case say how the post was held at that moment.
  auto const* by = envelope.data.find("by");
  if (auto const* standing = by ? by->find("standing") : nullptr) json.add("standing", *standing);
  return json;
}

}  // namespace himpun::app
