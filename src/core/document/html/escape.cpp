#include "core/document/html/escape.h"

#include <cstdlib>

#include "base/base64.h"

namespace himpun::document {
namespace {

bool is_printable(unsigned char c) { return c >= 0x20 || c == '\n' || c == '\t'; }

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (is_printable(static_cast<unsigned char>(c))) out += c;
    }
  }
  return out;
}

std::string escape_lines(std::string_view text) {
  std::string out;
  for (auto const c : escape_html(text)) {
    if (c == '\n') {
      out += "<br>";
    } else {
      out += c;
    }
  }
  return out;
}

std::string css_string(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || byte >= 0x80;
    if (is_plain) {
      out += c;
    } else if (byte >= 0x20) {
      out += {'\\', digits[byte / 16], digits[byte % 16], ' '};
    }
  }
  return out + "\"";
}

std::string data_address(std::string_view media_type, std::string_view bytes) {
  return "data:" + std::string{media_type} + ";base64," + to_base64(bytes);
}

std::string tenths(int value) {
  auto const size = std::abs(value);
  std::string text = value < 0 ? "-" : "";
  text += std::to_string(size / 10);
  if (size % 10 != 0) text += "." + std::to_string(size % 10);
  return text;
}

}  // namespace himpun::document
