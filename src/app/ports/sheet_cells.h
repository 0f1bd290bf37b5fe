#pragma once
// One cell and one row of a spreadsheet, as they are read and written. A number is decimal text, never a double, so
// that what an office typed is what is computed with. It does not read figures that somebody typed as text
// ("1.234,56"): that is a rule of whoever asked for the figure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace himpun::app {

inline constexpr std::int32_t most_sheet_rows = 1'048'576;
inline constexpr std::int32_t most_sheet_columns = 16'384;
inline constexpr std::int32_t most_cell_characters = 32'767;

enum class CellKind : std::uint8_t { blank, text, number, boolean, date, error };
/// What stands in a `formula` cell was computed by somebody's program at some time, and may be anything.
enum class CellOrigin : std::uint8_t { entered, formula };
/// How the sheet shows a number. 0.9375 with `percent` is seen as 93,75 %.
enum class NumberStyle : std::uint8_t { general, percent, date, time };

struct Cell {
  std::int32_t column = 0;  ///< from 1 (column A); 0 when writing: the next one
  CellKind kind = CellKind::blank;
  CellOrigin origin = CellOrigin::entered;
  NumberStyle style = NumberStyle::general;
  /// Of a number: plain decimal ("-1234.5") with at most 15 significant digits, which is what people saw and typed:
  /// Excel stores 1.1 as 1.1000000000000001. Of a boolean: "true" or "false". Of a date: ISO 8601, with "T08:30:00"
  /// when there is a time of day. Of an error: "#DIV/0!".
  std::string text{};
  std::string stored{};  ///< of a number: every digit of the file, when `text` has fewer; else empty
  Date date{};           ///< of a date

  bool operator==(Cell const&) const = default;
};

[[nodiscard]] inline Cell text_cell(std::string text) { return {.kind = CellKind::text, .text = std::move(text)}; }
/// `decimal` is plain: a sign, digits, a point. It is shown by the format of its column.
[[nodiscard]] inline Cell number_cell(std::string decimal) {
  return {.kind = CellKind::number, .text = std::move(decimal)};
}
[[nodiscard]] inline Cell date_cell(Date date) {
  return {.kind = CellKind::date, .style = NumberStyle::date, .text = to_text(date), .date = date};
}
[[nodiscard]] inline Cell blank_cell() { return {}; }

enum class RowVisibility : std::uint8_t { shown, hidden };

/// Only cells that are in the file are here, by rising column; the others are blank.
struct Row {
  std::int32_t number = 0;  ///< as the spreadsheet counts, from 1
  RowVisibility visibility = RowVisibility::shown;
  std::vector<Cell> cells{};

  bool operator==(Row const&) const = default;
  /// The cell of this column, or a blank one.
  [[nodiscard]] Cell const& at(std::int32_t column) const {
    static Cell const blank{};
    for (auto const& cell : cells) {
      if (cell.column == column) return cell;
    }
    return blank;
  }
};

/// Both ends belong to it.
struct CellRange {
  std::int32_t first_row = 0;
  std::int32_t first_column = 0;
  std::int32_t last_row = 0;
  std::int32_t last_column = 0;

  bool operator==(CellRange const&) const = default;
  [[nodiscard]] bool contains(std::int32_t row, std::int32_t column) const {
    return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
  }
};

/// `C5`.
[[nodiscard]] std::string cell_name(std::int32_t row, std::int32_t column);

}  // namespace himpun::app
