#pragma once
// All connections that exist, so that the server can count them, end late ones and stop them. It does not own them.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "shell/http/wire/asio.h"

namespace himpun::http {

class Connection;

class ConnectionList {
 public:
  void add(Connection& connection);
  void remove(Connection& connection);
  [[nodiscard]] std::size_t size() const;
  /// Calls `visit` with every connection that is alive, outside the lock.
  void for_each(std::function<void(Connection&)> const& visit) const;
  /// True when the list became empty in time.
  [[nodiscard]] bool wait_until_empty(Clock::duration longest);
  /// From now on no thread posts anything to a connection.
  void detach_all();

 private:
  [[nodiscard]] std::vector<std::shared_ptr<Connection>> alive() const;

  mutable std::mutex mutex_;
  std::condition_variable emptied_;
  std::unordered_set<Connection*> connections_;
};

}  // namespace himpun::http
