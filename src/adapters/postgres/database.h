#pragma once
// The PostgreSQL database as an operator sees it: founded and brought up to date. A copy is made through the
// store, in the portable form (assembly/portable_backup.h).
// All functions throw `app::StoreFailure` when the server does not answer.

#include <string>
#include <vector>

#include "adapters/postgres/connection.h"
#include "adapters/sql/problems.h"

namespace himpun::postgres {

struct Upgrade {
  std::vector<std::string> applied;  ///< names of the migrations, in order; empty: it was up to date
};

/// Makes the tables where there are none, founds `agency`, and applies every missing migration in one transaction.
/// Nodes that start together wait for one another. `where` is a libpq connection string or URI.
/// Refuses: `database.foreign` (not UTF-8, other tables, another agency), `database.newer`, `database.damaged`.
[[nodiscard]] Result<Upgrade> migrate(std::string const& where, std::string const& agency, Instant now);

/// The agency whose journal the database holds. Refuses: `database.missing`.
[[nodiscard]] Result<std::string> agency_of(std::string const& where);

/// Whether a store may open this database. Refuses as `open` does.
[[nodiscard]] Result<void> expect_ready(Connection& connection, std::string const& agency);

}  // namespace himpun::postgres
