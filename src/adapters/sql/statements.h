#pragma once
// The SQL that was put into the binary: queries by name (`cases/put_case` is the file `sql/queries/cases/put_case.sql`)
// and migrations by number. A file `<name>.postgres.sql` or `<name>.sqlite.sql` stands in for `<name>.sql` on that
// database only. Parameters are written `$1`, `$2`, ...; for SQLite they are turned into `?1`, `?2`, ..., because
// SQLite would number `$1` by its first place in the text. It does not run anything.

#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace himpun::sql {

enum class Dialect : std::uint8_t { sqlite, postgres };

/// The text of one query. A name without a file is a broken promise.
[[nodiscard]] std::string query_text(std::string_view name, Dialect dialect);
/// Names of all queries of this dialect, sorted.
[[nodiscard]] std::vector<std::string> query_names(Dialect dialect);

struct Migration {
  std::int64_t number = 0;
  std::string name;  ///< `journal` for `0001_journal.sqlite.sql`
  std::string_view text;
  Sha256 hash{};  ///< of the text: an applied migration is never edited
};
/// The migrations of this dialect by number.
[[nodiscard]] std::vector<Migration> const& migrations(Dialect dialect);

}  // namespace himpun::sql
