#include "assembly/portable_backup.h"

#include <fstream>

#include "adapters/blobs/file_blobs.h"
#include "app/desks/journal_desk.h"
#include "app/portable.h"
#include "base/ensure.h"
#include "base/sha256.h"

namespace himpun::assembly {
namespace {

namespace fs = std::filesystem;

constexpr char const* journal_name = "journal.jsonl";
constexpr char const* credentials_name = "credentials.jsonl";
constexpr char const* blobs_name = "blobs";

std::ofstream create(fs::path const& path) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  if (!file) throw app::StoreFailure(path.string() + ": tidak dapat dibuat");
  return file;
}

void finish(std::ofstream& file, fs::path const& path) {
  file.close();
  if (!file) throw app::StoreFailure(path.string() + ": tidak dapat ditulis");
}

std::ifstream open_lines(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw app::StoreFailure(path.string() + ": tidak dapat dibaca");
  return file;
}

void write_lines(app::Reader& reader, fs::path const& target, cli::Progress const& progress) {
  auto journal = create(target / journal_name);
  std::int64_t lines = 0;
  app::export_journal(reader, [&](Json const& line) {
    journal << write_json(line) << '\n';
    if (!journal) throw app::StoreFailure((target / journal_name).string() + ": tidak dapat ditulis");
    progress("Jurnal", ++lines, 0);
  });
  finish(journal, target / journal_name);
  auto credentials = create(target / credentials_name);
  app::export_credentials(reader, [&](Json const& line) { credentials << write_json(line) << '\n'; });
  finish(credentials, target / credentials_name);
}

void write_blob(app::BlobStore& blobs, std::string const& hash, fs::path const& path) {
  auto file = create(path);
  Sha256Stream stream;
  auto const read = blobs.read(hash, [&](std::string_view piece) {
    stream.update(piece);
    file.write(piece.data(), std::ssize(piece));
  });
  ensure(read.has_value(), "a content that is listed is there");
  finish(file, path);
  if (to_hex(stream.finish()) != hash) throw app::StoreFailure(hash + ": isi berkas tidak cocok dengan hash-nya");
}

}  // namespace

std::vector<fs::path> write_portable(app::Store& store, app::BlobStore& blobs, fs::path const& target,
                                     cli::Progress const& progress) {
  store.read([&](app::Reader& reader) { write_lines(reader, target, progress); });
  std::vector<fs::path> paths{journal_name, credentials_name};
  blobs.list([&](std::string_view hash) {
    auto const path = fs::path{himpun::blobs::path_in(blobs_name, hash)};
    write_blob(blobs, std::string{hash}, target / path);
    paths.push_back(path);
    progress("Isi berkas", std::ssize(paths) - 2, 0);
  });
  return paths;
}

Result<void> load_portable(fs::path const& folder, app::Store& store, cli::Progress const& progress) {
  auto journal = open_lines(folder / journal_name);
  auto credentials = open_lines(folder / credentials_name);
  return store.transact([&](app::Transaction& transaction) -> Result<void> {
    auto imported = app::import_journal(transaction, journal,
                                        [&](std::int64_t events) { progress("Kejadian dipulihkan", events, 0); });
    if (!imported) return imported;
    if (auto ok = app::import_credentials(transaction, credentials); !ok) return ok;
    (void)app::rebuild(transaction, [&](app::Rebuilt const& done) { progress("Berkas disusun", done.cases, 0); });
    return {};
  });
}

void load_blobs(fs::path const& folder, std::string const& upload_folder, app::BlobStore& blobs,
                cli::Progress const& progress) {
  if (!fs::exists(folder / blobs_name)) return;
  fs::create_directories(upload_folder);
  std::int64_t done = 0;
  for (auto const& entry : fs::recursive_directory_iterator(folder / blobs_name)) {
    if (!entry.is_regular_file()) continue;
    auto const hash = entry.path().filename().string();
    auto const upload = fs::path{upload_folder} / hash;
    fs::copy_file(entry.path(), upload, fs::copy_options::overwrite_existing);
    blobs.keep(upload.string(), hash, static_cast<std::int64_t>(entry.file_size()));
    progress("Isi berkas", ++done, 0);
  }
}

}  // namespace himpun::assembly
