#pragma once
// Writes a bag into one package file: declaration, payload, labels, manifests, in this order, so that nothing but
// checksums is kept until the end. Everything stands in one folder, as RFC 8493 section 4 asks.

#include "app/ports/packages.h"
#include "app/ports/world.h"
#include "base/values/file_ref.h"
#include "core/archive/bag/info.h"
#include "core/archive/bag/manifest.h"

namespace himpun::app {

inline constexpr ProblemType package_content_damaged{"package.content_damaged", ProblemKind::conflict,
                                                     "Isi berkas tidak cocok dengan jurnal",
                                                     "A file's content does not match the journal"};

class BagWriter {
 public:
  /// `folder`: the bag's folder inside the package.
  BagWriter(PackageWriter& out, std::string folder);

  /// Names begin with `data/` for payload; anything else is a tag file.
  void add(std::string const& path, std::string_view text);
  /// A kept file; refused when its content is missing or is not what the journal says.
  [[nodiscard]] Result<void> add(std::string const& path, BlobStore& blobs, FileRef const& file);
  /// `labels` without Payload-Oxum, which is added.
  void finish(archive::Labels labels);

  [[nodiscard]] archive::Oxum const& payload() const { return payload_; }

 private:
  void note(std::string const& path, std::int64_t size, std::string sha256, std::string sha512);
  void write_manifests(std::string const& prefix, bool about_payload);

  PackageWriter& out_;
  std::string folder_;
  archive::Oxum payload_;
  archive::Manifest sha256_;
  archive::Manifest sha512_;
};

}  // namespace himpun::app
