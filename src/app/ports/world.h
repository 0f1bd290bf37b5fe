#pragma once
// The rest of the world, as the use cases see it: clock, identifiers, passwords, the checkpoint key, and files.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/time.h"

namespace himpun::app {

using Clock = std::function<Instant()>;
/// 26 characters, sortable by time of making, never the same twice.
using MakeId = std::function<std::string()>;
/// Unguessable text of 256 bits, for session and CSRF tokens.
using MakeToken = std::function<std::string()>;

/// argon2id; slow on purpose, so never called while a transaction is open.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  [[nodiscard]] virtual std::string hash(std::string_view password) = 0;
  [[nodiscard]] virtual bool verify(std::string_view password, std::string_view hash) = 0;
};

/// The Ed25519 key that signs checkpoints; one per office. A node that does not hold its secret half can only check.
class CheckpointKey {
 public:
  virtual ~CheckpointKey() = default;
  [[nodiscard]] virtual bool can_sign() const { return true; }
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual std::string public_key() const = 0;                    ///< 32 bytes
  [[nodiscard]] virtual std::string sign(std::string_view message) const = 0;  ///< 64 bytes
  [[nodiscard]] virtual bool verify(std::string_view public_key, std::string_view message,
                                    std::string_view signature) const = 0;
};

inline constexpr ProblemType file_missing{"file.missing", ProblemKind::not_found, "Berkas tidak ditemukan",
                                          "The file was not found"};

/// What a kept content is known by without reading all of it.
struct BlobHead {
  std::int64_t size = 0;  ///< bytes
  std::string beginning;
};

/// Content by its SHA-256. What is kept is durable before the call returns and is never changed; it is removed only by an
/// approved destruction.
class BlobStore {
 public:
  virtual ~BlobStore() = default;
  /// Takes over the finished upload at `path` (same disk or not) whose hash was computed while it arrived.
  virtual void keep(std::string const& path, std::string_view sha256_hex, std::int64_t size) = 0;
  [[nodiscard]] virtual bool has(std::string_view sha256_hex) = 0;
  /// Hands the content to `sink` piece by piece (at most 1 MiB each).
  [[nodiscard]] virtual Result<void> read(std::string_view sha256_hex,
                                          std::function<void(std::string_view)> const& sink) = 0;
  /// Removes the content for good; nothing happens when it is not there.
  virtual void remove(std::string_view sha256_hex) = 0;
  /// Names every content, in no order; one that is kept meanwhile may be left out.
  virtual void list(std::function<void(std::string_view sha256_hex)> const& each) = 0;
  /// A path on this machine where the content can be read, for streaming; it is made when it is not there yet.
  [[nodiscard]] virtual Result<std::string> path_of(std::string_view sha256_hex) = 0;
  /// Its size, and at most `most_bytes` of its beginning.
  [[nodiscard]] virtual Result<BlobHead> head_of(std::string_view sha256_hex, std::size_t most_bytes) = 0;
};

}  // namespace himpun::app
