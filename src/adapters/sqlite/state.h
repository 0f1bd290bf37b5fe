#pragma once
// What a SQLite file says about itself: whose it is and which migrations it has. Used when a file is opened.

#include <cstdint>
#include <string>

#include "adapters/sql/problems.h"
#include "adapters/sqlite/connection.h"

namespace himpun::sqlite {

/// "Himp" in ASCII, stored in the header of the file.
inline constexpr std::int64_t application_id = 0x48696d70;

/// Refuses with `database.missing` when there is no file and with `database.foreign` when it is not ours.
[[nodiscard]] Result<void> expect_ours(std::string const& path);

/// Number of the last migration; 0 for an empty file. Refuses with `database.newer` when the file has a migration that
/// this program does not know, and with `database.damaged` when one was edited after it had been applied.
[[nodiscard]] Result<std::int64_t> last_migration(Connection& connection);

/// Refuses with `database.foreign` when the file belongs to another agency.
[[nodiscard]] Result<void> expect_agency(Connection& connection, std::string const& agency);

}  // namespace himpun::sqlite
