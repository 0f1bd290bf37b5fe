#pragma once
// A PostgreSQL server for tests, with a database of its own for each test. When HIMPUN_TEST_POSTGRES names a server
// (tests/support/with-postgres.sh sets it) that one is used, otherwise one is started for this process and goes with
// it.

#include <string>

namespace himpun::test {

/// Connection URI of a server on which databases can be made. Stops the process when there is no PostgreSQL.
[[nodiscard]] std::string const& postgres_server();

/// Runs one statement, outside any transaction, and returns the first column of its first row (empty when none).
std::string run_on_postgres(std::string const& where, std::string const& statement);

/// A fresh, empty database, dropped at the end whoever is still connected.
class PostgresDatabase {
 public:
  PostgresDatabase();
  ~PostgresDatabase();
  PostgresDatabase(PostgresDatabase const&) = delete;
  PostgresDatabase& operator=(PostgresDatabase const&) = delete;

  [[nodiscard]] std::string const& where() const { return where_; }
  [[nodiscard]] std::string const& name() const { return name_; }

  /// Ends every connection to this database, as a server that goes away would; new ones are welcome.
  void cut_connections() const;
  /// As above, and refuses new connections until `come_back`.
  void go_away() const;
  void come_back() const;

 private:
  std::string name_;
  std::string where_;
};

}  // namespace himpun::test
