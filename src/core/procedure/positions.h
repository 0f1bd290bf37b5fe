#pragma once
// Where each part of a procedure stands in its file, so that a fault found later can still say line and column.
// Parts are named by an RFC 6901 pointer in the words of the file: `/langkah/4/waktu`.

#include <map>
#include <string>
#include <string_view>

namespace himpun::procedure {

struct Place {
  int line = 1;    ///< from 1
  int column = 1;  ///< in characters, from 1

  bool operator==(Place const&) const = default;
};

class Positions {
 public:
  void add(std::string pointer, Place place) { places_.insert_or_assign(std::move(pointer), place); }

  /// The place of the part, or of the nearest part that contains it; the beginning of the file when none does.
  [[nodiscard]] Place find(std::string_view pointer) const {
    while (!pointer.empty()) {
      if (auto const found = places_.find(pointer); found != places_.end()) return found->second;
      pointer = pointer.substr(0, pointer.rfind('/'));
    }
    return {};
  }

 private:
  std::map<std::string, Place, std::less<>> places_;
};

/// `pointer` with one more part; `/` and `~` in it are escaped as RFC 6901 says.
[[nodiscard]] inline std::string operator/(std::string pointer, std::string_view part) {
  pointer += '/';
  for (char const c : part) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}
[[nodiscard]] inline std::string operator/(std::string pointer, std::size_t index) {
  return std::move(pointer) / std::to_string(index);
}

}  // namespace himpun::procedure
