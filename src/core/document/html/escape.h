#pragma once
// Text into HTML, CSS strings and data addresses, so that whatever officials type is only ever words.

#include <string>
#include <string_view>

namespace himpun::document {

/// For text and for attribute values in double quotes. Characters that XML forbids are left out.
[[nodiscard]] std::string escape_html(std::string_view text);
/// The same, with line ends as <br>.
[[nodiscard]] std::string escape_lines(std::string_view text);
/// A CSS string with its quotes: everything but letters, digits and spaces as a number.
[[nodiscard]] std::string css_string(std::string_view text);
[[nodiscard]] std::string data_address(std::string_view media_type, std::string_view bytes);
/// "12.5" for 125 tenths; no locale.
[[nodiscard]] std::string tenths(int value);

}  // namespace himpun::document
