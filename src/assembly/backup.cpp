#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/sqlite/database.h"
#include "assembly/assembly.h"
#include "base/json_map.h"
#include "base/sha256.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

constexpr ProblemType folder_taken{"backup.folder_taken", ProblemKind::conflict, "Folder tujuan tidak kosong",
                                   "The target folder is not empty"};
constexpr ProblemType backup_broken{"backup.broken", ProblemKind::conflict, "Salinan tidak utuh",
                                    "The backup is not intact"};
constexpr ProblemType not_sqlite{"backup.not_sqlite", ProblemKind::conflict,
                                 "Salin basis data PostgreSQL dengan alatnya sendiri",
                                 "Copy a PostgreSQL database with its own tools"};
constexpr char const* manifest_name = "himpun-backup.json";

/// One file of a backup; `path` is below the folder.
struct ManifestFile {
  std::string path;
  std::int64_t size = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(ManifestFile, (), (path, size, sha256))
struct Manifest {
  std::string format = "himpun-backup/1";
  std::vector<ManifestFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, files))

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

/// PostgreSQL keeps everything but the checkpoint key, file contents included; its own tools copy it consistently.
Result<void> require_sqlite(app::Place const& place) {
  if (place.database_url.empty()) return {};
  return refuse(not_sqlite, {"Pakai pg_dump --format=custom untuk basis data, dan salin folder keys di " +
                                 place.data_folder + "; pulihkan dengan pg_restore.",
                             "Use pg_dump --format=custom for the database, and copy the folder keys in " +
                                 place.data_folder + "; restore with pg_restore."});
}

Result<void> require_empty(fs::path const& folder) {
  if (!fs::exists(folder) || fs::is_empty(folder)) return {};
  return refuse(folder_taken, {folder.string() + " sudah berisi. Pilih folder baru.",
                               folder.string() + " has something in it. Choose a new folder."});
}

Problem broken(std::string const& path, char const* id, char const* en) {
  return Problem{.type = &backup_broken, .detail = {path + ": " + id, path + ": " + en}};
}

/// Everything below `from` except temporary uploads and the database, which is copied by its own means.
std::vector<fs::path> files_to_copy(fs::path const& from) {
  std::vector<fs::path> paths;
  for (auto const* top : {"blobs", "keys"}) {
    if (!fs::exists(from / top)) continue;
    for (auto const& entry : fs::recursive_directory_iterator(from / top)) {
      if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), from));
    }
  }
  return paths;
}

void copy_one(fs::path const& from, fs::path const& to) {
  fs::create_directories(to.parent_path());
  fs::copy_file(from, to);
}

cli::BackupReport report_of(std::string const& folder, Manifest const& manifest) {
  cli::BackupReport report{folder, static_cast<std::int64_t>(manifest.files.size()), 0};
  for (auto const& file : manifest.files) report.bytes += file.size;
  return report;
}

Result<Manifest> read_manifest(fs::path const& folder) {
  std::ifstream file(folder / manifest_name);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file.is_open()) return std::unexpected(broken(manifest_name, "tidak ada", "is missing"));
  auto const json = parse_json(text.str());
  if (!json) return std::unexpected(broken(manifest_name, "tidak dapat dibaca", "cannot be read"));
  auto manifest = from_json<Manifest>(*json);
  if (!manifest) return std::unexpected(broken(manifest_name, "tidak dapat dibaca", "cannot be read"));
  return manifest;
}

/// A path in a manifest stays below the backup's folder.
bool is_inside(std::string const& path) {
  fs::path const given{path};
  return !given.is_absolute() && given.lexically_normal() == given && *given.begin() != "..";
}

}  // namespace

// The database first, then the contents: a content is on the disk before the database names it and is never removed,
// so whatever the copied database names is in the copied folder.
Result<cli::BackupReport> back_up(app::Place const& place, std::string const& folder, cli::Progress const& progress) {
  if (auto ok = require_sqlite(place); !ok) return std::unexpected(ok.error());
  if (auto ok = require_empty(folder); !ok) return std::unexpected(ok.error());
  fs::path const target{folder};
  fs::create_directories(target);
  auto const copied = sqlite::backup(place.data_folder + "/himpun.db", folder + "/himpun.db",
                                     [&](int done, int all) { progress("Basis data", done, all); });
  if (!copied) return std::unexpected(copied.error());
  auto paths = files_to_copy(place.data_folder);
  for (auto const& path : paths) copy_one(place.data_folder / path, target / path);
  paths.emplace_back("himpun.db");
  Manifest manifest;
  for (auto const& path : paths) {
    manifest.files.push_back(
        {path.string(), static_cast<std::int64_t>(fs::file_size(target / path)), hash_file(target / path)});
    progress("Hash", static_cast<std::int64_t>(manifest.files.size()), static_cast<std::int64_t>(paths.size()));
  }
  std::ofstream file(target / manifest_name);
  file << write_json(to_json(manifest)) << '\n';
  file.close();
  if (!file) throw app::StoreFailure(folder + "/" + manifest_name + ": tidak dapat ditulis");
  return report_of(folder, manifest);
}

Result<cli::BackupReport> check_backup(std::string const& folder, cli::Progress const& progress) {
  auto const manifest = read_manifest(folder);
  if (!manifest) return std::unexpected(manifest.error());
  std::int64_t done = 0;
  for (auto const& file : manifest->files) {
    auto const path = fs::path{folder} / file.path;
    if (!is_inside(file.path)) return std::unexpected(broken(file.path, "menunjuk ke luar folder", "points outside"));
    if (!fs::is_regular_file(path)) return std::unexpected(broken(file.path, "hilang", "is missing"));
    if (hash_file(path) != file.sha256) return std::unexpected(broken(file.path, "berubah", "was changed"));
    progress("Hash", ++done, static_cast<std::int64_t>(manifest->files.size()));
  }
  if (auto ok = sqlite::check(folder + "/himpun.db"); !ok) return std::unexpected(ok.error());
  return report_of(folder, *manifest);
}

Result<cli::BackupReport> restore(std::string const& folder, app::Place const& place, cli::Progress const& progress) {
  if (auto ok = require_sqlite(place); !ok) return std::unexpected(ok.error());
  auto checked = check_backup(folder, progress);
  if (!checked) return checked;
  if (auto ok = require_empty(place.data_folder); !ok) return std::unexpected(ok.error());
  auto const manifest = read_manifest(folder);
  for (auto const& file : manifest->files) {
    copy_one(fs::path{folder} / file.path, fs::path{place.data_folder} / file.path);
  }
  checked->folder = place.data_folder;
  return checked;
}

}  // namespace himpun::assembly
