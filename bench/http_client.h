#pragma once
// A blocking HTTP/1.1 client on one kept connection, no more than the benchmarks need: it sends, reads the answer's
// status, ETag, cookie and JSON body, and throws when the server says anything unexpected.

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/json.h"

namespace himpun::bench {

struct Reply {
  int status = 0;
  std::string cookie;  ///< `name=value` of Set-Cookie
  std::string body;

  [[nodiscard]] Json json() const { return *parse_json(body); }
};

class HttpClient {
 public:
  explicit HttpClient(int port);
  HttpClient(HttpClient const&) = delete;
  HttpClient& operator=(HttpClient const&) = delete;
  ~HttpClient();

  /// `headers`: whole lines, each ending in CRLF.
  Reply send(std::string_view method, std::string_view path, std::string_view headers, std::string_view body);

 private:
  void read_more();

  int socket_ = -1;
  std::string buffer_;
};

/// Somebody signed in, to be used from one connection or several.
struct Official {
  std::string headers;  ///< cookie and CSRF token, as header lines
  std::string position;
  std::string unit;
};
[[nodiscard]] Official sign_in(int port, std::string const& username, std::string const& password);

/// Text of a member; throws when it is not there.
[[nodiscard]] std::string text_at(Json const& json, std::string_view name);
[[nodiscard]] std::int64_t number_at(Json const& json, std::string_view name);

}  // namespace himpun::bench
