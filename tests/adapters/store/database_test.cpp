// Founding, upgrading, checking and copying the databases.

#include "adapters/postgres/database.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "adapters/postgres/store.h"
#include "adapters/sql/statements.h"
#include "adapters/sqlite/connection.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "adapters/store/samples.h"
#include "support/postgres_server.h"
#include "support/temporary_folder.h"

namespace himpun::test {
namespace {

template <class T>
void expect_refused(Result<T> const& result, ProblemType const& type) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().type->code, type.code);
  EXPECT_FALSE(result.error().detail.id.empty());
}

class SqliteDatabase : public ::testing::Test {
 protected:
  Result<sqlite::Upgrade> migrate() { return sqlite::migrate(path_, "bps", instant(0)); }
  Result<std::unique_ptr<app::Store>> open(std::string agency = "bps") {
    return sqlite::open({.path = path_, .agency = agency});
  }
  void run(std::string const& statement) { sqlite::Connection(path_, sqlite::Access::write).run(statement); }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("himpun.db");
};

TEST_F(SqliteDatabase, IsFoundedOnceAndThenUpToDate) {
  auto const founded = migrate();
  ASSERT_TRUE(founded);
  EXPECT_EQ(founded->applied.front(), "journal");
  EXPECT_FALSE(founded->backup);
  EXPECT_EQ(sqlite::agency_of(path_).value(), "bps");
  auto const again = migrate();
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->applied.empty());
  EXPECT_FALSE(again->backup);
  EXPECT_TRUE(sqlite::check(path_));
}

TEST_F(SqliteDatabase, ThatIsMissingForeignOrOfAnotherAgencyIsRefused) {
  expect_refused(open(), sql::database_missing);
  expect_refused(sqlite::agency_of(path_), sql::database_missing);
  ASSERT_TRUE(migrate());
  expect_refused(open("other"), sql::database_foreign);
  expect_refused(sqlite::migrate(path_, "other", instant(0)), sql::database_foreign);
  std::ofstream(folder_.file("notes.txt"))
      << "these are only notes, long enough to be read as a header of a file......";
  expect_refused(sqlite::open({.path = folder_.file("notes.txt"), .agency = "bps"}), sql::database_foreign);
  expect_refused(sqlite::migrate(folder_.file("notes.txt"), "bps", instant(0)), sql::database_foreign);
}

TEST_F(SqliteDatabase, OfAnOlderVersionIsRefusedUntilItIsUpgradedAfterACopy) {
  auto const& first = sql::migrations(sql::Dialect::sqlite).front();
  {
    sqlite::Connection connection(path_, sqlite::Access::create);
    connection.run("PRAGMA application_id=1214868848; PRAGMA journal_mode=WAL");
    connection.run(std::string{first.text});
    connection.execute("installation/add_migration", first.number, first.name, first.hash, instant(0));
    connection.execute("installation/found_agency", std::string{"bps"}, instant(0));
  }
  expect_refused(open(), sql::database_outdated);
  auto const upgraded = migrate();
  ASSERT_TRUE(upgraded) << upgraded.error().detail.en;
  EXPECT_EQ(upgraded->applied.size() + 1, sql::migrations(sql::Dialect::sqlite).size());
  ASSERT_TRUE(upgraded->backup);
  EXPECT_TRUE(upgraded->backup->ends_with("Z.backup"));
  EXPECT_EQ(sqlite::agency_of(*upgraded->backup).value(), "bps");
  EXPECT_TRUE(open());
}

TEST_F(SqliteDatabase, OfANewerVersionOrWithAnEditedMigrationIsRefused) {
  ASSERT_TRUE(migrate());
  run("INSERT INTO schema_migration VALUES (9999, 'from_the_future', x'00', 0)");
  run("UPDATE schema_migration SET hash = (SELECT hash FROM schema_migration WHERE number = 1) WHERE number = 9999");
  expect_refused(open(), sql::database_newer);
  expect_refused(migrate(), sql::database_newer);
  run("DELETE FROM schema_migration WHERE number = 9999");
  EXPECT_TRUE(open());
  run("UPDATE schema_migration SET hash = (SELECT hash FROM schema_migration WHERE number = 1) WHERE number = 2");
  expect_refused(open(), sql::database_damaged);
}

TEST_F(SqliteDatabase, NeverLetsAnEventBeChangedOrRemoved) {
  ASSERT_TRUE(migrate());
  ASSERT_TRUE(open().value()->transact(append_to("case/1")));
  EXPECT_THROW(run("UPDATE journal_event SET bytes = '{}'"), std::exception);
  EXPECT_THROW(run("DELETE FROM journal_event"), std::exception);
}

TEST_F(SqliteDatabase, ThatIsDamagedIsFoundByTheCheck) {
  ASSERT_TRUE(migrate());
  ASSERT_TRUE(open().value()->transact(append_to("case/1", 200)));
  {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path_) - 9000));
    file << std::string(3000, '\x5a');
  }
  bool found = false;
  try {
    found = !sqlite::check(path_).has_value();
  } catch (app::StoreFailure const&) {
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST_F(SqliteDatabase, IsCopiedWholeWhileItIsWritten) {
  ASSERT_TRUE(migrate());
  auto store = std::move(*open());
  ASSERT_TRUE(store->transact(append_to("case/1", 5000)));
  std::atomic<bool> stop{false};
  std::jthread const writer([&] {
    while (!stop) EXPECT_TRUE(store->transact(append_to("case/2")));
  });
  int last_done = 0;
  int last_total = 0;
  auto const copied = sqlite::backup(path_, folder_.file("copy.db"), [&](int done, int total) {
    last_done = done;
    last_total = total;
  });
  stop = true;
  ASSERT_TRUE(copied);
  EXPECT_GT(last_total, 100);
  EXPECT_EQ(last_done, last_total);
  EXPECT_TRUE(sqlite::check(folder_.file("copy.db")));
  auto const copy = std::move(*sqlite::open({.path = folder_.file("copy.db"), .agency = "bps"}));
  auto const head = look(*copy, [](auto& reader) { return reader.head("case/2").version; });
  EXPECT_EQ(look(*copy, [](auto& reader) { return std::ssize(reader.events("case/2", 0, 1'000'000)); }), head);
  EXPECT_EQ(look(*copy, [](auto& reader) { return reader.head("case/1").version; }), 5000);
}

TEST(PostgresDatabaseUpgrade, IsFoundedOnceEvenWhenNodesStartTogether) {
  PostgresDatabase const database;
  expect_refused(postgres::open({.where = database.where(), .agency = "bps"}), sql::database_missing);
  expect_refused(postgres::agency_of(database.where()), sql::database_missing);
  std::atomic<int> founded{0};
  {
    std::vector<std::jthread> nodes;
    for (int node = 0; node < 3; ++node) {
      nodes.emplace_back([&] {
        auto const upgrade = postgres::migrate(database.where(), "bps", instant(0));
        EXPECT_TRUE(upgrade);
        founded += upgrade && !upgrade->applied.empty() ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(founded, 1);
  EXPECT_EQ(postgres::agency_of(database.where()).value(), "bps");
  expect_refused(postgres::open({.where = database.where(), .agency = "other"}), sql::database_foreign);
  expect_refused(postgres::migrate(database.where(), "other", instant(0)), sql::database_foreign);
  EXPECT_TRUE(postgres::open({.where = database.where(), .agency = "bps"}));
  run_on_postgres(database.where(),
                  "INSERT INTO schema_migration SELECT 9999, 'future', hash, 0 FROM schema_migration "
                  "WHERE number = 1");
  expect_refused(postgres::open({.where = database.where(), .agency = "bps"}), sql::database_newer);
}

TEST(PostgresDatabaseUpgrade, NeverLetsAnEventBeChangedOrRemoved) {
  PostgresDatabase const database;
  ASSERT_TRUE(postgres::migrate(database.where(), "bps", instant(0)));
  ASSERT_TRUE(postgres::open({.where = database.where(), .agency = "bps"}).value()->transact(append_to("case/1")));
  postgres::Connection connection(database.where());
  EXPECT_THROW(connection.run_script("UPDATE journal_event SET bytes = '{}'"), app::StoreFailure);
  EXPECT_THROW(connection.run_script("DELETE FROM journal_event"), app::StoreFailure);
}

}  // namespace
}  // namespace himpun::test
