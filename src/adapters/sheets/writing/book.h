#pragma once
// A workbook of several free tables (app/ports/sheet_book.h) on libxlsxwriter.

#include <string>

#include "app/ports/sheet_book.h"

namespace himpun::sheets {

/// Throws StoreFailure when the disk does not answer.
void write_book_workbook(std::string const& path, app::SheetBook const& book);

}  // namespace himpun::sheets
