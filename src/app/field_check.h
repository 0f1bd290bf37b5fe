#pragma once
// Collects every wrong field of a request before it is refused as a whole. The lengths are those of api/openapi.yaml.

#include <string>
#include <string_view>
#include <vector>

#include "base/json_map.h"
#include "base/text.h"

namespace himpun::app {

class FieldCheck {
 public:
  /// A text of at most `most` characters; it may be empty.
  FieldCheck& text(std::string pointer, std::string_view value, std::size_t most) {
    auto const limit = std::to_string(most);
    return require(count_characters(value) <= most, std::move(pointer),
                   {"paling panjang " + limit + " karakter", "has at most " + limit + " characters"});
  }
  /// The same, and something must be written.
  FieldCheck& needed(std::string pointer, std::string_view value, std::size_t most) {
    require(!trim(value).empty(), pointer, {"wajib diisi", "is required"});
    return text(std::move(pointer), value, most);
  }
  /// An id in the body that must be known.
  FieldCheck& known(bool found, std::string pointer) {
    return require(found, std::move(pointer), {"tidak ditemukan", "is not known"});
  }
  FieldCheck& require(bool right, std::string pointer, Words message) {
    if (!right) errors_.push_back({std::move(pointer), std::move(message)});
    return *this;
  }

  [[nodiscard]] Result<void> done() {
    if (errors_.empty()) return {};
    return std::unexpected(Problem{.type = &input_invalid, .fields = std::move(errors_)});
  }

 private:
  std::vector<FieldError> errors_;
};

}  // namespace himpun::app
