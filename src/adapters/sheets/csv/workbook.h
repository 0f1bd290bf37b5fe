#pragma once
// A CSV file as a workbook of one sheet. It is read when its rows are asked for, so a fault may show after the first
// rows: whoever takes all or nothing keeps them back until the end.

#include <memory>

#include "adapters/sheets/input.h"

namespace himpun::sheets {

[[nodiscard]] std::unique_ptr<app::Workbook> open_csv(Input input);

}  // namespace himpun::sheets
