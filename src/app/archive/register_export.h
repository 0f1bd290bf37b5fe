#pragma once
// Daftar berkas and daftar isi berkas as files: CSV or XLSX, with the columns that PP 28/2012 offices use.

#include "app/archive/archive_desk.h"
#include "app/sheets/figure_export.h"

namespace himpun::app {

[[nodiscard]] Result<MadeFile> export_filed(Sight& sight, FiledQuery const& query, ExportFormat format);
[[nodiscard]] Result<MadeFile> export_items(Sight& sight, std::string const& case_id, ExportFormat format);

}  // namespace himpun::app
