#include "adapters/postgres/reader_pool.h"

namespace himpun::postgres {
namespace {

constexpr std::chrono::seconds longest_wait{5};

}  // namespace

std::unique_ptr<Connection> ReaderPool::take() {
  auto connection = take_idle_or_right();
  if (connection && connection->is_alive()) return connection;
  try {
    return gate_.connect();
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

std::unique_ptr<Connection> ReaderPool::take_idle_or_right() {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, longest_wait, [this] { return free_ > 0; })) {
    throw app::StoreFailure("every connection for views is in use");
  }
  --free_;
  if (idle_.empty()) return nullptr;
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  {
    std::lock_guard const lock(mutex_);
    ++free_;
    if (connection && connection->is_alive()) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

void ReaderPool::close() {
  std::lock_guard const lock(mutex_);
  idle_.clear();
}

}  // namespace himpun::postgres
