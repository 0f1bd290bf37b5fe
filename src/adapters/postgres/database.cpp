#include "adapters/postgres/database.h"

#include "adapters/sql/applied.h"

namespace himpun::postgres {
namespace {

/// Any number that other programs are unlikely to lock: "Himp" in ASCII.
constexpr char const* lock_upgrade = "SELECT pg_advisory_xact_lock(1214868848)";

bool has_table(Connection& connection, std::string_view name) {
  return !connection.query<std::string>("installation/find_table", name).empty();
}

/// Number of the last migration; 0 for a database without tables of ours.
Result<std::int64_t> last_migration(Connection& connection) {
  if (!has_table(connection, "schema_migration")) {
    if (!has_table(connection, "journal_event")) return 0;
    return refuse(sql::database_foreign, {"Basis data ini berisi tabel lain. Pakai basis data kosong.",
                                          "This database holds other tables. Use an empty one."});
  }
  return sql::compare_migrations(connection.query<sql::AppliedMigration>("installation/list_migrations"),
                                 sql::migrations(sql::Dialect::postgres));
}

Result<void> expect_agency(Connection& connection, std::string const& agency) {
  auto const found = connection.query<std::string>("installation/find_agency");
  if (!found.empty() && found.front() == agency) return {};
  return sql::refuse_other_agency(found, agency);
}

Result<void> expect_utf8(Connection& connection) {
  auto const encoding = connection.query<std::string>("installation/find_encoding").front();
  if (encoding == "UTF8") return {};
  return refuse(sql::database_foreign,
                {"Pengodean basis data adalah " + encoding + ". Buat basis data dengan ENCODING 'UTF8'.",
                 "The encoding of the database is " + encoding + ". Create the database with ENCODING 'UTF8'."});
}

Result<Upgrade> upgrade_locked(Connection& connection, std::string const& agency, Instant now) {
  auto const last = last_migration(connection);
  if (!last) return std::unexpected(last.error());
  if (*last != 0) {
    if (auto same = expect_agency(connection, agency); !same) return std::unexpected(same.error());
  }
  Upgrade upgrade;
  for (auto const& migration : sql::migrations(sql::Dialect::postgres)) {
    if (migration.number <= *last) continue;
    connection.finish();
    connection.run_script(std::string{migration.text});
    connection.execute("installation/add_migration", migration.number, migration.name, migration.hash, now);
    upgrade.applied.push_back(migration.name);
  }
  if (*last == 0) connection.execute("installation/found_agency", agency, now);
  return upgrade;
}

}  // namespace

Result<Upgrade> migrate(std::string const& where, std::string const& agency, Instant now) {
  Connection connection(where);
  if (auto utf8 = expect_utf8(connection); !utf8) return std::unexpected(utf8.error());
  connection.finish();
  try {
    connection.say("BEGIN");
    connection.say("SET LOCAL statement_timeout = 0");  // an index on a large table takes its time
    connection.say(lock_upgrade);
    auto upgrade = upgrade_locked(connection, agency, now);
    if (!upgrade) {
      connection.roll_back();
      return upgrade;
    }
    connection.say("COMMIT");
    connection.finish();
    return upgrade;
  } catch (...) {
    connection.roll_back();
    throw;
  }
}

Result<std::string> agency_of(std::string const& where) {
  Connection connection(where);
  if (!has_table(connection, "installation")) {
    return refuse(sql::database_missing, {"Basis data ini kosong. Jalankan `himpun init` lebih dulu.",
                                          "This database is empty. Run `himpun init` first."});
  }
  auto const found = connection.query<std::string>("installation/find_agency");
  if (found.empty()) return sql::refuse_other_agency(found, "?");
  return found.front();
}

Result<void> expect_ready(Connection& connection, std::string const& agency) {
  auto const last = last_migration(connection);
  if (!last) return std::unexpected(last.error());
  if (*last == 0) {
    return refuse(sql::database_missing, {"Basis data ini kosong. Jalankan `himpun init` lebih dulu.",
                                          "This database is empty. Run `himpun init` first."});
  }
  if (*last != sql::migrations(sql::Dialect::postgres).back().number) return sql::refuse_outdated();
  auto ready = expect_agency(connection, agency);
  connection.finish();
  return ready;
}

}  // namespace himpun::postgres
