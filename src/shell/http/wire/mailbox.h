#pragma once
// The way back from any thread to a connection: the slot for the answer to its present request, and a call that wakes
// it. It outlives the connection and then does nothing, so that a late answer is harmless.

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include "shell/http/message.h"

namespace himpun::http {

class Connection;

class Mailbox {
 public:
  enum class State : std::uint8_t { waiting, answered, dropped };

  explicit Mailbox(Connection& connection) : connection_(&connection) {}

  /// A new request waits for its answer; answers to earlier ones are ignored from now on.
  [[nodiscard]] std::uint64_t open();
  /// Nobody waits any more.
  void abandon();
  /// Where the present request stands. With `waiting` the next change wakes the connection.
  [[nodiscard]] State look();
  [[nodiscard]] Response take();

  void answer(std::uint64_t turn, Response response);
  void drop(std::uint64_t turn);
  void wake();
  /// The connection ends; nothing is posted to it any more.
  void detach();

 private:
  void wake_locked();

  std::mutex mutex_;
  Connection* connection_;
  std::optional<Response> response_;
  State state_ = State::dropped;
  std::uint64_t turn_ = 0;
  bool someone_waits_ = false;
};

/// What a handler holds as its `Respond`.
class Ticket {
 public:
  Ticket(std::shared_ptr<Mailbox> mailbox, std::uint64_t turn) : mailbox_(std::move(mailbox)), turn_(turn) {}
  Ticket(Ticket&&) noexcept = default;
  Ticket& operator=(Ticket&&) = delete;
  ~Ticket();

  void operator()(Response response);

 private:
  std::shared_ptr<Mailbox> mailbox_;
  std::uint64_t turn_;
};

}  // namespace himpun::http
