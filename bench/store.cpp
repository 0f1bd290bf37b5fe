// How many works a second the store makes durable: the writes of one completed step, first as a bare loop over the
// SQLite C API with the same statements in transactions of the same size, then through the Store with its queue,
// savepoints and answers. Prints `name value unit` lines.

#include "adapters/sqlite/store.h"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <semaphore>

#include "adapters/sql/binding.h"
#include "adapters/sql/statements.h"
#include "adapters/sqlite/database.h"
#include "adapters/store/samples.h"
#include "support/temporary_folder.h"

namespace {

using namespace himpun;
using namespace himpun::test;

constexpr int cases = 5000;
constexpr int works = 40'000;
constexpr auto agency = "bench";
std::string const payload(400, 'x');

std::string case_of(int number) { return "01J" + std::to_string(1'000'000 + number % cases); }

app::TaskRow task_of(std::string const& id, std::int64_t version) {
  auto row = sample_task(id + "-" + std::to_string(version), "position-" + std::to_string(version % 50));
  row.case_id = id;
  return row;
}

/// One step is completed: its event, its case, its task goes, the next one comes, two loads change.
Result<void> complete_step(app::Transaction& transaction, int number) {
  auto const id = case_of(number * 7919);
  auto const stream = "case/" + id;
  auto const head = transaction.head(stream);
  auto const events = chain_after(head, stream, 1, payload);
  if (auto answer = transaction.append(stream, head, events); !answer) return answer;
  auto row = sample_case(id);
  row.version = events.back().version;
  row.updated_at = instant(number);
  transaction.put(row);
  auto const before = task_of(id, head.version);
  auto const after = task_of(id, row.version);
  transaction.erase_task(before.task);
  transaction.put(after);
  transaction.add_load(before.holder, "work", -1);
  transaction.add_load(after.holder, "work", 1);
  transaction.announce(after.holder);
  return {};
}

struct Figures {
  double per_second = 0;        ///< works, by the clock on the wall
  double cpu_microseconds = 0;  ///< of this process for each work; steadier than the wall on a busy machine
};

class Watch {
 public:
  [[nodiscard]] Figures figures() const {
    auto const wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    return {works / wall, double(std::clock() - cpu_start_) / CLOCKS_PER_SEC * 1e6 / works};
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::clock_t cpu_start_ = std::clock();
};

void fill(std::string const& path) {
  ensure(sqlite::migrate(path, agency, instant(0)).has_value());
  auto store = std::move(*sqlite::open({.path = path, .agency = agency}));
  ensure(store
             ->transact([](app::Transaction& transaction) -> Result<void> {
               for (int number = 0; number < cases; ++number) {
                 if (auto answer = complete_step(transaction, number); !answer) return answer;
               }
               return {};
             })
             .has_value());
  store->stop();
}

/// The statements of one work on the C API, nothing else.
class Bare {
 public:
  explicit Bare(std::string const& path) {
    ensure(sqlite3_open(path.c_str(), &database_) == SQLITE_OK);
    run("PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=16000");
  }
  ~Bare() {
    for (auto& [name, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }
  void run(char const* text) { ensure(sqlite3_exec(database_, text, nullptr, nullptr, nullptr) == SQLITE_OK, text); }

  void complete_step(int number) {
    auto const id = case_of(number * 7919);
    auto const stream = "case/" + id;
    auto* find = bound("streams/find_head", stream);
    app::StreamHead head;
    if (sqlite3_step(find) == SQLITE_ROW) {
      head.version = sqlite3_column_int64(find, 0);
      std::memcpy(head.hash.data(), sqlite3_column_blob(find, 1), head.hash.size());
    }
    sqlite3_reset(find);
    auto const event = chain_after(head, stream, 1, payload).front();
    step(bound("streams/move_head", stream, event.version, event.hash, head.version, head.hash));
    step(bound("events/add_event", stream, event.version, event.bytes, event.hash));
    auto row = sample_case(id);
    row.version = event.version;
    row.updated_at = instant(number);
    step(bound("cases/put_case", row));
    auto const before = task_of(id, head.version);
    auto const after = task_of(id, row.version);
    step(bound("tasks/erase_task", before.task));
    step(bound("tasks/put_task", after));
    step(bound("loads/add_load", before.holder, std::string{"work"}, std::int64_t{-1}));
    step(bound("loads/add_load", after.holder, std::string{"work"}, std::int64_t{1}));
  }

 private:
  struct Sink {
    void text(std::string_view value) {
      sqlite3_bind_text64(statement, ++last, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    void bytes(std::string_view value) {
      sqlite3_bind_blob64(statement, ++last, value.data(), value.size(), SQLITE_STATIC);
    }
    void number(std::int64_t value) { sqlite3_bind_int64(statement, ++last, value); }
    void null() { sqlite3_bind_null(statement, ++last); }
    sqlite3_stmt* statement;
    int last = 0;
  };
  template <class... Values>
  sqlite3_stmt* bound(std::string const& name, Values const&... values) {
    auto*& statement = statements_[name];
    if (!statement) {
      auto const text = sql::query_text(name, sql::Dialect::sqlite);
      ensure(sqlite3_prepare_v2(database_, text.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    }
    Sink sink{statement};
    sink.text(agency);
    (sql::bind_value(sink, values), ...);
    return statement;
  }
  void step(sqlite3_stmt* statement) {
    ensure(sqlite3_step(statement) == SQLITE_DONE, "the statement runs");
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

Figures measure_bare(int batch) {
  TemporaryFolder const folder;
  fill(folder.file("bench.db"));
  Bare bare(folder.file("bench.db"));
  Watch const watch;
  for (int number = 0; number < works; number += batch) {
    bare.run("BEGIN IMMEDIATE");
    for (int each = number; each < number + batch; ++each) bare.complete_step(cases + each);
    bare.run("COMMIT");
  }
  return watch.figures();
}

Figures measure_store(app::Store& store, int in_flight) {
  std::counting_semaphore<> slots(in_flight);
  std::atomic<int> failed{0};
  Watch const watch;
  for (int number = 0; number < works; ++number) {
    slots.acquire();
    store.submit([number](app::Transaction& transaction) { return complete_step(transaction, cases + number); },
                 [&](Result<void> answer) {
                   failed += answer ? 0 : 1;
                   slots.release();
                 });
  }
  store.stop();
  ensure(failed == 0, "every work of the benchmark is kept");
  return watch.figures();
}

void print(std::string const& name, Figures figures) {
  std::printf("%s %.0f works/s\n%s_cpu %.1f us/work\n", name.c_str(), figures.per_second, name.c_str(),
              figures.cpu_microseconds);
  std::fflush(stdout);
}

}  // namespace

int main() {
  for (int const batch : {1, 64, 256}) print("store_sqlite_bare_" + std::to_string(batch), measure_bare(batch));
  for (int const in_flight : {1, 64, 256, 512}) {
    TemporaryFolder const folder;
    fill(folder.file("bench.db"));
    auto store = std::move(*sqlite::open({.path = folder.file("bench.db"), .agency = agency}));
    print("store_sqlite_in_flight_" + std::to_string(in_flight), measure_store(*store, in_flight));
  }
}
