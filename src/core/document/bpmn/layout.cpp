#include "core/document/bpmn/layout.h"

#include <algorithm>
#include <map>

#include "core/document/bpmn/routes.h"
#include "core/document/bpmn/text_size.h"

namespace himpun::document::bpmn {
namespace {

// In pixels.
constexpr Point corner_of_pool{160, 80};
constexpr int name_strip = 30;  ///< of the pool and of a lane
constexpr int inner_margin = 40;
constexpr int event_size = 36;
constexpr int gateway_size = 50;
constexpr int least_lane_room = 110;  ///< for nodes and the labels above and below them
constexpr int lane_padding = 12;
constexpr int track_distance = 14;
constexpr int track_margin = 8;
constexpr int behind_node = 16;
constexpr int before_node = 30;
constexpr int between_places = 14;
constexpr int label_gap = 6;
constexpr int companion_width = 110;
constexpr int companion_height = 40;
constexpr int companion_slot = companion_width + 20;

/// The one piece of a line that may run in a track.
struct TrackRun {
  std::size_t flow = 0;
  int low = 0;
  int high = 0;
  std::size_t track = 0;
};

class Planner {
 public:
  Planner(Chart const& chart, procedure::Procedure const& procedure)
      : chart_(chart), procedure_(procedure), lanes_(std::max<std::size_t>(procedure.actors.size(), 1)) {}

  Layout plan() {
    companions_of_.resize(chart_.nodes.size());
    for (std::size_t i = 0; i < chart_.companions.size(); ++i) {
      companions_of_[chart_.companions[i].node].push_back(i);
    }
    measure_nodes();
    find_routes();
    choose_tracks();
    place_columns();
    place_lanes();
    place_nodes();
    draw_flows();
    place_companions();
    return std::move(layout_);
  }

 private:
  [[nodiscard]] bool decides(std::size_t node) const {
    return chart_.nodes[node].kind == NodeKind::exclusive && chart_.nodes[node].outgoing.size() > 1;
  }

  // --- sizes ----------------------------------------------------------------------------------------------------

  [[nodiscard]] Size size_of(std::size_t node) const {
    switch (chart_.nodes[node].kind) {
      case NodeKind::start:
      case NodeKind::end:
        return {event_size, event_size};
      case NodeKind::exclusive:
      case NodeKind::parallel:
        return {gateway_size, gateway_size};
      case NodeKind::task:
        break;
    }
    auto size = task_size(chart_.nodes[node].name);
    int const slots = static_cast<int>(companions_of_[node].size());
    size.width = std::max(size.width, slots * companion_slot);
    return size;
  }

  void measure_nodes() {
    room_.assign(lanes_, least_lane_room);
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) {
      auto const size = size_of(node);
      sizes_.push_back(size);
      auto& room = room_[chart_.nodes[node].lane];
      room = std::max(room, size.height);
      int label = 0;
      for (auto const flow : chart_.nodes[node].outgoing) {
        if (!chart_.flows[flow].name.empty()) label = std::max(label, label_size(chart_.flows[flow].name).height);
      }
      room = std::max(room, size.height + 2 * (label > 0 ? label + 2 * label_gap : 0));
    }
  }

  /// Free room behind a node for the labels of its flows.
  [[nodiscard]] int label_room(std::size_t node) const {
    int room = 0;
    for (auto const flow : chart_.nodes[node].outgoing) {
      auto const& name = chart_.flows[flow].name;
      if (!name.empty()) room = std::max(room, label_size(name).width + label_gap);
    }
    return room;
  }

  // --- routes and tracks ----------------------------------------------------------------------------------------

  void find_routes() {
    std::vector<Stop> stops;
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) {
      auto const& each = chart_.nodes[node];
      Stop stop{.lane = each.lane};
      for (auto const companion : companions_of_[node]) stop.also_in.push_back(chart_.companions[companion].lane);
      bool const is_gateway = each.kind == NodeKind::exclusive || each.kind == NodeKind::parallel;
      stop.exits_up_and_down = is_gateway && each.outgoing.size() > 1;
      stop.enters_up_and_down = (is_gateway && each.incoming.size() > 1) || each.kind == NodeKind::end;
      stops.push_back(std::move(stop));
    }
    std::vector<Line> lines;
    for (auto const& flow : chart_.flows) lines.push_back({flow.from, flow.to, !flow.name.empty()});
    routes_ = route(stops, lines);
  }

  /// Lines in the tracks of a lane get one each; shorter ones run nearer to the nodes. Lines that end in the same place
  /// may share.
  void choose_tracks() {
    std::map<int, std::vector<TrackRun>> levels;
    for (std::size_t flow = 0; flow < routes_.size(); ++flow) {
      auto const& corners = routes_[flow];
      for (std::size_t i = 1; i < corners.size(); ++i) {
        if (corners[i].down != corners[i - 1].down || !is_track(corners[i].down)) continue;
        auto const [low, high] = std::minmax(corners[i].across, corners[i - 1].across);
        levels[corners[i].down].push_back({flow, low, high, 0});
      }
    }
    tracks_.assign(lanes_ * 3, 0);
    track_of_.assign(routes_.size(), 0);
    for (auto& [level, runs] : levels) {
      std::ranges::stable_sort(runs, {}, [](TrackRun const& run) { return run.high - run.low; });
      for (std::size_t i = 0; i < runs.size(); ++i) {
        while (std::ranges::any_of(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](TrackRun const& other) { return clash(runs[i], other); })) {
          ++runs[i].track;
        }
        track_of_[runs[i].flow] = runs[i].track;
        auto& count = tracks_[static_cast<std::size_t>(level)];
        count = std::max(count, static_cast<int>(runs[i].track) + 1);
      }
    }
  }
  [[nodiscard]] bool clash(TrackRun const& a, TrackRun const& b) const {
    if (a.track != b.track || a.high < b.low || b.high < a.low) return false;
    auto const& ends_a = routes_[a.flow];
    auto const& ends_b = routes_[b.flow];
    return chart_.flows[a.flow].to != chart_.flows[b.flow].to ||
           ends_a[ends_a.size() - 2].across != ends_b[ends_b.size() - 2].across;
  }

  // --- coordinates ----------------------------------------------------------------------------------------------

  void place_columns() {
    int x = corner_of_pool.x + name_strip + (procedure_.actors.empty() ? 0 : name_strip) + inner_margin;
    for (std::size_t column = 0; column < chart_.nodes.size(); ++column) {
      lefts_.push_back(x);
      behinds_.push_back(x + sizes_[column].width + label_room(column) + behind_node);
      x = behinds_.back() + between_places + before_node;
    }
    right_ = x - before_node + inner_margin;
  }
  [[nodiscard]] int x_of(int across) const {
    auto const column = static_cast<std::size_t>(across) / 4;
    if (across % 4 == 0) return lefts_[column] - before_node;
    if (across % 4 == 3) return behinds_[column];
    return lefts_[column] + sizes_[column].width / 2;
  }

  [[nodiscard]] int track_room(std::size_t level) const {
    return tracks_[level] == 0 ? 0 : tracks_[level] * track_distance + track_margin;
  }
  void place_lanes() {
    int y = corner_of_pool.y;
    int const left = corner_of_pool.x + name_strip;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      int const above = lane_padding + track_room(lane * 3);
      int const below = lane_padding + track_room(lane * 3 + 2);
      int height = above + room_[lane] + below;
      auto const& name = procedure_.actors.empty() ? procedure_.name : procedure_.actors[lane].name;
      int const more = std::max(name_strip_height(name) - height, 0);
      height += more;
      middles_.push_back(y + more / 2 + above + room_[lane] / 2);
      if (!procedure_.actors.empty()) layout_.lanes.push_back({left, y, right_ - left, height});
      y += height;
    }
    layout_.pool = {corner_of_pool.x, corner_of_pool.y, right_ - corner_of_pool.x, y - corner_of_pool.y};
  }
  [[nodiscard]] int y_of(int down, std::size_t track) const {
    auto const lane = static_cast<std::size_t>(down) / 3;
    int const away = room_[lane] / 2 + track_margin + static_cast<int>(track) * track_distance;
    if (down % 3 == static_cast<int>(Zone::above)) return middles_[lane] - away;
    if (down % 3 == static_cast<int>(Zone::below)) return middles_[lane] + away;
    return middles_[lane];
  }

  void place_nodes() {
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) {
      auto const& size = sizes_[node];
      Box const box{lefts_[node], middles_[chart_.nodes[node].lane] - size.height / 2, size.width, size.height};
      layout_.nodes.push_back(box);
      layout_.node_labels.push_back(node_label(node, box));
    }
  }
  /// Below an event; beside the upper left corner of a gateway, where no line runs.
  [[nodiscard]] std::optional<Box> node_label(std::size_t node, Box const& box) const {
    auto const& each = chart_.nodes[node];
    auto const size = label_size(each.name);
    if (each.kind == NodeKind::start || each.kind == NodeKind::end) {
      return Box{box.x + (box.width - size.width) / 2, box.y + box.height + label_gap, size.width, size.height};
    }
    if (!decides(node)) return std::nullopt;
    return Box{box.x + box.width / 2 - 14 - size.width, box.y + 6 - size.height, size.width, size.height};
  }

  void draw_flows() {
    std::map<std::pair<std::size_t, int>, int> labels_at;
    for (std::size_t flow = 0; flow < chart_.flows.size(); ++flow) {
      std::vector<Point> points;
      for (auto const& corner : routes_[flow])
        points.push_back({x_of(corner.across), y_of(corner.down, track_of_[flow])});
      cut(points.front(), points[1], layout_.nodes[chart_.flows[flow].from]);
      cut(points.back(), points[points.size() - 2], layout_.nodes[chart_.flows[flow].to]);
      layout_.flow_labels.push_back(flow_label(flow, points, labels_at));
      layout_.flows.push_back(std::move(points));
    }
  }
  /// Lines begin and end at the edge of a node, not in its middle.
  static void cut(Point& end, Point const& towards, Box const& box) {
    if (towards.x > end.x) end.x = box.x + box.width;
    if (towards.x < end.x) end.x = box.x;
    if (towards.y > end.y) end.y = box.y + box.height;
    if (towards.y < end.y) end.y = box.y;
  }

  /// Beside the corner through which the line leaves; a second one there stands behind the first.
  std::optional<Box> flow_label(std::size_t flow, std::vector<Point> const& points,
                                std::map<std::pair<std::size_t, int>, int>& labels_at) const {
    auto const& name = chart_.flows[flow].name;
    if (name.empty()) return std::nullopt;
    auto const size = label_size(name);
    auto const& begin = points[0];
    int const direction = points[1].x > begin.x ? 0 : points[1].y > begin.y ? 1 : 2;
    auto& taken = labels_at[{chart_.flows[flow].from, direction}];
    Box label{begin.x + label_gap, begin.y - size.height - 3 - taken, size.width, size.height};
    if (direction == 1) label.y = begin.y + 4 + taken;
    taken += size.height;
    return label;
  }

  /// In its own lane, each below or above a slot of its task.
  void place_companions() {
    layout_.companions.resize(chart_.companions.size());
    layout_.ties.resize(chart_.companions.size());
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) {
      auto const& own = companions_of_[node];
      auto const& task = layout_.nodes[node];
      int slot = 0;
      for (auto const companion : own) {
        auto const lane = chart_.companions[companion].lane;
        int const x = task.x + task.width * (2 * slot + 1) / (2 * static_cast<int>(own.size()));
        Box const box{x - companion_width / 2, middles_[lane] - companion_height / 2, companion_width,
                      companion_height};
        bool const is_below = lane > chart_.nodes[node].lane;
        layout_.companions[companion] = box;
        layout_.ties[companion] = {{x, is_below ? task.y + task.height : task.y},
                                   {x, is_below ? box.y : box.y + box.height}};
        ++slot;
      }
    }
  }

  Chart const& chart_;
  procedure::Procedure const& procedure_;
  std::size_t lanes_;
  std::vector<std::vector<std::size_t>> companions_of_;
  std::vector<Size> sizes_;
  std::vector<int> room_;  ///< height for the nodes of each lane
  std::vector<std::vector<Corner>> routes_;
  std::vector<int> tracks_;  ///< how many each level has
  std::vector<std::size_t> track_of_;
  std::vector<int> lefts_, behinds_, middles_;
  int right_ = 0;
  Layout layout_;
};

}  // namespace

Layout lay_out(Chart const& chart, procedure::Procedure const& procedure) { return Planner{chart, procedure}.plan(); }

}  // namespace himpun::document::bpmn
