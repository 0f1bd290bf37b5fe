#include "core/document/bpmn/routes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace himpun::document::bpmn {
namespace {

// What makes a line ugly.
constexpr int cost_of_corner = 40;
constexpr int cost_of_column = 4;
constexpr int cost_of_lane = 25;
constexpr int cost_of_track = 30;
constexpr int cost_of_crossing = 35;
constexpr int cost_of_shared_label = 900;  ///< two labels would stand at one corner of a gateway
constexpr int cost_of_shared_exit = 25;
constexpr int cost_of_shared_entry = 15;
constexpr int cost_of_wrong_side = 20;  ///< returns run above, ways around below
constexpr int cost_of_overlap = 20'000;
constexpr int cost_of_node = 1'000'000;

using Corners = std::vector<Corner>;

enum class Side : int { left, right, up, down };

Side side_towards(Corner const& at, Corner const& other) {
  if (at.down == other.down) return other.across < at.across ? Side::left : Side::right;
  return other.down < at.down ? Side::up : Side::down;
}

struct Run {
  int low = 0;
  int high = 0;
  std::size_t line = 0;
};

/// Without corners that repeat or lie on a straight line.
Corners simplify(Corners const& corners) {
  Corners kept;
  for (auto const& each : corners) {
    if (!kept.empty() && kept.back() == each) continue;
    auto const straight = [&](Corner const& a, Corner const& b) {
      return (a.across == b.across && b.across == each.across) || (a.down == b.down && b.down == each.down);
    };
    while (kept.size() >= 2 && straight(kept[kept.size() - 2], kept.back())) kept.pop_back();
    kept.push_back(each);
  }
  return kept;
}

class Router {
 public:
  Router(std::vector<Stop> const& stops, std::vector<Line> const& lines) : stops_(stops), lines_(lines) {
    for (std::size_t column = 0; column < stops.size(); ++column) {
      nodes_[stops[column].lane].insert(column);
      for (auto const lane : stops[column].also_in) nodes_[lane].insert(column);
    }
  }

  std::vector<Corners> run() {
    std::vector<Corners> routed(lines_.size());
    for (auto const line : order()) {
      routed[line] = best(line);
      keep(line, routed[line]);
    }
    return routed;
  }

 private:
  /// Short ways first, returns last.
  [[nodiscard]] std::vector<std::size_t> order() const {
    std::vector<std::size_t> all(lines_.size());
    std::iota(all.begin(), all.end(), 0U);
    std::ranges::stable_sort(all, {}, [&](std::size_t each) {
      auto const& line = lines_[each];
      bool const back = line.to <= line.from;
      return std::pair{back, back ? line.from - line.to : line.to - line.from};
    });
    return all;
  }

  Corners best(std::size_t line) {
    Corners chosen;
    int lowest = std::numeric_limits<int>::max();
    for (auto const& candidate : candidates(lines_[line])) {
      auto const corners = simplify(candidate);
      if (auto const cost = cost_of(line, corners, lowest); cost < lowest) {
        lowest = cost;
        chosen = corners;
      }
    }
    return chosen;
  }

  [[nodiscard]] std::vector<Corners> candidates(Line const& line) const {
    auto const& from = stops_[line.from];
    auto const& to = stops_[line.to];
    Corner const begin{middle_of(line.from), level_of(from.lane, Zone::middle)};
    Corner const end{middle_of(line.to), level_of(to.lane, Zone::middle)};
    std::vector<Corners> found;
    if (line.from < line.to) add_straight(line, begin, end, found);
    for (auto const lane : {from.lane, to.lane}) {
      for (auto const zone : {Zone::above, Zone::below}) add_by_track(line, begin, end, level_of(lane, zone), found);
    }
    return found;
  }

  /// Along the middle of lanes.
  void add_straight(Line const& line, Corner begin, Corner end, std::vector<Corners>& found) const {
    if (begin.down == end.down) return found.push_back({begin, end});
    for (auto const x : {behind(line.from), before(line.to)}) {
      found.push_back({begin, {x, begin.down}, {x, end.down}, end});
    }
    if (stops_[line.from].exits_up_and_down) found.push_back({begin, {begin.across, end.down}, end});
    if (stops_[line.to].enters_up_and_down) found.push_back({begin, {end.across, begin.down}, end});
  }

  void add_by_track(Line const& line, Corner begin, Corner end, int track, std::vector<Corners>& found) const {
    std::vector<Corners> outs{{begin, {behind(line.from), begin.down}, {behind(line.from), track}}};
    if (stops_[line.from].exits_up_and_down) outs.push_back({begin, {begin.across, track}});
    std::vector<Corners> ins{{{before(line.to), track}, {before(line.to), end.down}, end}};
    if (stops_[line.to].enters_up_and_down) ins.push_back({{end.across, track}, end});
    for (auto const& out : outs) {
      for (auto const& in : ins) {
        auto whole = out;
        whole.insert(whole.end(), in.begin(), in.end());
        found.push_back(std::move(whole));
      }
    }
  }

  // --- costs ----------------------------------------------------------------------------------------------------

  [[nodiscard]] int cost_of(std::size_t line, Corners const& corners, int enough) const {
    int cost = static_cast<int>(corners.size()) * cost_of_corner + cost_of_sides(line, corners);
    for (std::size_t i = 1; i < corners.size() && cost < enough; ++i) {
      cost += cost_of_piece(line, corners[i - 1], corners[i]);
    }
    return cost;
  }

  [[nodiscard]] int cost_of_sides(std::size_t line, Corners const& corners) const {
    auto const& [from, to, has_label] = lines_[line];
    auto const exit = exits_.find({from, side_towards(corners.front(), corners[1])});
    auto const entry = entries_.find({to, side_towards(corners.back(), corners[corners.size() - 2])});
    int const shared = has_label ? cost_of_shared_label : cost_of_shared_exit;
    return (exit == exits_.end() ? 0 : exit->second * shared) +
           (entry == entries_.end() ? 0 : entry->second * cost_of_shared_entry);
  }

  [[nodiscard]] int cost_of_piece(std::size_t line, Corner const& a, Corner const& b) const {
    if (a.down != b.down) {
      auto const [low, high] = std::minmax(a.down, b.down);
      return (high - low) * cost_of_lane / 3 + crossings(rows_, low, high, a.across, line) * cost_of_crossing;
    }
    auto const [low, high] = std::minmax(a.across, b.across);
    int cost = (high - low) * cost_of_column / 4 + crossings(columns_, low, high, a.down, line) * cost_of_crossing;
    if (is_track(a.down)) return cost + cost_of_track + cost_of_side(line, a.down);
    return cost + cost_in_the_middle(line, a.down, low, high);
  }
  [[nodiscard]] int cost_of_side(std::size_t line, int track) const {
    bool const is_back = lines_[line].to <= lines_[line].from;
    bool const is_above = track % 3 == static_cast<int>(Zone::above);
    return is_back == is_above ? 0 : cost_of_wrong_side;
  }

  /// Nodes on the way, and other lines that run there.
  [[nodiscard]] int cost_in_the_middle(std::size_t line, int level, int low, int high) const {
    int cost = 0;
    auto const& [from, to, has_label] = lines_[line];
    if (auto const lane = nodes_.find(static_cast<std::size_t>(level / 3)); lane != nodes_.end()) {
      for (auto column = lane->second.lower_bound(static_cast<std::size_t>(low) / 4);
           column != lane->second.end() && middle_of(*column) <= high; ++column) {
        if (*column != from && *column != to && middle_of(*column) >= low) cost += cost_of_node;
      }
    }
    auto const runs = rows_.find(level);
    if (runs == rows_.end()) return cost;
    for (auto const& run : runs->second) {
      if (run.high <= low || run.low >= high) continue;  // they may meet in the middle of a node
      auto const& other = lines_[run.line];
      if (other.from != from && other.to != to) cost += cost_of_overlap;
    }
    return cost;
  }

  /// Lines met at a right angle between `low` and `high`; those with the same beginning or end do not count.
  [[nodiscard]] int crossings(std::map<int, std::vector<Run>> const& others, int low, int high, int at,
                              std::size_t line) const {
    int count = 0;
    auto const& [from, to, has_label] = lines_[line];
    for (auto each = others.upper_bound(low); each != others.end() && each->first < high; ++each) {
      for (auto const& run : each->second) {
        bool const meets = run.low < at && at < run.high;
        if (meets && lines_[run.line].from != from && lines_[run.line].to != to) ++count;
      }
    }
    return count;
  }

  void keep(std::size_t line, Corners const& corners) {
    for (std::size_t i = 1; i < corners.size(); ++i) {
      auto const& a = corners[i - 1];
      auto const& b = corners[i];
      if (a.down == b.down) {
        rows_[a.down].push_back({std::min(a.across, b.across), std::max(a.across, b.across), line});
      } else {
        columns_[a.across].push_back({std::min(a.down, b.down), std::max(a.down, b.down), line});
      }
    }
    ++exits_[{lines_[line].from, side_towards(corners.front(), corners[1])}];
    ++entries_[{lines_[line].to, side_towards(corners.back(), corners[corners.size() - 2])}];
  }

  std::vector<Stop> const& stops_;
  std::vector<Line> const& lines_;
  std::map<std::size_t, std::set<std::size_t>> nodes_;  ///< columns with something in them, by lane
  std::map<int, std::vector<Run>> rows_;                ///< by level
  std::map<int, std::vector<Run>> columns_;             ///< by place across
  std::map<std::pair<std::size_t, Side>, int> exits_;
  std::map<std::pair<std::size_t, Side>, int> entries_;
};

}  // namespace

std::vector<std::vector<Corner>> route(std::vector<Stop> const& stops, std::vector<Line> const& lines) {
  return Router{stops, lines}.run();
}

}  // namespace himpun::document::bpmn
