#pragma once
// Use cases of a catalogue as a file: the template, what a filled file would do, and doing it. The tables are
// app/sheets/catalogue's, the rules core/performance's.

#include "app/sheets/catalogue/import.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {

inline constexpr ProblemType import_refused{"import.refused", ProblemKind::invalid,
                                            "Ada baris yang ditolak; tidak ada yang diubah",
                                            "Some rows are refused; nothing was changed"};

/// For who keeps the catalogue. Answers {version, body: {version, rows, left_out, acceptable, counts}}.
[[nodiscard]] Result<Json> check_import(Sight& sight, SheetFile const& file, Language language);

/// All rows or none. `seen`: the catalogue's version the caller saw; absent for the command line. Answers {version,
/// body: {version, counts}}; refuses with every refused row and its place.
[[nodiscard]] Result<Json> import_catalogue(Desk& desk, std::optional<std::int64_t> seen, SheetFile const& file,
                                            Language language);

/// The catalogue of a year as a workbook that can be changed and imported.
[[nodiscard]] MadeFile make_import_template(Sight& sight, std::int32_t year);

}  // namespace himpun::app
