#include <chrono>
#include <filesystem>

#include "adapters/blobs/file_blobs.h"
#include "adapters/docx/docx.h"
#include "adapters/inspection/clamd.h"
#include "adapters/inspection/file_types.h"
#include "adapters/keys/keys.h"
#include "adapters/mail/smtp.h"
#include "adapters/memory/store.h"
#include "adapters/packages/packages.h"
#include "adapters/pdf/weasyprint.h"
#include "adapters/postgres/blobs.h"
#include "adapters/postgres/database.h"
#include "adapters/postgres/store.h"
#include "adapters/sheets/sheets.h"
#include "adapters/signers/tools.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "app/checkpoints.h"
#include "app/office_key.h"
#include "assembly/assembly.h"
#include "assembly/clock.h"
#include "base/ensure.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

std::string database_path(app::Place const& place) { return place.data_folder + "/himpun.db"; }

bool is_sqlite(app::Place const& place) { return place.database_url.empty(); }

Result<std::string> agency_of(app::Place const& place) {
  return is_sqlite(place) ? sqlite::agency_of(database_path(place)) : postgres::agency_of(place.database_url);
}

Result<std::vector<std::string>> applied(auto upgrade) {
  if (!upgrade) return std::unexpected(upgrade.error());
  return std::move(upgrade->applied);
}

Result<std::vector<std::string>> migrate(app::Place const& place, std::string const& agency) {
  if (is_sqlite(place)) return applied(sqlite::migrate(database_path(place), agency, now()));
  return applied(postgres::migrate(place.database_url, agency, now()));
}

constexpr ProblemType key_foreign{"journal.key_foreign", ProblemKind::conflict,
                                  "Kunci titik periksa di folder data bukan kunci kantor ini",
                                  "The checkpoint key in the data folder is not this office's"};

std::unexpected<Problem> refuse_key(std::string const& folder) {
  auto const path = keys::path_in(folder);
  return refuse(key_foreign, {"Ganti " + path +
                                  " dengan berkas dari simpul yang menyegel, atau pindahkan agar simpul "
                                  "ini hanya memeriksa.",
                              "Replace " + path +
                                  " by the file of the node that seals, or move it away so that this "
                                  "node only checks."});
}

/// The key in this node's folder when it is the office's; otherwise what checks only. The first node makes the key.
Result<std::unique_ptr<app::CheckpointKey>> open_key(app::Store& store, std::string const& folder,
                                                     std::string const& agency) {
  auto const name = "himpun/" + agency;
  std::optional<journal::NoteKey> recorded;
  store.read([&](app::Reader& reader) { recorded = app::recorded_key(reader); });
  auto own = keys::find_checkpoint_key(folder, name);
  bool const is_new = !own && !recorded;
  if (is_new) own = keys::checkpoint_key(folder, name);
  if (!recorded) {
    auto const first = app::record_key(store, app::note_key_of(*own), {agency, now(), {}});
    if (!first) return std::unexpected(first.error());
    recorded = *first;
  }
  if (own && app::note_key_of(*own) == *recorded) return own;
  if (own && !is_new) return refuse_key(folder);
  if (own) fs::remove(keys::path_in(folder));  // another node was first at this very moment
  return keys::verifier_key(name, {recorded->public_key.begin(), recorded->public_key.end()});
}

void make_folder(std::string const& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw app::StoreFailure(path + ": " + error.message());
}

/// The office on what the installation has by now.
void open_office(app::Installation& installation, std::string const& agency) {
  installation.sheets = sheets::with_files(installation.upload_folder);
  installation.renderer = pdf::find_renderer(installation.upload_folder);
  installation.words = docx::make_writer();
  installation.packages = packages::with_libarchive();
  installation.types = inspection::with_libmagic();
  installation.make_scanner = [](std::string const& address) { return inspection::clamd(address); };
  installation.office = std::make_unique<app::Office>(app::World{.store = *installation.store,
                                                                 .blobs = *installation.blobs,
                                                                 .hasher = *installation.hasher,
                                                                 .key = *installation.key,
                                                                 .clock = now,
                                                                 .make_id = keys::make_id(),
                                                                 .make_token = keys::make_token(),
                                                                 .agency = agency,
                                                                 .sheets = *installation.sheets,
                                                                 .packages = *installation.packages,
                                                                 .scratch_folder = installation.upload_folder,
                                                                 .renderer = installation.renderer.get(),
                                                                 .words = installation.words.get(),
                                                                 .types = installation.types.get()});
}

/// What stands in the data folder's `signing.yaml`, and the key files beside it.
Result<void> open_signing(app::Installation& installation, std::string const& folder) {
  auto settings = signers::read_settings(folder + "/signing.yaml");
  if (!settings) return std::unexpected(settings.error());
  settings->key_folder = folder + "/signers";
  installation.signing = std::make_unique<app::SigningRoom>(*installation.office, signers::key_authority(),
                                                            signers::open_tools(std::move(*settings)));
  return {};
}

}  // namespace

Result<std::unique_ptr<app::Store>> open_store(app::Place const& place, std::string const& agency) {
  if (is_sqlite(place)) return sqlite::open({.path = database_path(place), .agency = agency});
  return postgres::open({.where = place.database_url, .agency = agency});
}

/// Many nodes share their files in the database; one node keeps them in its folder.
std::unique_ptr<app::BlobStore> open_blobs(app::Place const& place, std::string const& agency) {
  auto const folder = place.data_folder + "/blobs";
  if (is_sqlite(place)) return blobs::in_folder(folder);
  return postgres::blobs(place.database_url, agency, folder);
}

Result<std::vector<std::string>> prepare(app::Place const& place) {
  make_folder(place.data_folder);
  auto const known = agency_of(place);
  if (!known && !known.error().is(sql::database_missing)) return std::unexpected(known.error());
  return migrate(place, known ? *known : keys::make_id()());
}

Result<void> found(app::Place const& place, std::string const& agency) {
  auto const applied = migrate(place, agency);
  if (!applied) return std::unexpected(applied.error());
  return {};
}

Result<app::Installation> open(app::Place const& place) { return open_with(open_store, place); }

Result<app::Installation> open_with(StoreOpener const& open_store, app::Place const& place) {
  auto const agency = agency_of(place);
  if (!agency && agency.error().is(sql::database_missing)) {
    return refuse(app::installation_missing, {"Buat dahulu dengan `himpun init`, atau `himpun demo` untuk contoh.",
                                              "Make one first with `himpun init`, or `himpun demo` for an example."});
  }
  if (!agency) return std::unexpected(agency.error());
  auto store = open_store(place, *agency);
  if (!store) return std::unexpected(store.error());
  app::Installation installation;
  installation.store = std::move(*store);
  installation.blobs = open_blobs(place, *agency);
  installation.hasher = keys::argon2id();
  auto key = open_key(*installation.store, place.data_folder + "/keys", *agency);
  if (!key) return std::unexpected(key.error());
  installation.key = std::move(*key);
  installation.upload_folder = place.data_folder + "/uploads";
  make_folder(installation.upload_folder);
  open_office(installation, *agency);
  if (auto ok = open_signing(installation, place.data_folder); !ok) return std::unexpected(ok.error());
  return installation;
}

app::Installation blank() {
  auto const folder = (fs::temp_directory_path() / ("himpun-" + keys::make_id()())).string();
  app::Installation installation;
  installation.store = memory::make_store();
  installation.blobs = blobs::in_folder(folder + "/blobs");
  installation.hasher = keys::argon2id();
  installation.key = keys::checkpoint_key(folder + "/keys", "himpun/blank");
  installation.upload_folder = folder;
  open_office(installation, "blank");
  ensure(open_signing(installation, folder).has_value(), "without settings there is nothing wrong with them");
  fs::remove_all(folder);
  return installation;
}

std::unique_ptr<app::Renderer> printer() { return pdf::find_renderer(std::filesystem::temp_directory_path().string()); }

std::unique_ptr<app::Mailer> make_mailer(app::MailSettings const& settings) {
  auto const tls = settings.tls == "none"            ? mail::Tls::none
                   : settings.tls == "opportunistic" ? mail::Tls::opportunistic
                                                     : mail::Tls::required;
  return mail::through({settings.url, settings.from, settings.user, settings.password, tls, settings.ca_file});
}

bool verify_signature(std::string_view public_key, std::string_view message, std::string_view signature) {
  return keys::verifier_key("", std::string{public_key})->verify(public_key, message, signature);
}

cli::Assembly make_assembly() {
  return {.blank = blank,
          .open = open,
          .prepare = prepare,
          .back_up = back_up,
          .check_backup = check_backup,
          .restore = restore,
          .printer = printer,
          .words = docx::make_writer(),
          .packages = packages::with_libarchive(),
          .verify_signature = verify_signature,
          .make_mailer = make_mailer};
}

}  // namespace himpun::assembly
