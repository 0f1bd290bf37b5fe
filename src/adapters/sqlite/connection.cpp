#include "adapters/sqlite/connection.h"

#include "adapters/sql/rows.h"
#include "adapters/sql/statements.h"

namespace himpun::sqlite {
namespace {

constexpr int busy_timeout_ms = 5000;

int open_flags(Access access) {
  // URI names are off and each connection serves one thread at a time.
  switch (access) {
    case Access::read:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case Access::write:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Access::create:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
}

}  // namespace

Connection::Connection(std::string const& path, Access access) {
  // Nobody asks SQLite how much memory it uses; counting it would lock a mutex at every allocation.
  [[maybe_unused]] static int const configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* database = nullptr;
  int const code = sqlite3_open_v2(path.c_str(), &database, open_flags(access), nullptr);
  database_.reset(database);
  if (code != SQLITE_OK) throw app::StoreFailure(path + ": " + sqlite3_errstr(code));
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, busy_timeout_ms);
  run("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
  if (access == Access::read) {
    run("PRAGMA query_only=ON; PRAGMA cache_size=-16384");
  } else {
    // A commit is durable when it returns (FULL). A write-ahead log of 16,000 pages (64 MB) before it is folded back
    // was measured 1.2 to 1.7 times as fast as the default of 1,000. The cache is small on purpose: SQLite 3.40 looks
    // through all of it at every commit after two pages of a tree changed places, and the system's cache is near.
    run("PRAGMA synchronous=FULL; PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=16000");
  }
}

void Connection::run(std::string const& text) {
  int const code = sqlite3_exec(handle(), text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, text.substr(0, 60));
}

std::vector<std::string> Connection::ask_all(std::string const& text) {
  auto const statement = prepare(text);
  std::vector<std::string> answers;
  while (step(statement.get())) answers.push_back(Columns(statement.get()).text());
  return answers;
}

std::string Connection::ask(std::string const& text) {
  auto answers = ask_all(text);
  return answers.empty() ? std::string{} : std::move(answers.front());
}

void Connection::roll_back() noexcept {
  if (in_transaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::say(Word word) {
  static constexpr char const* texts[] = {"BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT work", "RELEASE work",
                                          "ROLLBACK TO work"};
  auto const index = static_cast<std::size_t>(word);
  if (!words_[index]) words_[index] = prepare(texts[index]);
  int const code = sqlite3_step(words_[index].get());
  sqlite3_reset(words_[index].get());
  if (code != SQLITE_DONE) fail(code, texts[index]);
}

sqlite3_stmt* Connection::prepared(std::string_view name) {
  auto& statement = kept_[name];
  if (!statement) statement = prepare(sql::query_text(name, sql::Dialect::sqlite));
  return statement.get();
}

Connection::Statement Connection::prepare(std::string const& text) {
  sqlite3_stmt* statement = nullptr;
  int const code = sqlite3_prepare_v3(handle(), text.c_str(), static_cast<int>(text.size()) + 1,
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code, text.substr(0, 60));
  return Statement{statement};
}

bool Connection::step(sqlite3_stmt* statement) {
  int const code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(code, sqlite3_sql(statement));
}

void Connection::fail(int code, std::string const& what) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      throw sql::Conflict{};
    case SQLITE_BUSY:
    case SQLITE_BUSY_TIMEOUT:
    case SQLITE_LOCKED:
      throw DatabaseLocked(std::string{sqlite3_errmsg(handle())});
    default:
      throw app::StoreFailure(std::string{sqlite3_errmsg(handle())} + " (" + sqlite3_errstr(code) + "): " + what);
  }
}

}  // namespace himpun::sqlite
