#include "adapters/docx/sheet.h"

#include <set>

#include "base/text.h"
#include "core/document/sheet/symbols.h"

namespace himpun::docx {
namespace {

using namespace document;

/// Of the few that every text font has.
char const* symbol_text(Symbol symbol) {
  switch (symbol) {
    case Symbol::terminal:
      return "○";
    case Symbol::process:
      return "□";
    case Symbol::decision:
      return "◊";
    case Symbol::off_page:
      return "▼";
    case Symbol::none:
      break;
  }
  return "";
}

TableCell words(std::string const& text) { return {.content = plain_paragraph(text, {.style = "Sel"})}; }
TableCell flow_words(std::string const& text, Align align = Align::start) {
  return {.content = plain_paragraph(text, {.style = "SelSop", .align = align})};
}
TableCell flow_title(std::string const& text) {
  return {.content = plain_paragraph(text, {.style = "SelSop", .align = Align::centre}, true), .is_head = true};
}

std::string identity(SopSheet const& sheet, int total_width) {
  std::vector<TableRow> rows;
  auto const fact = [&](char const* name, std::string const& value) { rows.push_back({{words(name), words(value)}}); };
  fact("Unit", sheet.unit);
  fact("Nomor SOP", sheet.number);
  fact("Tgl Pembuatan", sheet.dates.made);
  fact("Tgl Revisi", sheet.dates.revised);
  fact("Tgl Pengesahan", sheet.dates.approved);
  if (!sheet.dates.effective.empty()) fact("Tgl Efektif", sheet.dates.effective);
  auto const& by = sheet.approved_by;
  fact("Disahkan oleh", by.position + "\n" + by.name + "\n" + by.rank + (by.nip.empty() ? "" : "\nNIP. " + by.nip));
  fact("Nama SOP", sheet.name);
  for (auto const& box : sheet.boxes) fact(box.title.c_str(), join(box.items, "\n"));
  return table(shared_out(total_width, {25, 75}), rows, Lines::all);
}

std::string flow_cell(SheetCell const& cell) {
  auto out = plain_paragraph(symbol_text(cell.symbol), {.style = "Sel", .align = Align::centre});
  for (auto const& exit : cell.labels) {
    out += plain_paragraph(exit.text, {.style = "SelSop", .align = Align::centre});
  }
  return out;
}

TableRow flow_row(SheetRow const& row) {
  TableRow made{{flow_words(std::to_string(row.number) + ".", Align::centre), flow_words(row.activity)}};
  for (auto const& cell : row.cells) {
    made.cells.push_back({.content = flow_cell(cell)});
  }
  made.cells.push_back(flow_words(join(row.inputs, "\n")));
  made.cells.push_back(flow_words(row.time));
  made.cells.push_back(flow_words(join(row.outputs, "\n")));
  made.cells.push_back(flow_words(row.remark));
  return made;
}

/// What the symbols mean, of those that stand in the flow.
std::string legend(SopSheet const& sheet) {
  std::set<Symbol> used;
  for (auto const& page : sheet.pages) {
    for (auto const& row : page.rows) {
      for (auto const& cell : row.cells) used.insert(cell.symbol);
    }
  }
  std::vector<std::string> meanings;
  for (auto const symbol : {Symbol::terminal, Symbol::process, Symbol::decision}) {
    if (used.contains(symbol)) meanings.push_back(std::string{symbol_text(symbol)} + " " + symbol_words(symbol));
  }
  return join(meanings, "; ") + ". Garis alur digambar hanya pada PDF.";
}

}  // namespace

std::string sheet(SopSheet const& sheet, int total_width) {
  TableRow head{{flow_title("No"), flow_title("Aktivitas")}, true, 0};
  std::vector<int> shares{4, 23};
  for (auto const& column : sheet.columns) {
    head.cells.push_back(flow_title(column));
    shares.push_back(9);
  }
  for (auto const* title : {"Kelengkapan", "Waktu", "Output", "Ket"}) head.cells.push_back(flow_title(title));
  shares.insert(shares.end(), {12, 7, 12, 11});
  std::vector<TableRow> rows{head};
  for (auto const& page : sheet.pages) {
    for (auto const& row : page.rows) {
      if (row.kind == RowKind::step) rows.push_back(flow_row(row));
    }
  }
  return plain_paragraph(sheet.name, {.style = "Title"}) + identity(sheet, total_width) +
         "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" +
         plain_paragraph(sheet.flow_title.empty() ? sheet.name : sheet.flow_title, {.style = "Title"}) +
         table(shared_out(total_width, shares), rows, Lines::all) + plain_paragraph(legend(sheet), {.style = "Sel"});
}

}  // namespace himpun::docx
