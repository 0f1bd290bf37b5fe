#pragma once
// Where the lines of an SOP's flow run: rows and performer columns as a grid of cells, symbols in the middle of cells,
// orthogonal lines between them, each drawn as pieces inside cells in percent of the cell, so that rows may grow
// freely. It knows geometry, not words; the sheet (sop_sheet.h) asks it.

#include <cstddef>
#include <string>
#include <vector>

namespace himpun::document {

/// Cells are 100 x 100; a symbol covers 25..75 both ways. Lines begin and end in the middle of symbols, which are drawn
/// over them; lanes run beside the symbols.
inline constexpr int cell_size = 100;
inline constexpr int symbol_low = 25;
inline constexpr int symbol_high = 75;
inline constexpr int middle = 50;

/// A point on the whole grid: x = column * 100 + percent, y = grid row * 100 + percent.
struct GridPoint {
  int x = 0;
  int y = 0;

  bool operator==(GridPoint const&) const = default;
};

inline constexpr std::size_t no_node = static_cast<std::size_t>(-1);

/// A line to be drawn: from a node to a node, or a short one to nowhere (`no_node`), where an outcome ends the
/// procedure. `label` names the exit of a decision.
struct FlowEdge {
  std::size_t from = 0;
  std::size_t to = no_node;
  std::string label;
};

/// A step on the grid: its row and the columns in which it has a symbol, the leading one first.
struct FlowNode {
  int row = 0;
  std::vector<int> columns;
};

struct RoutedEdge {
  std::size_t edge = 0;
  std::vector<GridPoint> points;  ///< corners, from the middle of one symbol to the middle of another (or to nowhere)
};

/// Routes every edge. Lines of edges that share neither their source nor their target never run on top of each other
/// and no line runs through a symbol, as long as the grid has room for it. `break_rows` are grid rows between pages,
/// which lines may only cross up or down.
[[nodiscard]] std::vector<RoutedEdge> route_edges(std::vector<FlowNode> const& nodes,
                                                  std::vector<FlowEdge> const& edges, int columns,
                                                  std::vector<int> const& break_rows);

}  // namespace himpun::document
