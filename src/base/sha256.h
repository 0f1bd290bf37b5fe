#pragma once
// SHA-256 (FIPS 180-4), whole or in pieces. It does not know what it hashes.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace himpun {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// Hashes a stream: `update` any number of times, then `finish` once.
class Sha256Stream {
 public:
  Sha256Stream();
  void update(std::string_view bytes);
  [[nodiscard]] Sha256 finish();

 private:
  std::shared_ptr<void> context_;
};

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_hex(Sha256 const& hash);

/// 64 lowercase hexadecimal digits.
[[nodiscard]] std::optional<Sha256> parse_sha256(std::string_view hex);
/// 32 bytes, for example from a database.
[[nodiscard]] std::optional<Sha256> sha256_from_bytes(std::string_view bytes);

/// The 32 bytes as text, for hashing further or storing as a blob.
[[nodiscard]] inline std::string_view bytes_of(Sha256 const& hash) {
  return {reinterpret_cast<char const*>(hash.data()), hash.size()};
}

}  // namespace himpun
