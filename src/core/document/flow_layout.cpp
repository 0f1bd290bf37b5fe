#include "core/document/flow_layout.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace himpun::document {
namespace {

// Vertical tracks inside a column beside its middle, outermost first, and horizontal tracks below and above a symbol.
constexpr std::array lanes{4, 96, 10, 90, 16, 84};
constexpr std::array below{84, 90, 96};
constexpr std::array above{16, 10, 4};

// What makes a line ugly, in percent of a cell's side.
constexpr int cost_of_corner = 40;
constexpr int cost_of_crossing = 60;
constexpr int cost_of_shared_exit = 600;     ///< a second exit of a decision through the same corner
constexpr int cost_of_middle_upwards = 400;  ///< returns belong in lanes
constexpr int cost_of_lane_downwards = 30;
constexpr int cost_of_side_downwards = 30;  ///< the main flow leaves below and comes in at the side
constexpr int cost_of_crowded_break = 600;  ///< two off-page symbols would overlap
constexpr int cost_of_overlap = 5'000;
constexpr int cost_of_symbol = 20'000;
constexpr int widest_off_page = 24;
constexpr int margin_columns = 1;  ///< how far beyond its ends a line may look for a free track
constexpr int end_length = 42;
constexpr int far = 1'000'000;  ///< more rows than any grid has
constexpr std::size_t fully_judged = 60;

struct Piece {
  GridPoint low;
  GridPoint high;
  std::size_t from;
  std::size_t to;

  [[nodiscard]] bool is_vertical() const { return low.x == high.x; }
};

Piece make_piece(GridPoint a, GridPoint b, std::size_t from, std::size_t to) {
  return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}, from, to};
}

int distance(int a, int b) { return a < b ? b - a : a - b; }

int length_of(std::vector<GridPoint> const& points) {
  int length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    length += distance(points[i].x, points[i - 1].x) + distance(points[i].y, points[i - 1].y);
  }
  return length;
}

/// Without points that repeat or lie on a straight line.
std::vector<GridPoint> simplify(std::vector<GridPoint> const& points) {
  std::vector<GridPoint> kept;
  for (auto const& point : points) {
    if (!kept.empty() && kept.back() == point) continue;
    while (kept.size() >= 2) {
      auto const& a = kept[kept.size() - 2];
      auto const& b = kept.back();
      bool const straight = (a.x == b.x && b.x == point.x && (b.y - a.y > 0) == (point.y - b.y > 0)) ||
                            (a.y == b.y && b.y == point.y && (b.x - a.x > 0) == (point.x - b.x > 0));
      if (!straight) break;
      kept.pop_back();
    }
    kept.push_back(point);
  }
  return kept;
}

enum class Corner : int { bottom, left, right, top };

Corner exit_of(std::vector<GridPoint> const& points) {
  if (points[1].x < points[0].x) return Corner::left;
  if (points[1].x > points[0].x) return Corner::right;
  return points[1].y > points[0].y ? Corner::bottom : Corner::top;
}

struct Candidate {
  std::vector<GridPoint> points;
  int cost = 0;
};

class Router {
 public:
  Router(std::vector<FlowNode> const& nodes, std::vector<FlowEdge> const& edges, int columns,
         std::vector<int> const& break_rows)
      : nodes_(nodes), edges_(edges), columns_(columns), breaks_(break_rows.begin(), break_rows.end()) {
    for (std::size_t n = 0; n < nodes.size(); ++n) place_node(n);
  }

  std::vector<RoutedEdge> run() {
    std::vector<RoutedEdge> routed;
    for (auto const edge : drawing_order()) routed.push_back({edge, route(edge)});
    std::ranges::sort(routed, {}, &RoutedEdge::edge);
    return routed;
  }

 private:
  struct Symbol {
    int column;
    std::size_t node;
  };

  [[nodiscard]] static int center(int cell) { return cell * cell_size + middle; }
  [[nodiscard]] static int cell_of(int at) { return at / cell_size; }

  void place_node(std::size_t n) {
    auto const& node = nodes_[n];
    for (auto const column : node.columns) symbols_[node.row].push_back({column, n});
    auto const [first, last] = std::ranges::minmax(node.columns);
    if (first == last) return;
    // Joint work: its symbols are joined sideways.
    add_piece(make_piece({center(first), center(node.row)}, {center(last), center(node.row)}, n, n));
  }

  void add_piece(Piece const& piece) {
    if (piece.is_vertical()) {
      verticals_[piece.low.x].push_back(piece);
    } else {
      horizontals_[piece.low.y].push_back(piece);
    }
  }

  /// What runs straight down first, then to the next row, short before long, then ends, then what goes up.
  [[nodiscard]] std::vector<std::size_t> drawing_order() const {
    std::vector<std::size_t> order(edges_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t edge) { return rank(edges_[edge]); });
    return order;
  }
  [[nodiscard]] int rank(FlowEdge const& edge) const {
    if (edge.to == no_node) return far - 1;
    int const rows = nodes_[edge.to].row - nodes_[edge.from].row;
    if (rows <= 0) return far - rows;
    return runs_straight_down(edge) ? 0 : rows;
  }
  [[nodiscard]] bool runs_straight_down(FlowEdge const& edge) const {
    auto const& from = nodes_[edge.from];
    auto const& to = nodes_[edge.to];
    int const column = from.columns.front();
    if (std::ranges::find(to.columns, column) == to.columns.end()) return false;
    for (auto row = symbols_.upper_bound(from.row); row != symbols_.end() && row->first < to.row; ++row) {
      if (std::ranges::find(row->second, column, &Symbol::column) != row->second.end()) return false;
    }
    return true;
  }

  std::vector<GridPoint> route(std::size_t edge) {
    auto candidates = edges_[edge].to == no_node ? make_ends(edges_[edge]) : make_candidates(edges_[edge]);
    std::ranges::stable_sort(candidates, {}, &Candidate::cost);
    Candidate const* best = nullptr;
    int best_cost = std::numeric_limits<int>::max();
    std::size_t judged = 0;
    for (auto const& candidate : candidates) {
      if (candidate.cost >= best_cost) break;
      if (best && best_cost < cost_of_overlap && ++judged > fully_judged) break;
      int const cost = candidate.cost + conflict_cost(candidate.points, edges_[edge]);
      if (cost >= best_cost) continue;
      best = &candidate;
      best_cost = cost;
    }
    auto points = best->points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      add_piece(make_piece(points[i - 1], points[i], edges_[edge].from, edges_[edge].to));
    }
    exits_[edges_[edge].from].insert(exit_of(points));
    return points;
  }

  // --- candidates -----------------------------------------------------------------------------------------------

  /// Where an outcome ends the procedure: a short line to the right, to the left or down.
  [[nodiscard]] std::vector<Candidate> make_ends(FlowEdge const& edge) const {
    auto const& from = nodes_[edge.from];
    GridPoint const begin{center(from.columns.front()), center(from.row)};
    return {{{begin, {begin.x + end_length, begin.y}}, 0},
            {{begin, {begin.x - end_length, begin.y}}, 1},
            {{begin, {begin.x, begin.y + end_length}}, 2}};
  }

  [[nodiscard]] std::vector<Candidate> make_candidates(FlowEdge const& edge) const {
    auto const& from = nodes_[edge.from];
    auto const& to = nodes_[edge.to];
    std::vector<Candidate> candidates;
    GridPoint const begin{center(from.columns.front()), center(from.row)};
    auto const [low, high] = column_range(from, to);
    for (int column = low; column <= high; ++column) {
      add_track(edge, begin, center(column), candidates);
      for (auto const lane : lanes) add_track(edge, begin, column * cell_size + lane, candidates);
    }
    return candidates;
  }

  [[nodiscard]] std::pair<int, int> column_range(FlowNode const& from, FlowNode const& to) const {
    auto const [first, last] = std::ranges::minmax(to.columns);
    int const low = std::min(from.columns.front(), first) - margin_columns;
    int const high = std::max(from.columns.front(), last) + margin_columns;
    return {std::max(low, 0), std::min(high, columns_ - 1)};
  }

  /// All ways along the vertical track at `x`: out through the bottom or a side, in through the top or a side.
  void add_track(FlowEdge const& edge, GridPoint begin, int x, std::vector<Candidate>& out) const {
    std::vector<std::vector<GridPoint>> exits;
    if (x == begin.x) exits.push_back({begin});
    if (x != begin.x) exits.push_back({begin, {x, begin.y}});
    for (auto const y : below) {
      int const at = cell_of(begin.y) * cell_size + y;
      if (x != begin.x) exits.push_back({begin, {begin.x, at}, {x, at}});
    }
    for (auto const& entry : entries(edge, x)) {
      for (auto const& exit : exits) add_candidate(edge, exit, entry, out);
    }
  }

  [[nodiscard]] std::vector<std::vector<GridPoint>> entries(FlowEdge const& edge, int x) const {
    auto const& to = nodes_[edge.to];
    std::vector<std::vector<GridPoint>> entries;
    for (auto const column : to.columns) {
      GridPoint const end{center(column), center(to.row)};
      entries.push_back(x == end.x ? std::vector{end} : std::vector<GridPoint>{{x, end.y}, end});
      if (x == end.x) continue;
      for (auto const y : above) {
        int const at = to.row * cell_size + y;
        entries.push_back({{x, at}, {end.x, at}, end});
      }
    }
    return entries;
  }

  void add_candidate(FlowEdge const& edge, std::vector<GridPoint> const& exit, std::vector<GridPoint> const& entry,
                     std::vector<Candidate>& out) const {
    auto points = exit;
    points.insert(points.end(), entry.begin(), entry.end());
    points = simplify(points);
    if (points.size() < 2 || doubles_back(points)) return;
    int const x = exit.back().x;
    bool const upwards = nodes_[edge.to].row <= nodes_[edge.from].row;
    bool const in_middle = x % cell_size == middle;
    int cost = length_of(points) + cost_of_corner * static_cast<int>(points.size() - 2);
    if (upwards && in_middle) cost += cost_of_middle_upwards;
    if (!upwards && !in_middle) cost += cost_of_lane_downwards;
    if (!upwards && exit_of(points) != Corner::bottom) cost += cost_of_side_downwards;
    if (!edge.label.empty() && leaves_through_used_corner(edge, points)) cost += cost_of_shared_exit;
    out.push_back({std::move(points), cost});
  }

  [[nodiscard]] bool leaves_through_used_corner(FlowEdge const& edge, std::vector<GridPoint> const& points) const {
    auto const used = exits_.find(edge.from);
    return used != exits_.end() && used->second.contains(exit_of(points));
  }

  /// A line that turns round on itself.
  [[nodiscard]] static bool doubles_back(std::vector<GridPoint> const& points) {
    for (std::size_t i = 2; i < points.size(); ++i) {
      auto const& a = points[i - 2];
      auto const& b = points[i - 1];
      auto const& c = points[i];
      if ((a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y)) return true;
    }
    return false;
  }

  // --- conflicts ------------------------------------------------------------------------------------------------

  [[nodiscard]] int conflict_cost(std::vector<GridPoint> const& points, FlowEdge const& edge) const {
    int cost = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
      auto const piece = make_piece(points[i - 1], points[i], edge.from, edge.to);
      cost += overlap_cost(piece) + symbol_cost(piece, points) + crossing_cost(piece) + break_cost(piece);
      if (cost >= cost_of_symbol) break;
    }
    return cost;
  }

  [[nodiscard]] static bool are_related(Piece const& a, Piece const& b) {
    return a.from == b.from || (a.to == b.to && a.to != no_node);
  }
  /// A line that ends in a symbol and one that begins there meet in its middle.
  [[nodiscard]] static bool do_meet(Piece const& a, Piece const& b) { return a.from == b.to || a.to == b.from; }

  [[nodiscard]] int overlap_cost(Piece const& piece) const {
    auto const& tracks = piece.is_vertical() ? verticals_ : horizontals_;
    auto const track = tracks.find(piece.is_vertical() ? piece.low.x : piece.low.y);
    if (track == tracks.end()) return 0;
    int cost = 0;
    auto const reach = [&](Piece const& each) {
      return piece.is_vertical() ? std::pair{each.low.y, each.high.y} : std::pair{each.low.x, each.high.x};
    };
    auto const [low, high] = reach(piece);
    for (auto const& other : track->second) {
      auto const [other_low, other_high] = reach(other);
      bool const apart =
          do_meet(piece, other) ? high <= other_low || other_high <= low : high < other_low || other_high < low;
      if (!apart && !are_related(piece, other)) cost += cost_of_overlap;
    }
    return cost;
  }

  [[nodiscard]] int symbol_cost(Piece const& piece, std::vector<GridPoint> const& points) const {
    int cost = 0;
    for (int row = cell_of(piece.low.y); row <= cell_of(piece.high.y); ++row) {
      auto const here = symbols_.find(row);
      if (here == symbols_.end()) continue;
      for (auto const& symbol : here->second) {
        GridPoint const at{center(symbol.column), center(row)};
        bool const is_end = at == points.front() || at == points.back();
        if (!is_end && touches(piece, at)) cost += cost_of_symbol;
        if (is_end && !ends_at(piece, at) && touches(piece, at)) cost += cost_of_symbol;
      }
    }
    return cost;
  }
  [[nodiscard]] static bool touches(Piece const& piece, GridPoint at) {
    int const half = middle - symbol_low;
    return piece.high.x > at.x - half && piece.low.x < at.x + half && piece.high.y > at.y - half &&
           piece.low.y < at.y + half;
  }
  [[nodiscard]] static bool ends_at(Piece const& piece, GridPoint at) { return piece.low == at || piece.high == at; }

  [[nodiscard]] int crossing_cost(Piece const& piece) const {
    int crossings = 0;
    auto const& tracks = piece.is_vertical() ? horizontals_ : verticals_;
    int const first = piece.is_vertical() ? piece.low.y : piece.low.x;
    int const last = piece.is_vertical() ? piece.high.y : piece.high.x;
    int const at = piece.is_vertical() ? piece.low.x : piece.low.y;
    for (auto track = tracks.lower_bound(first); track != tracks.end() && track->first <= last; ++track) {
      for (auto const& other : track->second) {
        int const low = piece.is_vertical() ? other.low.x : other.low.y;
        int const high = piece.is_vertical() ? other.high.x : other.high.y;
        if (low <= at && at <= high && !are_related(piece, other) && !do_meet(piece, other)) ++crossings;
      }
    }
    return crossings * cost_of_crossing;
  }

  /// Lines that cross a page break close together would have their off-page symbols overlap.
  [[nodiscard]] int break_cost(Piece const& piece) const {
    if (!piece.is_vertical()) return 0;
    int cost = 0;
    for (auto row = breaks_.lower_bound(cell_of(piece.low.y)); row != breaks_.end() && *row <= cell_of(piece.high.y);
         ++row) {
      int const y = center(*row);
      for (auto track = verticals_.lower_bound(piece.low.x - widest_off_page);
           track != verticals_.end() && track->first < piece.low.x + widest_off_page; ++track) {
        for (auto const& other : track->second) {
          if (other.low.y <= y && y <= other.high.y && other.low.x != piece.low.x) cost += cost_of_crowded_break;
        }
      }
    }
    return cost;
  }

  std::vector<FlowNode> const& nodes_;
  std::vector<FlowEdge> const& edges_;
  int columns_;
  std::set<int> breaks_;
  std::map<int, std::vector<Symbol>> symbols_;  ///< by row
  std::map<int, std::vector<Piece>> verticals_;
  std::map<int, std::vector<Piece>> horizontals_;
  std::map<std::size_t, std::set<Corner>> exits_;
};

}  // namespace

std::vector<RoutedEdge> route_edges(std::vector<FlowNode> const& nodes, std::vector<FlowEdge> const& edges, int columns,
                                    std::vector<int> const& break_rows) {
  return Router{nodes, edges, columns, break_rows}.run();
}

}  // namespace himpun::document
