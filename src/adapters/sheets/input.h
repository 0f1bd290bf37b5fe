#pragma once
// The bytes of a spreadsheet, on the disk or in memory, and refusals that name the file. It does not know formats.

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "app/ports/sheets.h"

namespace himpun::sheets {

struct FilePath {
  std::string value;
};
struct FileBytes {
  std::string value;
};

struct Input {
  std::variant<FilePath, FileBytes> source;
  app::SheetReading reading;
};

inline constexpr std::size_t piece_bytes = 64 * 1024;

/// Hands over the content piece by piece until `sink` refuses. A file that is not there is refused (`file_missing`);
/// throws StoreFailure when the disk does not answer.
[[nodiscard]] Result<void> read_input(Input const& input, std::function<Result<void>(std::string_view)> const& sink);

/// The first bytes, at most one piece.
[[nodiscard]] Result<std::string> first_bytes(Input const& input);

/// `Berkas "isian.xlsx": ...`
[[nodiscard]] std::unexpected<Problem> refuse_file(ProblemType const& type, app::SheetReading const& file,
                                                   Words const& what);
[[nodiscard]] Problem file_problem(ProblemType const& type, app::SheetReading const& file, Words const& what);

/// "64 MiB", "900 KiB".
[[nodiscard]] std::string spell_bytes(std::int64_t bytes);

}  // namespace himpun::sheets
