#include "assembly/manifest.h"

#include <fstream>
#include <sstream>

#include "adapters/blobs/file_blobs.h"
#include "base/json_map.h"
#include "base/sha256.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

constexpr char const* manifest_name = "himpun-backup.json";

std::string hash_file(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  Sha256Stream stream;
  std::string piece(1024 * 1024, '\0');
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    stream.update(std::string_view{piece}.substr(0, static_cast<std::size_t>(file.gcount())));
  }
  if (!file.eof()) throw app::StoreFailure(path.string() + ": tidak dapat dibaca");
  return to_hex(stream.finish());
}

/// A path in a manifest stays below the backup's folder.
bool is_inside(std::string const& path) {
  fs::path const given{path};
  return !path.empty() && !given.is_absolute() && given.lexically_normal() == given && *given.begin() != "..";
}

std::unexpected<Problem> unreadable() {
  return std::unexpected(broken(manifest_name, "tidak dapat dibaca", "cannot be read"));
}

}  // namespace

Problem broken(std::string const& path, std::string const& id, std::string const& en) {
  return Problem{.type = &backup_broken, .detail = {path + ": " + id, path + ": " + en}};
}

void write_manifest(fs::path const& folder, Manifest& manifest, std::vector<fs::path> const& paths,
                    cli::Progress const& progress) {
  for (auto const& path : paths) {
    manifest.files.push_back(
        {path.string(), static_cast<std::int64_t>(fs::file_size(folder / path)), hash_file(folder / path)});
    progress("Hash", std::ssize(manifest.files), std::ssize(paths));
  }
  blobs::flush_disk(folder.string());  // the list comes last: a backup that was cut off has none
  std::ofstream file(folder / manifest_name);
  file << write_json(to_json(manifest)) << '\n';
  file.close();
  if (!file) throw app::StoreFailure((folder / manifest_name).string() + ": tidak dapat ditulis");
  blobs::flush_disk(folder.string());
}

Result<Manifest> read_manifest(fs::path const& folder) {
  std::ifstream file(folder / manifest_name);
  if (!file.is_open()) return std::unexpected(broken(manifest_name, "tidak ada", "is missing"));
  std::ostringstream text;
  text << file.rdbuf();
  auto const json = parse_json(text.str());
  if (!json) return unreadable();
  auto manifest = from_json<Manifest>(*json);
  if (!manifest) return unreadable();
  bool const is_known = manifest->format == copy_format || (manifest->format == portable_format && manifest->agency);
  if (!is_known) {
    return std::unexpected(broken(manifest_name, "ditulis oleh versi Himpun yang lebih baru; pasang versi itu",
                                  "was written by a newer version of Himpun; install that one"));
  }
  return manifest;
}

Result<void> check_files(fs::path const& folder, Manifest const& manifest, cli::Progress const& progress) {
  std::int64_t done = 0;
  for (auto const& file : manifest.files) {
    auto const path = folder / file.path;
    if (!is_inside(file.path)) return std::unexpected(broken(file.path, "menunjuk ke luar folder", "points outside"));
    if (!fs::is_regular_file(path)) return std::unexpected(broken(file.path, "hilang", "is missing"));
    if (hash_file(path) != file.sha256) return std::unexpected(broken(file.path, "berubah", "was changed"));
    progress("Hash", ++done, std::ssize(manifest.files));
  }
  return {};
}

cli::BackupReport report_of(std::string const& folder, Manifest const& manifest) {
  cli::BackupReport report{folder, std::ssize(manifest.files), 0};
  for (auto const& file : manifest.files) report.bytes += file.size;
  return report;
}

}  // namespace himpun::assembly
