#pragma once
// A file with an office's catalogue, row by row onto the catalogue as it is: what would be added, changed, left as it
// is or refused, and why. A hundred thousand figures pass through in pieces. It records nothing itself: whoever asks
// says what happens to the events.

#include "app/office.h"
#include "app/ports/sheets.h"
#include "core/performance/catalogue/commands.h"

namespace himpun::app {

struct SheetFile {
  std::string path;
  std::string name;  ///< as people know it
};

struct ImportRow {
  std::string sheet;
  std::int32_t row = 0;
  performance::RowFate fate = performance::RowFate::same;
  std::string words;                   ///< what the row is about
  std::optional<std::string> problem;  ///< of a refused row: every fault, and how to mend it
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (sheet, row, fate, words, problem))

struct ImportCounts {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t refused = 0;
};
BOOST_DESCRIBE_STRUCT(ImportCounts, (), (added, changed, same, refused))

struct ImportReport {
  std::vector<ImportRow> rows;  ///< refused ones first when there are too many to list
  std::int64_t left_out = 0;    ///< counted, but not listed
  bool acceptable = true;
  ImportCounts counts;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (rows, left_out, acceptable, counts))

/// Told the events of rows that were not refused, in pieces; not told any more once a row was.
using ImportRecorder = std::function<Result<void>(performance::CatalogueEvents const&)>;

/// Told how many rows of the file were looked at so far.
using ImportProgress = std::function<void(std::int64_t rows)>;

struct ImportAim {
  Language language = Language::indonesian;
  ImportProgress progress{};  ///< may be empty
};

/// `catalogue` becomes what the accepted rows make of it. Refuses a file that cannot be read at all.
[[nodiscard]] Result<ImportReport> run_import(Sight& sight, SheetFile const& file, performance::Catalogue& catalogue,
                                              ImportRecorder const& record, ImportAim const& aim);

}  // namespace himpun::app
