#include "adapters/postgres/listener.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/ensure.h"
#include "base/text.h"

namespace himpun::postgres {
namespace {

constexpr int pause_ms = 1000;
constexpr int look_again_ms = 30'000;

std::vector<std::string> topics_in(char const* message) {
  std::vector<std::string> topics;
  for (auto const line : split(message, '\n')) {
    if (!line.empty()) topics.emplace_back(line);
  }
  return topics;
}

}  // namespace

Listener::Listener(std::string where, std::string channel, Hear hear)
    : where_(std::move(where)), channel_(std::move(channel)), hear_(std::move(hear)) {
  ensure(::pipe2(wake_, O_CLOEXEC) == 0, "a pipe can be made");
  first_ = connect();
  thread_ = std::thread([this] { loop(); });
}

Listener::~Listener() {
  stop();
  ::close(wake_[0]);
}

void Listener::stop() {
  if (stopped_.exchange(true)) return;
  ::close(wake_[1]);
  thread_.join();
}

void Listener::loop() {
  auto connection = std::move(first_);
  bool missed = false;
  while (!stopped_) {
    if (connection) {
      if (missed) hear_({});
      hear_until_lost(connection.get());
    } else {
      wait(-1, pause_ms);
    }
    missed = true;
    if (!stopped_) connection = connect();
  }
}

Listener::ConnectionPtr Listener::connect() const {
  char const* const keywords[] = {"dbname",           "application_name", "connect_timeout",
                                  "tcp_user_timeout", "keepalives_idle",  nullptr};
  char const* const values[] = {where_.c_str(), "himpun listener", "3", "5000", "5", nullptr};
  ConnectionPtr connection(PQconnectdbParams(keywords, values, 1));
  if (PQstatus(connection.get()) != CONNECTION_OK) return nullptr;
  auto* const result = PQexec(connection.get(), ("LISTEN " + channel_).c_str());
  bool const listens = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  return listens ? std::move(connection) : nullptr;
}

void Listener::hear_until_lost(PGconn* connection) {
  while (!stopped_) {
    while (auto* const notification = PQnotifies(connection)) {
      hear_(topics_in(notification->extra));
      PQfreemem(notification);
    }
    wait(PQsocket(connection), look_again_ms);
    if (PQconsumeInput(connection) != 1) return;
  }
}

void Listener::wait(int socket, int milliseconds) const {
  pollfd watched[] = {{wake_[0], POLLIN, 0}, {socket, POLLIN, 0}};
  ::poll(watched, 2, milliseconds);
}

}  // namespace himpun::postgres
