#include "shell/http/wire/event_channel.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace himpun::http {
namespace {

/// A field's value ends at the line's end, so line ends inside it are dropped.
std::string one_line(std::string_view text) {
  std::string line{text};
  std::erase_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
  return line;
}

}  // namespace

std::string event_text(Event const& event) {
  std::string text;
  if (!event.id.empty()) text += "id: " + one_line(event.id) + "\n";
  if (!event.name.empty()) text += "event: " + one_line(event.name) + "\n";
  for (auto const line : split(event.data, '\n')) text += "data: " + one_line(line) + "\n";
  return text + "\n";
}

bool EventChannel::push(Event const& event) {
  auto const text = event_text(event);
  std::unique_lock lock{mutex_};
  if (!open_) return false;
  bool const fits = waiting_events_ < most_events_;
  if (fits) {
    waiting_ += text;
    ++waiting_events_;
  } else {
    open_ = false;
  }
  bool const first = waiting_events_ == 1;
  lock.unlock();
  if (first || !fits) mailbox_->wake();
  return fits;
}

void EventChannel::close() {
  {
    std::lock_guard const lock{mutex_};
    if (!std::exchange(open_, false)) return;
  }
  mailbox_->wake();
}

bool EventChannel::is_open() const {
  std::lock_guard const lock{mutex_};
  return open_;
}

std::string EventChannel::take() {
  std::lock_guard const lock{mutex_};
  waiting_events_ = 0;
  return std::exchange(waiting_, {});
}

}  // namespace himpun::http
