#include "core/document/sheet/sheet_svg.h"

#include <algorithm>

#include "base/text.h"
#include "core/document/html/escape.h"
#include "core/document/sheet/symbols.h"

namespace himpun::document {
namespace {

constexpr int gap = 200;  ///< between pages
constexpr int big = 95;   ///< letters of the identity page
constexpr int big_line = 119;
constexpr int title_font = 110;

enum class Weight : std::uint8_t { normal, bold };
enum class Anchor : std::uint8_t { start, middle };

class SvgWriter {
 public:
  SvgWriter(SopSheet const& sheet, PageSize size) : sheet_(sheet), measure_(measure_sheet(sheet.columns.size(), size)) {
    for (auto const width : measure_.widths) content_ += width;
  }

  std::string write() {
    begin_page();
    identity();
    for (std::size_t i = 0; i < sheet_.pages.size(); ++i) {
      begin_page();
      flow(sheet_.pages[i], i);
    }
    auto const width = tenths(measure_.page_width);
    auto const height = tenths(top_ + measure_.page_height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"id\" role=\"img\" width=\"" + width + "pt\" height=\"" +
           height + "pt\" viewBox=\"0 0 " + width + " " + height +
           "\" font-family=\"Carlito,Calibri,sans-serif\"><title>" + escape_html(sheet_.name) + "</title>\n" + out_ +
           "</svg>\n";
  }

 private:
  // --- pieces -----------------------------------------------------------------------------------------------------

  void begin_page() {
    if (!out_.empty()) top_ += measure_.page_height + gap;
    rectangle(0, top_, measure_.page_width, measure_.page_height, "#fff", "none");
    y_ = top_ + measure_.margin;
  }
  void rectangle(int x, int y, int width, int height, std::string_view fill = "none",
                 std::string_view stroke = "#000") {
    out_ += "<rect x=\"" + tenths(x) + "\" y=\"" + tenths(y) + "\" width=\"" + tenths(width) + "\" height=\"" +
            tenths(height) + "\" fill=\"" + std::string{fill} + "\" stroke=\"" + std::string{stroke} +
            "\" stroke-width=\"0.75\"/>\n";
  }
  void text(std::string_view words, int x, int y, int font, Weight weight = Weight::normal,
            Anchor anchor = Anchor::start) {
    if (words.empty()) return;
    out_ += "<text x=\"" + tenths(x) + "\" y=\"" + tenths(y) + "\" font-size=\"" + tenths(font) + "\"" +
            (weight == Weight::bold ? " font-weight=\"bold\"" : "") +
            (anchor == Anchor::middle ? " text-anchor=\"middle\"" : "") + ">" + escape_html(words) + "</text>\n";
  }
  /// Lines of a cell, in its middle from top to bottom.
  void cell(std::string_view words, int x, int y, int width, int height, int font, Weight weight = Weight::normal,
            Anchor anchor = Anchor::start) {
    auto const lines = wrap(words, width - 2 * measure_.padding, font);
    int const line = font * 119 / 100;
    int at = y + (height - static_cast<int>(lines.size()) * line) / 2 + font * 9 / 10;
    int const from = anchor == Anchor::middle ? x + width / 2 : x + measure_.padding;
    for (auto const& each : lines) {
      text(each, from, at, font, weight, anchor);
      at += line;
    }
  }
  void boxed(std::string_view words, int x, int y, int width, int height, int font, Weight weight, Anchor anchor,
             std::string_view fill = "none") {
    rectangle(x, y, width, height, fill);
    cell(words, x, y, width, height, font, weight, anchor);
  }

  // --- identity page ----------------------------------------------------------------------------------------------

  void identity() {
    int const left = measure_.margin;
    int const half = content_ * 52 / 100;
    int const names = content_ * 14 / 100;
    auto const& by = sheet_.approved_by;
    std::vector<std::pair<std::string, std::string>> facts{
        {"Nomor SOP", sheet_.number}, {"Tgl. Pembuatan", sheet_.dates.made}, {"Tgl. Revisi", sheet_.dates.revised}};
    if (!sheet_.dates.effective.empty()) facts.emplace_back("Tgl. Efektif", sheet_.dates.effective);
    facts.emplace_back("Tgl. Pengesahan", sheet_.dates.approved);
    constexpr int row = 180;
    constexpr int approver_height = 1150;
    int const unit_height = static_cast<int>(facts.size()) * row + approver_height;
    boxed(sheet_.unit, left, y_, half, unit_height, 125, Weight::bold, Anchor::middle);
    for (auto const& [name, value] : facts) {
      boxed(name, left + half, y_, names, row, big, Weight::normal, Anchor::start);
      boxed(value, left + half + names, y_, content_ - half - names, row, big, Weight::normal, Anchor::start);
      y_ += row;
    }
    boxed("Disahkan oleh", left + half, y_, names, approver_height, big, Weight::normal, Anchor::start);
    int const x = left + half + names;
    int const width = content_ - half - names;
    rectangle(x, y_, width, approver_height);
    cell(by.position, x, y_, width, 330, big, Weight::normal, Anchor::middle);
    cell(by.name, x, y_ + 760, width, big_line, big, Weight::bold, Anchor::middle);
    cell(by.rank, x, y_ + 880, width, big_line, big, Weight::normal, Anchor::middle);
    if (!by.nip.empty()) cell("NIP. " + by.nip, x, y_ + 1000, width, big_line, big, Weight::normal, Anchor::middle);
    y_ += approver_height;
    boxed("NAMA SOP: " + sheet_.name, left, y_, content_, 230, 105, Weight::bold, Anchor::middle);
    y_ += 230;
    for (std::size_t i = 0; i + 1 < sheet_.boxes.size(); i += 2) boxes(sheet_.boxes[i], sheet_.boxes[i + 1], half);
  }

  void boxes(SheetBox const& first, SheetBox const& second, int half) {
    int const left = measure_.margin;
    auto const lines_of = [&](SheetBox const& box, int width) {
      std::vector<std::string> lines;
      for (std::size_t i = 0; i < box.items.size(); ++i) {
        auto const number = box.items.size() > 1 ? std::to_string(i + 1) + ". " : std::string{};
        for (auto& line : wrap(number + box.items[i], width - 2 * measure_.padding, big))
          lines.push_back(std::move(line));
      }
      return lines;
    };
    std::pair const sides{lines_of(first, half), lines_of(second, content_ - half)};
    int const count = static_cast<int>(std::max(sides.first.size(), sides.second.size()));
    int const height = std::max(310, count * big_line + 2 * measure_.padding);
    int x = left;
    for (auto const* box : {&first, &second}) {
      int const width = box == &first ? half : content_ - half;
      boxed(box->title, x, y_, width, 170, big, Weight::bold, Anchor::start, "#e6e6e6");
      rectangle(x, y_ + 170, width, height);
      int at = y_ + 170 + measure_.padding + big;
      for (auto const& line : box == &first ? sides.first : sides.second) {
        text(line, x + measure_.padding, at, big);
        at += big_line;
      }
      x += width;
    }
    y_ += 170 + height;
  }

  // --- flow pages -------------------------------------------------------------------------------------------------

  void flow(SheetPage const& page, std::size_t number) {
    if (number == 0) {
      int const middle = measure_.margin + content_ / 2;
      text("STANDAR OPERASIONAL PROSEDUR", middle, y_ + title_font, title_font, Weight::bold, Anchor::middle);
      text(sheet_.flow_title, middle, y_ + 250, title_font, Weight::bold, Anchor::middle);
      y_ += 330;
    }
    head();
    for (auto const& row : page.rows) flow_row(row);
  }

  void head() {
    auto const& widths = measure_.widths;
    int const upper = measure_.line + 2 * measure_.padding;
    int const all = head_height(sheet_, measure_);
    int x = measure_.margin;
    int performers = 0;
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) performers += widths[i + 2];
    auto const top = [&](std::string_view words, int width, int height) {
      boxed(words, x, y_, width, height, measure_.font, Weight::bold, Anchor::middle, "#e6e6e6");
      x += width;
    };
    auto const last = widths.size() - 1;
    top("No", widths[0], all);
    top("Aktivitas", widths[1], all);
    int const lower_from = x;
    top("Pelaksana", performers, upper);
    top("Mutu Baku", widths[last - 3] + widths[last - 2] + widths[last - 1], upper);
    top("Ket", widths[last], all);
    y_ += upper;
    x = lower_from;
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      rectangle(x, y_, widths[i + 2], all - upper, "#e6e6e6");
      cell(sheet_.columns[i], x, y_, widths[i + 2], all - upper, measure_.font * 88 / 100, Weight::bold,
           Anchor::middle);
      x += widths[i + 2];
    }
    top("Kelengkapan", widths[last - 3], all - upper);
    top("Waktu", widths[last - 2], all - upper);
    top("Output", widths[last - 1], all - upper);
    y_ += all - upper;
  }

  void flow_row(SheetRow const& row) {
    auto const& widths = measure_.widths;
    auto const last = widths.size() - 1;
    int const height = height_of(row, measure_);
    int x = measure_.margin;
    auto const put = [&](std::string_view words, std::size_t column, Anchor anchor) {
      boxed(words, x, y_, widths[column], height, measure_.font, Weight::normal, anchor);
      x += widths[column];
    };
    put(row.kind == RowKind::step ? std::to_string(row.number) + "." : "", 0, Anchor::middle);
    put(row.activity, 1, Anchor::start);
    int const first = x;
    for (std::size_t i = 0; i < row.cells.size(); ++i) put("", i + 2, Anchor::start);
    put(join(row.inputs, "; "), last - 3, Anchor::start);
    put(row.time, last - 2, Anchor::middle);
    put(join(row.outputs, "; "), last - 1, Anchor::start);
    put(row.remark, last, Anchor::start);
    x = first;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      flow_cell(row.cells[i], x, widths[i + 2], height);
      x += widths[i + 2];
    }
    y_ += height;
  }

  void flow_cell(SheetCell const& cell, int x, int width, int height) {
    for (auto const& piece : cell.segments) {
      out_ += "<path d=\"M" + tenths(x + piece.x1 * width / 100) + " " + tenths(y_ + piece.y1 * height / 100) + " L" +
              tenths(x + piece.x2 * width / 100) + " " + tenths(y_ + piece.y2 * height / 100) +
              "\" stroke=\"#000\" stroke-width=\"0.9\" stroke-linecap=\"square\"/>\n";
    }
    auto const drawing = draw_symbols(cell, width, height, measure_);
    if (drawing.empty()) return;
    out_ += "<g transform=\"translate(" + tenths(x) + " " + tenths(y_) + ")\">" + drawing + "</g>\n";
  }

  SopSheet const& sheet_;
  SheetMeasure measure_;
  int content_ = 0;
  int top_ = 0;  ///< of the page at hand
  int y_ = 0;
  std::string out_;
};

}  // namespace

std::string sheet_svg(SopSheet const& sheet, PageSize size) { return SvgWriter{sheet, size}.write(); }

}  // namespace himpun::document
