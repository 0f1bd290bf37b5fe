#pragma once
// What a database says about its migrations against what this program carries. Reads and writes nothing.

#include <boost/describe/class.hpp>
#include <vector>

#include "adapters/sql/problems.h"
#include "adapters/sql/statements.h"

namespace himpun::sql {

struct AppliedMigration {
  std::int64_t number = 0;
  std::string name;
  Sha256 hash{};
};
BOOST_DESCRIBE_STRUCT(AppliedMigration, (), (number, name, hash))

/// Number of the last applied migration. Refuses with `database.newer` when one is not known here and with
/// `database.damaged` when a known one was another text.
[[nodiscard]] Result<std::int64_t> compare_migrations(std::vector<AppliedMigration> const& applied,
                                                      std::vector<Migration> const& known);

[[nodiscard]] std::unexpected<Problem> refuse_other_agency(std::vector<std::string> const& found,
                                                           std::string const& expected);
[[nodiscard]] std::unexpected<Problem> refuse_outdated();

}  // namespace himpun::sql
