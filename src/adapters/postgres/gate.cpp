#include "adapters/postgres/gate.h"

#include <algorithm>

namespace himpun::postgres {
namespace {

constexpr std::chrono::milliseconds first_pause{100};
constexpr std::chrono::milliseconds longest_pause{2000};

}  // namespace

std::unique_ptr<Connection> Gate::connect() {
  expect_open();
  try {
    auto connection = std::make_unique<Connection>(where_);
    std::lock_guard const lock(mutex_);
    pause_ = {};
    trying_ = false;
    return connection;
  } catch (ConnectionLost const& failure) {
    note_failure(failure.what());
    throw;
  }
}

void Gate::expect_open() {
  std::lock_guard const lock(mutex_);
  if (pause_.count() == 0) return;
  if (trying_ || Steady::now() < next_try_) throw ConnectionLost(reason_);
  trying_ = true;
}

void Gate::note_failure(std::string const& reason) {
  std::lock_guard const lock(mutex_);
  pause_ = std::clamp(pause_ * 2, first_pause, longest_pause);
  next_try_ = Steady::now() + pause_;
  trying_ = false;
  reason_ = reason;
}

}  // namespace himpun::postgres
