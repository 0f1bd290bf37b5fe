#pragma once
// Small words about text: UTF-8 validity, trimming, splitting, counting characters. No locale.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace himpun {

/// True when the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Number of code points in well-formed UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Without spaces, tabs and line ends at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(std::vector<std::string> const& parts, std::string_view separator);

[[nodiscard]] constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
/// One ASCII digit or more, and nothing else.
[[nodiscard]] bool is_digits(std::string_view text);

/// Nothing instead of an empty text.
[[nodiscard]] std::optional<std::string> unless_empty(std::string const& text);

/// ASCII letters made small; other bytes untouched.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace himpun
