#pragma once
// The classification tree with its retention schedule as a table: what an office imports (preview row by row, all rows
// or none), the template it fills in, and the shipped example. The rules are core/archive's.

#include "app/archive/archive_desk.h"
#include "app/sheets/catalogue/import.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {

/// {version, body: {version, rows, left_out, acceptable, counts}}
[[nodiscard]] Result<Json> check_code_import(Sight& sight, SheetFile const& file, Language language);
/// Answers {version, body: {version, counts}}; refuses with every refused row.
[[nodiscard]] Result<Json> import_codes(Desk& desk, std::optional<std::int64_t> seen, SheetFile const& file,
                                        Language language);
/// The codes of the office as a workbook to change and import; the shipped example when it has none.
[[nodiscard]] MadeFile make_code_template(Sight& sight);

/// The shipped example: codes from public rules with retention that is an assumption, and four security classes.
[[nodiscard]] std::vector<archive::ClassCode> const& shipped_codes();
[[nodiscard]] std::vector<archive::SecurityClass> const& shipped_security();

}  // namespace himpun::app
