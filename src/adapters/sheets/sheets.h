#pragma once
// Spreadsheets on libzip and expat (reading) and libxlsxwriter (writing); CSV is our own. A file is judged by its first
// bytes, never by its name. Old .xls, .ods, .xlsb and workbooks with macros are refused with how to save them as .xlsx.

#include <memory>

#include "app/ports/sheets.h"

namespace himpun::sheets {

/// `temporary_folder`: where sheets grow while they are written; empty: the system's.
[[nodiscard]] std::unique_ptr<app::Sheets> with_files(std::string temporary_folder = {});

}  // namespace himpun::sheets
