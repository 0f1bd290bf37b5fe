#include "core/document/bpmn/reading/trace.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/procedure/reader.h"

namespace himpun::document::bpmn {
namespace {

/// Moves along flows; the largest procedure needs some ten thousand.
constexpr std::size_t most_effort = 300'000;

/// Where a flow arrives: at a step, at once or through a join.
struct Reached {
  std::size_t step = 0;
  bool by_join = false;
};

class Tracer {
 public:
  Tracer(Source const& source, Notes& notes) : source_(source), notes_(notes), is_step_(source.nodes.size()) {
    for (std::size_t node = 0; node < source.nodes.size(); ++node) {
      is_step_[node] = source.nodes[node].kind == SourceKind::task;
    }
  }

  std::optional<Trace> run() {
    for (std::size_t node = 0; node < source_.nodes.size(); ++node) {
      if (is_choice(node) && !belongs_to_a_task(node)) make_step(node);
    }
    for (std::size_t node = 0; node < source_.nodes.size(); ++node) look_behind_outcomes(node);
    if (static_cast<std::size_t>(std::ranges::count(is_step_, true)) > procedure::max_steps) return std::nullopt;
    step_of_.assign(source_.nodes.size(), nowhere);
    for (std::size_t node = 0; node < source_.nodes.size(); ++node) {
      if (!is_step_[node]) continue;
      step_of_[node] = trace_.steps.size();
      trace_.steps.push_back({node, false, {}, {}});
    }
    find_starts();
    for (std::size_t step = 0; step < trace_.steps.size(); ++step) find_ways(step);
    for (std::size_t step = 0; step < trace_.steps.size(); ++step) find_joins(step);
    if (effort_ > most_effort) return std::nullopt;
    return std::move(trace_);
  }

 private:
  /// A graph made to keep us busy is given up.
  bool may_go_on() { return ++effort_ <= most_effort; }

  [[nodiscard]] SourceNode const& node_at(std::size_t node) const { return source_.nodes[node]; }
  [[nodiscard]] bool is_choice(std::size_t node) const {
    return node_at(node).kind == SourceKind::exclusive && node_at(node).is_split();
  }
  [[nodiscard]] bool belongs_to_a_task(std::size_t node) const {
    if (node_at(node).in.size() != 1) return false;
    auto const& before = node_at(source_.flows[node_at(node).in.front()].from);
    return before.kind == SourceKind::task && before.out.size() == 1;
  }
  [[nodiscard]] bool has_conditions(SourceNode const& node) const {
    return std::ranges::any_of(node.out, [&](std::size_t flow) {
      return !source_.flows[flow].condition.empty() || source_.flows[flow].is_default;
    });
  }

  void make_step(std::size_t node) {
    if (is_step_[node]) return;
    is_step_[node] = true;
    notes_.add(NoteKind::changed, *node_at(node).element, node_at(node).id,
               {"Gerbang ini menjadi langkah tersendiri: ia tidak berada tepat di belakang sebuah tugas.",
                "This gateway becomes a step of its own: it does not stand right behind a task."});
  }

  /// An outcome leads to one step; where it leads to a fork, the fork becomes that step.
  void look_behind_outcomes(std::size_t node) {
    auto const& each = node_at(node);
    bool const chooses = is_choice(node) || (each.kind == SourceKind::task && has_conditions(each));
    if (!chooses) return;
    for (auto const flow : each.out) {
      if (source_.flows[flow].role != "lanjut") look_for_fork(source_.flows[flow].to);
    }
  }
  void look_for_fork(std::size_t node) {
    std::set<std::size_t> seen;
    while (!is_step_[node] && seen.insert(node).second && may_go_on()) {
      if (node_at(node).out.empty()) return;
      if (node_at(node).is_split()) return make_step(node);
      node = source_.flows[node_at(node).out.front()].to;
    }
  }

  void find_starts() {
    for (std::size_t node = 0; node < source_.nodes.size(); ++node) {
      if (node_at(node).kind != SourceKind::start) continue;
      if (++trace_.starts == 2) note_second_start(node);
      for (auto const flow : node_at(node).out) {
        for (auto const& reached : reach(flow, nowhere)) {
          if (!reached.by_join) trace_.steps[reached.step].is_start = true;
        }
      }
    }
  }
  void note_second_start(std::size_t node) {
    notes_.add(NoteKind::changed, *node_at(node).element, node_at(node).id,
               {"Lebih dari satu awal: dalam prosedur semuanya dibuka bersama ketika berkas dimulai.",
                "More than one start: in a procedure all of them open together when a case begins."});
  }

  void find_ways(std::size_t step) {
    auto const node = trace_.steps[step].node;
    bool const is_fork = node_at(node).kind == SourceKind::parallel || node_at(node).kind == SourceKind::passing;
    if (is_fork) return add_plain(step, node_at(node).out);
    if (node_at(node).kind == SourceKind::exclusive) return add_choices(step, node);
    auto const& out = node_at(node).out;
    auto const behind = out.size() == 1 ? source_.flows[out.front()].to : nowhere;
    if (behind != nowhere && is_choice(behind) && !is_step_[behind]) return add_choices(step, behind);
    if (!has_conditions(node_at(node))) return add_plain(step, out);
    if (out.size() > 1) {
      notes_.add(NoteKind::changed, *node_at(node).element, node_at(node).id,
                 {"Alur bersyarat langsung dari tugas dibawa sebagai pilihan: tepat satu jalan diambil.",
                  "Conditional flows right from a task are carried over as a choice: exactly one way is taken."});
    }
    add_choices(step, node);
  }
  void add_plain(std::size_t step, std::vector<std::size_t> const& flows) {
    Way way;
    for (auto const flow : flows) add_targets(step, way, flow);
    trace_.steps[step].ways.push_back(std::move(way));
  }
  void add_choices(std::size_t step, std::size_t node) {
    for (auto const flow : node_at(node).out) {
      auto const& role = source_.flows[flow].role;
      Way way{role == "lanjut" || role == "kembali" ? role : "hasil", &source_.flows[flow], {}};
      add_targets(step, way, flow);
      trace_.steps[step].ways.push_back(std::move(way));
    }
  }
  void add_targets(std::size_t step, Way& way, std::size_t flow) {
    for (auto const& reached : reach(flow, step)) {
      if (std::ranges::find(way.targets, reached.step) == way.targets.end()) way.targets.push_back(reached.step);
      if (way.role == "kembali") continue;  // a return opens at once whatever is waited for
      (reached.by_join ? joined_ : direct_).insert({step, reached.step});
    }
  }

  /// Follows a flow through everything that is no step. What comes to a join is written down there.
  std::vector<Reached> reach(std::size_t flow, std::size_t from_step) {
    struct Mark {
      std::size_t flow;
      bool by_join;
    };
    std::vector<Reached> found;
    std::set<std::pair<std::size_t, bool>> seen;
    std::vector<Mark> open{{flow, false}};
    while (!open.empty() && may_go_on()) {
      auto const at = open.back();
      open.pop_back();
      auto const node = source_.flows[at.flow].to;
      if (is_step_[node]) {
        bool const joins = at.by_join || node_at(node).is_join();
        if (node_at(node).is_join()) arrived_[node][at.flow].insert(from_step);
        found.push_back({step_of_[node], joins});
        continue;
      }
      if (node_at(node).is_join()) arrived_[node][at.flow].insert(from_step);
      bool const by_join = at.by_join || node_at(node).is_join();
      if (!seen.insert({node, by_join}).second) continue;
      for (auto next = node_at(node).out.rbegin(); next != node_at(node).out.rend(); ++next) {
        open.push_back({*next, by_join});
      }
    }
    return found;
  }

  // --- joins ----------------------------------------------------------------------------------------------------

  /// The steps behind the joins that lead to this one, in the order of the joins' flows.
  void find_joins(std::size_t step) {
    auto& waits = trace_.steps[step].waits_for;
    auto const joins = joins_before(trace_.steps[step].node);
    for (auto const join : joins) {
      for (auto const flow : node_at(join).in) {
        for (auto const source : arrived_[join][flow]) {
          if (source == nowhere || !joined_.contains({source, step})) continue;
          if (std::ranges::find(waits, source) == waits.end()) waits.push_back(source);
        }
        note_alternatives(join, flow);
      }
    }
    for (auto const source : waits) {
      if (direct_.contains({source, step})) note_two_ways(step);
    }
  }

  /// Joins from which this node is reached without a step between, nearest last.
  std::vector<std::size_t> joins_before(std::size_t node) {
    std::vector<std::size_t> joins;
    std::set<std::size_t> seen{node};
    std::vector<std::size_t> open{node};
    if (node_at(node).is_join()) joins.push_back(node);
    while (!open.empty() && may_go_on()) {
      auto const at = open.back();
      open.pop_back();
      for (auto const flow : node_at(at).in) {
        auto const before = source_.flows[flow].from;
        if (is_step_[before] || !seen.insert(before).second) continue;
        if (node_at(before).is_join()) joins.push_back(before);
        open.push_back(before);
      }
    }
    return joins;
  }

  void note_alternatives(std::size_t join, std::size_t flow) {
    auto const& sources = arrived_[join][flow];
    if (sources.size() < 2 || is_fed_by_join(flow) || !noted_.insert(flow).second) return;
    notes_.add(NoteKind::changed, *source_.flows[flow].element, source_.flows[flow].id,
               {"Gabungan ini menunggu salah satu dari beberapa langkah; dalam prosedur ia menunggu semuanya.",
                "This join waits for one of several steps; in a procedure it waits for all of them."});
  }
  /// Several steps behind a join that itself waits for all of them are no alternatives.
  [[nodiscard]] bool is_fed_by_join(std::size_t flow) const { return node_at(source_.flows[flow].from).is_join(); }

  void note_two_ways(std::size_t step) {
    auto const& node = node_at(trace_.steps[step].node);
    notes_.add(
        NoteKind::changed, *node.element, node.id,
        {"Satu langkah menuju ke sini lewat gabungan dan juga langsung; dalam prosedur ia selalu lewat gabungan.",
         "One step leads here both through a join and directly; in a procedure it always goes through the join."});
  }

  Source const& source_;
  Notes& notes_;
  std::vector<bool> is_step_;
  std::vector<std::size_t> step_of_;
  Trace trace_;
  std::set<std::pair<std::size_t, std::size_t>> joined_;  ///< from step to step through a join
  std::set<std::pair<std::size_t, std::size_t>> direct_;
  std::map<std::size_t, std::map<std::size_t, std::set<std::size_t>>> arrived_;  ///< join, flow into it, steps
  std::set<std::size_t> noted_;
  std::size_t effort_ = 0;
};

}  // namespace

std::optional<Trace> trace(Source const& source, Notes& notes) { return Tracer{source, notes}.run(); }

}  // namespace himpun::document::bpmn
