#include "shell/http/message.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace himpun::http {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> method_names{{{Method::get, "GET"},
                                                                           {Method::head, "HEAD"},
                                                                           {Method::post, "POST"},
                                                                           {Method::put, "PUT"},
                                                                           {Method::patch, "PATCH"},
                                                                           {Method::delete_, "DELETE"},
                                                                           {Method::options, "OPTIONS"}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

std::string_view to_text(Method method) { return method_names[static_cast<std::size_t>(method)].second; }

std::optional<Method> parse_method(std::string_view text) {
  for (auto const& [method, name] : method_names) {
    if (name == text) return method;
  }
  return std::nullopt;
}

void Headers::add(std::string_view name, std::string_view value) {
  fields_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(name.size()),
                     static_cast<std::uint32_t>(value.size())});
  text_ += name;
  text_ += value;
}

void Headers::clear() {
  text_.clear();
  fields_.clear();
}

std::string_view Headers::name_of(Field const& field) const {
  return std::string_view{text_}.substr(field.name_begin, field.name_size);
}

std::string_view Headers::value_of(Field const& field) const {
  return std::string_view{text_}.substr(field.name_begin + field.name_size, field.value_size);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (auto const& field : fields_) {
    if (equal_ignoring_case(name_of(field), name)) return value_of(field);
  }
  return std::nullopt;
}

std::string Headers::get_all(std::string_view name) const {
  std::string all;
  bool first = true;
  for (auto const& field : fields_) {
    if (!equal_ignoring_case(name_of(field), name)) continue;
    if (!std::exchange(first, false)) all += ", ";
    all += value_of(field);
  }
  return all;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(fields_, [&](Field const& field) { return equal_ignoring_case(name_of(field), name); }));
}

std::string const* Parameters::find(std::string_view name) const {
  for (auto const& [known, value] : pairs_) {
    if (known == name) return &value;
  }
  return nullptr;
}

std::string const& Parameters::get(std::string_view name) const {
  static std::string const empty;
  auto const* value = find(name);
  return value ? *value : empty;
}

UploadedFile::UploadedFile(UploadedFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), size_(other.size_), sha256_(other.sha256_) {}

UploadedFile& UploadedFile::operator=(UploadedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(size_, other.size_);
  std::swap(sha256_, other.sha256_);
  return *this;
}

UploadedFile::~UploadedFile() {
  std::error_code ignored;  // the file may have been renamed away: then there is nothing left to remove
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

Response& Response::set(std::string_view name, std::string value) {
  for (auto& [known, old] : headers) {
    if (!equal_ignoring_case(known, name)) continue;
    old = std::move(value);
    return *this;
  }
  headers.emplace_back(name, std::move(value));
  return *this;
}

std::string const* Response::find(std::string_view name) const {
  for (auto const& [known, value] : headers) {
    if (equal_ignoring_case(known, name)) return &value;
  }
  return nullptr;
}

Response json_response(int status, Json const& json) { return json_text_response(status, write_json(json)); }

Response json_text_response(int status, std::string json) {
  return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(json)};
}

Response text_response(int status, std::string text) {
  return {.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = std::move(text)};
}

Response no_content() { return {.status = 204}; }

}  // namespace himpun::http
