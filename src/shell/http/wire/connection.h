#pragma once
// One connection: its socket, its buffer and the coroutine that carries one request after the other through reading,
// asking the handler and answering. Everything runs on the connection's strand. Deadlines are one instant that the
// server looks at now and then (`expire_if_late`), so a request costs no timer.
//
// connection.cpp reads and asks; connection_answer.cpp writes; connection_events.cpp keeps event streams.

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "shell/http/message.h"
#include "shell/http/refusals.h"
#include "shell/http/router.h"
#include "shell/http/server.h"
#include "shell/http/target.h"
#include "shell/http/wire/asio.h"
#include "shell/http/wire/event_channel.h"
#include "shell/http/wire/mailbox.h"
#include "shell/http/wire/read_buffer.h"
#include "shell/http/wire/request_parser.h"
#include "shell/http/wire/upload.h"

namespace himpun::http {

class ConnectionList;

/// What all connections of a server share; outlives them.
struct Site {
  Router router;
  ServerOptions options;
  asio::ssl::context* tls = nullptr;  ///< null: plain HTTP
  ConnectionList* connections = nullptr;
  std::atomic<bool> stopping{false};
};

enum class Admission : std::uint8_t { welcome, server_is_full };

class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Site& site, Socket socket, Admission admission);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;
  ~Connection();

  void start();

  // From any thread.
  void expire_if_late(Clock::time_point now);
  void stop_when_idle();  ///< ends an idle connection or event stream now, any other after its answer
  void abort();           ///< ends it whatever it does
  void detach() { mailbox_->detach(); }
  void post_wake();

 private:
  /// What belongs to the request that is being served.
  struct Exchange {
    Clock::time_point begun{};
    Request request{};
    Route const* route = nullptr;
    bool is_head = false;
    bool is_api = true;
    std::optional<Response> answer{};
    std::uint64_t bytes_sent = 0;
  };
  enum class Phase : std::uint8_t { idle, busy, streaming };

  Task<void> run();
  Task<bool> shake_hands();
  Task<bool> serve_one();
  Task<void> part();

  // Reading.
  Task<bool> read_more();
  Task<bool> read_head();
  Task<void> read_body();
  Task<void> read_body_into(BodySink& sink, std::uint64_t limit);
  Task<void> read_upload(std::uint64_t limit);
  void open_exchange();
  void find_route(Target target);
  void ask_admission();
  void refuse(Refusal const& refusal);
  [[nodiscard]] Clock::time_point body_deadline(Clock::time_point begun) const;

  // Asking.
  Task<void> ask_handler();
  Task<void> wait_for_answer();
  void call_handler(std::uint64_t turn);

  // Writing.
  Task<bool> send_answer();
  Task<bool> send_bytes(Response const& response, std::string_view body);
  Task<bool> send_file(Response const& response, StoredFile const& file);
  Task<bool> send_file_pieces(int file, std::uint64_t size);
  Task<bool> send_events(Response const& response, EventStream const& stream);
  Task<void> send_events_until_closed(std::string head);
  Task<void> notice_departure();
  Task<bool> write(std::string_view first, std::string_view second = {});
  Task<bool> write_some(std::string_view first, std::string_view second);
  void write_head(Response const& response, std::optional<std::uint64_t> content_length);
  void log(int status);
  void report(std::string const& failure);

  void set_deadline(Clock::time_point deadline);
  void set_deadline(std::chrono::milliseconds from_now) { set_deadline(Clock::now() + from_now); }
  void cancel_everything();

  Site& site_;
  Socket socket_;
  std::optional<TlsStream> tls_;
  Timer wake_;  ///< never runs out by itself, except as the heartbeat of an event stream
  Admission const admission_;
  std::string remote_address_;
  std::shared_ptr<Mailbox> mailbox_;
  std::atomic<Clock::rep> deadline_;
  RequestParser parser_;
  ReadBuffer buffer_;
  Exchange exchange_;
  std::string out_;
  std::shared_ptr<EventChannel> channel_;
  Phase phase_ = Phase::idle;
  bool timed_out_ = false;
  bool gone_ = false;        ///< the client is not there any more
  bool keeps_alive_ = true;  ///< another request may follow
  bool lingers_ = false;     ///< the client may still be sending: closing at once would destroy our answer on its way
};

}  // namespace himpun::http
