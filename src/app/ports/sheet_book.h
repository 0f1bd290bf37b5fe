#pragma once
// A workbook of several tables, as a value: what an office gets to look at or to edit freely (drop-downs help, nothing
// is locked). It is held in memory, so it is for hundreds of rows; a million rows go through a RowWriter, and a form
// that must come back as it was is a SheetForm.

#include <string>
#include <vector>

#include "app/ports/sheet_cells.h"
#include "app/ports/sheet_form.h"

namespace himpun::app {

struct BookColumn {
  std::string title;
  CellFormat format = CellFormat::general;
  std::int32_t width_characters = 14;
  std::string hint{};                  ///< shown beside the cell when it is entered; at most 255 characters
  std::vector<std::string> choices{};  ///< a drop-down; nothing else can be entered
};

struct BookSheet {
  std::string name;
  std::vector<std::string> heading{};  ///< lines above the table
  std::vector<BookColumn> columns{};   ///< none: a page of text, its lines are `heading`
  std::vector<std::vector<Cell>> rows{};
  std::int32_t spare_rows = 0;  ///< empty rows below that have the drop-downs too
};

struct SheetBook {
  std::string title;
  Instant made_at{};
  std::vector<BookSheet> sheets{};
};

}  // namespace himpun::app
