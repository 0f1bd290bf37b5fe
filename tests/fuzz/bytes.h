#pragma once
// What a fuzzer is given, taken apart: small numbers from the front, the rest as text.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace himpun::fuzz {

class Bytes {
 public:
  Bytes(std::uint8_t const* data, std::size_t size) : text_(reinterpret_cast<char const*>(data), size) {}

  /// The next byte as a number below `end`; 0 when there is none left.
  std::size_t number(std::size_t end) {
    if (text_.empty()) return 0;
    auto const byte = static_cast<unsigned char>(text_.front());
    text_.remove_prefix(1);
    return byte % end;
  }
  [[nodiscard]] std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace himpun::fuzz
