#pragma once
// A form workbook (app/ports/sheet_form.h) on libxlsxwriter. Column A and the row above the headings are hidden and
// hold the keys, so that they travel with rows and columns when somebody lifts the protection and moves them.

#include <string>

#include "app/ports/sheet_form.h"

namespace himpun::sheets {

/// Throws StoreFailure when the disk does not answer.
void write_form_workbook(std::string const& path, app::SheetForm const& form);

}  // namespace himpun::sheets
