#include "recording_store.h"

#include <map>

#include "adapters/sql/statements.h"
#include "figures.h"

namespace himpun::bench {

Result<void> RecordingTransaction::append(std::string_view stream, app::StreamHead const& expected,
                                          std::vector<app::EventRow> const& events) {
  if (events.empty()) return {};
  auto const& last = events.back();
  auto const moved = expected.version == 0
                         ? connection_.execute("streams/add_head", agency_, stream, last.version, last.hash)
                         : connection_.execute("streams/move_head", agency_, stream, last.version, last.hash,
                                               expected.version, expected.hash);
  if (moved != 1) return refuse(app::store_conflict);
  for (auto const& event : events) run("events/add_event", stream, event.version, event.bytes, event.hash);
  return {};
}

void RecordingStore::submit(app::Work work, app::Done done) {
  std::unique_lock lock(mutex_);
  RecordingTransaction transaction{connection_, agency_};
  connection_.connection().run("BEGIN IMMEDIATE");
  auto result = work(transaction);
  if (result) {
    transaction.keep_work();
    transaction.write_loads();
    works_.push_back(connection_.take());
  } else {
    transaction.drop_work();
    static_cast<void>(connection_.take());
  }
  connection_.connection().run(result ? "COMMIT" : "ROLLBACK");
  lock.unlock();
  done(std::move(result));
}

void RecordingStore::read(std::function<void(app::Reader&)> const& view) {
  std::lock_guard const lock(mutex_);
  RecordingTransaction transaction{connection_, agency_};
  view(transaction);
}

namespace {

/// Prepared statements by name on a bare connection.
class RecordedLoop {
 public:
  explicit RecordedLoop(std::string const& path) {
    sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("PRAGMA foreign_keys=ON");
    run("PRAGMA cache_size=-8192");
    run("PRAGMA temp_store=MEMORY");
    run("PRAGMA wal_autocheckpoint=16000");
  }
  RecordedLoop(RecordedLoop const&) = delete;
  RecordedLoop& operator=(RecordedLoop const&) = delete;
  ~RecordedLoop() {
    for (auto const& [name, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close_v2(database_);
  }

  void run(char const* text) {
    if (sqlite3_exec(database_, text, nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database_));
    }
  }

  void write(Write const& write) {
    auto* statement = prepared(write.name);
    int place = 0;
    for (auto const& value : write.values) std::visit(Bind{statement, ++place}, value);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
  }

 private:
  struct Bind {
    sqlite3_stmt* statement;
    int place;
    void operator()(std::nullptr_t) const { sqlite3_bind_null(statement, place); }
    void operator()(std::int64_t value) const { sqlite3_bind_int64(statement, place, value); }
    void operator()(std::string const& value) const {
      sqlite3_bind_text(statement, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void operator()(Bytes const& value) const {
      sqlite3_bind_blob(statement, place, value.value.data(), static_cast<int>(value.value.size()), SQLITE_STATIC);
    }
  };

  sqlite3_stmt* prepared(std::string_view name) {
    auto& statement = statements_[name];
    if (!statement) {
      auto const text = sql::query_text(name, sql::Dialect::sqlite);
      sqlite3_prepare_v3(database_, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    }
    return statement;
  }

  sqlite3* database_ = nullptr;
  std::map<std::string_view, sqlite3_stmt*> statements_;
};

}  // namespace

Replay replay(std::string const& path, std::vector<RecordedWork> const& works, std::size_t batch, double seconds) {
  RecordedLoop loop{path};
  auto const begin = Clock::now();
  auto const cpu = own_cpu_seconds();
  std::size_t done = 0;
  for (std::size_t i = 0; i < works.size() && seconds_since(begin) < seconds; i += batch) {
    loop.run("BEGIN IMMEDIATE");
    for (std::size_t k = i; k < std::min(i + batch, works.size()); ++k) {
      for (auto const& write : works[k]) loop.write(write);
    }
    loop.run("COMMIT");
    done = std::min(i + batch, works.size());
  }
  auto const count = static_cast<double>(done);
  return {count / seconds_since(begin), (own_cpu_seconds() - cpu) * 1e6 / count};
}

}  // namespace himpun::bench
