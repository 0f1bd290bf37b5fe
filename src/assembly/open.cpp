#include <chrono>
#include <filesystem>

#include "adapters/blobs/file_blobs.h"
#include "adapters/keys/keys.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "assembly/assembly.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

Instant now() { return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()); }

std::string database_path(app::Place const& place) { return place.data_folder + "/himpun.db"; }

Result<std::unique_ptr<app::Store>> open_store(app::Place const& place, std::string const& agency) {
  return sqlite::open({.path = database_path(place), .agency = agency});
}

}  // namespace

Result<std::vector<std::string>> prepare(app::Place const& place) {
  std::error_code error;
  fs::create_directories(place.data_folder, error);
  if (error) throw app::StoreFailure(place.data_folder + ": " + error.message());
  auto const path = database_path(place);
  auto agency = fs::exists(path) ? sqlite::agency_of(path) : Result<std::string>{keys::make_id()()};
  if (!agency) return std::unexpected(agency.error());
  auto const upgrade = sqlite::migrate(path, *agency, now());
  if (!upgrade) return std::unexpected(upgrade.error());
  return upgrade->applied;
}

Result<app::Installation> open(app::Place const& place) {
  auto const agency = sqlite::agency_of(database_path(place));
  if (!agency) return std::unexpected(agency.error());
  auto store = open_store(place, *agency);
  if (!store) return std::unexpected(store.error());
  app::Installation installation;
  installation.store = std::move(*store);
  installation.blobs = blobs::in_folder(place.data_folder + "/blobs");
  installation.hasher = keys::argon2id();
  installation.key = keys::checkpoint_key(place.data_folder + "/keys", "himpun/" + *agency);
  installation.upload_folder = place.data_folder + "/uploads";
  fs::create_directories(installation.upload_folder);
  installation.office =
      std::make_unique<app::Office>(app::World{*installation.store, *installation.blobs, *installation.hasher,
                                               *installation.key, now, keys::make_id(), keys::make_token(), *agency});
  return installation;
}

cli::Assembly make_assembly() { return {open, prepare, back_up, check_backup, restore}; }

}  // namespace himpun::assembly
