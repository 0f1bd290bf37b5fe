#pragma once
// Hears what any node announces for an agency, on a connection of its own. After the connection was lost and made
// again the listeners are called with no topics: something may have been missed, so anything may have changed.

#include <libpq-fe.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace himpun::postgres {

class Listener {
 public:
  using Hear = std::function<void(std::vector<std::string> const&)>;

  /// Starts the thread that calls `hear`; returns when the first connection listens or has failed.
  Listener(std::string where, std::string channel, Hear hear);
  ~Listener();

  void stop();

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  using ConnectionPtr = std::unique_ptr<PGconn, Close>;

  void loop();
  [[nodiscard]] ConnectionPtr connect() const;
  /// Hands on notifications until the connection is lost or the listener stops.
  void hear_until_lost(PGconn* connection);
  /// Waits until `socket` can be read, the listener stops, or the time is over.
  void wait(int socket, int milliseconds) const;

  std::string const where_;
  std::string const channel_;
  Hear const hear_;
  std::atomic<bool> stopped_{false};
  int wake_[2] = {-1, -1};  ///< a pipe: its write end is closed to wake the thread for good
  ConnectionPtr first_;
  std::thread thread_;
};

}  // namespace himpun::postgres
