#include "shell/http/routes/signing/form_file.h"

#include <string>

#include "base/text.h"

namespace himpun::http {
namespace {

constexpr std::size_t longest_boundary = 70;
constexpr std::size_t longest_head = 4096;

std::optional<std::string> boundary_of(std::string_view content_type) {
  if (!lower_ascii(content_type).starts_with("multipart/form-data")) return std::nullopt;
  auto const at = content_type.find("boundary=");
  if (at == std::string_view::npos) return std::nullopt;
  auto text = content_type.substr(at + 9);
  text = text.substr(0, text.find(';'));
  text = trim(text);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (text.empty() || text.size() > longest_boundary) return std::nullopt;
  return "--" + std::string{text};
}

bool is_called(std::string_view head, std::string_view name) {
  auto const small = lower_ascii(head);
  return small.find("content-disposition: form-data") != std::string::npos &&
         head.find("name=\"" + std::string{name} + "\"") != std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> form_file(std::string_view body, std::string_view content_type, std::string_view name) {
  auto const boundary = boundary_of(content_type);
  if (!boundary || !body.starts_with(*boundary)) return std::nullopt;
  auto const next = "\r\n" + *boundary;
  for (auto rest = body.substr(boundary->size()); rest.starts_with("\r\n");) {
    auto const head_end = rest.find("\r\n\r\n");
    auto const end = rest.find(next, 2);
    if (head_end == std::string_view::npos || head_end > longest_head || end == std::string_view::npos) break;
    auto const content_at = head_end + 4;
    if (is_called(rest.substr(0, head_end), name) && end + 2 >= content_at) {
      return end >= content_at ? rest.substr(content_at, end - content_at) : std::string_view{};
    }
    rest = rest.substr(end + next.size());
  }
  return std::nullopt;
}

}  // namespace himpun::http
