#include "adapters/postgres/store.h"

#include <mutex>

#include "adapters/postgres/channel.h"
#include "adapters/postgres/database.h"
#include "adapters/postgres/listener.h"
#include "adapters/postgres/reader_pool.h"
#include "adapters/postgres/writer.h"

namespace himpun::postgres {
namespace {

class PostgresStore final : public app::Store {
 public:
  explicit PostgresStore(Options const& options)
      : agency_(options.agency),
        gate_(options.where),
        readers_(gate_, options.readers),
        listener_(options.where, channel_of(options.agency),
                  [this](std::vector<std::string> const& topics) { hear(topics); }),
        writers_(options, gate_) {}
  ~PostgresStore() override { stop(); }

  void submit(app::Work work, app::Done done) override { writers_.submit(std::move(work), std::move(done)); }

  void read(std::function<void(app::Reader&)> const& view) override {
    readers_.with_connection([&](Connection& connection) {
      connection.say("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      Transaction rows(connection, agency_);
      view(rows);
      connection.say("COMMIT");
      connection.finish();
    });
  }

  void listen(std::function<void(std::vector<std::string> const&)> listener) override {
    std::lock_guard const lock(listeners_mutex_);
    listeners_.push_back(std::move(listener));
  }

  void stop() override {
    writers_.stop();
    listener_.stop();
    readers_.close();
  }

 private:
  void hear(std::vector<std::string> const& topics) {
    std::lock_guard const lock(listeners_mutex_);
    for (auto const& listener : listeners_) listener(topics);
  }

  std::string const agency_;
  Gate gate_;
  std::mutex listeners_mutex_;
  std::vector<std::function<void(std::vector<std::string> const&)>> listeners_;
  ReaderPool readers_;
  Listener listener_;
  Writers writers_;  // last: its threads use the members above
};

}  // namespace

Result<std::unique_ptr<app::Store>> open(Options options) {
  Connection connection(options.where);
  if (auto ready = expect_ready(connection, options.agency); !ready) return std::unexpected(ready.error());
  return std::make_unique<PostgresStore>(options);
}

}  // namespace himpun::postgres
