#pragma once
// Packages as files: a zip written piece by piece, and whatever somebody hands in (zip, tar or folder) walked entry by
// entry, within limits. It knows nothing of bags: names and contents are the caller's.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace himpun::app {

inline constexpr ProblemType package_unreadable{"package.unreadable", ProblemKind::invalid,
                                                "Paket tidak dapat dibaca", "The package cannot be read"};
inline constexpr ProblemType package_unsafe{"package.unsafe", ProblemKind::invalid,
                                            "Paket ditolak karena tidak aman", "The package is refused as unsafe"};
inline constexpr ProblemType package_too_large{"package.too_large", ProblemKind::too_large, "Paket terlalu besar",
                                               "The package is too large"};

struct PackageLimits {
  std::int64_t files = 200'000;
  std::int64_t bytes = std::int64_t{256} << 30;  ///< of all contents, unpacked
  std::int64_t ratio = 200;                      ///< unpacked bytes for one packed byte, above a first megabyte
};

/// Writes the same bytes for the same calls, whatever the day, the place and the machine.
class PackageWriter {
 public:
  virtual ~PackageWriter() = default;
  /// The next file; its content follows by `write`, exactly `size` bytes. Names are ASCII.
  virtual void begin(std::string const& path, std::int64_t size) = 0;
  virtual void write(std::string_view piece) = 0;
  /// Durable afterwards. Without it the file is no package.
  virtual void finish() = 0;
};

/// What is told about a package while it is walked. `begin`, then pieces, then `end`, for every file.
class PackageVisitor {
 public:
  virtual ~PackageVisitor() = default;
  [[nodiscard]] virtual Result<void> folder(std::string const& path) = 0;  ///< of an archive; may be empty
  [[nodiscard]] virtual Result<void> begin(std::string const& path) = 0;   ///< path as it stands there, UTF-8
  [[nodiscard]] virtual Result<void> piece(std::string_view piece) = 0;
  [[nodiscard]] virtual Result<void> end() = 0;
};

class Packages {
 public:
  virtual ~Packages() = default;
  /// Throws StoreFailure when the disk does not answer.
  [[nodiscard]] virtual std::unique_ptr<PackageWriter> create(std::string const& path) = 0;
  /// Walks a zip, a tar or a folder (a folder's own name is left out). Links, devices, doors and encrypted entries are
  /// refused, as is what swells beyond the limits.
  [[nodiscard]] virtual Result<void> walk(std::string const& path, PackageLimits const& limits,
                                          PackageVisitor& visitor) = 0;
};

}  // namespace himpun::app
