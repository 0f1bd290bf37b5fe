#include "adapters/docx/table.h"

#include <algorithm>
#include <numeric>

namespace himpun::docx {
namespace {

using document::Align;

std::string borders(Lines lines) {
  std::string out = "<w:tblBorders>";
  for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    out += std::string{"<w:"} + side + (lines == Lines::all ? " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
                                                            : " w:val=\"nil\"/>");
  }
  return out + "</w:tblBorders>";
}

std::string cell_text(TableCell const& cell, int width) {
  std::string properties = "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
  if (cell.columns > 1) properties += "<w:gridSpan w:val=\"" + std::to_string(cell.columns) + "\"/>";
  if (cell.begins) properties += "<w:vMerge w:val=\"restart\"/>";
  if (cell.continues) properties += "<w:vMerge/>";
  if (cell.is_head) properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6EAEE\"/><w:vAlign w:val=\"center\"/>";
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (cell.content.empty() ? "<w:p/>" : cell.content) + "</w:tc>";
}

std::string row_text(TableRow const& row, std::vector<int> const& widths) {
  std::string properties = "<w:cantSplit/>";
  if (row.height_mm > 0) {
    properties += "<w:trHeight w:val=\"" + std::to_string(twips(row.height_mm)) + "\" w:hRule=\"atLeast\"/>";
  }
  if (row.is_head) properties += "<w:tblHeader/>";
  std::string out = "<w:tr><w:trPr>" + properties + "</w:trPr>";
  std::size_t column = 0;
  for (auto const& cell : row.cells) {
    int width = 0;
    for (int i = 0; i < cell.columns && column < widths.size(); ++i) width += widths[column++];
    out += cell_text(cell, width);
  }
  return out + "</w:tr>";
}

TableCell head_cell(std::string const& title) {
  return {.content = plain_paragraph(title, {.style = "Sel", .align = Align::centre}, true), .is_head = true};
}

/// One row of titles, or two where neighbours stand under a common one.
std::vector<TableRow> head_rows(std::vector<document::Column> const& columns) {
  bool const grouped = std::ranges::any_of(columns, [](auto const& each) { return !each.group.empty(); });
  TableRow first{{}, true, 0};
  TableRow second{{}, true, 0};
  for (std::size_t i = 0; i < columns.size();) {
    auto const& group = columns[i].group;
    std::size_t end = i + 1;
    while (!group.empty() && end < columns.size() && columns[end].group == group) ++end;
    auto cell = head_cell(group.empty() ? columns[i].title : group);
    cell.columns = static_cast<int>(end - i);
    cell.begins = grouped && group.empty();
    first.cells.push_back(cell);
    for (; i < end; ++i) {
      auto below = head_cell(group.empty() ? std::string{} : columns[i].title);
      below.continues = group.empty();
      second.cells.push_back(below);
    }
  }
  return grouped ? std::vector{first, second} : std::vector{first};
}

TableRow body_row(document::Row const& row, std::vector<document::Column> const& columns) {
  TableRow made;
  std::size_t column = 0;
  bool const strong = row.look != document::RowLook::plain;
  for (auto const& cell : row.cells) {
    auto const align = column < columns.size() && cell.columns == 1 ? columns[column].align : Align::start;
    made.cells.push_back({.content = paragraph(runs(cell.text, strong), {.style = "Sel", .align = align}),
                          .columns = std::max(cell.columns, 1),
                          .is_head = row.look == document::RowLook::section});
    column += static_cast<std::size_t>(std::max(cell.columns, 1));
  }
  return made;
}

}  // namespace

std::vector<int> shared_out(int total, std::vector<int> const& shares) {
  auto const sum = std::accumulate(shares.begin(), shares.end(), 0);
  std::vector<int> widths;
  for (auto const share : shares) {
    widths.push_back(sum > 0 ? total * share / sum : total / static_cast<int>(shares.size()));
  }
  return widths;
}

std::string table(std::vector<int> const& widths, std::vector<TableRow> const& rows, Lines lines) {
  auto const total = std::accumulate(widths.begin(), widths.end(), 0);
  std::string out = "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(total) + "\" w:type=\"dxa\"/>" + borders(lines) +
                    "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (auto const width : widths) out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  out += "</w:tblGrid>";
  for (auto const& row : rows) out += row_text(row, widths);
  return out + "</w:tbl>";
}

std::string paper_table(document::Table const& given, int total_width) {
  std::vector<int> shares;
  for (auto const& column : given.columns) shares.push_back(column.width);
  auto rows = head_rows(given.columns);
  for (auto const& row : given.rows) rows.push_back(body_row(row, given.columns));
  std::string out;
  if (!given.caption.empty()) out += plain_paragraph(given.caption, {.style = "Caption", .stays_with_next = true});
  return out + table(shared_out(total_width, shares), rows, Lines::all) + plain_paragraph("");
}

}  // namespace himpun::docx
