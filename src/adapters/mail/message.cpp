#include "adapters/mail/message.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/base64.h"
#include "base/sha256.h"

namespace himpun::mail {
namespace {

constexpr std::size_t encoded_bytes = 42;  ///< 56 base64 characters: below the 75 of an encoded word
constexpr std::size_t line_bytes = 57;     ///< 76 base64 characters

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string without_controls(std::string_view text) {
  std::string clean{text};
  std::ranges::replace_if(clean, is_control, ' ');
  return clean;
}

bool is_plain(std::string_view text) {
  bool const is_ascii = std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
  return is_ascii && text.size() <= 60 && text.find("=?") == text.npos;
}

/// At most `most` bytes that end with a whole character.
std::size_t whole_characters(std::string_view text, std::size_t most) {
  auto size = std::min(text.size(), most);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return size == 0 ? std::min(text.size(), most) : size;
}

/// A name before an address: quoted when it is plain, so that commas and the like mean nothing.
std::string phrase(std::string_view name) {
  auto const clean = without_controls(name);
  if (!is_plain(clean)) return encode_header(clean);
  std::string quoted = "\"";
  for (char const c : clean) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string date_text(Instant at) {
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(at - day)};
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%s, %02u %s %d %02d:%02d:%02d +0000",
                days[std::chrono::weekday{day}.c_encoding()], unsigned{date.day()}, months[unsigned{date.month()} - 1],
                int{date.year()}, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

std::string base64_lines(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(line_bytes, bytes.size()))) {
    text += to_base64(bytes.substr(0, line_bytes)) + "\r\n";
  }
  return text;
}

/// RFC 2231: the exact name in UTF-8.
std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (char const c : text) {
    bool const is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                         c == '-' || c == '_';
    encoded += is_safe ? std::string(1, c) : "%" + to_hex(std::string_view{&c, 1});
  }
  return encoded;
}

std::string media_type(std::string const& type) {
  bool const is_right = std::ranges::count(type, '/') == 1 && std::ranges::all_of(type, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '+';
  });
  return is_right ? type : "application/octet-stream";
}

std::string text_part(std::string const& body) {
  return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(body);
}

}  // namespace

std::string encode_header(std::string_view text) {
  auto const clean = without_controls(text);
  if (is_plain(clean)) return clean;
  std::string encoded;
  for (std::string_view rest = clean; !rest.empty();) {
    auto const size = whole_characters(rest, encoded_bytes);
    encoded += (encoded.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + to_base64(rest.substr(0, size)) + "?=";
    rest.remove_prefix(size);
  }
  return encoded;
}

std::string write_message(app::Mail const& mail, std::string const& from) {
  auto const id = to_hex(sha256(mail.id)).substr(0, 40);
  auto const domain = from.substr(from.rfind('@') + 1);
  std::string text = "Date: " + date_text(mail.date) + "\r\nFrom: " + phrase(mail.from_name) + " <" + from +
                     ">\r\nTo: " + phrase(mail.to_name) + " <" + mail.to_address + ">\r\nSubject: " +
                     encode_header(mail.subject) + "\r\nMessage-ID: <" + id + "@" + domain +
                     ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
  if (!mail.attachment) return text + text_part(mail.body);
  // A boundary that cannot stand in base64.
  auto const boundary = "himpun_" + id;
  auto const& attachment = *mail.attachment;
  return text + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n" +
         text_part(mail.body) + "--" + boundary + "\r\nContent-Type: " + media_type(attachment.media_type) +
         "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename*=UTF-8''" +
         percent_encoded(without_controls(attachment.name)) + "\r\n\r\n" + base64_lines(attachment.content) + "--" +
         boundary + "--\r\n";
}

}  // namespace himpun::mail
