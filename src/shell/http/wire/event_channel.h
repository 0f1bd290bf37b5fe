#pragma once
// The queue between those who push events and the one connection that sends them. Bounded: a client that does not keep
// up is cut off instead of filling the memory.

#include <memory>
#include <mutex>
#include <string>

#include "shell/http/message.h"
#include "shell/http/wire/mailbox.h"

namespace himpun::http {

/// The text of one event as the browser's EventSource reads it.
[[nodiscard]] std::string event_text(Event const& event);

class EventChannel final : public EventSink::Channel {
 public:
  EventChannel(std::shared_ptr<Mailbox> mailbox, std::size_t most_events)
      : mailbox_(std::move(mailbox)), most_events_(most_events) {}

  bool push(Event const& event) override;
  void close() override;
  [[nodiscard]] bool is_open() const override;
  /// Everything that waits, as one text.
  [[nodiscard]] std::string take();

 private:
  std::shared_ptr<Mailbox> const mailbox_;
  std::size_t const most_events_;
  mutable std::mutex mutex_;
  std::string waiting_;
  std::size_t waiting_events_ = 0;
  bool open_ = true;
};

}  // namespace himpun::http
