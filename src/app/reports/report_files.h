#pragma once
// A paper as a file to work on: for a word processor, or its tables for a spreadsheet. The PDF that counts is an edition
// (app/papers).

#include "app/reports/case_reports.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {

inline constexpr ProblemType report_without_tables{"report.without_tables", ProblemKind::not_found,
                                                   "Naskah ini tidak memuat tabel",
                                                   "This paper has no tables"};

[[nodiscard]] Result<MadeFile> make_docx(Sight& sight, document::OfficialPaper const& paper, std::string_view key);
/// One sheet a table; figures are numbers there.
[[nodiscard]] Result<MadeFile> make_xlsx(Sight& sight, document::OfficialPaper const& paper, std::string_view key);

}  // namespace himpun::app
