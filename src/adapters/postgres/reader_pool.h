#pragma once
// Connections for views: at most so many at a time, made when needed, kept for the next view.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/postgres/gate.h"

namespace himpun::postgres {

class ReaderPool {
 public:
  ReaderPool(Gate& gate, std::size_t most) : gate_(gate), free_(most) {}

  /// Runs `use` with a connection. Waits for one at most a few seconds; throws `app::StoreFailure`.
  template <class Use>
  void with_connection(Use const& use) {
    auto connection = take();
    try {
      use(*connection);
    } catch (...) {
      connection->roll_back();
      give_back(std::move(connection));
      throw;
    }
    give_back(std::move(connection));
  }
  void close();

 private:
  [[nodiscard]] std::unique_ptr<Connection> take();
  [[nodiscard]] std::unique_ptr<Connection> take_idle_or_right();
  void give_back(std::unique_ptr<Connection> connection);

  Gate& gate_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t free_;  ///< connections that may be taken or made now
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace himpun::postgres
