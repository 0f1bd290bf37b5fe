#pragma once
// Spreadsheets in and out: XLSX and CSV files as rows of cells, streamed, so that a file of a million rows needs no
// more memory than one of ten. It does not know what a column means, and never computes a formula.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/sheet_book.h"
#include "app/ports/sheet_cells.h"
#include "app/ports/sheet_form.h"
#include "base/problem.h"

namespace himpun::app {

/// How much a file may ask of us. Whoever reads a form of one division can be far stricter.
struct SheetLimits {
  std::int64_t entries = 2'000;          ///< files inside the zip
  std::int64_t entry_bytes = 256 << 20;  ///< one of them unpacked; of a CSV file: all of it
  std::int64_t total_bytes = 512 << 20;  ///< all of them unpacked
  std::int64_t ratio = 200;              ///< unpacked to packed, asked above 1 MiB
  std::int64_t cells = 20'000'000;       ///< of the sheet that is read
  std::int64_t shared_bytes = 64 << 20;  ///< texts kept beside the sheet, which are held in memory
  std::int64_t cell_bytes = 4 * 32'767;  ///< text of one cell
  std::int64_t merged_ranges = 10'000;
};

enum class CsvSeparator : char { found = 0, semicolon = ';', comma = ',', tab = '\t' };

struct SheetReading {
  std::string name;  ///< of the file, as people know it: it is said in refusals
  SheetLimits limits{};
  CsvSeparator separator = CsvSeparator::found;  ///< `found`: the one the first row uses most
};

enum class SheetVisibility : std::uint8_t { shown, hidden };

struct SheetInfo {
  std::string name;
  SheetVisibility visibility = SheetVisibility::shown;

  bool operator==(SheetInfo const&) const = default;
};

/// What is only known when the sheet has been read to its end.
struct SheetSummary {
  std::int32_t rows = 0;            ///< handed over
  std::int64_t cells = 0;           ///< handed over, blank ones too
  std::int64_t formulas = 0;        ///< of these
  std::vector<CellRange> merged{};  ///< only the first cell of a range can hold something
};

/// Called once for each row that is in the file, by rising number; a refusal ends the reading and is its answer. The
/// row is used again for the next one.
using RowSink = std::function<Result<void>(Row const&)>;

/// An opened file. An XLSX file is complete, checked against its checksums and within the limits; a CSV file is checked
/// while its rows are read.
class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] virtual std::vector<SheetInfo> const& sheets() const = 0;  ///< a CSV file has one, "CSV"
  /// An empty name asks for the first sheet that is shown.
  [[nodiscard]] virtual Result<SheetSummary> read(std::string_view sheet, RowSink const& sink) = 0;
};

/// Where a refused cell stands; adds the place to the words.
[[nodiscard]] Problem cell_problem(ProblemType const& type, SheetReading const& file, std::string_view sheet,
                                   std::int32_t row, std::int32_t column, Words const& what);

struct SheetColumn {
  std::string title;
  CellFormat format = CellFormat::general;
  std::int32_t width_characters = 14;
};

struct SheetLayout {
  std::string name = "Data";  ///< of the sheet; more rows than a sheet can hold go on in "Data (2)"
  std::vector<SheetColumn> columns{};
  std::string document_title{};
  Instant written_at{};
};

/// Text that begins with = + - @ is run as a formula by spreadsheets that open a CSV file.
/// With `apostrophe` such a text is written behind one.
enum class FormulaGuard : std::uint8_t { apostrophe, none };

struct CsvLayout {
  std::vector<std::string> titles{};
  /// Numbers have a decimal comma between semicolons, as Indonesian spreadsheets read them, else a point.
  CsvSeparator separator = CsvSeparator::semicolon;
  FormulaGuard guard = FormulaGuard::apostrophe;
};

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  /// Refuses a text that no cell can hold (XLSX).
  [[nodiscard]] virtual Result<void> add(std::span<Cell const> cells) = 0;
  /// The file is whole only after this. An XLSX writer that is dropped without it leaves nothing behind.
  virtual void finish() = 0;
};

using ByteSink = std::function<void(std::string_view)>;

/// Throws StoreFailure when the disk does not answer.
class Sheets {
 public:
  virtual ~Sheets() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<Workbook>> open_file(std::string const& path, SheetReading reading) = 0;
  [[nodiscard]] virtual Result<std::unique_ptr<Workbook>> open_bytes(std::string bytes, SheetReading reading) = 0;
  [[nodiscard]] virtual std::unique_ptr<RowWriter> write_xlsx(std::string path, SheetLayout layout) = 0;
  [[nodiscard]] virtual std::unique_ptr<RowWriter> write_csv(ByteSink sink, CsvLayout layout) = 0;
  /// A workbook to be filled in; see sheet_form.h.
  virtual void write_form(std::string const& path, SheetForm const& form) = 0;
  /// Several tables in one workbook; see sheet_book.h.
  virtual void write_book(std::string const& path, SheetBook const& book) = 0;
};

}  // namespace himpun::app
