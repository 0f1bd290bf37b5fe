#pragma once
// Gets one small thing over plain http from an address that stands in a certificate (RFC 5280 has them signed, so that
// no TLS is needed). No redirect, no proxy, no other protocol; an outage is no answer.

#include <chrono>
#include <optional>
#include <string>

namespace himpun::signers {

struct FetchLimits {
  std::chrono::milliseconds deadline{5000};
  std::size_t most_bytes = 8 * 1024 * 1024;
};

/// What a GET brings, or a POST of `question` as that media type; nothing unless the answer is a whole 200.
struct Question {
  std::string url;
  std::string media_type;  ///< empty: a GET
  std::string body;
};
[[nodiscard]] std::optional<std::string> fetch(Question const& question, FetchLimits const& limits);

}  // namespace himpun::signers
