#pragma once
// CSV (RFC 4180, UTF-8 with its mark so that Excel does not guess) written row by row into a sink.

#include <memory>

#include "app/ports/sheets.h"

namespace himpun::sheets {

[[nodiscard]] std::unique_ptr<app::RowWriter> csv_writer(app::ByteSink sink, app::CsvLayout layout);

}  // namespace himpun::sheets
