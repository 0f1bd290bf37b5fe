#pragma once
// The official SOP sheet as data: the identity boxes and the flow table with every symbol and line in its cell. HTML,
// SVG and PDF are made from it elsewhere. Form: PermenPAN-RB 35/2012; five symbols without text in them: capsule (first
// and last activity), box, diamond (decision), arrow, and the off-page pentagon that closes one page and opens the
// next.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/procedure/procedure.h"

namespace himpun::document {

enum class Symbol : std::uint8_t { none, terminal, process, decision, off_page };
BOOST_DESCRIBE_ENUM(Symbol, none, terminal, process, decision, off_page)

enum class Direction : std::uint8_t { up, down, left, right };
BOOST_DESCRIBE_ENUM(Direction, up, down, left, right)

/// A straight line, in percent of its cell; it may run under the symbol.
struct Segment {
  int x1 = 0;
  int y1 = 0;
  int x2 = 0;
  int y2 = 0;

  bool operator==(Segment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Segment, (), (x1, y1, x2, y2))

/// An arrow head that touches a symbol; `direction` is where it points. The tip is given for a symbol that covers the
/// middle half of the cell; with symbols of another size put it on the symbol's edge.
struct Arrow {
  Direction direction = Direction::down;
  int x = 0;
  int y = 0;

  bool operator==(Arrow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Arrow, (), (direction, x, y))

/// The exit of a decision ("Ya", "Tidak", or the outcome's own words), placed beside its line.
struct ExitLabel {
  std::string text;
  int x = 0;
  int y = 0;
  bool to_the_left = false;  ///< the text ends at x instead of beginning there

  bool operator==(ExitLabel const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExitLabel, (), (text, x, y, to_the_left))

struct SheetCell {
  Symbol symbol = Symbol::none;  ///< in the middle of the cell
  std::vector<int> off_page_at;  ///< further off-page pentagons, on lanes: x of their middles
  std::vector<Segment> segments;
  std::vector<Arrow> arrows;
  std::vector<ExitLabel> labels;

  bool operator==(SheetCell const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetCell, (), (symbol, off_page_at, segments, arrows, labels))

enum class RowKind : std::uint8_t {
  step,
  closing,  ///< last row of a page: lines leave it through off-page symbols
  opening,  ///< first row of a page: they come in again
};
BOOST_DESCRIBE_ENUM(RowKind, step, closing, opening)

struct SheetRow {
  RowKind kind = RowKind::step;
  int number = 0;          ///< of the step, from 1; 0 in closing and opening rows
  procedure::StepId step;  ///< empty in closing and opening rows
  std::string activity;
  std::vector<SheetCell> cells;  ///< one for each performer column
  std::vector<std::string> inputs;
  std::string time;
  std::vector<std::string> outputs;
  std::string remark;
  std::vector<std::string> inferred;

  bool operator==(SheetRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetRow, (), (kind, number, step, activity, cells, inputs, time, outputs, remark, inferred))

struct SheetPage {
  std::vector<SheetRow> rows;

  bool operator==(SheetPage const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetPage, (), (rows))

/// One of the six boxes of the identity sheet.
struct SheetBox {
  std::string title;
  std::vector<std::string> items;

  bool operator==(SheetBox const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetBox, (), (title, items))

struct SopSheet {
  std::string unit;
  std::string number;
  std::string name;
  procedure::SheetDates dates;
  procedure::Approver approved_by;
  std::vector<SheetBox> boxes;
  std::string flow_title;
  std::vector<std::string> columns;
  std::vector<SheetPage> pages;

  bool operator==(SopSheet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SopSheet, (), (unit, number, name, dates, approved_by, boxes, flow_title, columns, pages))

/// `steps_a_page` rows of steps stand on one page; 0: all on one page. Every id must be known, as the reader
/// guarantees.
[[nodiscard]] SopSheet lay_out_sheet(procedure::Procedure const& procedure, int steps_a_page = 0);
/// A new page begins before each of these steps (counted from 0).
[[nodiscard]] SopSheet lay_out_sheet(procedure::Procedure const& procedure, std::vector<int> const& page_starts);

}  // namespace himpun::document
