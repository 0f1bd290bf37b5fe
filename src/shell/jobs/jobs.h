#pragma once
// Things that must happen now and then beside the requests: checkpoints, clearing what is over, following a changed
// calendar. One thread; each job is safe to run on several nodes at once and to be cut off at any moment.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace himpun::jobs {

struct Job {
  std::string name;
  std::chrono::milliseconds every;
  std::function<void()> run;  ///< may throw; it is logged and tried again next time
};

class Jobs {
 public:
  explicit Jobs(std::vector<Job> jobs);
  Jobs(Jobs const&) = delete;
  Jobs& operator=(Jobs const&) = delete;
  ~Jobs();

  /// Runs the job called `name` soon instead of when it is due.
  void wake(std::string const& name);
  void stop();

 private:
  struct Planned {
    Job job;
    std::chrono::steady_clock::time_point next;
  };
  void loop();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Planned> planned_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace himpun::jobs
