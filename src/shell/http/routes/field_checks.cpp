#include "shell/http/routes/field_checks.h"

#include <algorithm>

#include "base/json_map.h"
#include "base/text.h"

namespace himpun::http {
namespace {

bool are_digits(std::string_view text, std::size_t most) { return text.size() <= most && is_digits(text); }

/// `^-?[0-9]{1,18}(\.[0-9]{1,9})?$`
bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  auto const point = text.find('.');
  if (point == std::string_view::npos) return are_digits(text, 18);
  return are_digits(text.substr(0, point), 18) && are_digits(text.substr(point + 1), 9);
}

}  // namespace

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

void FieldChecks::text(std::string pointer, std::string const& value, std::size_t least, std::size_t most) {
  auto const characters = count_characters(value);
  if (characters < least) return wrong(std::move(pointer), {"wajib diisi", "is required"});
  if (characters <= most) return;
  auto const limit = std::to_string(most);
  wrong(std::move(pointer), {"paling panjang " + limit + " huruf", "must have at most " + limit + " characters"});
}

void FieldChecks::identifiers(std::string const& pointer, std::vector<workflow::HolderId> const& values) {
  for (std::size_t i = 0; i < values.size(); ++i) identifier(pointer + "/" + std::to_string(i), values[i].value);
}

void FieldChecks::number(std::string pointer, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value >= least && value <= most) return;
  auto const low = std::to_string(least);
  auto const high = std::to_string(most);
  wrong(std::move(pointer), {"harus di antara " + low + " dan " + high, "must be within " + low + " and " + high});
}

void FieldChecks::count(std::string pointer, std::size_t items, std::size_t most) {
  if (items <= most) return;
  auto const limit = std::to_string(most);
  wrong(std::move(pointer), {"paling banyak " + limit + " butir", "must have at most " + limit + " items"});
}

void FieldChecks::sha256(std::string pointer, std::string_view value) {
  if (is_sha256(value)) return;
  wrong(std::move(pointer), {"harus berupa SHA-256 dalam 64 huruf heksadesimal kecil",
                             "must be a SHA-256 in 64 lowercase hexadecimal digits"});
}

void FieldChecks::decimal(std::string pointer, std::string_view value) {
  if (is_decimal(value)) return;
  wrong(std::move(pointer), {"tulis angka seperti 1234.5", "write a number like 1234.5"});
}

void FieldChecks::file(std::string const& pointer, std::optional<workflow::FileRef> const& value) {
  if (value) file(pointer, *value);
}

void FieldChecks::file(std::string const& pointer, workflow::FileRef const& value) {
  sha256(pointer + "/sha256", value.sha256);
  text(pointer + "/name", value.name, 1, 255);
  text(pointer + "/media_type", value.media_type, 0, 127);
  if (value.size < 0) wrong(pointer + "/size", {"tidak boleh kurang dari 0", "must not be less than 0"});
}

Result<void> FieldChecks::finish() {
  if (errors_.empty()) return {};
  return std::unexpected(Problem{.type = &input_invalid, .fields = std::move(errors_)});
}

}  // namespace himpun::http
