#pragma once
// Base64 with the URL alphabet and without padding (RFC 4648 section 5). Reading is strict: one text per value.

#include <optional>
#include <string>
#include <string_view>

namespace himpun {

[[nodiscard]] std::string to_base64url(std::string_view bytes);
/// Empty when the text holds another character, has an impossible length, or ends in bits that are not zero.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace himpun
