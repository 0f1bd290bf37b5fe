#include "shell/http/target.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::http {
namespace {

constexpr std::size_t most_query_parameters = 100;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_clean(std::string_view text) {
  auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return std::ranges::none_of(text, is_control) && is_utf8(text);
}

bool is_clean_value(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

std::unexpected<Problem> refuse_path() {
  return refuse(request_bad_target,
                {"Jalur memuat tanda yang tidak boleh ada, misalnya `..` atau pengodean % yang rusak.",
                 "The path holds something that is not allowed, for example `..` or a broken % escape."});
}

std::unexpected<Problem> refuse_query() {
  return refuse(request_bad_target, {"Bagian setelah `?` tidak dapat dibaca: pengodean % rusak, bukan UTF-8, atau "
                                     "terlalu banyak parameter.",
                                     "The part after `?` cannot be read: a broken % escape, not UTF-8, or too many "
                                     "parameters."});
}

bool read_segments(std::string_view path, std::vector<std::string>& segments) {
  path.remove_prefix(1);
  segments.reserve(static_cast<std::size_t>(std::ranges::count(path, '/')) + 1);
  for (auto const raw : split(path, '/')) {
    auto segment = percent_decode(raw);
    if (!segment || *segment == "." || *segment == ".." || !is_clean(*segment)) return false;
    segments.push_back(std::move(*segment));
  }
  return true;
}

std::optional<std::string> decode_form(std::string_view text) {
  if (text.find('+') == std::string_view::npos) return percent_decode(text);
  std::string spaced{text};
  std::ranges::replace(spaced, '+', ' ');
  return percent_decode(spaced);
}

bool read_query(std::string_view text, Parameters& query) {
  if (text.empty()) return true;
  for (auto const pair : split(text, '&')) {
    if (pair.empty()) continue;
    auto const equals = pair.find('=');
    auto name = decode_form(pair.substr(0, equals));
    auto value = equals == std::string_view::npos ? std::string{} : decode_form(pair.substr(equals + 1));
    if (!name || !value || !is_clean(*name) || !is_clean_value(*value)) return false;
    if (query.all().size() == most_query_parameters) return false;
    query.add(std::move(*name), std::move(*value));
  }
  return true;
}

/// RFC 9112 section 3.2.2: a server accepts the absolute form although only proxies send it.
std::string_view without_origin(std::string_view target) {
  for (std::string_view const scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    auto const path = target.find_first_of("/?", scheme.size());
    return path == std::string_view::npos ? "/" : target.substr(path);
  }
  return target;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    int const high = hex_digit(text[i + 1]);
    int const low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::string percent_encode(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

Result<Target> parse_target(std::string_view text) {
  text = without_origin(text);
  if (!text.starts_with('/')) return refuse_path();
  Target target;
  auto const question = text.find('?');
  target.path = text.substr(0, question);
  if (!read_segments(target.path, target.segments)) return refuse_path();
  if (question != std::string_view::npos && !read_query(text.substr(question + 1), target.query)) {
    return refuse_query();
  }
  return target;
}

}  // namespace himpun::http
