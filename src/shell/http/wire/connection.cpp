#include "shell/http/wire/connection.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <exception>

#include "base/text.h"
#include "shell/http/conditional.h"
#include "shell/http/problem_json.h"
#include "shell/http/wire/connection_list.h"

namespace himpun::http {
namespace {

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

/// Collects a small body in the request.
class TextSink final : public BodySink {
 public:
  explicit TextSink(std::string& text) : text_(text) {}
  Refusal const* write(std::string_view bytes) override {
    text_ += bytes;
    return nullptr;
  }

 private:
  std::string& text_;
};

std::string address_of(Socket const& socket) {
  SystemError error;
  auto const endpoint = socket.remote_endpoint(error);
  return error ? std::string{} : endpoint.address().to_string();
}

bool is_api_path(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

}  // namespace

Connection::Connection(Site& site, Socket socket, Admission admission)
    : site_(site),
      socket_(std::move(socket)),
      wake_(socket_.get_executor(), Clock::time_point::max()),
      admission_(admission),
      remote_address_(address_of(socket_)),
      mailbox_(std::make_shared<Mailbox>(*this)),
      deadline_(Clock::time_point::max().time_since_epoch().count()),
      parser_({.header_bytes = site.options.header_limit_bytes}),
      buffer_(std::max(ReadBuffer::read_ahead_bytes, site.options.header_limit_bytes * 2)) {
  if (site_.tls) tls_.emplace(socket_, *site_.tls);
}

Connection::~Connection() {
  mailbox_->detach();
  site_.connections->remove(*this);
}

void Connection::start() {
  asio::co_spawn(
      socket_.get_executor(), [self = shared_from_this()] { return self->run(); },
      [self = shared_from_this()](std::exception_ptr failure) {
        if (!failure) return;
        try {
          std::rethrow_exception(failure);
        } catch (std::exception const& exception) {
          self->report(std::string{"connection: "} + exception.what());
        }
      });
}

Task<void> Connection::run() {
  set_deadline(site_.options.times.header);
  bool const understood = co_await shake_hands();
  if (!understood) co_return;
  if (admission_ == Admission::server_is_full) {
    exchange_.begun = Clock::now();
    refuse(refusals::busy);
    co_await send_answer();
  } else {
    bool goes_on = true;
    while (goes_on) goes_on = co_await serve_one();
  }
  co_await part();
}

Task<bool> Connection::shake_hands() {
  if (!tls_) co_return true;
  SystemError error;
  co_await tls_->async_handshake(asio::ssl::stream_base::server, resume(error));
  co_return !error;
}

Task<bool> Connection::serve_one() {
  bool const someone_asks = co_await read_head();
  if (!someone_asks) co_return false;
  open_exchange();
  if (!exchange_.answer) co_await read_body();
  if (gone_) co_return false;
  if (!exchange_.answer) co_await ask_handler();
  bool const sent = co_await send_answer();
  buffer_.shrink();
  co_return sent&& keeps_alive_;
}

/// Says goodbye so that the client has surely read our last answer: TLS's farewell, the end of our side, and then,
/// for a while, whatever the client still sends.
Task<void> Connection::part() {
  SystemError ignored;
  if (!gone_ && !timed_out_) {
    set_deadline(site_.options.times.linger);
    if (tls_) co_await tls_->async_shutdown(resume(ignored));
    socket_.shutdown(Socket::shutdown_send, ignored);
    std::string rest(lingers_ ? ReadBuffer::first_bytes : 0, '\0');
    SystemError error;
    while (lingers_ && !error && !timed_out_) {
      co_await socket_.async_read_some(asio::buffer(rest), resume(error));
    }
  }
  socket_.close(ignored);
}

Task<bool> Connection::read_more() {
  auto const room = buffer_.room();
  if (room.empty()) {
    parser_.give_up(refusals::malformed);
    co_return true;
  }
  SystemError error;
  auto const target = asio::buffer(room.data(), room.size());
  auto reading = tls_ ? tls_->async_read_some(target, resume(error)) : socket_.async_read_some(target, resume(error));
  auto const received = co_await std::move(reading);
  buffer_.received(received);
  if (error && !timed_out_) gone_ = true;
  co_return !error;
}

/// False when no request comes any more.
Task<bool> Connection::read_head() {
  auto const& times = site_.options.times;
  parser_.begin();
  if (buffer_.empty()) {
    phase_ = Phase::idle;
    set_deadline(exchange_.begun == Clock::time_point{} ? times.header : times.idle);
    if (site_.stopping) co_return false;
    bool const received = co_await read_more();
    if (!received) co_return false;
  }
  phase_ = Phase::busy;
  exchange_ = {.begun = Clock::now()};
  set_deadline(exchange_.begun + times.header);
  // RFC 9112 section 2.2: a blank line before the request line is ignored.
  if (buffer_.view().starts_with("\r\n")) buffer_.consume(2);
  while (true) {
    buffer_.consume(parser_.feed(buffer_.view()));
    if (parser_.state() != RequestParser::State::head) co_return true;
    bool const received = co_await read_more();
    if (received) continue;
    if (timed_out_) parser_.give_up(refusals::too_slow);
    co_return timed_out_;
  }
}

/// Fills in the request from its head, finds its route and, where that already fails, the answer.
void Connection::open_exchange() {
  auto& head = parser_.head();
  auto& request = exchange_.request;
  keeps_alive_ = head.keeps_alive && parser_.state() != RequestParser::State::refused;
  request.language = choose_language(head.headers.get("Accept-Language"));
  request.remote_address = remote_address_;
  request.is_tls = site_.tls || site_.options.behind_tls_proxy;
  if (parser_.refusal()) return refuse(*parser_.refusal());
  request.method = *head.method;
  exchange_.is_head = request.method == Method::head;
  auto target = parse_target(head.target);
  if (!target) {
    exchange_.answer = to_response(target.error(), request.language);
    return;
  }
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  request.headers = std::move(head.headers);
  exchange_.is_api = is_api_path(request.path);
  find_route(std::move(*target));
}

void Connection::find_route(Target target) {
  auto& request = exchange_.request;
  auto match = site_.router.find(request.method, target.segments);
  exchange_.route = match.route;
  request.params = std::move(match.params);
  if (!match.route && !match.allowed.empty()) {
    bool const asks_options = request.method == Method::options;
    if (!asks_options) refuse(refusals::method_not_allowed);
    if (asks_options) exchange_.answer = no_content();
    exchange_.answer->set("Allow", allow_text(match.allowed));
    return;
  }
  if (!match.route && !exchange_.is_api) exchange_.route = site_.router.fallback();
  if (!exchange_.route) return refuse(refusals::path_unknown);
  ask_admission();
}

void Connection::ask_admission() {
  auto const& admit = exchange_.route->options.admit;
  if (!admit) return;
  try {
    exchange_.answer = admit(exchange_.request);
  } catch (std::exception const& failure) {
    report(exchange_.request.path + ": " + failure.what());
    refuse(refusals::failed);
  }
}

void Connection::refuse(Refusal const& refusal) { exchange_.answer = to_response(refusal, exchange_.request.language); }

Task<void> Connection::read_body() {
  auto const& route = exchange_.route->options;
  auto const& options = site_.options;
  if (route.body_mode == BodyMode::streamed) {
    co_await read_upload(route.body_limit.value_or(options.upload_limit_bytes));
  } else if (parser_.state() == RequestParser::State::body) {
    auto const limit = route.body_limit.value_or(options.body_limit_bytes);
    auto& body = exchange_.request.body;
    body.reserve(std::min(limit, parser_.head().content_length.value_or(0)));
    TextSink sink{body};
    co_await read_body_into(sink, limit);
  }
}

Task<void> Connection::read_upload(std::uint64_t limit) {
  Upload upload{site_.options.upload_folder};
  if (parser_.state() == RequestParser::State::body) {
    buffer_.widen();
    co_await read_body_into(upload, limit);
  }
  if (gone_ || exchange_.answer) co_return;
  exchange_.request.upload = upload.finish();
  if (!exchange_.request.upload) refuse(refusals::upload_not_stored);
}

Task<void> Connection::read_body_into(BodySink& sink, std::uint64_t limit) {
  auto const begun = Clock::now();
  parser_.take_body(sink, limit);
  set_deadline(body_deadline(begun));
  bool const may_continue = parser_.head().expects_continue && buffer_.empty();
  if (may_continue && parser_.state() == RequestParser::State::body) co_await write(continue_line);
  while (!gone_ && parser_.state() == RequestParser::State::body) {
    buffer_.consume(parser_.feed(buffer_.view()));
    if (parser_.state() != RequestParser::State::body) break;
    set_deadline(body_deadline(begun));
    bool const received = co_await read_more();
    if (!received && timed_out_) parser_.give_up(refusals::too_slow);
  }
  if (parser_.refusal()) refuse(*parser_.refusal());
}

/// A grace period, and then as long as the slowest client we bear with needs for what it has sent.
Clock::time_point Connection::body_deadline(Clock::time_point begun) const {
  auto const paid = parser_.body_bytes() / std::max<std::uint64_t>(1, site_.options.slowest_bytes_per_second);
  return begun + site_.options.times.body + std::chrono::seconds{paid};
}

Task<void> Connection::ask_handler() {
  auto const deadline = Clock::now() + site_.options.times.handler;
  set_deadline(deadline);
  exchange_.request.deadline = deadline;
  call_handler(mailbox_->open());
  if (!exchange_.answer) co_await wait_for_answer();
  mailbox_->abandon();
}

/// The one place that catches what a handler throws: the world broke, and the client may try again.
void Connection::call_handler(std::uint64_t turn) {
  std::string path = exchange_.request.path;
  try {
    exchange_.route->handler(std::move(exchange_.request), Respond{Ticket{mailbox_, turn}});
  } catch (std::exception const& failure) {
    report(path + ": " + failure.what());
    if (mailbox_->look() != Mailbox::State::answered) refuse(refusals::failed);
  }
  exchange_.request.path = std::move(path);
}

Task<void> Connection::wait_for_answer() {
  auto state = mailbox_->look();
  while (state == Mailbox::State::waiting && !timed_out_ && !gone_) {
    SystemError woken;
    co_await wake_.async_wait(resume(woken));
    state = mailbox_->look();
  }
  if (state == Mailbox::State::answered) {
    exchange_.answer = mailbox_->take();
  } else if (state == Mailbox::State::dropped) {
    report(exchange_.request.path + ": the handler dropped its answer");
    refuse(refusals::unanswered);
  } else {
    timed_out_ = false;
    refuse(refusals::took_too_long);
  }
}

void Connection::report(std::string const& failure) {
  if (site_.options.on_failure) site_.options.on_failure(failure);
}

void Connection::set_deadline(Clock::time_point deadline) {
  deadline_.store(deadline.time_since_epoch().count(), std::memory_order_relaxed);
}

void Connection::expire_if_late(Clock::time_point now) {
  auto const is_late = [this](Clock::time_point at) {
    return at.time_since_epoch().count() >= deadline_.load(std::memory_order_relaxed);
  };
  auto self = weak_from_this().lock();
  if (!self || !is_late(now)) return;
  asio::post(socket_.get_executor(), [self = std::move(self), is_late, now] {
    if (!is_late(now)) return;  // the connection went on in the meantime
    self->set_deadline(Clock::time_point::max());
    self->timed_out_ = true;
    self->cancel_everything();
  });
}

void Connection::stop_when_idle() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    SystemError error;
    bool const request_is_coming = self->socket_.available(error) > 0;
    if (self->phase_ == Phase::idle && !request_is_coming) self->cancel_everything();
    if (self->phase_ == Phase::streaming) self->channel_->close();
  });
}

void Connection::abort() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->gone_ = true;
    SystemError ignored;
    self->socket_.close(ignored);
    self->wake_.cancel();
  });
}

void Connection::post_wake() {
  auto self = weak_from_this().lock();
  if (!self) return;
  asio::post(socket_.get_executor(), [self = std::move(self)] { self->wake_.cancel(); });
}

void Connection::cancel_everything() {
  SystemError ignored;
  socket_.cancel(ignored);
  wake_.cancel();
}

}  // namespace himpun::http
