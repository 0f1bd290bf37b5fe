#include "adapters/sqlite/store.h"

#include <mutex>

#include "adapters/sql/applied.h"
#include "adapters/sqlite/state.h"
#include "adapters/sqlite/writer.h"

namespace himpun::sqlite {
namespace {

/// Read-only connections, made when needed and kept for the next view.
class ReaderPool {
 public:
  explicit ReaderPool(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] std::unique_ptr<Connection> take() {
    {
      std::lock_guard const lock(mutex_);
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
      }
    }
    return std::make_unique<Connection>(path_, Access::read);
  }
  void give_back(std::unique_ptr<Connection> connection) {
    std::lock_guard const lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  void close() {
    std::lock_guard const lock(mutex_);
    idle_.clear();
  }

 private:
  std::string const path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

class SqliteStore final : public app::Store {
 public:
  explicit SqliteStore(Options const& options)
      : agency_(options.agency),
        readers_(options.path),
        writer_(options, [this](std::vector<std::string> const& topics) { announce(topics); }) {}
  ~SqliteStore() override { stop(); }

  void submit(app::Work work, app::Done done) override { writer_.submit(std::move(work), std::move(done)); }

  void read(std::function<void(app::Reader&)> const& view) override {
    auto connection = readers_.take();  // lost, not given back, when anything below throws
    connection->run("BEGIN");
    Transaction rows(*connection, agency_);
    view(rows);
    connection->run("COMMIT");
    readers_.give_back(std::move(connection));
  }

  void listen(std::function<void(std::vector<std::string> const&)> listener) override {
    std::lock_guard const lock(listeners_mutex_);
    listeners_.push_back(std::move(listener));
  }

  void stop() override {
    writer_.stop();
    readers_.close();
  }

 private:
  void announce(std::vector<std::string> const& topics) {
    std::lock_guard const lock(listeners_mutex_);
    for (auto const& listener : listeners_) listener(topics);
  }

  std::string const agency_;
  std::mutex listeners_mutex_;
  std::vector<std::function<void(std::vector<std::string> const&)>> listeners_;
  ReaderPool readers_;
  Writer writer_;  // last: its thread uses the members above
};

}  // namespace

Result<std::unique_ptr<app::Store>> open(Options options) {
  if (auto ours = expect_ours(options.path); !ours) return std::unexpected(ours.error());
  Connection connection(options.path, Access::write);
  auto const last = last_migration(connection);
  if (!last) return std::unexpected(last.error());
  if (*last != sql::migrations(sql::Dialect::sqlite).back().number) return sql::refuse_outdated();
  if (auto same = expect_agency(connection, options.agency); !same) return std::unexpected(same.error());
  return std::make_unique<SqliteStore>(options);
}

}  // namespace himpun::sqlite
