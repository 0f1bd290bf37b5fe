#include "adapters/docx/sheet.h"

#include "base/text.h"

namespace himpun::docx {
namespace {

using namespace document;

char const* symbol_text(Symbol symbol) {
  switch (symbol) {
    case Symbol::terminal:
      return "⬭";
    case Symbol::process:
      return "▭";
    case Symbol::decision:
      return "◇";
    case Symbol::off_page:
      return "⬠";
    case Symbol::none:
      break;
  }
  return "";
}

TableCell words(std::string const& text, bool head = false) {
  return {.content = plain_paragraph(text, {.style = "Sel"}, head), .is_head = head};
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

TableRow flow_row(SheetRow const& row) {
  TableRow made{{words(std::to_string(row.number) + "."), words(row.activity)}};
  for (auto const& cell : row.cells) {
    made.cells.push_back({.content = plain_paragraph(symbol_text(cell.symbol), {.style = "Sel", .align = Align::centre})});
  }
  made.cells.push_back(words(join(row.inputs, "\n")));
  made.cells.push_back(words(row.time));
  made.cells.push_back(words(join(row.outputs, "\n")));
  made.cells.push_back(words(row.remark));
  return made;
}

}  // namespace

std::string sheet(SopSheet const& sheet, int total_width) {
  TableRow head{{words("No", true), words("Aktivitas", true)}, true, 0};
  std::vector<int> shares{3, 24};
  for (auto const& column : sheet.columns) {
    head.cells.push_back(words(column, true));
    shares.push_back(9);
  }
  for (auto const* title : {"Kelengkapan", "Waktu", "Output", "Ket"}) head.cells.push_back(words(title, true));
  shares.insert(shares.end(), {10, 6, 10, 8});
  std::vector<TableRow> rows{head};
  for (auto const& page : sheet.pages) {
    for (auto const& row : page.rows) {
      if (row.kind == RowKind::step) rows.push_back(flow_row(row));
    }
  }
  return plain_paragraph(sheet.name, {.style = "Title"}) + identity(sheet, total_width) +
         "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" +
         plain_paragraph(sheet.flow_title.empty() ? sheet.name : sheet.flow_title, {.style = "Title"}) +
         table(shared_out(total_width, shares), rows, Lines::all);
}

}  // namespace himpun::docx
