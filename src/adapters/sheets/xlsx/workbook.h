#pragma once
// An XLSX file, opened: checked as a whole, then one sheet at a time as rows.

#include <memory>

#include "adapters/sheets/input.h"

namespace himpun::sheets {

/// Throws StoreFailure when the disk does not answer.
[[nodiscard]] Result<std::unique_ptr<app::Workbook>> open_xlsx(Input input);

}  // namespace himpun::sheets
