#pragma once
// One connection to a SQLite file with its prepared statements, each kept by its name. Used by one thread at a time.
// Bytes are bound without a copy: values live until the statement has run.

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/sql/binding.h"
#include "base/ensure.h"

namespace himpun::sqlite {

enum class Access : std::uint8_t { read, write, create };

/// Another process holds the database for writing longer than we wait.
struct DatabaseLocked : app::StoreFailure {
  using StoreFailure::StoreFailure;
};

/// Parameters of a statement, bound one after the other.
class Binder {
 public:
  explicit Binder(sqlite3_stmt* statement) : statement_(statement) {}

  void text(std::string_view value) {
    check(sqlite3_bind_text64(statement_, ++last_, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
  }
  void bytes(std::string_view value) {
    check(sqlite3_bind_blob64(statement_, ++last_, value.data() ? value.data() : "", value.size(), SQLITE_STATIC));
  }
  void number(std::int64_t value) { check(sqlite3_bind_int64(statement_, ++last_, value)); }
  void null() { check(sqlite3_bind_null(statement_, ++last_)); }
  [[nodiscard]] int bound() const { return last_; }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw app::StoreFailure(sqlite3_errstr(code));
  }

  sqlite3_stmt* statement_;
  int last_ = 0;
};

/// Columns of the row a statement stands on, taken one after the other.
class Columns {
 public:
  explicit Columns(sqlite3_stmt* statement) : statement_(statement) {}

  std::string text() {
    return std::string{view(reinterpret_cast<char const*>(sqlite3_column_text(statement_, next_)))};
  }
  std::string_view bytes() { return view(static_cast<char const*>(sqlite3_column_blob(statement_, next_))); }
  std::int64_t number() { return sqlite3_column_int64(statement_, next_++); }
  bool take_null() {
    bool const is_null = sqlite3_column_type(statement_, next_) == SQLITE_NULL;
    if (is_null) ++next_;
    return is_null;
  }

 private:
  std::string_view view(char const* start) {
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, next_++));
    return start ? std::string_view{start, size} : std::string_view{};
  }

  sqlite3_stmt* statement_;
  int next_ = 0;
};

class Connection {
 public:
  /// Throws `StoreFailure` when the file cannot be opened.
  Connection(std::string const& path, Access access);

  /// Runs a named statement and returns how many rows it changed.
  template <class... Values>
  std::int64_t execute(std::string_view name, Values const&... values) {
    Running const running(*this, name, values...);
    while (step(running.statement)) {
    }
    return sqlite3_changes64(handle());
  }
  template <class Row, class... Values>
  std::vector<Row> query(std::string_view name, Values const&... values) {
    Running const running(*this, name, values...);
    std::vector<Row> rows;
    while (step(running.statement)) {
      Columns columns(running.statement);
      sql::take_value(columns, rows.emplace_back());
    }
    return rows;
  }

  template <class Row, class... Values>
  std::vector<Row> change(std::string_view name, Values const&... values) {
    return query<Row>(name, values...);
  }

  /// Runs statements that are not kept, such as migrations and pragmas.
  void run(std::string const& text);
  /// The first column of the first row of a statement that is not kept; empty when there is none.
  [[nodiscard]] std::string ask(std::string const& text);
  /// The first column of every row.
  [[nodiscard]] std::vector<std::string> ask_all(std::string const& text);

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }
  void roll_back() noexcept;
  /// How many rows this connection has changed since it was opened.
  [[nodiscard]] std::int64_t changes() const { return sqlite3_total_changes64(database_.get()); }
  [[nodiscard]] sqlite3* handle() const { return database_.get(); }

  /// Transaction words as kept statements; the hot path runs them for every work.
  enum class Word : std::uint8_t { begin, commit, savepoint, release, roll_back_to };
  void say(Word word);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Close>;

  /// A statement with its values; made ready for the next use when it goes.
  struct Running {
    template <class... Values>
    Running(Connection& connection, std::string_view name, Values const&... values)
        : statement(connection.prepared(name)) {
      Binder binder(statement);
      (sql::bind_value(binder, values), ...);
      ensure(binder.bound() == sqlite3_bind_parameter_count(statement), "every parameter of a query is bound");
    }
    ~Running() { sqlite3_reset(statement); }
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

    sqlite3_stmt* statement;
  };

  sqlite3_stmt* prepared(std::string_view name);
  Statement prepare(std::string const& text);
  /// True when the statement stands on a row. Throws `Conflict` or `StoreFailure`.
  bool step(sqlite3_stmt* statement);
  [[noreturn]] void fail(int code, std::string const& what);

  std::unique_ptr<sqlite3, Close> database_;
  std::unordered_map<std::string_view, Statement> kept_;  ///< keys are the names in the code, which never go
  Statement words_[5];
};

}  // namespace himpun::sqlite
