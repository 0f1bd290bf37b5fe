#include "shell/http/wire/connection_list.h"

#include "shell/http/wire/connection.h"

namespace himpun::http {

void ConnectionList::add(Connection& connection) {
  std::lock_guard const lock{mutex_};
  connections_.insert(&connection);
}

void ConnectionList::remove(Connection& connection) {
  std::lock_guard const lock{mutex_};
  connections_.erase(&connection);
  if (connections_.empty()) emptied_.notify_all();
}

std::size_t ConnectionList::size() const {
  std::lock_guard const lock{mutex_};
  return connections_.size();
}

std::vector<std::shared_ptr<Connection>> ConnectionList::alive() const {
  std::lock_guard const lock{mutex_};
  std::vector<std::shared_ptr<Connection>> alive;
  alive.reserve(connections_.size());
  for (auto* connection : connections_) {
    if (auto shared = connection->weak_from_this().lock()) alive.push_back(std::move(shared));
  }
  return alive;
}

void ConnectionList::for_each(std::function<void(Connection&)> const& visit) const {
  for (auto const& connection : alive()) visit(*connection);
}

bool ConnectionList::wait_until_empty(Clock::duration longest) {
  std::unique_lock lock{mutex_};
  return emptied_.wait_for(lock, longest, [&] { return connections_.empty(); });
}

void ConnectionList::detach_all() {
  for_each([](Connection& connection) { connection.detach(); });
}

}  // namespace himpun::http
