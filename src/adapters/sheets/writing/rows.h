#pragma once
// XLSX written row by row: rows leave memory for a temporary file at once, and the workbook is put together at the end.

#include <memory>

#include "app/ports/sheets.h"

namespace himpun::sheets {

/// Throws StoreFailure when the disk does not answer.
[[nodiscard]] std::unique_ptr<app::RowWriter> xlsx_writer(std::string path, app::SheetLayout layout,
                                                          std::string const& temporary_folder);

}  // namespace himpun::sheets
