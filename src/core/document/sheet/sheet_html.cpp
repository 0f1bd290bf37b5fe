#include "core/document/sheet/sheet_html.h"

#include <map>
#include <set>

#include "base/text.h"
#include "core/document/html/escape.h"
#include "core/document/sheet/symbols.h"

namespace himpun::document {
namespace {

/// Layers of a cell's background, the topmost first.
struct Layers {
  std::string images;
  std::string positions;
  std::string sizes;

  void add(std::string const& image, std::string const& position, std::string const& size) {
    for (auto [all, one] : {std::pair{&images, &image}, std::pair{&positions, &position}, std::pair{&sizes, &size}}) {
      if (!all->empty()) *all += ",";
      *all += *one;
    }
  }
};

/// Where a background of `to - from` percent must be placed so that it covers from..to: the percentage counts what is
/// left over.
std::string placed(int from, int to) {
  int const left_over = 1000 - (to - from);
  return left_over <= 0 ? "0%" : tenths(from * 1000 / left_over) + "%";
}

std::string picture_of(std::string const& drawing, int width, int height) {
  auto const w = tenths(width);
  auto const h = tenths(height);
  return "url(" +
         data_address("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "pt\" height=\"" + h +
                                           "pt\" viewBox=\"0 0 " + w + " " + h + "\">" + drawing + "</svg>") +
         ")";
}

/// Lengths across are a little longer than said, so that corners are closed.
void add_line(Layers& layers, Segment const& piece) {
  static std::string const black = "linear-gradient(#000,#000)";
  bool const is_upright = piece.x1 == piece.x2;
  auto const width = tenths(line_width) + "pt";
  int const from = std::max(std::min(is_upright ? piece.y1 : piece.x1, is_upright ? piece.y2 : piece.x2) * 10 - 7, 0);
  int const to = std::min(std::max(is_upright ? piece.y1 : piece.x1, is_upright ? piece.y2 : piece.x2) * 10 + 7, 1000);
  auto const length = tenths(to - from) + "%";
  if (is_upright) {
    layers.add(black, std::to_string(piece.x1) + "% " + placed(from, to), width + " " + length);
  } else {
    layers.add(black, placed(from, to) + " " + std::to_string(piece.y1) + "%", length + " " + width);
  }
}

std::string items(std::vector<std::string> const& lines) {
  if (lines.empty()) return "&#160;";
  if (lines.size() == 1) return escape_lines(lines.front());
  std::string out = "<ol>";
  for (auto const& line : lines) out += "<li>" + escape_lines(line) + "</li>";
  return out + "</ol>";
}

class SheetWriter {
 public:
  SheetWriter(SopSheet const& sheet, PageSize size, std::string const& emblem, std::string const& scope)
      : sheet_(sheet), emblem_(emblem), scope_(scope), measure_(measure_sheet(sheet.columns.size(), size)) {}

  SheetHtml write() {
    html_.body += "<section class=\"sop " + scope_ + "\">";
    identity();
    for (std::size_t i = 0; i < sheet_.pages.size(); ++i) flow(sheet_.pages[i], i);
    html_.body += "</section>";
    column_rules();
    return std::move(html_);
  }

 private:
  void fact(std::string const& name, std::string const& value) {
    html_.body += "<tr><th scope=\"row\">" + name + "</th><td>" + escape_html(value) + "</td></tr>";
  }

  void identity() {
    auto const& dates = sheet_.dates;
    auto& out = html_.body;
    out +=
        "<table class=\"identity\"><colgroup><col class=\"half\"><col class=\"names\"><col></colgroup><tr>"
        "<td class=\"unit\" rowspan=\"" +
        std::string{dates.effective.empty() ? "5" : "6"} + "\">";
    if (!emblem_.empty()) out += "<img class=\"emblem\" alt=\"Lambang\" src=\"" + emblem_ + "\">";
    out += "<div>" + escape_lines(sheet_.unit) + "</div></td><th scope=\"row\">Nomor SOP</th><td>" +
           escape_html(sheet_.number) + "</td></tr>";
    fact("Tgl. Pembuatan", dates.made);
    fact("Tgl. Revisi", dates.revised);
    if (!dates.effective.empty()) fact("Tgl. Efektif", dates.effective);
    fact("Tgl. Pengesahan", dates.approved);
    approver();
    out += "<tr><td class=\"name\" colspan=\"3\"><h1>Nama SOP: " + escape_html(sheet_.name) + "</h1></td></tr></table>";
    boxes();
  }
  void approver() {
    auto const& by = sheet_.approved_by;
    auto& out = html_.body;
    out += "<tr><th scope=\"row\">Disahkan oleh</th><td class=\"approver\" id=\"" + scope_ + "-approver\">" +
           escape_lines(by.position) + "<div class=\"room\"></div><b>" + escape_html(by.name) + "</b>";
    if (!by.rank.empty()) out += "<br>" + escape_html(by.rank);
    if (!by.nip.empty()) out += "<br>NIP. " + escape_html(by.nip);
    out += "</td></tr>";
  }
  void boxes() {
    auto& out = html_.body;
    out += "<table class=\"boxes\"><colgroup><col class=\"half\"><col></colgroup>";
    for (std::size_t i = 0; i + 1 < sheet_.boxes.size(); i += 2) {
      out += "<tr>";
      for (auto at : {i, i + 1}) out += "<th scope=\"col\">" + escape_html(sheet_.boxes[at].title) + "</th>";
      out += "</tr><tr>";
      for (auto at : {i, i + 1}) out += "<td>" + items(sheet_.boxes[at].items) + "</td>";
      out += "</tr>";
    }
    out += "</table>";
  }

  void flow(SheetPage const& page, std::size_t number) {
    auto& out = html_.body;
    out += "<div class=\"flow-page\">";
    if (number == 0) out += "<h2>Standar Operasional Prosedur<br>" + escape_lines(flow_title()) + "</h2>";
    out += "<table class=\"flow\"><colgroup>";
    for (std::size_t i = 0; i < measure_.widths.size(); ++i) out += "<col class=\"c" + std::to_string(i) + "\">";
    out += "</colgroup>" + head() + "<tbody>";
    for (auto const& row : page.rows) flow_row(row);
    out += "</tbody></table></div>";
  }
  /// Some sheets say "Standar Operasional Prosedur" themselves; once is enough.
  [[nodiscard]] std::string_view flow_title() const {
    static constexpr std::string_view form = "standar operasional prosedur ";
    std::string_view const title = sheet_.flow_title;
    return lower_ascii(title).starts_with(form) ? title.substr(form.size()) : title;
  }
  [[nodiscard]] std::string head() const {
    std::string out =
        "<thead><tr><th rowspan=\"2\" scope=\"col\">No</th><th rowspan=\"2\" scope=\"col\">Aktivitas</th>"
        "<th scope=\"colgroup\" colspan=\"" +
        std::to_string(sheet_.columns.size()) +
        "\">Pelaksana</th><th scope=\"colgroup\" colspan=\"3\">Mutu Baku</th><th rowspan=\"2\" scope=\"col\">Ket</th>"
        "</tr><tr>";
    for (auto const& name : sheet_.columns) out += "<th class=\"actor\" scope=\"col\">" + escape_html(name) + "</th>";
    return out +
           "<th scope=\"col\">Kelengkapan</th><th scope=\"col\">Waktu</th><th scope=\"col\">Output</th></tr></thead>";
  }

  void flow_row(SheetRow const& row) {
    auto& out = html_.body;
    bool const is_step = row.kind == RowKind::step;
    out += is_step ? "<tr><td class=\"centre\">" + std::to_string(row.number) + ".</td><td>" +
                         escape_html(row.activity) + "</td>"
                   : std::string{"<tr class=\"turn\"><td></td><td></td>"};
    int const height = drawing_height(row, measure_);
    for (auto const& cell : row.cells) flow_cell(cell, height);
    out += is_step ? "<td>" + escape_html(join(row.inputs, "; ")) + "</td><td class=\"centre\">" +
                         escape_html(row.time) + "</td><td>" + escape_html(join(row.outputs, "; ")) + "</td><td>" +
                         escape_html(row.remark) + "</td></tr>"
                   : std::string{"<td></td><td></td><td></td><td></td></tr>"};
  }

  void flow_cell(SheetCell const& cell, int height) {
    auto const name = look_of(cell, height);
    html_.body += "<td class=\"lane h" + std::to_string(height) + (name.empty() ? "" : " ") + name + "\">";
    heights_.insert(height);
    if (cell.symbol != Symbol::none) html_.body += "<span class=\"unseen\">" + symbol_words(cell.symbol) + "</span>";
    html_.body += "</td>";
  }

  /// The class whose rule draws this cell; cells that look alike share it.
  std::string look_of(SheetCell const& cell, int height) {
    Layers layers;
    auto const drawing = draw_symbols(cell, measure_.widths[2], height, measure_);
    if (!drawing.empty()) {
      layers.add(picture_of(drawing, measure_.widths[2], height), "50% 50%",
                 tenths(measure_.widths[2]) + "pt " + tenths(height) + "pt");
    }
    for (auto const& piece : cell.segments) add_line(layers, piece);
    if (layers.images.empty()) return {};
    auto const rule = "{background-image:" + layers.images + ";background-position:" + layers.positions +
                      ";background-size:" + layers.sizes + ";background-repeat:no-repeat}";
    auto const [found, is_new] = looks_.emplace(rule, scope_ + "-" + std::to_string(looks_.size()));
    if (is_new) html_.style += "." + found->second + rule + "\n";
    return found->second;
  }

  void column_rules() {
    for (auto const height : heights_) {
      html_.style += ".sop .flow td.h" + std::to_string(height) + "{height:" + tenths(height) + "pt}\n";
    }
    for (std::size_t i = 0; i < measure_.widths.size(); ++i) {
      html_.style += "." + scope_ + " .c" + std::to_string(i) + "{width:" + tenths(measure_.widths[i]) + "pt}\n";
    }
  }

  SopSheet const& sheet_;
  std::string const& emblem_;
  std::string const& scope_;
  SheetMeasure measure_;
  SheetHtml html_;
  std::map<std::string, std::string> looks_;
  std::set<int> heights_;
};

}  // namespace

SheetHtml sheet_html(SopSheet const& sheet, PageSize size, std::string const& emblem, std::string const& scope) {
  return SheetWriter{sheet, size, emblem, scope}.write();
}

}  // namespace himpun::document
