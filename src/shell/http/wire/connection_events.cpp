#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "shell/http/wire/connection.h"
#include "shell/http/wire/response_head.h"

namespace himpun::http {
namespace {

constexpr std::string_view heartbeat = ":\n\n";
/// The browser comes back this soon (milliseconds) when the stream breaks.
constexpr std::string_view greeting = "retry: 3000\n\n";

}  // namespace

/// Keeps the stream until the client leaves, the handler closes it, the queue overflows or the server stops. The body
/// has no length: it ends with the connection.
Task<bool> Connection::send_events(Response const& response, EventStream const& stream) {
  keeps_alive_ = false;
  Response head{.status = response.status, .headers = response.headers};
  head.set("Content-Type", "text/event-stream").set("Cache-Control", "no-store").set("X-Accel-Buffering", "no");
  write_head(head, std::nullopt);
  if (exchange_.is_head) co_return co_await write(out_);
  channel_ = std::make_shared<EventChannel>(mailbox_, site_.options.event_queue);
  phase_ = Phase::streaming;
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->notice_departure(); }, asio::detached);
  if (stream.on_open) stream.on_open(EventSink{channel_});
  co_await send_events_until_closed(out_ + std::string{greeting});
  channel_->close();
  if (stream.on_close) stream.on_close();
  lingers_ = false;
  co_return false;
}

Task<void> Connection::send_events_until_closed(std::string text) {
  while (true) {
    text += channel_->take();
    if (!text.empty()) co_await write(text);
    exchange_.bytes_sent += text.size();
    if (gone_ || site_.stopping || !channel_->is_open()) co_return;
    SystemError woken;
    wake_.expires_after(site_.options.times.heartbeat);
    text = channel_->take();
    if (!text.empty()) continue;
    co_await wake_.async_wait(resume(woken));
    if (!woken) text = heartbeat;
  }
}

/// A client of an event stream sends nothing; whatever ends this reading says that it is gone.
Task<void> Connection::notice_departure() {
  auto const self = shared_from_this();
  std::array<char, 256> ignored_bytes{};
  SystemError error;
  while (!error) {
    auto const target = asio::buffer(ignored_bytes);
    auto reading = tls_ ? tls_->async_read_some(target, resume(error)) : socket_.async_read_some(target, resume(error));
    co_await std::move(reading);
  }
  gone_ = true;
  wake_.cancel();
}

}  // namespace himpun::http
