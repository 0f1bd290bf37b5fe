#include "http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>

#include "fibers.h"

namespace himpun::bench {

HttpClient::HttpClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int const yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

HttpClient::~HttpClient() { ::close(socket_); }

void HttpClient::read_more() {
  give_way_until_readable(socket_);
  char piece[16384];
  auto const size = ::recv(socket_, piece, sizeof piece, 0);
  if (size <= 0) throw std::runtime_error("the server closed the connection");
  buffer_.append(piece, static_cast<std::size_t>(size));
}

Reply HttpClient::send(std::string_view method, std::string_view path, std::string_view headers,
                       std::string_view body) {
  std::string request;
  request.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(headers);
  if (method != "GET") {
    request.append("Content-Type: application/json\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n");
  }
  request.append("\r\n").append(body);
  for (std::string_view rest = request; !rest.empty();) {
    auto const sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the server does not listen");
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  std::size_t head = 0;
  while ((head = buffer_.find("\r\n\r\n")) == std::string::npos) read_more();
  std::string_view const fields = std::string_view{buffer_}.substr(0, head);
  Reply reply;
  std::from_chars(fields.data() + 9, fields.data() + 12, reply.status);
  auto const field = [&](std::string_view name) -> std::string {
    auto const at = fields.find(name);
    return at == std::string_view::npos
               ? std::string{}
               : std::string{fields.substr(at + name.size(), fields.find("\r\n", at) - at - name.size())};
  };
  auto const length = field("\r\nContent-Length: ");
  auto const cookie = field("\r\nSet-Cookie: ");
  reply.cookie = cookie.substr(0, cookie.find(';'));
  auto const size = length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < head + 4 + size) read_more();
  reply.body = buffer_.substr(head + 4, size);
  buffer_.erase(0, head + 4 + size);
  return reply;
}

std::string text_at(Json const& json, std::string_view name) {
  auto const* member = json.find(name);
  auto const* text = member ? member->get_if<std::string>() : nullptr;
  if (!text) throw std::runtime_error("no " + std::string{name} + " in " + write_json(json));
  return *text;
}

std::int64_t number_at(Json const& json, std::string_view name) {
  auto const* member = json.find(name);
  auto const* number = member ? member->get_if<std::int64_t>() : nullptr;
  if (!number) throw std::runtime_error("no " + std::string{name} + " in " + write_json(json));
  return *number;
}

Official sign_in(int port, std::string const& username, std::string const& password) {
  HttpClient client{port};
  auto const body = write_json(Json{}.add("username", username).add("password", password));
  auto const reply = client.send("POST", "/api/v1/session", "", body);
  if (reply.status != 201) throw std::runtime_error("cannot sign in: " + reply.body);
  auto const me = reply.json();
  Official official{"Cookie: " + reply.cookie + "\r\nX-CSRF-Token: " + text_at(me, "csrf_token") + "\r\n", {}, {}};
  auto const& posts = *me.find("posts")->get_if<Json::Array>();
  if (!posts.empty()) {
    official.position = text_at(posts.front(), "position");
    official.unit = text_at(posts.front(), "unit");
  }
  return official;
}

}  // namespace himpun::bench
