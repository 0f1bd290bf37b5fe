#include "adapters/sql/work_queue.h"

#include <algorithm>

namespace himpun::sql {

void WorkQueue::submit(app::Work work, app::Done done) {
  ProblemType const* refusal = nullptr;
  {
    std::lock_guard const lock(mutex_);
    if (stopped_) {
      refusal = &app::store_unavailable;
    } else if (jobs_.size() >= capacity_) {
      refusal = &app::store_busy;
    } else {
      jobs_.push_back({std::move(work), std::move(done)});
    }
  }
  if (refusal) {
    done(refuse(*refusal));
  } else {
    filled_.notify_one();
  }
}

std::vector<Job> WorkQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return stopped_ || !jobs_.empty(); });
  auto const end = jobs_.begin() + static_cast<std::ptrdiff_t>(std::min(most, jobs_.size()));
  std::vector<Job> batch(std::make_move_iterator(jobs_.begin()), std::make_move_iterator(end));
  jobs_.erase(jobs_.begin(), end);
  return batch;
}

void WorkQueue::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopped_ = true;
  }
  filled_.notify_all();
}

}  // namespace himpun::sql
