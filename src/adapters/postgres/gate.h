#pragma once
// Where connections are made. While the server cannot be reached only one caller tries, with growing pauses in between,
// and all others are told at once: nobody queues up behind a server that is down.

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/postgres/connection.h"

namespace himpun::postgres {

class Gate {
 public:
  explicit Gate(std::string where) : where_(std::move(where)) {}

  /// A new connection. Throws `ConnectionLost`.
  [[nodiscard]] std::unique_ptr<Connection> connect();

 private:
  using Steady = std::chrono::steady_clock;

  void expect_open();
  void note_failure(std::string const& reason);

  std::string const where_;
  std::mutex mutex_;
  std::chrono::milliseconds pause_{0};  ///< 0: the server was there at the last try
  Steady::time_point next_try_{};
  bool trying_ = false;
  std::string reason_;
};

}  // namespace himpun::postgres
