#include "core/document/bpmn/reading/row_order.h"

#include <algorithm>

namespace himpun::document::bpmn {
namespace {

/// Depth first from the starts; a step stands before everything that only it leads to, the first way before the second.
class FlowOrder {
 public:
  explicit FlowOrder(Trace const& trace) : trace_(trace), seen_(trace.steps.size()) { mark_reached(); }

  std::vector<std::size_t> along_the_flow() {
    // What is visited last is put in front, so ways are followed from the last to the first.
    for (std::size_t step = trace_.steps.size(); step-- > 0;) {
      if (!trace_.steps[step].is_start && !is_reached_[step]) visit(step);
    }
    for (std::size_t step = trace_.steps.size(); step-- > 0;) {
      if (trace_.steps[step].is_start) visit(step);
    }
    std::ranges::reverse(finished_);
    return std::move(finished_);
  }

 private:
  /// Marks what starts reach, so that the rest can be put at the end.
  void mark_reached() {
    is_reached_.assign(trace_.steps.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t step = 0; step < trace_.steps.size(); ++step) {
      if (trace_.steps[step].is_start) open.push_back(step);
    }
    while (!open.empty()) {
      auto const step = open.back();
      open.pop_back();
      if (is_reached_[step]) continue;
      is_reached_[step] = true;
      for (auto const next : targets_of(step)) open.push_back(next);
    }
  }

  struct Frame {
    std::size_t step;
    std::vector<std::size_t> targets;
  };

  [[nodiscard]] std::vector<std::size_t> targets_of(std::size_t step) const {
    std::vector<std::size_t> targets;
    for (auto const& way : trace_.steps[step].ways) {
      if (way.role != "kembali") targets.insert(targets.end(), way.targets.begin(), way.targets.end());
    }
    return targets;
  }

  void visit(std::size_t first) {
    if (seen_[first]) return;
    seen_[first] = true;
    std::vector<Frame> open{{first, targets_of(first)}};
    while (!open.empty()) {
      auto& top = open.back();
      if (top.targets.empty()) {
        finished_.push_back(top.step);
        open.pop_back();
        continue;
      }
      auto const next = top.targets.back();
      top.targets.pop_back();
      if (seen_[next]) continue;
      seen_[next] = true;
      open.push_back({next, targets_of(next)});
    }
  }

  Trace const& trace_;
  std::vector<bool> seen_;
  std::vector<bool> is_reached_;
  std::vector<std::size_t> finished_;
};

bool is_own(Source const& source, TracedStep const& step) {
  auto const& node = source.nodes[step.node];
  return node.kind == SourceKind::task && own_part(*node.element, "langkah") != nullptr;
}

/// Ours keep their order; each new one goes right behind the step that leads to it.
std::vector<std::size_t> put_between(Source const& source, Trace const& trace, std::vector<std::size_t> const& flow) {
  std::vector<std::size_t> rows;
  for (std::size_t step = 0; step < trace.steps.size(); ++step) {
    if (is_own(source, trace.steps[step])) rows.push_back(step);
  }
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (is_own(source, trace.steps[flow[i]])) continue;
    auto const before = i == 0 ? rows.end() : std::ranges::find(rows, flow[i - 1]);
    rows.insert(before == rows.end() ? rows.begin() : std::next(before), flow[i]);
  }
  return rows;
}

}  // namespace

std::vector<std::size_t> order_rows(Source const& source, Trace const& trace) {
  FlowOrder order{trace};
  auto const flow = order.along_the_flow();
  auto rows = put_between(source, trace, flow);
  auto const start = std::ranges::find_if(rows, [&](std::size_t step) { return trace.steps[step].is_start; });
  if (start != rows.end()) std::rotate(rows.begin(), start, std::next(start));
  return rows;
}

}  // namespace himpun::document::bpmn
