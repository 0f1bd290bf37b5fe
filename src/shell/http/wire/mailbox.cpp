#include "shell/http/wire/mailbox.h"

#include "base/ensure.h"
#include "shell/http/wire/connection.h"

namespace himpun::http {

std::uint64_t Mailbox::open() {
  std::lock_guard const lock{mutex_};
  response_.reset();
  state_ = State::waiting;
  someone_waits_ = false;
  return ++turn_;
}

void Mailbox::abandon() {
  std::lock_guard const lock{mutex_};
  response_.reset();
  state_ = State::dropped;
  ++turn_;
}

Mailbox::State Mailbox::look() {
  std::lock_guard const lock{mutex_};
  someone_waits_ = state_ == State::waiting;
  return state_;
}

Response Mailbox::take() {
  std::lock_guard const lock{mutex_};
  ensure(response_.has_value(), "the answer is there");
  Response response = std::move(*response_);
  response_.reset();
  return response;
}

void Mailbox::answer(std::uint64_t turn, Response response) {
  std::lock_guard const lock{mutex_};
  if (turn != turn_ || state_ != State::waiting) return;
  response_ = std::move(response);
  state_ = State::answered;
  if (someone_waits_) wake_locked();
}

void Mailbox::drop(std::uint64_t turn) {
  std::lock_guard const lock{mutex_};
  if (turn != turn_ || state_ != State::waiting) return;
  state_ = State::dropped;
  if (someone_waits_) wake_locked();
}

void Mailbox::wake() {
  std::lock_guard const lock{mutex_};
  wake_locked();
}

void Mailbox::detach() {
  std::lock_guard const lock{mutex_};
  connection_ = nullptr;
}

void Mailbox::wake_locked() {
  if (connection_) connection_->post_wake();
}

Ticket::~Ticket() {
  if (mailbox_) mailbox_->drop(turn_);
}

void Ticket::operator()(Response response) {
  ensure(mailbox_ != nullptr, "a request is answered once");
  auto const mailbox = std::exchange(mailbox_, nullptr);
  mailbox->answer(turn_, std::move(response));
}

}  // namespace himpun::http
