#pragma once
// Walks what somebody handed in: an archive file by libarchive, or a folder. One counter holds the limits for both.

#include "app/ports/packages.h"

namespace himpun::packages {

/// Counts files and bytes against the limits.
class Tally {
 public:
  explicit Tally(app::PackageLimits const& limits) : limits_(limits) {}
  [[nodiscard]] Result<void> count_file(std::string const& name);
  /// `packed`: bytes that were read from the archive so far; 0 for a folder.
  [[nodiscard]] Result<void> count_bytes(std::string const& name, std::int64_t bytes, std::int64_t packed);

 private:
  app::PackageLimits limits_;
  std::int64_t files_ = 0;
  std::int64_t bytes_ = 0;
};

[[nodiscard]] std::unexpected<Problem> refuse_entry(ProblemType const& type, std::string const& name,
                                                    Words const& why);

[[nodiscard]] Result<void> walk_archive(std::string const& path, Tally& tally, app::PackageVisitor& visitor);
[[nodiscard]] Result<void> walk_folder(std::string const& path, Tally& tally, app::PackageVisitor& visitor);

}  // namespace himpun::packages
