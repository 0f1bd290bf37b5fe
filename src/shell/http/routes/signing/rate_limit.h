#pragma once
// How often a stranger may ask for something costly: so many times a minute from one address, and so many at once from
// everybody. It keeps addresses in memory for a minute, and nothing else.

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace himpun::http {

class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;
  RateLimit(std::size_t a_minute, int at_once) : a_minute_(a_minute), at_once_(at_once) {}

  /// Takes a place; when true, `leave` gives it back.
  [[nodiscard]] bool enter(std::string const& address, Clock::time_point now);
  void leave();

 private:
  std::size_t a_minute_;
  int at_once_;
  std::mutex mutex_;
  std::map<std::string, std::deque<Clock::time_point>> seen_;
  int inside_ = 0;
};

/// A place in a queue of strangers, given back at the end.
class QueuePlace {
 public:
  QueuePlace(RateLimit& limit, std::string const& address)
      : limit_(limit), is_taken_(limit.enter(address, RateLimit::Clock::now())) {}
  QueuePlace(QueuePlace const&) = delete;
  QueuePlace& operator=(QueuePlace const&) = delete;
  ~QueuePlace() {
    if (is_taken_) limit_.leave();
  }
  [[nodiscard]] bool is_taken() const { return is_taken_; }

 private:
  RateLimit& limit_;
  bool is_taken_;
};

}  // namespace himpun::http
