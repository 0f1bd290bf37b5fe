#pragma once
// Reads a package once, from its first byte to its last, and answers with what it holds: names, sizes, checksums and
// the texts of its tag files. Unsafe names and names that are there twice are refused at once; whether the manifests
// are right is core/archive's business. Nothing is unpacked.

#include <optional>
#include <set>

#include "app/ports/packages.h"
#include "base/sha256.h"
#include "base/bytes/sha512.h"
#include "core/archive/bag/account.h"

namespace himpun::app {

/// Hears the content of files that it asked for, in the order of the package.
class ContentListener {
 public:
  virtual ~ContentListener() = default;
  /// `path`: from the bag's folder.
  [[nodiscard]] virtual bool wants(std::string_view path) = 0;
  virtual void piece(std::string_view path, std::string_view bytes) = 0;
  virtual void end(std::string_view path) = 0;
};

/// Told how many files and bytes were read so far.
using PackageProgress = std::function<void(std::int64_t files, std::int64_t bytes)>;

[[nodiscard]] Result<archive::BagContents> read_bag(Packages& packages, std::string const& path,
                                                    ContentListener& listener, PackageProgress const& progress);

}  // namespace himpun::app
