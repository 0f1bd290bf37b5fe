#pragma once
// The archive package of one case (docs/reference/archive-package.md): a BagIt 1.0 bag in a zip with papers, figures,
// evidence, metadata, the case's part of the journal with proofs, and a text that tells a stranger how to check all of
// it. First everything is looked up in one snapshot, then the contents are written piece by piece.

#include "app/archive/package/bag_writer.h"
#include "app/archive/package/named_files.h"
#include "app/desks/case_desk.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {

struct PackagePart {
  std::string path;             ///< in the bag
  std::string text;             ///< what stands in it, unless it is a kept file
  std::optional<FileRef> file;  ///< a kept file
};

struct CasePackage {
  std::string folder;  ///< the bag's folder, and the name of the file without `.zip`
  std::vector<PackagePart> parts;
  archive::Labels labels;
};

struct PackageSize {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

/// Refused with `case.unknown`, and with `journal.not_yet_sealed` while its last events have no checkpoint.
[[nodiscard]] Result<CasePackage> plan_case_package(Sight& sight, workflow::CaseId const& id);

/// Writes to `path` (beside it first, so that a half-written package never bears the name). `progress` is told how many
/// parts are done.
[[nodiscard]] Result<PackageSize> write_case_package(World const& world, CasePackage const& package,
                                                     std::string const& path,
                                                     std::function<void(std::int64_t, std::int64_t)> const& progress);

/// Both, into a file that is sent once. Seals the journal first when this node can.
[[nodiscard]] Result<MadeFile> make_case_package(Office& office, access::AccountId const& account,
                                                 workflow::CaseId const& id);

}  // namespace himpun::app
