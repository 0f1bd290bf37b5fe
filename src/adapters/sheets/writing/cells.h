#pragma once
// Cells and their formats for libxlsxwriter: what the writer of rows and the writer of forms share.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/ports/sheets.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace himpun::sheets {

enum class Look : std::uint8_t { plain, title, heading, shown, input, not_asked, paragraph };

/// Makes each format once. The workbook owns them.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}
  [[nodiscard]] lxw_format* of(Look look, app::CellFormat format = app::CellFormat::general);

 private:
  lxw_workbook* workbook_;
  std::map<std::pair<Look, app::CellFormat>, lxw_format*> made_;
};

struct Place {
  std::int32_t row = 0;     ///< from 1
  std::int32_t column = 0;  ///< from 1
};

/// A number of more than 15 significant digits is written as text, because a spreadsheet would change it.
void put_cell(lxw_worksheet* sheet, Place place, app::Cell const& cell, lxw_format* format);
void put_text(lxw_worksheet* sheet, Place place, std::string const& text, lxw_format* format);

/// A list in a validation itself ends at 255 characters and knows no commas; a longer one must stand on a sheet (but
/// the library forgets to free its formula).
[[nodiscard]] bool fits_into_validation(std::vector<std::string> const& choices);
/// `='_pilihan'!$B$1:$B$7`: the cells of a hidden sheet's column that now hold the choices.
[[nodiscard]] std::string list_choices(lxw_worksheet* sheet, std::int32_t column,
                                       std::vector<std::string> const& choices);

/// Throws StoreFailure unless `code` is success.
void expect_written(int code, std::string const& path);

/// The title and the time of making, so that the same content makes the same file.
void describe_document(lxw_workbook* workbook, std::string const& title, Instant made_at);

/// Nearest double, for what a spreadsheet cannot hold otherwise.
[[nodiscard]] double nearest(std::string const& decimal);

}  // namespace himpun::sheets
