#include "app/archive/package/bag_writer.h"

#include "base/ensure.h"
#include "base/sha256.h"
#include "base/bytes/sha512.h"
#include "core/archive/bag/path.h"

namespace himpun::app {
namespace {

bool is_payload(std::string_view path) { return path.starts_with("data/"); }

archive::Manifest part_of(archive::Manifest const& all, bool about_payload) {
  archive::Manifest part;
  for (auto const& [path, checksum] : all) {
    if (is_payload(path) == about_payload) part.emplace(path, checksum);
  }
  return part;
}

}  // namespace

BagWriter::BagWriter(PackageWriter& out, std::string folder) : out_(out), folder_(std::move(folder)) {
  add("bagit.txt", archive::bag_declaration);
}

void BagWriter::note(std::string const& path, std::int64_t size, std::string sha256, std::string sha512) {
  ensure(sha256_.emplace(path, std::move(sha256)).second, "every name is used once");
  sha512_.emplace(path, std::move(sha512));
  if (!is_payload(path)) return;
  payload_.bytes += size;
  ++payload_.files;
}

void BagWriter::add(std::string const& path, std::string_view text) {
  ensure(!archive::why_unsafe(path), "our own names are safe");
  out_.begin(folder_ + "/" + path, static_cast<std::int64_t>(text.size()));
  out_.write(text);
  note(path, static_cast<std::int64_t>(text.size()), to_hex(sha256(text)), sha512_hex(text));
}

Result<void> BagWriter::add(std::string const& path, BlobStore& blobs, FileRef const& file) {
  ensure(!archive::why_unsafe(path), "our own names are safe");
  Words const damaged{"\"" + file.name + "\" (" + file.sha256 + ") rusak di penyimpanan. Pulihkan dari cadangan.",
                      "\"" + file.name + "\" (" + file.sha256 + ") is damaged in the store. Restore it from a backup."};
  out_.begin(folder_ + "/" + path, file.size);
  Sha256Stream sha256;
  Sha512Stream sha512;
  std::int64_t left = file.size;
  auto const read = blobs.read(file.sha256, [&](std::string_view piece) {
    left -= static_cast<std::int64_t>(piece.size());
    if (left < 0) return;  // longer than the journal says: refused below
    sha256.update(piece);
    sha512.update(piece);
    out_.write(piece);
  });
  if (!read) {
    return refuse(file_missing, {"\"" + file.name + "\" tidak ada lagi di penyimpanan.",
                                 "\"" + file.name + "\" is no longer in the store."});
  }
  if (left != 0) return refuse(package_content_damaged, damaged);
  auto hash = to_hex(sha256.finish());
  if (hash != file.sha256) return refuse(package_content_damaged, damaged);
  note(path, file.size, std::move(hash), sha512.finish());
  return {};
}

void BagWriter::write_manifests(std::string const& prefix, bool about_payload) {
  // Both texts first: a tag manifest names the payload manifests, and no tag manifest names another.
  auto const of_sha256 = archive::write_manifest(part_of(sha256_, about_payload));
  auto const of_sha512 = archive::write_manifest(part_of(sha512_, about_payload));
  add(prefix + "sha256.txt", of_sha256);
  add(prefix + "sha512.txt", of_sha512);
}

void BagWriter::finish(archive::Labels labels) {
  labels.emplace_back("Payload-Oxum", archive::to_text(payload_));
  add("bag-info.txt", archive::write_labels(labels));
  write_manifests("manifest-", true);
  write_manifests("tagmanifest-", false);
}

}  // namespace himpun::app
