#pragma once
// Bytes of a connection to one request: the head first, then the body into a sink. It is strict where leniency would
// let two servers read the same bytes differently (RFC 9112 section 11.2), and it holds no more than the limits allow.
// It does not read sockets and does not know routes.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shell/http/message.h"
#include "shell/http/refusals.h"

namespace himpun::http {

struct ParserLimits {
  std::size_t header_bytes = 16 * 1024;  ///< request line and header together
  std::size_t header_fields = 100;
  std::size_t target_bytes = 8 * 1024;
};

struct RequestHead {
  std::optional<Method> method{};
  std::string target{};
  Headers headers{};
  bool is_http_11 = true;
  bool keeps_alive = false;
  bool has_body = false;
  bool expects_continue = false;
  std::optional<std::uint64_t> content_length{};  ///< empty for a chunked body
};

/// Where the body goes. A sink that cannot take the bytes says why.
class BodySink {
 public:
  [[nodiscard]] virtual Refusal const* write(std::string_view bytes) = 0;

 protected:
  ~BodySink() = default;
};

class RequestParser {
 public:
  enum class State : std::uint8_t { head, body, done, refused };

  explicit RequestParser(ParserLimits limits);
  RequestParser(RequestParser&&) = delete;
  ~RequestParser();

  /// Forgets everything; the next bytes begin a request.
  void begin();
  /// Names the sink of the body and its limit in bytes; call it when the state has become `body`.
  void take_body(BodySink& sink, std::uint64_t limit);
  /// Reads as much as it can and says how many bytes it used up; it stops at the end of the head. What it did not use
  /// must be offered again together with the bytes that follow.
  [[nodiscard]] std::size_t feed(std::string_view bytes);
  /// The request cannot go on (for example a chunk header that does not fit into the connection's buffer).
  void give_up(Refusal const& refusal);

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] RequestHead& head() { return head_; }
  [[nodiscard]] Refusal const* refusal() const { return refusal_; }
  [[nodiscard]] std::uint64_t body_bytes() const { return body_bytes_; }

 private:
  class Machine;

  void check_head();

  ParserLimits limits_;
  RequestHead head_;
  State state_ = State::head;
  Refusal const* refusal_ = nullptr;
  BodySink* sink_ = nullptr;
  std::uint64_t body_limit_ = 0;
  std::uint64_t body_bytes_ = 0;
  std::size_t head_bytes_ = 0;
  std::unique_ptr<Machine> machine_;
};

}  // namespace himpun::http
