#pragma once
// Use cases of a catalogue as a file: the template, what a filled file would do, and doing it. The tables are
// app/sheets/catalogue's, the rules core/performance's.

#include "app/sheets/catalogue/import.h"
#include "app/sheets/scratch_file.h"
#include "base/values/file_ref.h"

namespace himpun::app {

inline constexpr ProblemType import_refused{"import.refused", ProblemKind::invalid,
                                            "Ada baris yang ditolak; tidak ada yang diubah",
                                            "Some rows are refused; nothing was changed"};

/// For who keeps the catalogue. Answers {version, body: {version, rows, left_out, acceptable, counts}}.
[[nodiscard]] Result<Json> check_import(Sight& sight, SheetFile const& file, ImportAim const& aim);

struct ImportRequest {
  access::AccountId account{};          ///< empty: the command line
  std::optional<std::int64_t> seen{};   ///< the catalogue's version the caller saw; absent for the command line
  SheetFile file;
  /// Puts the file among the blobs, once it is known to be acceptable; the event names what it answers.
  std::function<FileRef()> keep_file;
};

/// All rows or none. The file is read and decided beside the writer, which then only appends; a catalogue that changed
/// meanwhile refuses it. Answers {version, body: {version, counts}}; refuses with every refused row and its place.
[[nodiscard]] Result<Json> import_catalogue(Office& office, ImportRequest const& request, ImportAim const& aim);

/// By the name's end: a workbook, else CSV.
[[nodiscard]] std::string media_type_of(std::string const& name);

/// The catalogue of a year as a workbook that can be changed and imported.
[[nodiscard]] MadeFile make_import_template(Sight& sight, std::int32_t year);

}  // namespace himpun::app
