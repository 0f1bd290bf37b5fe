#include "core/document/bpmn/chart.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace himpun::document::bpmn {
namespace {

using procedure::Procedure;
using procedure::Step;
using procedure::StepId;

constexpr std::size_t to_the_end = static_cast<std::size_t>(-1);

/// A way out of a step: to one row or several, or to the end.
struct Exit {
  FlowRole role = FlowRole::plain;
  std::string label;
  std::vector<std::size_t> targets;
};

/// A way into a step, before it has a node to lead to.
struct Arrival {
  std::size_t flow = 0;
  std::size_t from_step = to_the_end;  ///< the row that hands over to a join; none: the step opens at once
};

class ChartMaker {
 public:
  explicit ChartMaker(Procedure const& procedure) : procedure_(procedure) {
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) row_.emplace(procedure.steps[i].id, i);
    for (std::size_t i = 0; i < procedure.actors.size(); ++i) lane_.emplace(procedure.actors[i].id, i);
    arrivals_.resize(procedure.steps.size());
  }

  Chart make() {
    if (procedure_.steps.empty()) return {};
    make_start();
    // Nodes are made row by row, so that they stand in drawing order; ways in are joined when all ways out are known.
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) reserve_entrance(row);
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) make_exits(row);
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) lead_in(row);
    return finish();
  }

 private:
  /// Nodes of one row in drawing order; kept by row until the end, then laid one after another.
  struct Row {
    std::vector<std::size_t> before;
    std::size_t task = 0;
    std::vector<std::size_t> after;
  };

  std::size_t add_node(std::string id, NodeKind kind, std::size_t lane, std::string name = {}) {
    chart_.nodes.push_back({std::move(id), kind, std::move(name), lane, std::nullopt});
    return chart_.nodes.size() - 1;
  }
  std::size_t add_flow(std::size_t from, FlowRole role = FlowRole::plain, std::string name = {},
                       std::string condition = {}) {
    chart_.flows.push_back({{}, from, 0, role, std::move(name), std::move(condition)});
    chart_.nodes[from].outgoing.push_back(chart_.flows.size() - 1);
    return chart_.flows.size() - 1;
  }
  void end_flow(std::size_t flow, std::size_t to) {
    chart_.flows[flow].to = to;
    chart_.nodes[to].incoming.push_back(flow);
  }

  [[nodiscard]] std::size_t lane_of(Step const& step) const {
    return step.performers.empty() ? 0 : lane_.at(step.performers.front());
  }
  [[nodiscard]] std::string id_of(std::size_t row) const { return procedure_.steps[row].id.value; }

  void make_start() {
    std::vector<std::size_t> starts;
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) {
      if (procedure_.steps[row].is_start) starts.push_back(row);
    }
    auto const lane = lane_of(procedure_.steps[starts.empty() ? 0 : starts.front()]);
    auto from = add_node("mulai", NodeKind::start, lane, "Mulai");
    opening_.push_back(from);
    if (starts.size() > 1) {
      auto const fork = add_node("bagi", NodeKind::parallel, lane);
      opening_.push_back(fork);
      end_flow(add_flow(from), fork);
      from = fork;
    }
    for (auto const row : starts) arrivals_[row].push_back({add_flow(from), to_the_end});
  }

  void reserve_entrance(std::size_t row) {
    auto const& step = procedure_.steps[row];
    auto const task = add_node(std::string{step_prefix} + step.id.value, NodeKind::task, lane_of(step), step.activity);
    chart_.nodes[task].step = row;
    rows_.push_back({{}, task, {}});
    std::vector<std::size_t> lanes{lane_of(step)};
    auto const add = [&](procedure::ActorId const& actor, char const* text) {
      auto const lane = lane_.at(actor);
      if (std::ranges::find(lanes, lane) != lanes.end()) return;
      lanes.push_back(lane);
      chart_.companions.push_back(
          {std::string{companion_prefix} + step.id.value + "." + actor.value, task, lane, text});
    };
    for (auto const& performer : step.performers) add(performer, "Ikut mengerjakan");
    if (step.gathers_from) add(*step.gathers_from, "Menjawab permintaan");
  }

  [[nodiscard]] std::vector<Exit> exits_of(Step const& step) const {
    std::vector<Exit> exits;
    for (auto const& outcome : step.outcomes) {
      exits.push_back(
          {FlowRole::outcome, outcome.label, {outcome.target.empty() ? to_the_end : row_.at(outcome.target)}});
    }
    if (step.outcomes.empty()) {
      Exit on{step.returns.empty() ? FlowRole::plain : FlowRole::forward, {}, {}};
      for (auto const& id : step.next) on.targets.push_back(row_.at(id));
      if (on.targets.empty()) on.targets.push_back(to_the_end);
      exits.push_back(std::move(on));
    }
    for (auto const& id : step.returns) exits.push_back({FlowRole::back, {}, {row_.at(id)}});
    return exits;
  }

  /// What people read on the flow, and the condition under which it is taken.
  std::size_t add_exit_flow(std::size_t from, Exit const& exit) {
    switch (exit.role) {
      case FlowRole::plain:
        return add_flow(from);
      case FlowRole::outcome:
        return add_flow(from, exit.role, exit.label, "hasil = \"" + exit.label + "\"");
      case FlowRole::forward:
        return add_flow(from, exit.role, "Diteruskan", "diteruskan");
      case FlowRole::back:
        return add_flow(from, exit.role, "Dikembalikan", "dikembalikan ke \"" + id_of(exit.targets.front()) + "\"");
    }
    return add_flow(from);
  }

  void make_exits(std::size_t row) {
    auto const& step = procedure_.steps[row];
    auto const exits = exits_of(step);
    auto from = rows_[row].task;
    if (exits.size() > 1) {
      auto const choice = add_node("hasil-" + step.id.value, NodeKind::exclusive, lane_of(step), "Hasil?");
      rows_[row].after.push_back(choice);
      end_flow(add_flow(from), choice);
      from = choice;
    }
    for (auto const& exit : exits) make_exit(row, from, exit);
  }

  void make_exit(std::size_t row, std::size_t from, Exit const& exit) {
    if (exit.targets.size() == 1) return lead_to(row, add_exit_flow(from, exit), exit.role, exit.targets.front());
    auto const fork = add_node("bagi-" + id_of(row), NodeKind::parallel, chart_.nodes[rows_[row].task].lane);
    rows_[row].after.push_back(fork);
    end_flow(add_exit_flow(from, exit), fork);
    for (auto const target : exit.targets) lead_to(row, add_flow(fork), exit.role, target);
  }

  void lead_to(std::size_t row, std::size_t flow, FlowRole role, std::size_t target) {
    if (target == to_the_end) {
      auto const number = ends_of_[row]++;
      auto const id = "selesai-" + id_of(row) + (number == 0 ? "" : "." + std::to_string(number + 1));
      auto const end = add_node(id, NodeKind::end, chart_.nodes[rows_[row].task].lane, "Selesai");
      rows_[row].after.push_back(end);
      return end_flow(flow, end);
    }
    auto const& waits = procedure_.steps[target].waits_for;
    bool const hands_over =
        role != FlowRole::back && waits.size() > 1 && std::ranges::find(waits, procedure_.steps[row].id) != waits.end();
    arrivals_[target].push_back({flow, hands_over ? row : to_the_end});
  }

  /// Joins what hands over, then lets every other way meet it before the task.
  void lead_in(std::size_t row) {
    auto const& step = procedure_.steps[row];
    std::vector<std::size_t> at_once;
    if (step.waits_for.size() > 1) at_once.push_back(join(row));
    for (auto const& arrival : arrivals_[row]) {
      if (arrival.from_step == to_the_end) at_once.push_back(arrival.flow);
    }
    if (at_once.size() == 1) return end_flow(at_once.front(), rows_[row].task);
    if (at_once.empty()) return;
    end_flow(meet(row, "temu-" + step.id.value, at_once), rows_[row].task);
  }

  std::size_t join(std::size_t row) {
    auto const& step = procedure_.steps[row];
    std::vector<std::size_t> handed;
    for (std::size_t i = 0; i < step.waits_for.size(); ++i) {
      std::vector<std::size_t> ways;
      for (auto const& arrival : arrivals_[row]) {
        if (arrival.from_step == row_.at(step.waits_for[i])) ways.push_back(arrival.flow);
      }
      if (ways.empty()) continue;
      auto const id = "temu-" + step.id.value + "." + std::to_string(i + 1);
      handed.push_back(ways.size() == 1 ? ways.front() : meet(row, id, ways));
    }
    auto const node = add_node("gabung-" + step.id.value, NodeKind::parallel, lane_of(step));
    rows_[row].before.push_back(node);
    for (auto const flow : handed) end_flow(flow, node);
    return add_flow(node);
  }

  std::size_t meet(std::size_t row, std::string id, std::vector<std::size_t> const& flows) {
    auto const node = add_node(std::move(id), NodeKind::exclusive, chart_.nodes[rows_[row].task].lane);
    rows_[row].before.push_back(node);
    for (auto const flow : flows) end_flow(flow, node);
    return add_flow(node);
  }

  /// Nodes in drawing order, flows by where they begin.
  Chart finish() {
    auto order = opening_;
    for (auto const& row : rows_) {
      order.insert(order.end(), row.before.begin(), row.before.end());
      order.push_back(row.task);
      order.insert(order.end(), row.after.begin(), row.after.end());
    }
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    Chart sorted;
    std::vector<std::size_t> flow_place(chart_.flows.size());
    for (auto const old : order) {
      for (auto const flow : chart_.nodes[old].outgoing) {
        flow_place[flow] = sorted.flows.size();
        auto moved = chart_.flows[flow];
        moved.id = "alur-" + std::to_string(sorted.flows.size() + 1);
        moved.from = place[moved.from];
        moved.to = place[moved.to];
        sorted.flows.push_back(std::move(moved));
      }
      sorted.nodes.push_back(std::move(chart_.nodes[old]));
    }
    for (auto& node : sorted.nodes) {
      for (auto& flow : node.incoming) flow = flow_place[flow];
      for (auto& flow : node.outgoing) flow = flow_place[flow];
    }
    for (auto& companion : chart_.companions) companion.node = place[companion.node];
    sorted.companions = std::move(chart_.companions);
    return sorted;
  }

  Procedure const& procedure_;
  std::unordered_map<StepId, std::size_t> row_;
  std::unordered_map<procedure::ActorId, std::size_t> lane_;
  Chart chart_;
  std::vector<std::size_t> opening_;
  std::vector<Row> rows_;
  std::vector<std::vector<Arrival>> arrivals_;
  std::unordered_map<std::size_t, int> ends_of_;
};

}  // namespace

Chart make_chart(Procedure const& procedure) { return ChartMaker{procedure}.make(); }

std::string_view word_of(FlowRole role) {
  constexpr std::array<std::string_view, 4> words{"", "hasil", "lanjut", "kembali"};
  return words[static_cast<std::size_t>(role)];
}

}  // namespace himpun::document::bpmn
