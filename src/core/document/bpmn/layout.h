#pragma once
// Coordinates for everything on a BPMN diagram, in pixels: the pool, one lane a performer, nodes from left to right in
// the order of the sheet, and the corners of every flow. All numbers follow from the chart, so the same procedure gives
// the same diagram.

#include <optional>
#include <vector>

#include "core/document/bpmn/chart.h"

namespace himpun::document::bpmn {

struct Point {
  int x = 0;
  int y = 0;

  bool operator==(Point const&) const = default;
};

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  bool operator==(Box const&) const = default;
};

struct Layout {
  Box pool;
  std::vector<Box> lanes;  ///< one an actor; none when the procedure has none
  std::vector<Box> nodes;
  std::vector<std::optional<Box>> node_labels;  ///< of events and deciding gateways
  std::vector<std::vector<Point>> flows;
  std::vector<std::optional<Box>> flow_labels;
  std::vector<Box> companions;
  std::vector<std::vector<Point>> ties;  ///< from a task to its companion
};

[[nodiscard]] Layout lay_out(Chart const& chart, procedure::Procedure const& procedure);

}  // namespace himpun::document::bpmn
