// What a file is called and what it says it is, made harmless.

#include <algorithm>

#include "base/text.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/target.h"

namespace himpun::http {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// RFC 9110 token characters that media types really use.
bool is_media_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view{"!#$&-^_.+"}.find(c) != std::string_view::npos;
}

bool is_media_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_media_character); }

}  // namespace

std::string clean_file_name(std::string_view name) {
  auto const slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string clean;
  std::ranges::copy_if(name, std::back_inserter(clean), [](char c) { return !is_control(c); });
  clean = trim(clean);
  return clean == "." || clean == ".." ? std::string{} : clean;
}

std::string clean_media_type(std::string_view content_type) {
  auto const bare = lower_ascii(trim(content_type.substr(0, content_type.find(';'))));
  auto const slash = bare.find('/');
  bool const is_good = slash != std::string::npos && bare.size() <= 127 &&
                       is_media_token(std::string_view{bare}.substr(0, slash)) &&
                       is_media_token(std::string_view{bare}.substr(slash + 1));
  return is_good ? bare : "application/octet-stream";
}

std::string attachment(std::string const& name) {
  std::string plain;
  for (char const c : name) {
    auto const byte = static_cast<unsigned char>(c);
    bool const is_safe = byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\' && c != '%';
    plain += is_safe ? c : '_';
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encode(name);
}

}  // namespace himpun::http
