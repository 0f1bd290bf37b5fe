#pragma once
// Where the flows of a BPMN diagram run, before anything has a size: every node has a column of its own and a lane, and
// lines run through the middle of lanes where no node stands, in tracks above and below the nodes of a lane, and up and
// down between columns or through a gateway's own column. So no line can run through a node, however long names are.

#include <cstddef>
#include <vector>

namespace himpun::document::bpmn {

/// Places across: the middle of column `i`, just behind it, and just before it.
[[nodiscard]] constexpr int middle_of(std::size_t column) { return static_cast<int>(column) * 4 + 2; }
[[nodiscard]] constexpr int behind(std::size_t column) { return static_cast<int>(column) * 4 + 3; }
[[nodiscard]] constexpr int before(std::size_t column) { return static_cast<int>(column) * 4; }

/// Places down: the tracks above the nodes of a lane, their middle, the tracks below.
enum class Zone : int { above = 0, middle = 1, below = 2 };
[[nodiscard]] constexpr int level_of(std::size_t lane, Zone zone) {
  return static_cast<int>(lane) * 3 + static_cast<int>(zone);
}
[[nodiscard]] constexpr bool is_track(int level) { return level % 3 != static_cast<int>(Zone::middle); }

struct Corner {
  int across = 0;
  int down = 0;

  bool operator==(Corner const&) const = default;
};

/// What stands in a column: lines may leave and enter a gateway up and down too.
struct Stop {
  std::size_t lane = 0;
  std::vector<std::size_t> also_in{};  ///< further lanes in which something stands in this column
  bool exits_up_and_down = false;
  bool enters_up_and_down = false;
};

struct Line {
  std::size_t from = 0;
  std::size_t to = 0;
  bool has_label = false;
};

/// The corners of each line, from the middle of one node to the middle of another. Stop `i` is column `i`.
[[nodiscard]] std::vector<std::vector<Corner>> route(std::vector<Stop> const& stops, std::vector<Line> const& lines);

}  // namespace himpun::document::bpmn
