#include "app/views/tasks/candidates.h"

#include <algorithm>

namespace himpun::app {
namespace {

using workflow::HolderId;

/// Suggested ones first in the SOP's order, then positions, then units, each by name.
std::vector<Candidate> all_with(access::Agency const& agency, std::vector<HolderId> const& suggested,
                                HolderId const& except) {
  std::vector<Candidate> candidates;
  auto const add = [&](HolderId const& id, bool expected) {
    bool const known = std::ranges::find(candidates, id.value, &Candidate::id) != candidates.end();
    if (known || id == except || !access::is_open_holder(agency, id)) return;
    candidates.push_back({id.value, access::holder_name(agency, id), expected});
  };
  for (auto const& each : suggested) add(each, true);
  auto const sort_from = [&](std::size_t begin) {
    std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(begin), candidates.end(),
              [](Candidate const& a, Candidate const& b) { return a.name < b.name; });
  };
  auto begin = candidates.size();
  for (auto const& [id, position] : agency.positions) add(access::holder(id), false);
  sort_from(begin);
  begin = candidates.size();
  for (auto const& [id, unit] : agency.units) add(access::holder(id), false);
  sort_from(begin);
  return candidates;
}

std::vector<HolderId> holders_of_step(CaseScene const& scene, workflow::StepId const& id) {
  std::vector<HolderId> holders;
  auto const* step = procedure::find_step(scene.procedure, id);
  if (!step) return holders;
  for (auto const& actor : step->performers) {
    for (auto const& holder : workflow::holders_of(scene.file, actor)) holders.push_back(holder);
  }
  return holders;
}

}  // namespace

std::vector<Candidate> forward_candidates(CaseScene const& scene, procedure::Step const& step,
                                          workflow::Task const& task) {
  std::vector<HolderId> suggested;
  for (auto const& next : step.next) {
    for (auto const& holder : holders_of_step(scene, next)) suggested.push_back(holder);
  }
  return all_with(scene.agency, suggested, task.holder);
}

std::vector<Candidate> recipient_candidates(CaseScene const& scene, workflow::Task const& task) {
  std::vector<HolderId> divisions;
  std::vector<HolderId> everybody;
  for (auto const& actor : scene.procedure.actors) {
    for (auto const& holder : workflow::holders_of(scene.file, actor.id)) {
      if (actor.plural) divisions.push_back(holder);
      if (holder != task.holder) everybody.push_back(holder);
    }
  }
  return all_with(scene.agency, divisions.empty() ? everybody : divisions, task.holder);
}

}  // namespace himpun::app
