#pragma once
// Lengths and forms of a request's fields; all that are wrong are named at once, each with its JSON pointer. Lengths
// count characters, as JSON Schema does.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "core/workflow/case.h"

namespace himpun::http {

class FieldChecks {
 public:
  /// At least `least` and at most `most` characters.
  void text(std::string pointer, std::string const& value, std::size_t least, std::size_t most);
  void text(std::string pointer, std::optional<std::string> const& value, std::size_t least, std::size_t most) {
    if (value) text(std::move(pointer), *value, least, most);
  }
  /// Words of the user: 1 to 4000 characters.
  void sentence(std::string pointer, std::string const& value) { text(std::move(pointer), value, 1, 4000); }
  void sentence(std::string pointer, std::optional<std::string> const& value) {
    text(std::move(pointer), value, 1, 4000);
  }
  void identifier(std::string pointer, std::string const& value) { text(std::move(pointer), value, 1, 64); }
  void identifiers(std::string const& pointer, std::vector<workflow::HolderId> const& values);
  void number(std::string pointer, std::int64_t value, std::int64_t least, std::int64_t most);
  void count(std::string pointer, std::size_t items, std::size_t most);
  void sha256(std::string pointer, std::string_view value);
  void decimal(std::string pointer, std::string_view value);
  void file(std::string const& pointer, std::optional<workflow::FileRef> const& file);
  void file(std::string const& pointer, workflow::FileRef const& file);
  void wrong(std::string pointer, Words message) { errors_.push_back({std::move(pointer), std::move(message)}); }

  [[nodiscard]] Result<void> finish();

 private:
  std::vector<FieldError> errors_;
};

[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace himpun::http
