#include "app/views/people_view.h"

namespace himpun::app {

std::string person_name(access::Agency const& agency, access::PersonId const& person) {
  auto const found = agency.people.find(person);
  return found == agency.people.end() ? person.value : found->second.name;
}

NamedView named(access::Agency const& agency, access::HolderId const& holder) {
  auto name = access::holder_name(agency, holder);
  return {holder.value, name.empty() ? holder.value : std::move(name)};
}

std::vector<NamedView> named(access::Agency const& agency, std::vector<access::HolderId> const& holders) {
  std::vector<NamedView> views;
  for (auto const& each : holders) views.push_back(named(agency, each));
  return views;
}

HolderView holder_view(access::Agency const& agency, access::HolderId const& holder, Date today) {
  auto [id, name] = named(agency, holder);
  HolderView view{holder, std::move(name), {}};
  for (auto const& person : access::people_for(agency, holder, today)) {
    auto const post = access::post_for(agency, person, holder, today);
    if (post) view.people.push_back({person, person_name(agency, person), post->standing, post->until});
  }
  return view;
}

std::vector<HolderView> holder_views(access::Agency const& agency, std::vector<access::HolderId> const& holders,
                                     Date today) {
  std::vector<HolderView> views;
  for (auto const& each : holders) views.push_back(holder_view(agency, each, today));
  return views;
}

ByView by_view(access::Agency const& agency, workflow::By const& by) {
  ByView view{.name = person_name(agency, by.person), .person = by.person};
  if (by.position.empty()) return view;
  view.position = by.position;
  view.position_name = named(agency, access::holder(by.position)).name;
  view.standing = by.standing;
  return view;
}

ByView by_view(access::Agency const& agency, journal::Actor const& actor) {
  ByView view{.name = "Himpun"};
  if (actor.account) {
    auto const account = agency.accounts.find(access::AccountId{*actor.account});
    view.name = account == agency.accounts.end() ? *actor.account : account->second.username;
  }
  if (!actor.person) return view;
  view.person = access::PersonId{*actor.person};
  view.name = person_name(agency, *view.person);
  if (actor.position) {
    view.position = access::PositionId{*actor.position};
    view.position_name = named(agency, access::holder(*view.position)).name;
  }
  return view;
}

}  // namespace himpun::app
