#include "adapters/signers/small_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/ensure.h"

namespace himpun::test {

SmallServer::SmallServer(Handle handle) : handle_(std::move(handle)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ensure(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(listener_, 8) == 0,
         "a port of the loopback is free");
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

SmallServer::~SmallServer() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void SmallServer::serve() const {
  while (!stopping_) {
    auto const connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    answer(connection);
    close(connection);
  }
}

void SmallServer::answer(int connection) const {
  std::string bytes;
  std::size_t body_at = std::string::npos;
  std::size_t body_size = 0;
  char buffer[65'536];
  while (body_at == std::string::npos || bytes.size() < body_at + body_size) {
    auto const got = recv(connection, buffer, sizeof buffer, 0);
    if (got <= 0) return;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (body_at != std::string::npos) continue;
    auto const end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) continue;
    body_at = end + 4;
    auto const length = bytes.find("Content-Length: ");
    if (length < end) body_size = std::stoul(bytes.substr(length + 16));
  }
  auto const made = handle_({bytes.substr(0, body_at), bytes.substr(body_at)});
  auto const reply = "HTTP/1.1 " + std::to_string(made.status) + " -\r\nContent-Type: " + made.type +
                     "\r\nContent-Length: " + std::to_string(made.body.size()) + "\r\nConnection: close\r\n\r\n" +
                     made.body;
  for (std::size_t sent = 0; sent < reply.size();) {
    auto const some = send(connection, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL);
    if (some <= 0) return;
    sent += static_cast<std::size_t>(some);
  }
}

}  // namespace himpun::test
