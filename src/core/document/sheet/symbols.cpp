#include "core/document/sheet/symbols.h"

#include <algorithm>

#include "base/text.h"
#include "core/document/flow_layout.h"
#include "core/document/html/escape.h"

namespace himpun::document {
namespace {

constexpr int label_font = 62;
constexpr int smallest_label_font = 50;  ///< for a word that is longer than its place
constexpr int label_line = 66;
constexpr int clear_of_border = 25;

struct Half {
  int width = 0;
  int height = 0;
};

/// Half the size of a symbol.
Half half_of(Symbol symbol, SheetMeasure const& measure) {
  int const width = measure.symbol_width / 2;
  switch (symbol) {
    case Symbol::decision:
      return {width, 125};
    case Symbol::off_page:
      return {80, 80};
    default:
      return {width, 90};
  }
}

constexpr Half lane_half{55, 80};  ///< of a pentagon that stands on a lane, near the edge of its cell

/// Whether the head touches the symbol of its cell; otherwise its line ends in the open, or on a lane.
bool is_at_symbol(Arrow const& arrow) {
  switch (arrow.direction) {
    case Direction::right:
      return arrow.x == symbol_low;
    case Direction::left:
      return arrow.x == symbol_high;
    case Direction::down:
      return arrow.x == middle && arrow.y == symbol_low;
    case Direction::up:
      break;
  }
  return arrow.x == middle && arrow.y == symbol_high;
}

/// Where an exit stands: its lines and whether they are beside, above or below the diamond.
struct LabelPlace {
  enum class Side : std::uint8_t { corner, below, above, beside, shoulder } side = Side::below;
  int width = 0;  ///< of its lines at most
};

LabelPlace place_of(ExitLabel const& label, int width, Half half) {
  using enum LabelPlace::Side;
  int const half_cell = width / 2;
  if (label.y >= 95) return {corner, half_cell - 60};
  if (label.y >= 80) return {below, half_cell - 40};
  if (label.y <= 20) return {above, half_cell - 40};
  // Beside the diamond there is room for a word over the line; more stands over the diamond's shoulder.
  int const beside_width = half_cell - half.width * 7 / 10 - 80;
  if (width_of(label.text, label_font) <= beside_width) return {beside, beside_width};
  return {shoulder, half_cell - half.width * 4 / 10 - 15};
}

std::vector<std::string> lines_of(ExitLabel const& label, LabelPlace const& place) {
  int width = place.width;
  for (auto const& word : split(label.text, ' ')) width = std::max(width, width_of(word, label_font));
  return wrap(label.text, width, label_font);
}

int longest_of(std::vector<std::string> const& lines) {
  int longest = 0;
  for (auto const& line : lines) longest = std::max(longest, width_of(line, label_font));
  return longest;
}

/// Of words that begin `inset` beside the middle: smaller where the longest would touch the column's border.
int font_for(std::vector<std::string> const& lines, int half_cell, int inset) {
  int const room = half_cell - inset - clear_of_border;
  auto const longest = longest_of(lines);
  return longest <= room ? label_font : std::max(label_font * room / longest, smallest_label_font);
}

/// Where words over a diamond's shoulder begin, from its middle, and how high above it. A word too long for its place
/// moves towards the diamond's tip, so that it stays clear of the column's border.
Half shoulder_of(std::vector<std::string> const& lines, int half_cell, Half half) {
  constexpr int clear_of_arrow = 34;
  int const room = half_cell - clear_of_border - longest_of(lines);
  int const inset = std::max(std::min(half.width * 4 / 10, room), clear_of_arrow);
  return {inset, half.height * (half.width - inset) / half.width + 20};
}

class Drawing {
 public:
  Drawing(SheetCell const& cell, int width, int height, SheetMeasure const& measure)
      : cell_(cell), width_(width), height_(height), measure_(measure), half_(half_of(cell.symbol, measure)) {}

  std::string draw() {
    // Two exits over the same shoulder: the one that leaves upwards goes to the other side.
    bool const is_taken = std::ranges::any_of(
        cell_.labels, [](auto const& each) { return each.y > 20 && each.y < 80 && !each.to_the_left; });
    for (auto label : cell_.labels) {
      if (label.y <= 20 && is_taken) label.to_the_left = true;
      words(label);
    }
    if (cell_.symbol != Symbol::none) symbol(cell_.symbol, width_ / 2);
    for (auto const x : cell_.off_page_at) symbol(Symbol::off_page, on_lane(x));
    for (auto const& arrow : cell_.arrows) head(arrow);
    return std::move(out_);
  }

 private:
  [[nodiscard]] int middle_line() const { return height_ / 2; }

  void path(std::string const& data, std::string_view fill) {
    out_ += "<path d=\"" + data + "\" fill=\"" + std::string{fill} + "\" stroke=\"#000\" stroke-width=\"1\"/>";
  }
  [[nodiscard]] static std::string at(int x, int y) { return tenths(x) + " " + tenths(y); }

  /// A pentagon on a lane stays inside its cell.
  [[nodiscard]] int on_lane(int percent) const {
    return std::clamp(percent * width_ / 100, lane_half.width + 8, width_ - lane_half.width - 8);
  }

  void symbol(Symbol kind, int x) {
    auto const half = kind == Symbol::off_page && x != width_ / 2 ? lane_half : half_of(kind, measure_);
    int const y = middle_line();
    if (kind == Symbol::decision) {
      path("M" + at(x, y - half.height) + " L" + at(x + half.width, y) + " L" + at(x, y + half.height) + " L" +
               at(x - half.width, y) + " Z",
           "#fff");
    } else if (kind == Symbol::off_page) {
      path("M" + at(x - half.width, y - half.height) + " H" + tenths(x + half.width) + " V" + tenths(y + 20) + " L" +
               at(x, y + half.height) + " L" + at(x - half.width, y + 20) + " Z",
           "#fff");
    } else {
      int const round = kind == Symbol::terminal ? half.height : 0;
      out_ += "<rect x=\"" + tenths(x - half.width) + "\" y=\"" + tenths(y - half.height) + "\" width=\"" +
              tenths(2 * half.width) + "\" height=\"" + tenths(2 * half.height) + "\" rx=\"" + tenths(round) +
              "\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"/>";
    }
  }

  /// A head belongs to the edge of the symbol it touches, or lies where a line ends in the open.
  void head(Arrow const& arrow) {
    bool const is_upright = arrow.direction == Direction::up || arrow.direction == Direction::down;
    bool const is_on_lane = is_upright && std::ranges::find(cell_.off_page_at, arrow.x) != cell_.off_page_at.end();
    auto const half = is_on_lane ? lane_half : half_;
    int const down = arrow.direction == Direction::down ? -half.height - 5 : half.height + 5;
    if (is_on_lane) {
      triangle(arrow.direction, std::clamp(arrow.x * width_ / 100, 30, width_ - 30), middle_line() + down);
    } else if (cell_.symbol == Symbol::none || !is_at_symbol(arrow)) {
      triangle(arrow.direction, arrow.x * width_ / 100, arrow.y * height_ / 100);
    } else if (is_upright) {
      triangle(arrow.direction, width_ / 2, middle_line() + down);
    } else {
      int const across = arrow.direction == Direction::right ? -half.width - 5 : half.width + 5;
      triangle(arrow.direction, width_ / 2 + across, middle_line());
    }
  }

  void triangle(Direction direction, int x, int y) {
    constexpr int length = 58;
    constexpr int wide = 26;
    int const dx = direction == Direction::right ? 1 : direction == Direction::left ? -1 : 0;
    int const dy = direction == Direction::down ? 1 : direction == Direction::up ? -1 : 0;
    int const bx = x - dx * length;
    int const by = y - dy * length;
    out_ += "<path d=\"M" + at(x, y) + " L" + at(bx - dy * wide, by + dx * wide) + " L" +
            at(bx + dy * wide, by - dx * wide) + " Z\" fill=\"#000\"/>";
  }

  /// Exits stand beside the corner of the diamond through which their line leaves.
  void words(ExitLabel const& label) {
    using enum LabelPlace::Side;
    int const x = width_ / 2;
    int const y = middle_line();
    auto const place = place_of(label, width_, half_);
    auto const lines = lines_of(label, place);
    int const up = static_cast<int>(lines.size() - 1) * label_line;
    auto const beside_middle = [&](int inset, int at) {
      auto const font = font_for(lines, x, inset);
      text(lines, {label.to_the_left ? x - inset : x + inset, at, font, label.to_the_left});
    };
    switch (place.side) {
      case corner:
        return text(lines, {.x = clear_of_border, .y = height_ - 15 - up});
      case below:
        return beside_middle(28, y + half_.height + 48);
      case above:
        return beside_middle(28, y - half_.height - 12 - up);
      case beside:
        return beside_middle(half_.width * 7 / 10 + 12, y - 24);
      case shoulder: {
        auto const over = shoulder_of(lines, x, half_);
        return beside_middle(over.width, y - over.height - up);
      }
    }
  }

  struct Words {
    int x = 0;
    int y = 0;  ///< of the first line
    int font = label_font;
    bool ends_here = false;
  };
  /// On white, so that no line runs through the words.
  void text(std::vector<std::string> const& lines, Words at) {
    auto [x, y, font, ends_here] = at;
    for (auto const& line : lines) {
      int const width = width_of(line, font);
      out_ += "<rect x=\"" + tenths((ends_here ? x - width : x) - 4) + "\" y=\"" + tenths(y - 50) + "\" width=\"" +
              tenths(width + 8) + "\" height=\"" + tenths(label_line) + "\" fill=\"#fff\"/>";
      out_ += "<text x=\"" + tenths(x) + "\" y=\"" + tenths(y) + "\" font-size=\"" + tenths(font) +
              "\" font-family=\"Carlito\"" + (ends_here ? " text-anchor=\"end\"" : "") + ">" + escape_html(line) +
              "</text>";
      y += label_line;
    }
  }

  SheetCell const& cell_;
  int width_;
  int height_;
  SheetMeasure const& measure_;
  Half half_;
  std::string out_;
};

}  // namespace

std::string draw_symbols(SheetCell const& cell, int width, int height, SheetMeasure const& measure) {
  return Drawing{cell, width, height, measure}.draw();
}

int label_room(SheetCell const& cell, SheetMeasure const& measure) {
  int room = 0;
  auto const half = half_of(cell.symbol, measure);
  for (auto const& label : cell.labels) {
    auto const place = place_of(label, measure.widths[2], half);
    auto const lines = lines_of(label, place);
    if (place.side == LabelPlace::Side::corner) continue;
    bool const is_over = place.side == LabelPlace::Side::shoulder;
    int const from = is_over ? shoulder_of(lines, measure.widths[2] / 2, half).height : half.height + 20;
    room = std::max(room, 2 * (from + static_cast<int>(lines.size()) * label_line));
  }
  return room;
}

std::string symbol_words(Symbol symbol) {
  switch (symbol) {
    case Symbol::terminal:
      return "Mulai/Selesai";
    case Symbol::process:
      return "Kegiatan";
    case Symbol::decision:
      return "Keputusan";
    case Symbol::off_page:
      return "Penghubung halaman";
    case Symbol::none:
      break;
  }
  return {};
}

}  // namespace himpun::document
