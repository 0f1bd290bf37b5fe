#pragma once
// A backup is a folder with a list of its files, their sizes and hashes, so that it can be checked without the office
// it came from. It does not know what the files mean (backup.cpp, portable_backup.h).

#include <boost/describe/class.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "shell/cli/cli.h"

namespace himpun::assembly {

inline constexpr ProblemType backup_broken{"backup.broken", ProblemKind::conflict, "Salinan tidak utuh",
                                           "The backup is not intact"};

inline constexpr char const* copy_format = "himpun-backup/1";      ///< the SQLite file itself
inline constexpr char const* portable_format = "himpun-backup/2";  ///< lines of JSON, for any database

/// One file of a backup; `path` is below the folder.
struct ManifestFile {
  std::string path;
  std::int64_t size = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(ManifestFile, (), (path, size, sha256))
struct Manifest {
  std::string format;
  std::optional<std::string> agency;  ///< of a portable one
  std::vector<ManifestFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, agency, files))

[[nodiscard]] Problem broken(std::string const& path, std::string const& id, std::string const& en);

/// Lists `paths` (below `folder`), hashed; everything is on the disk when it returns.
void write_manifest(std::filesystem::path const& folder, Manifest& manifest,
                    std::vector<std::filesystem::path> const& paths, cli::Progress const& progress);
[[nodiscard]] Result<Manifest> read_manifest(std::filesystem::path const& folder);
/// Whether every file is there, inside the folder, and as it was.
[[nodiscard]] Result<void> check_files(std::filesystem::path const& folder, Manifest const& manifest,
                                       cli::Progress const& progress);
[[nodiscard]] cli::BackupReport report_of(std::string const& folder, Manifest const& manifest);

}  // namespace himpun::assembly
