#pragma once
// SHA-512 (FIPS 180-4) of a stream. It does not know what it hashes.

#include <memory>
#include <string>
#include <string_view>

namespace himpun {

/// `update` any number of times, then `finish` once.
class Sha512Stream {
 public:
  Sha512Stream();
  void update(std::string_view bytes);
  [[nodiscard]] std::string finish();  ///< lowercase hexadecimal

 private:
  std::shared_ptr<void> context_;
};

[[nodiscard]] std::string sha512_hex(std::string_view bytes);

}  // namespace himpun
