#include "adapters/signers/http/client.h"

#include <openssl/err.h>
#include <openssl/http.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <charconv>

#include "adapters/pdf_signing/openssl_handles.h"
#include "base/text.h"

namespace himpun::signers {
namespace {

using pdf_signing::Handle;
using pdf_signing::Memory;
using Clock = std::chrono::steady_clock;
using TlsContext = Handle<SSL_CTX, SSL_CTX_free>;

struct Url {
  bool is_tls = false;
  std::string host;
  std::string port;
  std::string path;
};

std::string taken(char* text) {
  std::string copy{text ? text : ""};
  OPENSSL_free(text);
  return copy;
}

std::optional<Url> parse_url(std::string const& text) {
  int is_tls = 0;
  int number = 0;
  char *user = nullptr, *host = nullptr, *port = nullptr, *path = nullptr, *query = nullptr, *fragment = nullptr;
  if (OSSL_HTTP_parse_url(text.c_str(), &is_tls, &user, &host, &port, &number, &path, &query, &fragment) != 1) {
    ERR_clear_error();
    return std::nullopt;
  }
  Url url{is_tls == 1, taken(host), taken(port), taken(path)};
  auto const asked = taken(query);
  if (!asked.empty()) url.path += "?" + asked;
  taken(user);
  taken(fragment);
  return url;
}

/// One connection with one deadline; every wait is for what remains of it.
class Connection {
 public:
  Connection(Url const& url, HttpLimits const& limits) : deadline_(Clock::now() + limits.deadline) {
    open(url, limits);
  }
  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] bool is_late() const { return Clock::now() >= deadline_; }

  [[nodiscard]] bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const sent = BIO_write(bio_.get(), bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 65'536)));
      if (sent > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      } else if (!wait()) {
        return false;
      }
    }
    return true;
  }
  /// Some bytes, or none at the end of the stream; nothing when it failed or is late.
  [[nodiscard]] std::optional<std::string> receive() {
    std::string piece(16'384, '\0');
    for (;;) {
      auto const got = BIO_read(bio_.get(), piece.data(), static_cast<int>(piece.size()));
      if (got > 0) {
        piece.resize(static_cast<std::size_t>(got));
        return piece;
      }
      if (!BIO_should_retry(bio_.get())) {
        ERR_clear_error();
        return std::string{};
      }
      if (!wait()) return std::nullopt;
    }
  }

 private:
  void open(Url const& url, HttpLimits const& limits) {
    Memory socket{BIO_new_connect(url.host.c_str())};
    if (!socket) return;
    BIO_set_conn_port(socket.get(), url.port.c_str());
    BIO_set_nbio(socket.get(), 1);
    if (!url.is_tls) {
      bio_ = std::move(socket);
    } else if (!wrap(std::move(socket), url, limits)) {
      return;
    }
    while (BIO_do_connect(bio_.get()) <= 0) {
      if (!BIO_should_retry(bio_.get()) || !wait()) {
        ERR_clear_error();
        return;
      }
    }
    is_open_ = true;
  }

  bool wrap(Memory socket, Url const& url, HttpLimits const& limits) {
    context_.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    auto const trusted = limits.trusted_file.empty()
                             ? SSL_CTX_set_default_verify_paths(context_.get())
                             : SSL_CTX_load_verify_file(context_.get(), limits.trusted_file.c_str());
    Memory tls{BIO_new_ssl(context_.get(), 1)};
    SSL* session = nullptr;
    BIO_get_ssl(tls.get(), &session);
    if (trusted != 1 || !session) return false;
    SSL_set_tlsext_host_name(session, url.host.c_str());
    SSL_set1_host(session, url.host.c_str());
    bio_.reset(BIO_push(tls.release(), socket.release()));
    return true;
  }

  bool wait() {
    if (is_late() || !BIO_should_retry(bio_.get())) return false;
    auto const left = std::chrono::ceil<std::chrono::seconds>(deadline_ - Clock::now()).count();
    BIO_wait(bio_.get(), std::time(nullptr) + static_cast<std::time_t>(left), 20);
    ERR_clear_error();
    return !is_late();
  }

  TlsContext context_;
  Memory bio_;
  Clock::time_point deadline_;
  bool is_open_ = false;
};

std::string head_of(HttpRequest const& request, Url const& url) {
  auto const is_usual = url.port == (url.is_tls ? "443" : "80");
  auto head = request.method + " " + url.path + " HTTP/1.1\r\nHost: " + url.host + (is_usual ? "" : ":" + url.port) +
              "\r\nConnection: close\r\n";
  for (auto const& [name, value] : request.headers) head += name + ": " + value + "\r\n";
  if (request.method != "GET") head += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  return head + "\r\n";
}

bool parse_head(std::string_view head, HttpAnswer& answer) {
  auto const lines = split(head, '\n');
  if (lines.empty() || !lines[0].starts_with("HTTP/1.") || lines[0].size() < 12) return false;
  auto const status = lines[0].substr(9, 3);
  if (std::from_chars(status.data(), status.data() + 3, answer.status).ec != std::errc{}) return false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto const colon = lines[i].find(':');
    if (colon == std::string_view::npos) continue;
    answer.headers.emplace_back(lower_ascii(trim(lines[i].substr(0, colon))),
                                std::string{trim(lines[i].substr(colon + 1))});
  }
  return true;
}

/// RFC 9112, 7.1; nothing while the last chunk has not come, or when it is none.
std::optional<std::string> unchunked(std::string_view body) {
  std::string out;
  for (;;) {
    auto const end = body.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    std::size_t size = 0;
    if (std::from_chars(body.data(), body.data() + end, size, 16).ec != std::errc{}) return std::nullopt;
    body.remove_prefix(end + 2);
    if (size == 0) return out;
    if (body.size() < size + 2) return std::nullopt;
    out += body.substr(0, size);
    body.remove_prefix(size + 2);
  }
}

bool is_whole(HttpAnswer const& answer, std::string_view body) {
  auto const length = answer.header("content-length");
  std::size_t size = 0;
  return !length.empty() && std::from_chars(length.data(), length.data() + length.size(), size).ec == std::errc{} &&
         body.size() >= size;
}

HttpResult failed(HttpFailure failure) { return {std::nullopt, failure}; }

HttpResult finish(HttpAnswer answer, std::string body) {
  if (lower_ascii(answer.header("transfer-encoding")) == "chunked") {
    auto plain = unchunked(body);
    if (!plain) return failed(HttpFailure::malformed);
    body = std::move(*plain);
  } else if (!answer.header("content-length").empty() && !is_whole(answer, body)) {
    return failed(HttpFailure::malformed);
  }
  answer.body = std::move(body);
  return {std::move(answer), {}};
}

HttpResult receive(Connection& connection, HttpLimits const& limits) {
  std::string bytes;
  HttpAnswer answer;
  std::size_t body_at = 0;
  for (;;) {
    auto const piece = connection.receive();
    if (!piece) return failed(HttpFailure::too_slow);
    if (piece->empty()) break;
    bytes += *piece;
    if (bytes.size() > limits.most_bytes) return failed(HttpFailure::too_large);
    if (body_at == 0) {
      auto const end = bytes.find("\r\n\r\n");
      if (end == std::string::npos) continue;
      if (!parse_head(std::string_view{bytes}.substr(0, end), answer)) return failed(HttpFailure::malformed);
      body_at = end + 4;
    }
    if (is_whole(answer, std::string_view{bytes}.substr(body_at))) break;
  }
  return body_at == 0 ? failed(HttpFailure::malformed) : finish(std::move(answer), bytes.substr(body_at));
}

}  // namespace

std::string HttpAnswer::header(std::string const& name) const {
  auto const found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
  return found == headers.end() ? std::string{} : found->second;
}

HttpResult ask(HttpRequest const& request, HttpLimits const& limits) {
  auto const url = parse_url(request.url);
  if (!url) return failed(HttpFailure::unreachable);
  Connection connection{*url, limits};
  if (!connection.is_open()) return failed(connection.is_late() ? HttpFailure::too_slow : HttpFailure::unreachable);
  if (!connection.send(head_of(request, *url)) || !connection.send(request.body)) {
    return failed(connection.is_late() ? HttpFailure::too_slow : HttpFailure::unreachable);
  }
  return receive(connection, limits);
}

}  // namespace himpun::signers
