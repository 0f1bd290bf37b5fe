#pragma once
// A store for one thread of commands that remembers every write statement with its values, work by work, so that the
// bare loop can do exactly the same writes again. Only for the benchmark: one work at a time, and nothing is durable.

#include <mutex>
#include <variant>

#include "adapters/sql/rows.h"
#include "adapters/sqlite/connection.h"

namespace himpun::bench {

struct Bytes {
  std::string value;
};
using Value = std::variant<std::nullptr_t, std::int64_t, std::string, Bytes>;

struct Write {
  std::string_view name;  ///< of the query
  std::vector<Value> values;
};
using RecordedWork = std::vector<Write>;

/// Collects bound values.
struct ValueSink {
  std::vector<Value>& values;
  void text(std::string_view value) { values.emplace_back(std::string{value}); }
  void bytes(std::string_view value) { values.emplace_back(Bytes{std::string{value}}); }
  void number(std::int64_t value) { values.emplace_back(value); }
  void null() { values.emplace_back(nullptr); }
};

class RecordingConnection {
 public:
  explicit RecordingConnection(std::string const& path) : connection_(path, sqlite::Access::write) {
    connection_.run("PRAGMA synchronous=OFF");  // recording is not what is measured
  }

  template <class... Values>
  std::int64_t execute(std::string_view name, Values const&... values) {
    remember(name, values...);
    return connection_.execute(name, values...);
  }
  template <class Row, class... Values>
  std::vector<Row> query(std::string_view name, Values const&... values) {
    return connection_.query<Row>(name, values...);
  }
  template <class Row, class... Values>
  std::vector<Row> change(std::string_view name, Values const&... values) {
    remember(name, values...);
    return connection_.change<Row>(name, values...);
  }
  sqlite::Connection& connection() { return connection_; }
  RecordedWork take() { return std::exchange(work_, {}); }

 private:
  template <class... Values>
  void remember(std::string_view name, Values const&... values) {
    Write write{name, {}};
    ValueSink sink{write.values};
    (sql::bind_value(sink, values), ...);
    work_.push_back(std::move(write));
  }

  sqlite::Connection connection_;
  RecordedWork work_;
};

class RecordingTransaction final : public sql::Rows<RecordingConnection> {
 public:
  using Rows::Rows;
  Result<void> append(std::string_view stream, app::StreamHead const& expected,
                      std::vector<app::EventRow> const& events) override;
};

class RecordingStore final : public app::Store {
 public:
  RecordingStore(std::string const& path, std::string agency) : connection_(path), agency_(std::move(agency)) {}

  void submit(app::Work work, app::Done done) override;
  void read(std::function<void(app::Reader&)> const& view) override;
  void listen(std::function<void(std::vector<std::string> const&)>) override {}
  void stop() override {}

  [[nodiscard]] std::vector<RecordedWork> take_works() { return std::exchange(works_, {}); }

 private:
  std::mutex mutex_;
  RecordingConnection connection_;
  std::string agency_;
  std::vector<RecordedWork> works_;
};

struct Replay {
  double per_second = 0;        ///< works
  double cpu_microseconds = 0;  ///< processor time of each
};
/// Does the works again on the database at `path` with plain prepared statements, `batch` works in one commit,
/// synchronous=FULL, until all are done or `seconds` are over.
[[nodiscard]] Replay replay(std::string const& path, std::vector<RecordedWork> const& works, std::size_t batch,
                            double seconds);

}  // namespace himpun::bench
