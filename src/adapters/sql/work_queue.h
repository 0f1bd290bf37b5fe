#pragma once
// The works that wait for a writer: a bounded queue that any thread fills and one or more writer threads empty in
// batches. Nobody waits for a batch to fill: batches form while the commit before is under way.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "app/ports/store.h"

namespace himpun::sql {

struct Job {
  app::Work work;
  app::Done done;
};

class WorkQueue {
 public:
  explicit WorkQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Takes the job, or answers it at once: `store.busy` when full, `store.unavailable` after `stop`.
  void submit(app::Work work, app::Done done);
  /// Waits for work and takes up to `most` jobs in their order; empty once stopped and drained.
  [[nodiscard]] std::vector<Job> take(std::size_t most);
  /// Refuses later work; what is queued is still handed out.
  void stop();

 private:
  std::size_t const capacity_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<Job> jobs_;
  bool stopped_ = false;
};

}  // namespace himpun::sql
