#pragma once
// The head of an answer as text: status line, the handler's headers, and those every answer has (length, connection,
// date, security). Line ends inside a header's value become spaces, so that no value can add a header.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shell/http/message.h"

namespace himpun::http {

/// What the head must say about the exchange it belongs to.
struct ResponseFrame {
  std::optional<std::uint64_t> content_length{};  ///< empty: the body ends with the connection, or there is none
  bool keeps_alive = false;
  bool is_tls = false;
  bool is_api = false;  ///< then the default is `Cache-Control: no-store`
};

void append_response_head(std::string& out, Response const& response, ResponseFrame const& frame);

/// 204 and 304 and 1xx never have one.
[[nodiscard]] bool status_has_body(int status);

}  // namespace himpun::http
