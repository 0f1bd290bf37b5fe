#pragma once
// A client that says exactly the bytes a test wants, over plain TCP or TLS. It reads answers by their Content-Length.
// Every wait ends after `patience`, so a server that does not answer fails the test instead of hanging it.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace himpun::http::test {

struct Answer {
  int status = 0;  ///< 0: the connection closed (or patience ended) before an answer was complete
  std::map<std::string, std::string> headers{};  ///< names in small letters
  std::string head{};
  std::string body{};

  [[nodiscard]] std::string header(std::string const& name) const;
  [[nodiscard]] bool has(std::string const& name) const { return headers.contains(name); }
};

enum class Transport : std::uint8_t { plain, tls };
enum class Expecting : std::uint8_t { body, head_only };

class Client {
 public:
  explicit Client(std::uint16_t port, Transport transport = Transport::plain, std::string const& address = "127.0.0.1");
  Client(Client&&) noexcept;
  ~Client();

  [[nodiscard]] bool connected() const;
  /// False when the server does not take the bytes any more.
  bool send(std::string_view bytes);
  [[nodiscard]] Answer read(Expecting expecting = Expecting::body);
  /// Sends `text` and reads one answer.
  [[nodiscard]] Answer ask(std::string_view text);
  /// Reads until `end` has been read; everything up to and with it, or what came before the connection ended.
  [[nodiscard]] std::string read_until(std::string_view end);
  /// True when the server has closed its side and nothing more came.
  [[nodiscard]] bool is_closed();
  void close();

  [[nodiscard]] int socket() const;

 private:
  struct State;
  bool receive();

  std::unique_ptr<State> state_;
};

/// A request with a Host header; `headers` are whole lines with CRLF.
[[nodiscard]] std::string request_text(std::string_view method, std::string_view target, std::string_view body = {},
                                       std::string_view headers = {});

}  // namespace himpun::http::test
