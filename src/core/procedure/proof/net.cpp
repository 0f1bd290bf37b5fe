#include "core/procedure/proof/net.h"

#include <algorithm>
#include <unordered_map>

#include "base/ensure.h"

namespace himpun::procedure {
namespace {

class NetBuilder {
 public:
  explicit NetBuilder(Procedure const& procedure) : procedure_(procedure) {
    net_.steps = procedure.steps.size();
    for (std::size_t i = 0; i < net_.steps; ++i) {
      index_.emplace(procedure.steps[i].id, i);
      if (procedure.steps[i].is_start) net_.starts.push_back(i);
    }
  }

  Net build() {
    for (std::size_t i = 0; i < net_.steps; ++i) add_join(i);
    for (std::size_t i = 0; i < net_.steps; ++i) add_step(i);
    return std::move(net_);
  }

 private:
  [[nodiscard]] std::size_t index_of(StepId const& id) const {
    auto const found = index_.find(id);
    ensure(found != index_.end(), "every step a procedure names exists");
    return found->second;
  }

  void add_join(std::size_t to) {
    auto const& waits_for = procedure_.steps[to].waits_for;
    if (waits_for.empty()) return;
    Cluster cluster;
    for (auto const& id : waits_for) {
      cluster.takes.push_back(net_.places());
      net_.handovers.push_back({index_of(id), to});
    }
    add(std::move(cluster), {{.takes = {}, .gives = {to}, .step = no_step, .choice = {}}});
  }

  void add_step(std::size_t from) {
    auto const& step = procedure_.steps[from];
    std::vector<Transition> ways;
    for (auto const& outcome : step.outcomes) {
      Transition way{.takes = {}, .gives = {}, .step = from, .choice = outcome.label};
      if (!outcome.target.empty()) way.gives.push_back(delivery(from, outcome.target));
      ways.push_back(std::move(way));
    }
    if (step.outcomes.empty()) {
      Transition way{.takes = {}, .gives = {}, .step = from, .choice = {}};
      for (auto const& id : step.next) way.gives.push_back(delivery(from, id));
      ways.push_back(std::move(way));
    }
    for (auto const& id : step.returns) {
      ways.push_back({.takes = {}, .gives = {index_of(id)}, .step = from, .choice = "kembali ke " + id.value});
    }
    add(Cluster{.takes = {from}, .transitions = {}}, std::move(ways));
  }

  /// The place that receives a token delivered from one step to another.
  [[nodiscard]] std::size_t delivery(std::size_t from, StepId const& id) const {
    auto const to = index_of(id);
    auto const waits =
        std::ranges::find_if(net_.handovers, [&](Handover const& each) { return each.from == from && each.to == to; });
    if (waits == net_.handovers.end()) return to;
    return net_.steps + static_cast<std::size_t>(waits - net_.handovers.begin());
  }

  void add(Cluster cluster, std::vector<Transition> ways) {
    for (auto& way : ways) {
      way.takes = cluster.takes;
      cluster.transitions.push_back(net_.transitions.size());
      net_.transitions.push_back(std::move(way));
    }
    net_.clusters.push_back(std::move(cluster));
  }

  Procedure const& procedure_;
  Net net_;
  std::unordered_map<StepId, std::size_t> index_;
};

}  // namespace

Net make_net(Procedure const& procedure) { return NetBuilder{procedure}.build(); }

std::vector<bool> reachable_places(Net const& net) {
  std::vector<bool> reached(net.places(), false);
  for (auto const start : net.starts) reached[start] = true;
  for (bool grew = true; grew;) {
    grew = false;
    for (auto const& way : net.transitions) {
      if (!std::ranges::all_of(way.takes, [&](std::size_t place) { return reached[place]; })) continue;
      for (auto const place : way.gives) {
        grew = grew || !reached[place];
        reached[place] = true;
      }
    }
  }
  return reached;
}

std::vector<bool> places_with_exit(Net const& net) {
  std::vector<bool> exits(net.places(), false);
  for (bool grew = true; grew;) {
    grew = false;
    for (auto const& way : net.transitions) {
      bool const leads_out =
          way.gives.empty() || std::ranges::any_of(way.gives, [&](std::size_t place) { return exits[place]; });
      for (auto const place : way.takes) {
        grew = grew || (leads_out && !exits[place]);
        if (leads_out) exits[place] = true;
      }
    }
  }
  return exits;
}

}  // namespace himpun::procedure
