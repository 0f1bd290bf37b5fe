#include "shell/http/routes/watch/inbox_watch.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/views/tasks/inbox.h"

namespace himpun::http {
namespace {

constexpr std::chrono::minutes refresh_every{1};

Event inbox_changed() { return {.name = "inbox", .data = "{}"}; }

}  // namespace

InboxWatch::~InboxWatch() {
  refresher_.request_stop();
  changed_.notify_all();
}

Result<InboxWatch::Holders> InboxWatch::find_holders(access::AccountId const& account) {
  Holders holders;
  auto const looked = api_.office().look(account, [&](app::Sight& sight) -> Result<Json> {
    for (auto const& each : app::holders_of_caller(sight)) holders.insert(each.value);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return holders;
}

EventStream InboxWatch::stream(std::shared_ptr<InboxWatch> const& watch, app::Session const& session, std::string token,
                               Holders holders) {
  Number number = 0;
  {
    std::lock_guard const lock(watch->mutex_);
    number = watch->next_++;
  }
  std::weak_ptr<InboxWatch> const weak = watch;
  return {[weak, number, account = session.account, token = std::move(token),
           holders = std::move(holders)](EventSink sink) {
            if (auto const held = weak.lock()) held->add(number, {std::move(sink), account, token, holders});
          },
          [weak, number] {
            if (auto const held = weak.lock()) held->remove(number);
          }};
}

void InboxWatch::add(Number number, Watcher watcher) {
  std::lock_guard const lock(mutex_);
  watchers_.emplace(number, std::move(watcher));
  if (!refresher_.joinable()) {
    refresher_ = std::jthread{[this](std::stop_token const& stop) { run(stop); }};
  }
}

void InboxWatch::remove(Number number) {
  std::lock_guard const lock(mutex_);
  watchers_.erase(number);
}

void InboxWatch::tell(std::vector<std::string> const& holders) {
  std::vector<EventSink> touched;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& [number, watcher] : watchers_) {
      bool const is_touched =
          std::ranges::any_of(holders, [&](std::string const& each) { return watcher.holders.contains(each); });
      if (is_touched) touched.push_back(watcher.sink);
    }
  }
  for (auto const& sink : touched) sink.push(inbox_changed());
}

void InboxWatch::run(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    changed_.wait_for(lock, stop, refresh_every, [] { return false; });
    if (stop.stop_requested()) return;
    lock.unlock();
    refresh();
    lock.lock();
  }
}

void InboxWatch::refresh() {
  std::vector<std::pair<Number, Watcher>> all;
  {
    std::lock_guard const lock(mutex_);
    all.assign(watchers_.begin(), watchers_.end());
  }
  for (auto const& [number, watcher] : all) {
    try {
      refresh_one(number, watcher);
    } catch (std::exception const& failure) {
      // The database does not answer: the next minute will tell. What is known stays known.
      spdlog::warn("{}", failure.what());
      return;
    }
  }
}

void InboxWatch::refresh_one(Number number, Watcher const& watcher) {
  auto holders =
      api_.sessions().find(watcher.token) ? find_holders(watcher.account) : Result<Holders>{refuse(app::session_ended)};
  if (!holders) return watcher.sink.close();
  if (*holders == watcher.holders) return;
  {
    std::lock_guard const lock(mutex_);
    auto const found = watchers_.find(number);
    if (found != watchers_.end()) found->second.holders = std::move(*holders);
  }
  watcher.sink.push(inbox_changed());
}

}  // namespace himpun::http
