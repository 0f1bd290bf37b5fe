#pragma once
// Tables that offices fill in: which columns there are, where they stand in a file, and row by row what was typed under
// them. Columns are found by their titles in any order; a title nobody knows is refused with the nearest that is known.
// It does not know what a row means.

#include <functional>
#include <map>
#include <span>

#include "app/ports/sheets.h"
#include "app/sheets/cell_reading.h"

namespace himpun::app {

enum class Need : std::uint8_t { optional, required };

struct TableColumn {
  std::string key;
  std::string title;
  Need need = Need::optional;  ///< `required`: the column must be there; what a row needs is for its rule
  CellFormat format = CellFormat::text;
  std::int32_t width_characters = 18;
  std::string hint{};
  std::vector<std::string> choices{};
  std::vector<std::string> pointers{};  ///< of refused fields that are about this column
};

struct TableShape {
  std::string name;  ///< of its sheet
  std::vector<TableColumn> columns;
};

/// A sheet that holds a table.
struct FoundTable {
  std::string sheet;
  std::size_t shape = 0;  ///< which of the shapes
  std::int32_t heading_row = 0;
  std::vector<std::int32_t> places;  ///< for each column of the shape where it stands; 0: it is not there
};

inline constexpr ProblemType table_unknown{"import.table_unknown", ProblemKind::invalid,
                                           "Kolom-kolom berkas ini tidak dikenali",
                                           "The columns of this file are not known"};

/// In the order of the sheets; sheets without a table (instructions) are left out. Refuses a file without any.
[[nodiscard]] Result<std::vector<FoundTable>> find_tables(Workbook& workbook, SheetReading const& file,
                                                          std::span<TableShape const> shapes);

/// One row below the headings, and what was wrong in it.
class TableRow {
 public:
  struct Fault {
    std::string column;  ///< title; empty: the row
    Words words;
  };

  TableRow(TableShape const& shape, FoundTable const& table, Row const& row);

  [[nodiscard]] std::string const& sheet() const { return sheet_; }
  [[nodiscard]] std::int32_t number() const { return number_; }
  [[nodiscard]] bool has(std::string_view key) const;  ///< whether the file has the column
  [[nodiscard]] Cell const& cell(std::string_view key) const;

  // What stands under a column; what cannot be read is noted as a fault and counts as blank.
  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::optional<Decimal> decimal(std::string_view key);
  [[nodiscard]] std::optional<std::int32_t> whole(std::string_view key);
  [[nodiscard]] std::optional<Date> date(std::string_view key);
  /// `reader` is one of the functions of cell_reading.h or figure_text.h.
  template <class T>
  [[nodiscard]] T read(std::string_view key, Reading<T> (*reader)(Cell const&)) {
    auto value = reader(cell(key));
    if (value) return std::move(*value);
    fault(key, value.error());
    return T{};
  }

  void fault(std::string_view key, Words words);
  /// Fields of a refusal, each under the column that its pointer belongs to.
  void take_over(Problem const& problem);
  [[nodiscard]] std::vector<Fault> const& faults() const { return faults_; }

 private:
  [[nodiscard]] TableColumn const* column(std::string_view key) const;

  TableShape const* shape_;
  std::string sheet_;
  std::int32_t number_ = 0;
  std::vector<Cell> cells_;  ///< one for each column of the shape
  std::vector<std::int32_t> places_;
  std::vector<Fault> faults_;
};

/// Rows that hold something, in their order.
[[nodiscard]] Result<void> read_table(Workbook& workbook, FoundTable const& table, TableShape const& shape,
                                      std::function<Result<void>(TableRow)> const& sink);

/// "Kolom Unit pengisi: …" for every fault, in one text.
[[nodiscard]] std::string say_faults(std::vector<TableRow::Fault> const& faults, Language language);

}  // namespace himpun::app
