#include "base/base64.h"

#include <algorithm>
#include <cstdint>

namespace himpun {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex_digits = "0123456789abcdef";

/// Bytes that a group of four letters holds: 3, or less when it ends in padding.
std::size_t bytes_in_group(std::string_view group) {
  if (group.ends_with("==")) return 1;
  return group.ends_with('=') ? 2 : 3;
}

/// Appends the bytes of four letters; false when a letter is unknown or a bit is left over.
bool append_group(std::string& out, std::string_view group) {
  auto const length = bytes_in_group(group);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    auto const value = i > length ? 0 : letters.find(group[i]);
    if (value == std::string_view::npos) return false;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
  }
  for (std::size_t i = 0; i < length; ++i) out += static_cast<char>(bits >> (16 - 8 * i) & 0xFF);
  return (bits & ((1u << (8 * (3 - length))) - 1)) == 0;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
    for (std::size_t i = 0; i < 4; ++i) text += i <= bytes.size() ? letters[bits >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

std::optional<std::string> parse_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (; !text.empty(); text.remove_prefix(4)) {
    auto const group = text.substr(0, 4);
    if (group.ends_with('=') && text.size() > 4) return std::nullopt;
    if (!append_group(bytes, group)) return std::nullopt;
  }
  return bytes;
}

std::optional<std::string> parse_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (; !text.empty(); text.remove_prefix(2)) {
    auto const high = hex_digits.find(text[0]);
    auto const low = hex_digits.find(text[1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

}  // namespace himpun
