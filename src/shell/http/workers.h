#pragma once
// A few threads for work that takes longer than a server thread may be kept: reading the database, hashing passwords.
// The queue is bounded; when it is full the door answers "busy" instead of growing.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace himpun::http {

class Workers {
 public:
  explicit Workers(int threads, std::size_t most_waiting = 4096);
  Workers(Workers const&) = delete;
  Workers& operator=(Workers const&) = delete;
  ~Workers();

  /// False when too much is waiting, or after `stop`; then `job` is not run.
  [[nodiscard]] bool submit(std::move_only_function<void()> job);
  /// Finishes what waits, then joins the threads.
  void stop();

 private:
  void run();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::move_only_function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace himpun::http
