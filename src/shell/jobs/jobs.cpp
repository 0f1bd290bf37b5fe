#include "shell/jobs/jobs.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace himpun::jobs {

Jobs::Jobs(std::vector<Job> jobs) {
  auto const now = std::chrono::steady_clock::now();
  for (auto& job : jobs) planned_.push_back({std::move(job), now});
  thread_ = std::thread([this] { loop(); });
}

Jobs::~Jobs() { stop(); }

void Jobs::wake(std::string const& name) {
  {
    std::lock_guard const lock(mutex_);
    for (auto& each : planned_) {
      if (each.job.name == name) each.next = std::chrono::steady_clock::now();
    }
  }
  changed_.notify_one();
}

void Jobs::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Jobs::loop() {
  std::unique_lock lock(mutex_);
  while (!stopping_ && !planned_.empty()) {
    auto const soonest = std::ranges::min_element(planned_, {}, &Planned::next);
    if (soonest->next > std::chrono::steady_clock::now()) {
      changed_.wait_until(lock, soonest->next);
      continue;
    }
    soonest->next = std::chrono::steady_clock::now() + soonest->job.every;
    auto const run = soonest->job.run;
    auto const name = soonest->job.name;
    lock.unlock();
    try {
      run();
    } catch (std::exception const& failure) {
      spdlog::warn("{}: {}", name, failure.what());
    }
    lock.lock();
  }
}

}  // namespace himpun::jobs
