#pragma once
// Asks the services that signing needs: one request, one answer, one deadline over all of it. TLS with the system's
// trusted certificates, or those of a file. It follows no redirect, takes no proxy and keeps no connection.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace himpun::signers {

struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

struct HttpAnswer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in small letters
  std::string body;

  [[nodiscard]] std::string header(std::string const& name) const;
};

enum class HttpFailure : std::uint8_t { unreachable, too_slow, too_large, malformed };

struct HttpResult {
  std::optional<HttpAnswer> answer;
  HttpFailure failure = HttpFailure::unreachable;  ///< without an answer
};

struct HttpLimits {
  std::chrono::milliseconds deadline{20'000};
  std::size_t most_bytes = 64 * 1024 * 1024;
  std::string trusted_file;  ///< PEM; empty: the system's
  bool without_tls = false;  ///< plain http only
};

[[nodiscard]] HttpResult ask(HttpRequest const& request, HttpLimits const& limits);

}  // namespace himpun::signers
