#pragma once
// The workbook that an office fills in and imports: a sheet for each table, drop-downs, instructions, and what the
// catalogue holds in a year already, so that changes are made in it and read back. What is imported unchanged changes
// nothing.

#include "app/office.h"
#include "app/ports/sheet_book.h"

namespace himpun::app {

[[nodiscard]] SheetBook catalogue_template(Sight& sight, performance::Catalogue const& catalogue, std::int32_t year);

}  // namespace himpun::app
