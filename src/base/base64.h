#pragma once
// Base64 (RFC 4648 section 4: standard alphabet, with padding) and reading hexadecimal. Reading is strict, so that the
// same bytes have one text only: no white space, no missing padding, no stray bits at the end.

#include <optional>
#include <string>
#include <string_view>

namespace himpun {

[[nodiscard]] std::string to_base64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> parse_base64(std::string_view text);

/// Lowercase hexadecimal, two digits a byte; the other way is `to_hex`.
[[nodiscard]] std::optional<std::string> parse_hex(std::string_view text);

}  // namespace himpun
