// Any bytes at all: as a whole file (CSV, or a zip), or after a letter as one part of an otherwise honest workbook (`s`
// its sheet, `t` its shared texts, `y` its styles, `w` its options), because no mutation survives a checksum. The
// reader hands over rows in order, or refuses with words. Needs tests/adapters/sheets/made_zip.cpp.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "adapters/sheets/made_zip.h"
#include "adapters/sheets/sheets.h"
#include "adapters/sheets/xlsx/numbers.h"
#include "base/ensure.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

std::string const honest_sheet =
    "<sheetData><row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>46112.5</v></c></row></sheetData>";
std::string const honest_texts = "<si><t>a</t></si>";
std::string const honest_styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";

std::string file_of(std::string_view input) {
  auto const part = std::string{input.substr(input.empty() ? 0 : 1)};
  switch (input.empty() ? '\0' : input.front()) {
    case 's':
      return test::make_workbook({part, honest_texts, honest_styles});
    case 't':
      return test::make_workbook({honest_sheet, part, honest_styles});
    case 'y':
      return test::make_workbook({honest_sheet, honest_texts, part});
    case 'w':
      return test::make_workbook({honest_sheet, honest_texts, honest_styles, part});
    default:
      return std::string{input};
  }
}

void check_cell(app::Cell const& cell) {
  ensure(cell.column > 0 && cell.column <= app::most_sheet_columns, "a column lies in the sheet");
  ensure(is_utf8(cell.text), "a text is UTF-8");
  if (cell.kind == app::CellKind::number) ensure(plain_decimal(cell.text) == cell.text, "a number is a plain decimal");
  if (cell.kind == app::CellKind::date)
    ensure(cell.text.starts_with(himpun::to_text(cell.date)), "a date says its day");
}

void check_problem(Problem const& problem) {
  ensure(!problem.detail.id.empty() && !problem.detail.en.empty(), "a refusal has words");
}

void read_all(std::string file) {
  app::SheetReading reading{"fuzz"};
  reading.limits.entry_bytes = reading.limits.total_bytes = 8 << 20;
  auto const workbook = with_files()->open_bytes(std::move(file), reading);
  if (!workbook) return check_problem(workbook.error());
  std::int32_t last_row = 0;
  auto const read = (*workbook)->read("", [&](app::Row const& row) -> Result<void> {
    ensure(row.number > last_row, "rows come by rising number");
    last_row = row.number;
    std::int32_t last_column = 0;
    for (auto const& cell : row.cells) {
      ensure(cell.column > last_column, "cells come by rising column");
      last_column = cell.column;
      check_cell(cell);
    }
    return {};
  });
  if (!read) check_problem(read.error());
}

}  // namespace
}  // namespace himpun::sheets

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  himpun::sheets::read_all(himpun::sheets::file_of({reinterpret_cast<char const*>(data), size}));
  return 0;
}
