#pragma once
// The SQLite file as an operator sees it: founded, brought up to date (with a copy before), checked, backed up.
// A file is ours when its application id says so. The functions that return `Result` refuse what an operator can
// mend; they throw `app::StoreFailure` when the disk does not answer.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sql/problems.h"
#include "app/ports/store.h"

namespace himpun::sqlite {

struct Upgrade {
  std::vector<std::string> applied;   ///< names of the migrations, in order; empty: it was up to date
  std::optional<std::string> backup;  ///< path of the copy taken before; none for a new file
};

/// Makes the file when there is none, founds `agency` in it, and applies every missing migration. Before an existing
/// file is changed, a copy is written beside it: `<path>.<yyyymmdd>T<hhmmss>Z.backup`.
/// Refuses: `database.foreign` (not a Himpun file, or of another agency), `database.newer`, `database.damaged`.
[[nodiscard]] Result<Upgrade> migrate(std::string const& path, std::string const& agency, Instant now);

/// The agency whose journal the file holds. Refuses: `database.missing`, `database.foreign`.
[[nodiscard]] Result<std::string> agency_of(std::string const& path);

/// Reads the whole file and refuses with `database.damaged` when it is not sound. Slow on a large file.
[[nodiscard]] Result<void> check(std::string const& path);

/// Copies the database while it is in use, as it was when the copy began, to `target`, which appears only when it is
/// complete and on the disk. `progress` hears pages done and pages in all.
/// Refuses: `database.missing`, `database.foreign`.
[[nodiscard]] Result<void> backup(std::string const& path, std::string const& target,
                                  std::function<void(int done, int total)> const& progress);

}  // namespace himpun::sqlite
