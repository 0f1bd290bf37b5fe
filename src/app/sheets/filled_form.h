#pragma once
// A form workbook that came back: recognised by its stamp, its rows and columns found by their keys wherever somebody
// moved them. It does not judge what was filled in: formulas, errors and texts in number columns are the caller's.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/sheets.h"

namespace himpun::app {

struct FilledRow {
  std::string key;
  std::int32_t number = 0;  ///< in the sheet, for messages
  RowVisibility visibility = RowVisibility::shown;
  std::vector<Cell> cells;  ///< one for each of the form's columns; its `column` is the one in the sheet
};

struct FilledForm {
  FormStamp stamp;
  std::string sheet;
  std::vector<std::string> columns;  ///< keys
  std::vector<FilledRow> rows;
  std::vector<std::int32_t> foreign_rows;  ///< numbers of rows below the headings with content and without a key

  /// The cell of that column, or nothing when the form has no such column.
  [[nodiscard]] Cell const* find(FilledRow const& row, std::string_view column) const;
};

/// Refuses what is no form, and a form in which a key comes twice: somebody copied a row or a column.
[[nodiscard]] Result<FilledForm> read_filled_form(Workbook& workbook, SheetReading const& file);

}  // namespace himpun::app
