#pragma once
// Every figure of an office as an open table: CSV, XLSX or JSON, page by page, so that a million rows need no more
// memory than a thousand. Numbers are exact where they end; what is blank stays blank.

#include "app/sheets/scratch_file.h"

namespace himpun::app {

enum class ExportFormat : std::uint8_t { csv, xlsx, json };
BOOST_DESCRIBE_ENUM(ExportFormat, csv, xlsx, json)

struct FigureExport {
  std::int32_t first_year = 0;
  std::int32_t last_year = 0;  ///< inclusive
  ExportFormat format = ExportFormat::csv;
  std::string case_id{};  ///< only what this case collected; empty: everything
};

/// Told how many rows were written so far.
using ExportProgress = std::function<void(std::int64_t rows)>;

/// Writes to `path`; answers with the number of rows. Throws StoreFailure when the disk does not answer.
[[nodiscard]] Result<std::int64_t> export_figures(Sight& sight, FigureExport const& wanted, std::string const& path,
                                                  ExportProgress const& progress);

/// The same into a file of its own.
[[nodiscard]] Result<MadeFile> make_figure_export(Sight& sight, FigureExport const& wanted);

}  // namespace himpun::app
