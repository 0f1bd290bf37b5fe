#include <filesystem>

#include "adapters/keys/keys.h"
#include "adapters/postgres/database.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "app/checkpoints.h"
#include "app/office_key.h"
#include "app/verification.h"
#include "assembly/assembly.h"
#include "assembly/clock.h"
#include "assembly/manifest.h"
#include "assembly/portable_backup.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

constexpr ProblemType folder_taken{"backup.folder_taken", ProblemKind::conflict, "Folder tujuan tidak kosong",
                                   "The target folder is not empty"};
constexpr ProblemType database_taken{"backup.database_taken", ProblemKind::conflict, "Basis data tujuan tidak kosong",
                                     "The target database is not empty"};
constexpr ProblemType not_portable{"backup.not_portable", ProblemKind::conflict,
                                   "Salinan ini hanya dapat dipulihkan ke SQLite",
                                   "This backup can only be restored to SQLite"};

/// A folder for as long as this lives.
class Workshop {
 public:
  Workshop() : path_(fs::temp_directory_path() / ("himpun-check-" + keys::make_id()())) {
    fs::create_directories(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  Workshop(Workshop const&) = delete;
  Workshop& operator=(Workshop const&) = delete;
  ~Workshop() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  [[nodiscard]] app::Place place() const { return {path_.string(), ""}; }

 private:
  fs::path path_;
};

std::string database_in(std::string const& folder) { return folder + "/himpun.db"; }

Result<void> require_empty(fs::path const& folder) {
  if (!fs::exists(folder) || fs::is_empty(folder)) return {};
  return refuse(folder_taken, {folder.string() + " sudah berisi. Pilih folder baru.",
                               folder.string() + " has something in it. Choose a new folder."});
}

void copy_one(fs::path const& from, fs::path const& to) {
  fs::create_directories(to.parent_path());
  fs::copy_file(from, to);
}

/// Copies every file below `from`/`top`; answers with their paths below `from`.
std::vector<fs::path> copy_all(fs::path const& from, char const* top, fs::path const& to) {
  std::vector<fs::path> paths;
  if (!fs::exists(from / top)) return paths;
  for (auto const& entry : fs::recursive_directory_iterator(from / top)) {
    if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), from));
  }
  for (auto const& path : paths) copy_one(from / path, to / path);
  return paths;
}

/// The database first, then the contents: a content is on the disk before the database names it and is never removed,
/// so whatever the copied database names is in the copied folder.
Result<std::vector<fs::path>> copy_sqlite(app::Place const& place, std::string const& folder,
                                          cli::Progress const& progress) {
  auto const copied = sqlite::backup(database_in(place.data_folder), database_in(folder),
                                     [&](int done, int all) { progress("Basis data", done, all); });
  if (!copied) return std::unexpected(copied.error());
  auto paths = copy_all(place.data_folder, "blobs", folder);
  paths.emplace_back("himpun.db");
  return paths;
}

/// Brings the backup's database to life in `workshop`, whatever its form.
Result<std::unique_ptr<app::Store>> revive(fs::path const& folder, Manifest const& manifest, app::Place const& workshop,
                                           std::string& agency, cli::Progress const& progress) {
  auto const database = database_in(workshop.data_folder);
  bool const is_copy = manifest.format == copy_format;
  if (is_copy) {
    if (auto ok = sqlite::check(database_in(folder.string())); !ok) return std::unexpected(ok.error());
    copy_one(database_in(folder.string()), database);
    auto const known = sqlite::agency_of(database);
    if (!known) return std::unexpected(known.error());
    agency = *known;
  } else {
    agency = *manifest.agency;
  }
  if (auto ok = sqlite::migrate(database, agency, now()); !ok) return std::unexpected(ok.error());
  auto store = sqlite::open({.path = database, .agency = agency});
  if (!store || is_copy) return store;
  if (auto ok = load_portable(folder, **store, progress); !ok) return std::unexpected(ok.error());
  return store;
}

/// The journal of a backup, against the key that the office has recorded in it.
Result<void> check_journal(fs::path const& folder, Manifest const& manifest, cli::Progress const& progress) {
  Workshop const workshop;
  std::string agency;
  auto const store = revive(folder, manifest, workshop.place(), agency, progress);
  if (!store) return std::unexpected(store.error());
  app::Verdict verdict;
  (*store)->read([&](app::Reader& reader) {
    auto const key = app::recorded_key(reader);
    if (!key) {
      verdict.first_bad = app::BadRecord{"", {"kunci kantor tidak tercatat", "the office's key is not recorded"}};
      return;
    }
    auto const verifier = keys::verifier_key(key->name, {key->public_key.begin(), key->public_key.end()});
    app::Trust const trust{agency, *key, [&](auto public_key, auto message, auto signature) {
                             return verifier->verify(public_key, message, signature);
                           }};
    verdict = app::verify_journal(reader, trust, [&](app::Verdict const& so_far) {
      progress("Kejadian diperiksa", so_far.events + so_far.leaves, 0);
    });
  });
  if (verdict.ok()) return {};
  return std::unexpected(broken("jurnal", verdict.first_bad->reason.id, verdict.first_bad->reason.en));
}

Result<void> require_room(app::Place const& place) {
  if (auto ok = require_empty(place.data_folder); !ok) return ok;
  if (place.database_url.empty()) return {};
  auto const agency = postgres::agency_of(place.database_url);
  if (!agency && agency.error().is(sql::database_missing)) return {};
  if (!agency) return std::unexpected(agency.error());
  return refuse(database_taken, {"Di basis data ini sudah ada kantor. Buat basis data baru yang kosong.",
                                 "There is an office in this database. Create a new, empty one."});
}

/// Contents first, as in a running office; the journal, in one transaction, last.
Result<void> restore_portable(fs::path const& folder, std::string const& agency, app::Place const& place,
                              cli::Progress const& progress) {
  fs::create_directories(place.data_folder);
  if (auto ok = found(place, agency); !ok) return ok;
  copy_all(folder, "keys", place.data_folder);
  auto const blobs = open_blobs(place, agency);
  load_blobs(folder, place.data_folder + "/uploads", *blobs, progress);
  auto const store = open_store(place, agency);
  if (!store) return std::unexpected(store.error());
  return load_portable(folder, **store, progress);
}

Result<void> restore_copy(fs::path const& folder, Manifest const& manifest, app::Place const& place) {
  if (!place.database_url.empty()) {
    return refuse(not_portable, {"Pulihkan ke folder data, lalu buat salinan dengan `himpun backup --portable`.",
                                 "Restore it to a data folder, then make a backup with `himpun backup --portable`."});
  }
  for (auto const& file : manifest.files) copy_one(folder / file.path, fs::path{place.data_folder} / file.path);
  return {};
}

}  // namespace

Result<cli::BackupReport> back_up(app::Place const& place, std::string const& folder, cli::BackupForm form,
                                  cli::Progress const& progress) {
  if (auto ok = require_empty(folder); !ok) return std::unexpected(ok.error());
  bool const is_portable = form == cli::BackupForm::portable || !place.database_url.empty();
  Manifest manifest{is_portable ? portable_format : copy_format, {}, {}};
  std::vector<fs::path> paths;
  if (is_portable) {
    auto const office = open(place);
    if (!office) return std::unexpected(office.error());
    fs::create_directories(folder);
    manifest.agency = office->office->world().agency;
    paths = write_portable(*office->store, *office->blobs, folder, progress);
  } else {
    fs::create_directories(folder);
    auto copied = copy_sqlite(place, folder, progress);
    if (!copied) return std::unexpected(copied.error());
    paths = std::move(*copied);
  }
  for (auto& path : copy_all(place.data_folder, "keys", folder)) paths.push_back(std::move(path));
  write_manifest(folder, manifest, paths, progress);
  return report_of(folder, manifest);
}

Result<cli::BackupReport> check_backup(std::string const& folder, cli::Progress const& progress) {
  auto const manifest = read_manifest(folder);
  if (!manifest) return std::unexpected(manifest.error());
  if (auto ok = check_files(folder, *manifest, progress); !ok) return std::unexpected(ok.error());
  if (auto ok = check_journal(folder, *manifest, progress); !ok) return std::unexpected(ok.error());
  return report_of(folder, *manifest);
}

Result<cli::BackupReport> restore(std::string const& folder, app::Place const& place, cli::Progress const& progress) {
  auto checked = check_backup(folder, progress);
  if (!checked) return checked;
  if (auto ok = require_room(place); !ok) return std::unexpected(ok.error());
  auto const manifest = read_manifest(folder);
  auto const done = manifest->format == copy_format ? restore_copy(folder, *manifest, place)
                                                    : restore_portable(folder, *manifest->agency, place, progress);
  if (!done) return std::unexpected(done.error());
  checked->folder = place.data_folder;
  return checked;
}

}  // namespace himpun::assembly
