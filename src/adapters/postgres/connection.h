#pragma once
// One connection to PostgreSQL in pipeline mode: writes are sent without waiting for their results, a read waits for
// its own rows, `finish` waits for everything. What goes wrong with a write is therefore told by a later call.
// Used by one thread at a time. No call waits longer than the limits below.

#include <libpq-fe.h>

#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/postgres/parameters.h"
#include "adapters/sql/binding.h"

namespace himpun::postgres {

/// The server went away or does not answer. What was under way is not kept, unless it was a commit.
struct ConnectionLost : app::StoreFailure {
  using StoreFailure::StoreFailure;
};
/// The server chose this transaction to end a deadlock or a race; it may run again.
struct Raced : app::StoreFailure {
  using StoreFailure::StoreFailure;
};

class Connection {
 public:
  /// Connects within a few seconds or throws `ConnectionLost`. `where` is a libpq connection string or URI.
  explicit Connection(std::string const& where);

  /// Sends a write.
  template <class... Values>
  void execute(std::string_view name, Values const&... values) {
    ++writes_;
    send(name, Expect::anything, values...);
  }
  /// Sends a write that must change exactly one row; otherwise `Conflict` is thrown when its result comes.
  template <class... Values>
  void execute_one(std::string_view name, Values const&... values) {
    ++writes_;
    send(name, Expect::one_row, values...);
  }
  template <class Row, class... Values>
  std::vector<Row> query(std::string_view name, Values const&... values) {
    send(name, Expect::anything, values...);
    auto const result = await_last();
    std::vector<Row> rows;
    int const count = PQntuples(result.get());
    rows.reserve(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row) {
      Columns columns(result.get(), row);
      sql::take_value(columns, rows.emplace_back());
    }
    return rows;
  }
  template <class Row, class... Values>
  std::vector<Row> change(std::string_view name, Values const&... values) {
    ++writes_;
    return query<Row>(name, values...);
  }

  /// Sends a transaction word such as BEGIN.
  void say(char const* word);
  /// Waits for everything that was sent and throws the first thing that went wrong.
  void finish();
  /// Takes in and forgets whatever is under way and ends the transaction. Throws nothing: a connection that cannot
  /// do that is lost.
  void roll_back() noexcept;
  /// Runs statements one after the other, outside the pipeline: migrations.
  void run_script(std::string const& text);

  /// Writes sent since the connection was made.
  [[nodiscard]] std::int64_t writes() const { return writes_; }
  /// False when the server has closed the connection while it was idle, or it broke. Does not wait.
  [[nodiscard]] bool is_alive() noexcept;
  [[nodiscard]] PGconn* handle() const { return connection_.get(); }

 private:
  enum class Expect : std::uint8_t { anything, one_row, preparation, synchronisation };
  struct Sent {
    Expect expect;
    bool* prepared;  ///< set when a preparation succeeds; owned by `prepared_`
  };
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using ResultPtr = std::unique_ptr<PGresult, Close>;

  template <class... Values>
  void send(std::string_view name, Expect expect, Values const&... values) {
    Parameters parameters;
    (sql::bind_value(parameters, values), ...);
    send_prepared(name, expect, parameters);
  }
  void send_prepared(std::string_view name, Expect expect, Parameters const& parameters);
  void prepare(std::string_view name);
  /// Waits for the results of all that was sent; returns the last one.
  ResultPtr await_last();
  ResultPtr await_all();
  ResultPtr next_result();
  void wait_for_socket(short events, std::chrono::steady_clock::time_point deadline);
  /// Looks at one result; throws what it says went wrong.
  void examine(Sent const& sent, PGresult const* result);
  [[noreturn]] void fail_with(PGresult const* result);
  /// After an error: brings the pipeline to a state in which new statements run.
  void synchronise();
  void check_sent(int success);
  [[noreturn]] void lose(std::string const& reason);

  std::unique_ptr<PGconn, Close> connection_;
  std::unordered_map<std::string_view, bool> prepared_;  ///< keys are the names in the code, which never go
  std::deque<Sent> sent_;
  std::int64_t writes_ = 0;
  bool lost_ = false;
};

}  // namespace himpun::postgres
