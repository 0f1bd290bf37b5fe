#include "shell/http/client.h"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "base/text.h"

namespace himpun::http::test {
namespace {

constexpr timeval patience{20, 0};

int connect_to(std::uint16_t port, std::string const& address) {
  int const number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ::setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  ::inet_pton(AF_INET, address.c_str(), &place.sin_addr);
  if (::connect(number, reinterpret_cast<sockaddr const*>(&place), sizeof place) == 0) return number;
  ::close(number);
  return -1;
}

Answer parse_head(std::string head) {
  Answer answer;
  auto const lines = split(head, '\n');
  answer.status = std::atoi(std::string{lines.front().substr(std::min<std::size_t>(9, lines.front().size()))}.c_str());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto const colon = lines[i].find(':');
    if (colon == std::string_view::npos) continue;
    answer.headers[lower_ascii(lines[i].substr(0, colon))] = trim(lines[i].substr(colon + 1));
  }
  answer.head = std::move(head);
  return answer;
}

}  // namespace

struct Client::State {
  int socket = -1;
  SSL_CTX* context = nullptr;
  SSL* tls = nullptr;
  std::string held;
  bool ended = false;

  ~State() {
    if (tls) SSL_free(tls);
    if (context) SSL_CTX_free(context);
    if (socket >= 0) ::close(socket);
  }
};

std::string Answer::header(std::string const& name) const {
  auto const found = headers.find(name);
  return found == headers.end() ? std::string{} : found->second;
}

Client::Client(std::uint16_t port, Transport transport, std::string const& address)
    : state_(std::make_unique<State>()) {
  state_->socket = connect_to(port, address);
  if (transport == Transport::plain || state_->socket < 0) return;
  state_->context = SSL_CTX_new(TLS_client_method());
  state_->tls = SSL_new(state_->context);
  SSL_set_fd(state_->tls, state_->socket);
  if (SSL_connect(state_->tls) != 1) close();
}

Client::Client(Client&&) noexcept = default;
Client::~Client() = default;

bool Client::connected() const { return state_->socket >= 0; }
int Client::socket() const { return state_->socket; }

void Client::close() {
  if (state_->socket >= 0) ::close(std::exchange(state_->socket, -1));
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = state_->tls ? SSL_write(state_->tls, bytes.data(), static_cast<int>(bytes.size()))
                                  : ::send(state_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Client::receive() {
  char bytes[65536];
  if (state_->ended || state_->socket < 0) return false;
  auto const received =
      state_->tls ? SSL_read(state_->tls, bytes, sizeof bytes) : ::recv(state_->socket, bytes, sizeof bytes, 0);
  if (received <= 0) {
    state_->ended = received == 0;
    return false;
  }
  state_->held.append(bytes, static_cast<std::size_t>(received));
  return true;
}

std::string Client::read_until(std::string_view end) {
  auto& held = state_->held;
  while (held.find(end) == std::string::npos) {
    if (!receive()) return std::exchange(held, {});
  }
  auto const size = held.find(end) + end.size();
  std::string text = held.substr(0, size);
  held.erase(0, size);
  return text;
}

Answer Client::read(Expecting expecting) {
  auto head = read_until("\r\n\r\n");
  if (!head.ends_with("\r\n\r\n")) return {};
  auto answer = parse_head(std::move(head));
  std::size_t const length = std::strtoull(answer.header("content-length").c_str(), nullptr, 10);
  if (expecting == Expecting::head_only) return answer;
  while (state_->held.size() < length) {
    if (!receive()) return {};
  }
  answer.body = state_->held.substr(0, length);
  state_->held.erase(0, length);
  return answer;
}

Answer Client::ask(std::string_view text) {
  send(text);
  return read();
}

bool Client::is_closed() {
  while (receive()) {
  }
  return state_->ended && state_->held.empty();
}

std::string request_text(std::string_view method, std::string_view target, std::string_view body,
                         std::string_view headers) {
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: himpun.test\r\n").append(headers);
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text.append("\r\n").append(body);
}

}  // namespace himpun::http::test
