#include "core/document/sop_sheet.h"

#include <algorithm>
#include <unordered_map>

#include "core/document/flow_layout.h"

namespace himpun::document {
namespace {

using procedure::Procedure;
using procedure::Step;
using procedure::StepId;

/// Places the steps of a procedure on the grid, has the lines routed and cuts them into cells.
class FlowTable {
 public:
  FlowTable(Procedure const& procedure, std::vector<int> const& page_starts)
      : procedure_(procedure), page_starts_(page_starts) {
    for (std::size_t i = 0; i < procedure.actors.size(); ++i)
      column_.emplace(procedure.actors[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) step_.emplace(procedure.steps[i].id, i);
    make_rows();
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) add_edges(i);
  }

  std::vector<SheetPage> make_pages() {
    for (std::size_t i = 0; i < procedure_.steps.size(); ++i) draw_symbols(i);
    for (auto const& routed : route_edges(nodes_, edges_, columns(), breaks_)) draw(routed);
    std::vector<SheetPage> pages(1);
    for (auto& row : rows_) {
      if (row.kind == RowKind::opening) pages.emplace_back();
      pages.back().rows.push_back(std::move(row));
    }
    return pages;
  }

 private:
  [[nodiscard]] int columns() const { return static_cast<int>(procedure_.actors.size()); }

  // --- rows -----------------------------------------------------------------------------------------------------

  void make_rows() {
    for (std::size_t i = 0; i < procedure_.steps.size(); ++i) {
      if (i > 0 && std::ranges::find(page_starts_, static_cast<int>(i)) != page_starts_.end()) {
        add_break(RowKind::closing);
        add_break(RowKind::opening);
      }
      FlowNode node{static_cast<int>(rows_.size()), columns_of(procedure_.steps[i])};
      nodes_.push_back(std::move(node));
      rows_.push_back(make_row(procedure_.steps[i], static_cast<int>(i) + 1));
    }
  }
  void add_break(RowKind kind) {
    breaks_.push_back(static_cast<int>(rows_.size()));
    SheetRow row;
    row.kind = kind;
    row.cells.resize(procedure_.actors.size());
    rows_.push_back(std::move(row));
  }
  [[nodiscard]] SheetRow make_row(Step const& step, int number) const {
    SheetRow row;
    row.number = number;
    row.step = step.id;
    row.activity = step.activity;
    row.cells.resize(procedure_.actors.size());
    for (auto const& input : step.inputs) row.inputs.push_back(input.name);
    row.time = step.time_written;
    row.outputs = step.outputs;
    row.remark = step.remark;
    row.inferred = step.inferred;
    return row;
  }
  [[nodiscard]] std::vector<int> columns_of(Step const& step) const {
    std::vector<int> columns;
    for (auto const& id : step.performers) columns.push_back(column_.at(id));
    if (step.gathers_from) columns.push_back(column_.at(*step.gathers_from));
    std::vector<int> once;
    for (auto const column : columns) {
      if (std::ranges::find(once, column) == once.end()) once.push_back(column);
    }
    if (once.empty()) once.push_back(0);
    return once;
  }

  // --- edges ----------------------------------------------------------------------------------------------------

  void add_edges(std::size_t from) {
    auto const& step = procedure_.steps[from];
    for (auto const& outcome : step.outcomes) {
      edges_.push_back({from, outcome.target.empty() ? no_node : step_.at(outcome.target), outcome.label});
    }
    bool const is_choice = !step.returns.empty() && step.outcomes.empty();
    if (step.outcomes.empty()) {
      for (auto const& id : step.next) edges_.push_back({from, step_.at(id), is_choice ? "Ya" : ""});
    }
    for (auto const& id : step.returns) edges_.push_back({from, step_.at(id), "Tidak"});
  }

  // --- symbols --------------------------------------------------------------------------------------------------

  [[nodiscard]] static Symbol symbol_of(Step const& step) {
    if (!step.outcomes.empty()) return Symbol::decision;
    if (step.is_start || step.next.empty()) return Symbol::terminal;
    return step.returns.empty() ? Symbol::process : Symbol::decision;
  }

  void draw_symbols(std::size_t index) {
    auto const& node = nodes_[index];
    auto const& step = procedure_.steps[index];
    for (auto const column : node.columns) cell(node.row, column).symbol = Symbol::process;
    cell(node.row, node.columns.front()).symbol = symbol_of(step);
    auto const [first, last] = std::ranges::minmax(node.columns);
    if (first != last) {
      draw_line({first * cell_size + middle, node.row * cell_size + middle},
                {last * cell_size + middle, node.row * cell_size + middle});
    }
  }

  // --- lines ----------------------------------------------------------------------------------------------------

  SheetCell& cell(int row, int column) {
    return rows_[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
  }

  void draw(RoutedEdge const& routed) {
    auto const& points = routed.points;
    for (std::size_t i = 1; i < points.size(); ++i) draw_line(points[i - 1], points[i]);
    draw_arrow(points[points.size() - 2], points.back());
    for (std::size_t i = 1; i < points.size(); ++i) draw_breaks(points[i - 1], points[i]);
    if (!edges_[routed.edge].label.empty()) draw_label(edges_[routed.edge].label, points);
  }

  /// Cuts a line into the cells it runs through.
  void draw_line(GridPoint a, GridPoint b) {
    if (a.x > b.x || a.y > b.y) std::swap(a, b);
    for (int row = a.y / cell_size; row <= b.y / cell_size; ++row) {
      for (int column = a.x / cell_size; column <= b.x / cell_size; ++column) {
        auto const x = [&](int at) { return std::clamp(at - column * cell_size, 0, cell_size); };
        auto const y = [&](int at) { return std::clamp(at - row * cell_size, 0, cell_size); };
        Segment const piece{x(a.x), y(a.y), x(b.x), y(b.y)};
        if (piece.x1 == piece.x2 && piece.y1 == piece.y2) continue;
        auto& segments = cell(row, column).segments;
        if (std::ranges::find(segments, piece) == segments.end()) segments.push_back(piece);
      }
    }
  }

  void draw_arrow(GridPoint before, GridPoint end) {
    Direction direction = before.y > end.y ? Direction::up : Direction::down;
    if (before.x != end.x) direction = before.x < end.x ? Direction::right : Direction::left;
    GridPoint tip = end;
    if (end.x % cell_size == middle && end.y % cell_size == middle) {  // it ends in a symbol: at the symbol's edge
      constexpr int half = middle - symbol_low;
      if (direction == Direction::up) tip.y += half;
      if (direction == Direction::down) tip.y -= half;
      if (direction == Direction::left) tip.x += half;
      if (direction == Direction::right) tip.x -= half;
    }
    add_arrow(cell(tip.y / cell_size, tip.x / cell_size), {direction, tip.x % cell_size, tip.y % cell_size});
  }
  static void add_arrow(SheetCell& at, Arrow const& arrow) {
    if (std::ranges::find(at.arrows, arrow) == at.arrows.end()) at.arrows.push_back(arrow);
  }

  /// Where a line crosses a page break it ends in a pentagon and begins in another one.
  void draw_breaks(GridPoint a, GridPoint b) {
    if (a.x != b.x) return;
    bool const down = b.y > a.y;
    int const column = a.x / cell_size;
    int const x = a.x % cell_size;
    for (auto const row : breaks_) {
      int const at = row * cell_size + middle;
      if (at < std::min(a.y, b.y) || at > std::max(a.y, b.y)) continue;
      bool const closing = rows_[static_cast<std::size_t>(row)].kind == RowKind::closing;
      auto& here = cell(row, column);
      cut_at_break(here, x, closing);
      put_off_page(here, x);
      if (closing && down) add_arrow(here, {Direction::down, x, symbol_low});
      if (!closing && !down) add_arrow(here, {Direction::up, x, symbol_high});
    }
  }
  static void cut_at_break(SheetCell& at, int x, bool closing) {
    for (auto& segment : at.segments) {
      if (segment.x1 != x || segment.x2 != x) continue;
      (closing ? segment.y2 : segment.y1) = middle;
    }
  }
  static void put_off_page(SheetCell& at, int x) {
    if (x == middle) {
      at.symbol = Symbol::off_page;
    } else if (std::ranges::find(at.off_page_at, x) == at.off_page_at.end()) {
      at.off_page_at.push_back(x);
    }
  }

  /// Beside the corner of the diamond through which the line leaves.
  void draw_label(std::string const& text, std::vector<GridPoint> const& points) {
    auto const& begin = points[0];
    auto const& next = points[1];
    auto& at = cell(begin.y / cell_size, begin.x / cell_size);
    ExitLabel label{text, 54, 86, false};
    if (next.x < begin.x) label = {text, 22, 40, true};
    if (next.x < begin.x && begin.x < cell_size) label = {text, 6, 99, false};  // not into the column of activities
    if (next.x > begin.x) label = {text, 78, 40, false};
    if (next.y < begin.y) label = {text, 54, 16, false};
    if (std::ranges::find(at.labels, label) != at.labels.end()) return;
    bool const taken =
        std::ranges::any_of(at.labels, [&](auto const& each) { return each.x == label.x && each.y == label.y; });
    if (taken) label = {text, 46, label.y, true};
    at.labels.push_back(std::move(label));
  }

  Procedure const& procedure_;
  std::vector<int> const& page_starts_;
  std::unordered_map<procedure::ActorId, int> column_;
  std::unordered_map<StepId, std::size_t> step_;
  std::vector<SheetRow> rows_;
  std::vector<FlowNode> nodes_;
  std::vector<FlowEdge> edges_;
  std::vector<int> breaks_;
};

}  // namespace

SopSheet lay_out_sheet(Procedure const& procedure, int steps_a_page) {
  std::vector<int> page_starts;
  if (steps_a_page > 0) {
    for (int i = steps_a_page; i < static_cast<int>(procedure.steps.size()); i += steps_a_page)
      page_starts.push_back(i);
  }
  return lay_out_sheet(procedure, page_starts);
}

SopSheet lay_out_sheet(Procedure const& procedure, std::vector<int> const& page_starts) {
  SopSheet sheet;
  sheet.unit = procedure.unit;
  sheet.number = procedure.number;
  sheet.name = procedure.name;
  sheet.dates = procedure.dates;
  sheet.approved_by = procedure.approved_by;
  // The titles and their order are those of the form: PermenPAN-RB 35/2012.
  sheet.boxes = {{"Dasar Hukum", procedure.legal_basis}, {"Kualifikasi Pelaksana", procedure.qualifications},
                 {"Keterkaitan", procedure.related},     {"Peralatan/Perlengkapan", procedure.equipment},
                 {"Peringatan", procedure.warnings},     {"Pencatatan dan Pendataan", procedure.recording}};
  sheet.flow_title = procedure.flow_title.empty() ? procedure.name : procedure.flow_title;
  for (auto const& actor : procedure.actors) sheet.columns.push_back(actor.name);
  sheet.pages = FlowTable{procedure, page_starts}.make_pages();
  return sheet;
}

}  // namespace himpun::document
