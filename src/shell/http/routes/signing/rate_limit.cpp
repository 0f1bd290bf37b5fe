#include "shell/http/routes/signing/rate_limit.h"

namespace himpun::http {
namespace {

constexpr std::chrono::minutes window{1};
constexpr std::size_t most_addresses = 10'000;

}  // namespace

bool RateLimit::enter(std::string const& address, Clock::time_point now) {
  std::lock_guard const lock(mutex_);
  for (auto& [from, times] : seen_) {
    while (!times.empty() && now - times.front() > window) times.pop_front();
  }
  std::erase_if(seen_, [](auto const& entry) { return entry.second.empty(); });
  if (inside_ >= at_once_ || seen_.size() >= most_addresses) return false;
  auto& times = seen_[address];
  if (times.size() >= a_minute_) return false;
  times.push_back(now);
  ++inside_;
  return true;
}

void RateLimit::leave() {
  std::lock_guard const lock(mutex_);
  --inside_;
}

}  // namespace himpun::http
