#include "core/document/html/blocks.h"

#include <algorithm>
#include <numeric>

#include "core/document/html/escape.h"
#include "core/document/html/html.h"
#include "core/document/sheet/sheet_html.h"

namespace himpun::document {
namespace {

std::string side(Align align) {
  switch (align) {
    case Align::centre:
      return " class=\"centre\"";
    case Align::end:
      return " class=\"end\"";
    case Align::justify:
      return " class=\"justify\"";
    case Align::start:
      break;
  }
  return {};
}

/// From so many columns on, a table is set in smaller type.
constexpr std::size_t dense_columns = 6;

class Writer {
 public:
  Writer(BlockHtml& html, PageSize size, std::string const& emblem) : html_(html), size_(size), emblem_(emblem) {}

  void write(std::vector<Block> const& blocks) {
    for (auto const& block : blocks) {
      if (auto const* heading = std::get_if<Heading>(&block.what)) headings_.push_back(heading);
    }
    write_all(blocks);
  }

  void operator()(Heading const& heading) {
    auto const tag = "h" + std::to_string(std::clamp(heading.level, 1, 3) + 1);  // h1 is the paper's title
    add("<" + tag + " id=\"bagian-" + std::to_string(++heading_count_) + "\">");
    if (!heading.number.empty()) add("<span class=\"number\">" + escape_html(heading.number) + "</span> ");
    add(write_spans(heading.text) + "</" + tag + ">");
  }
  void operator()(Paragraph const& paragraph) {
    add("<p" + side(paragraph.align) + ">" + write_spans(paragraph.text) + "</p>");
  }

  void operator()(List const& list) {
    std::vector<ListKind> open;
    for (auto const& item : list.items) {
      auto const depth = static_cast<std::size_t>(std::max(item.depth, 0)) + 1;
      while (open.size() > depth || (open.size() == depth && open.back() != item.kind)) close(open);
      if (open.size() == depth) add("</li>");
      while (open.size() < depth) {
        add(item.kind == ListKind::bullets ? "<ul>" : "<ol>");
        open.push_back(item.kind);
        if (open.size() < depth) add("<li>");
      }
      add(item.number > 0 ? "<li value=\"" + std::to_string(item.number) + "\">" : "<li>");
      add(write_spans(item.text));
    }
    while (!open.empty()) close(open);
  }

  void operator()(Table const& table) {
    auto const scope = "t" + std::to_string(++table_count_);
    bool const is_dense = table.columns.size() >= dense_columns;
    add((is_dense ? "<table class=\"grid dense " : "<table class=\"grid ") + scope + "\">");
    if (!table.caption.empty()) add("<caption>" + escape_html(table.caption) + "</caption>");
    std::vector<int> widths;
    for (auto const& column : table.columns) widths.push_back(column.width);
    columns(widths, scope);
    head(table);
    add("<tbody>");
    for (auto const& row : table.rows) table_row(row, table.columns);
    add("</tbody></table>");
  }

  void operator()(Facts const& facts) {
    add("<table class=\"facts\"><tbody>");
    for (auto const& fact : facts.facts) {
      add("<tr><th scope=\"row\">" + escape_html(fact.name) + "</th><td class=\"colon\">:</td><td>" +
          write_spans(fact.value) + "</td></tr>");
    }
    add("</tbody></table>");
  }

  void operator()(Ticks const& ticks) {
    auto const columns = static_cast<std::size_t>(std::max(ticks.columns, 1));
    add("<table class=\"ticks\"><tbody>");
    for (std::size_t i = 0; i < ticks.ticks.size(); i += columns) {
      add("<tr>");
      for (std::size_t j = i; j < i + columns; ++j) {
        if (j >= ticks.ticks.size()) {
          add("<td></td>");
          continue;
        }
        auto const& tick = ticks.ticks[j];
        add(tick.ticked ? "<td><span class=\"tick\">&#10003;</span> " : "<td><span class=\"tick\">&#160;</span> ");
        add(escape_html(tick.text) + "</td>");
      }
      add("</tr>");
    }
    add("</tbody></table>");
  }

  void operator()(Picture const& picture) {
    auto const scope = "g" + std::to_string(++table_count_);
    add("<img class=\"picture " + scope + "\" alt=\"" + escape_html(picture.words) + "\" src=\"" +
        data_address("image/png", picture.png) + "\">");
    html_.style += "." + scope + "{width:" + std::to_string(picture.width_mm) + "mm}\n";
  }
  void operator()(PageBreak const&) { add("<div class=\"page-break\"></div>"); }

  void operator()(Contents const&) {
    add("<nav class=\"contents\"><p class=\"contents-title\">Daftar Isi</p><ul>");
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      auto const& heading = *headings_[i];
      add("<li class=\"level" + std::to_string(heading.level) + "\"><a href=\"#bagian-" + std::to_string(i + 1) +
          "\">" + escape_html(heading.number.empty() ? "" : heading.number + " ") + write_spans(heading.text) +
          "</a></li>");
    }
    add("</ul></nav>");
  }

  void operator()(Signatures const& signatures) {
    bool const all_initials =
        !signatures.places.empty() &&
        std::ranges::all_of(signatures.places, [](auto const& each) { return each.kind == PlaceKind::initials; });
    if (all_initials) return initials(signatures);
    // In three rows, so that the rooms and the names of several officials stand side by side.
    add(signatures.places.size() == 1 ? "<table class=\"signatures alone\"><tbody>"
                                      : "<table class=\"signatures\"><tbody>");
    row_of(signatures, "who", [this](SignaturePlace const& place) { who_signs(place); });
    row_of(signatures, "room", [this](SignaturePlace const& place) { room_of(place); });
    row_of(signatures, "name", [this](SignaturePlace const& place) { name_of(place); });
    add("</tbody></table>");
  }

  void operator()(EmbeddedSheet const& embedded) {
    auto sheet = sheet_html(embedded.sheet, size_, emblem_, "sop" + std::to_string(++sheet_count_));
    add(sheet.body);
    html_.style += sheet.style;
  }

  void operator()(Form const& form) {
    add("<div class=\"form\">");
    for (auto const& row : form.rows) {
      auto const scope = "b" + std::to_string(++table_count_);
      add("<table class=\"boxes-row " + scope + "\">");
      std::vector<int> widths;
      for (auto const& box : row.boxes) widths.push_back(std::max(box.width, 1));
      columns(widths, scope);
      add("<tbody><tr>");
      for (auto const& box : row.boxes) {
        add("<td>");
        write_all(box.blocks);
        add("</td>");
      }
      add("</tr></tbody></table>");
      if (row.height_mm > 0) {
        html_.style += "." + scope + ">tbody>tr>td{height:" + std::to_string(row.height_mm) + "mm}\n";
      }
    }
    add("</div>");
  }

 private:
  void add(std::string_view text) { html_.body += text; }

  void write_all(std::vector<Block> const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.what);
  }

  void close(std::vector<ListKind>& open) {
    add(open.back() == ListKind::bullets ? "</li></ul>" : "</li></ol>");
    open.pop_back();
  }

  /// Shares of the whole width. Of columns, not of cells: a cell's padding would come on top of its share. The last one
  /// takes what is left: WeasyPrint 57 makes all columns alike when the shares come to 100 %.
  void columns(std::vector<int> const& widths, std::string const& scope) {
    auto const total = std::accumulate(widths.begin(), widths.end(), 0);
    if (total == 0) return;
    add("<colgroup>");
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
      auto const name = scope + "c" + std::to_string(i);
      add("<col class=\"" + name + "\">");
      html_.style += "." + name + "{width:" + tenths(widths[i] * 1000 / total) + "%}\n";
    }
    add("<col></colgroup>");
  }

  void head(Table const& table) {
    auto const& columns = table.columns;
    bool const is_grouped = std::ranges::any_of(columns, [](auto const& each) { return !each.group.empty(); });
    add("<thead><tr>");
    for (std::size_t i = 0; i < columns.size();) {
      auto end = i + 1;
      while (!columns[i].group.empty() && end < columns.size() && columns[end].group == columns[i].group) ++end;
      if (columns[i].group.empty()) {
        add(is_grouped ? "<th scope=\"col\" rowspan=\"2\">" : "<th scope=\"col\">");
        add(escape_lines(columns[i].title) + "</th>");
      } else {
        add("<th scope=\"colgroup\" colspan=\"" + std::to_string(end - i) + "\">" + escape_lines(columns[i].group) +
            "</th>");
      }
      i = end;
    }
    add("</tr>");
    if (is_grouped) {
      add("<tr>");
      for (auto const& column : columns) {
        if (!column.group.empty()) add("<th scope=\"col\">" + escape_lines(column.title) + "</th>");
      }
      add("</tr>");
    }
    add("</thead>");
  }

  void table_row(Row const& row, std::vector<Column> const& columns) {
    add(row.look == RowLook::section ? "<tr class=\"part\">"
        : row.look == RowLook::total ? "<tr class=\"total\">"
                                     : "<tr>");
    std::size_t column = 0;
    for (auto const& cell : row.cells) {
      auto const align = column < columns.size() && row.look != RowLook::section ? columns[column].align : Align::start;
      add("<td" + side(align));
      if (cell.columns > 1) add(" colspan=\"" + std::to_string(cell.columns) + "\"");
      add(">" + write_spans(cell.text) + "</td>");
      column += static_cast<std::size_t>(std::max(cell.columns, 1));
    }
    add("</tr>");
  }

  template <class Write>
  void row_of(Signatures const& signatures, std::string_view part, Write write) {
    add("<tr>");
    for (auto const& place : signatures.places) {
      add("<td class=\"place " + std::string{part} + "\">");
      write(place);
      add("</td>");
    }
    add("</tr>");
  }
  void who_signs(SignaturePlace const& place) {
    if (!place.place_and_date.empty()) add("<div>" + escape_html(place.place_and_date) + "</div>");
    if (!place.heading.empty()) add("<div>" + escape_lines(place.heading) + "</div>");
    add("<div class=\"position\">" + escape_lines(place.position) + "</div>");
  }
  void room_of(SignaturePlace const& place) {
    add("<div class=\"sign-room\" id=\"" + escape_html(place_anchor(place.id)) + "\">" + escape_lines(place.words) +
        "</div>");
  }
  void name_of(SignaturePlace const& place) {
    if (!place.name.empty()) add("<div class=\"official\">" + escape_html(place.name) + "</div>");
    if (!place.rank.empty()) add("<div>" + escape_html(place.rank) + "</div>");
    if (!place.nip.empty()) add("<div>NIP. " + escape_html(place.nip) + "</div>");
  }

  void initials(Signatures const& signatures) {
    add("<table class=\"initials\"><thead><tr><th scope=\"col\">Jabatan</th><th scope=\"col\">Paraf</th></tr></thead>"
        "<tbody>");
    for (auto const& place : signatures.places) {
      add("<tr><td>" + escape_lines(place.position));
      if (!place.name.empty()) add("<br>" + escape_html(place.name));
      add("</td><td class=\"paraf\"><div class=\"paraf-room\" id=\"" + escape_html(place_anchor(place.id)) + "\">" +
          escape_lines(place.words) + "</div></td></tr>");
    }
    add("</tbody></table>");
  }

  BlockHtml& html_;
  PageSize size_;
  std::string const& emblem_;
  std::vector<Heading const*> headings_;
  int heading_count_ = 0;
  int table_count_ = 0;
  int sheet_count_ = 0;
};

}  // namespace

std::string write_spans(Spans const& spans) {
  std::string out;
  for (auto const& span : spans) {
    auto const words = escape_lines(span.text);
    switch (span.emphasis) {
      case Emphasis::bold:
        out += "<strong>" + words + "</strong>";
        break;
      case Emphasis::italic:
        out += "<em>" + words + "</em>";
        break;
      case Emphasis::bold_italic:
        out += "<strong><em>" + words + "</em></strong>";
        break;
      case Emphasis::none:
        out += words;
    }
  }
  return out;
}

BlockHtml write_blocks(std::vector<Block> const& blocks, PageSize size, std::string const& emblem) {
  BlockHtml html;
  Writer{html, size, emblem}.write(blocks);
  return html;
}

}  // namespace himpun::document
