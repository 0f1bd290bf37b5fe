// The schema of each database as it is committed in sql/, and every query against it.
// HIMPUN_WRITE_SCHEMA=1 build/test_adapters --gtest_filter='Schema.*' writes the dumps anew after a new migration.

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <cstdlib>
#include <fstream>

#include "adapters/postgres/database.h"
#include "adapters/sql/statements.h"
#include "adapters/sqlite/connection.h"
#include "adapters/sqlite/database.h"
#include "adapters/store/samples.h"
#include "support/files.h"
#include "support/postgres_server.h"
#include "support/temporary_folder.h"

namespace himpun::test {
namespace {

void expect_committed(std::string const& path, std::string const& dump) {
  if (std::getenv("HIMPUN_WRITE_SCHEMA")) {
    std::ofstream(std::filesystem::path{HIMPUN_SOURCE_DIR} / path) << dump;
  }
  EXPECT_EQ(read_source_file(path), dump) << "run with HIMPUN_WRITE_SCHEMA=1 after a new migration";
}

std::string header(std::string const& database) {
  return "-- The schema on " + database +
         " after every migration. Generated; see tests/adapters/store/schema_test.cpp.\n";
}

struct SqliteFile {
  TemporaryFolder folder;
  std::string path = folder.file("himpun.db");

  SqliteFile() { ensure(sqlite::migrate(path, "bps", instant(0)).has_value(), "the database is made"); }
};

TEST(Schema, OfSqliteIsAsCommitted) {
  SqliteFile const file;
  sqlite::Connection connection(file.path, sqlite::Access::read);
  auto dump = header("SQLite");
  for (auto const& statement : connection.ask_all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY "
                                                  "tbl_name, type <> 'table', name")) {
    dump += "\n" + statement + ";\n";
  }
  expect_committed("sql/schema.sqlite.sql", dump);
}

constexpr auto postgres_dump = R"(
WITH own AS (SELECT oid, relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'),
part AS (
  SELECT relname, 1 AS kind, attnum::int AS place,
         '  ' || attname || ' ' || format_type(atttypid, atttypmod) ||
         CASE WHEN attcollation IN (0, 100) THEN '' ELSE ' COLLATE ' || attcollation::regcollation END ||
         CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END ||
         CASE WHEN attidentity <> '' THEN ' IDENTITY' ELSE '' END ||
         coalesce(CASE WHEN attgenerated <> '' THEN ' GENERATED ' ELSE ' DEFAULT ' END ||
                  pg_get_expr(adbin, adrelid), '') AS line
  FROM own JOIN pg_attribute ON attrelid = own.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  UNION ALL
  SELECT relname, 2, row_number() OVER (ORDER BY conname COLLATE "C")::int,
         '  CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
  FROM own JOIN pg_constraint ON conrelid = own.oid
  UNION ALL
  SELECT relname, 3, row_number() OVER (ORDER BY indexrelid::regclass::text COLLATE "C")::int,
         '  ' || pg_get_indexdef(indexrelid)
  FROM own JOIN pg_index ON indrelid = own.oid AND NOT indisprimary
  UNION ALL
  SELECT relname, 4, row_number() OVER (ORDER BY tgname COLLATE "C")::int, '  ' || pg_get_triggerdef(pg_trigger.oid)
  FROM own JOIN pg_trigger ON tgrelid = own.oid AND NOT tgisinternal
  UNION ALL
  SELECT relname, 0, 0, E'\nTABLE ' || relname FROM own
  UNION ALL
  SELECT '~', 5, row_number() OVER (ORDER BY proname COLLATE "C")::int, E'\n' || pg_get_functiondef(oid)
  FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
)
SELECT string_agg(line, E'\n' ORDER BY relname COLLATE "C", kind, place) || E'\n' FROM part)";

TEST(Schema, OfPostgresIsAsCommitted) {
  PostgresDatabase const database;
  ASSERT_TRUE(postgres::migrate(database.where(), "bps", instant(0)));
  expect_committed("sql/schema.postgres.sql", header("PostgreSQL") + run_on_postgres(database.where(), postgres_dump));
}

TEST(Schema, EveryQueryIsUnderstoodBySqlite) {
  SqliteFile const file;
  sqlite::Connection connection(file.path, sqlite::Access::read);
  auto const names = sql::query_names(sql::Dialect::sqlite);
  EXPECT_GT(names.size(), 50u);
  for (auto const& name : names) {
    sqlite3_stmt* statement = nullptr;
    auto const text = sql::query_text(name, sql::Dialect::sqlite);
    EXPECT_EQ(sqlite3_prepare_v2(connection.handle(), text.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << name << ": " << sqlite3_errmsg(connection.handle());
    sqlite3_finalize(statement);
  }
}

TEST(Schema, EveryQueryIsUnderstoodByPostgres) {
  PostgresDatabase const database;
  ASSERT_TRUE(postgres::migrate(database.where(), "bps", instant(0)));
  auto* const connection = PQconnectdb(database.where().c_str());
  for (auto const& name : sql::query_names(sql::Dialect::postgres)) {
    auto const text = sql::query_text(name, sql::Dialect::postgres);
    auto* const result = PQprepare(connection, name.c_str(), text.c_str(), 0, nullptr);
    EXPECT_EQ(PQresultStatus(result), PGRES_COMMAND_OK) << name << ": " << PQresultErrorMessage(result);
    PQclear(result);
  }
  PQfinish(connection);
}

TEST(Schema, NoQueryOnSqliteSortsOrReadsAWholeTable) {
  SqliteFile const file;
  sqlite::Connection connection(file.path, sqlite::Access::read);
  for (auto const& name : sql::query_names(sql::Dialect::sqlite)) {
    if (name.starts_with("installation/")) continue;
    auto const text = "EXPLAIN QUERY PLAN " + sql::query_text(name, sql::Dialect::sqlite);
    sqlite3_stmt* statement = nullptr;
    ASSERT_EQ(sqlite3_prepare_v2(connection.handle(), text.c_str(), -1, &statement, nullptr), SQLITE_OK) << name;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      std::string const step = reinterpret_cast<char const*>(sqlite3_column_text(statement, 3));
      // `due` is no table: the few rows that a query counts (tasks/count_due).
      bool const is_small = step.starts_with("SCAN CONSTANT ROW") || step == "SCAN due";
      EXPECT_FALSE(step.starts_with("SCAN") && !is_small) << name << ": " << step;
      EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << name << ": " << step;
    }
    sqlite3_finalize(statement);
  }
}

}  // namespace
}  // namespace himpun::test
