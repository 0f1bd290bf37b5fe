#include "app/files/intake.h"

#include <fstream>

#include "app/files/media_types.h"

namespace himpun::app {
namespace {

std::string beginning_of(std::string const& path) {
  std::string bytes(beginning_bytes, '\0');
  std::ifstream file{path, std::ios::binary};
  file.read(bytes.data(), std::ssize(bytes));
  if (file.bad() || !file.is_open()) throw StoreFailure(path + ": cannot be read");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

}  // namespace

Result<std::optional<Scan>> scan_file(Scanning const& scanning, std::string const& path) {
  if (!scanning.scanner) return std::nullopt;
  auto scan = scanning.scanner->scan(path);
  if (scan.verdict == ScanVerdict::infected) {
    return refuse(file_infected, {"Pemindai menemukan " + scan.words + ". Berkas tidak disimpan.",
                                  "The scanner found " + scan.words + ". The file was not kept."});
  }
  if (scan.verdict == ScanVerdict::not_scanned && scanning.policy == ScanPolicy::required) {
    return refuse(scanner_unreachable, {"Berkas tidak disimpan. Coba lagi sebentar lagi; bila tetap begini, hubungi "
                                        "pengelola server.",
                                        "The file was not kept. Try again in a moment; if it stays so, tell whoever "
                                        "keeps the server."});
  }
  return scan;
}

Result<std::string> type_of_upload(World const& world, std::string const& path, std::string const& declared) {
  if (!world.types) return declared;
  auto const found = world.types->type_of(beginning_of(path));
  if (auto settled = settle_media_type(declared, found)) return std::move(*settled);
  return refuse(file_contradicts,
                {"Disebut " + declared + ", isinya " + found + ". Pilih berkas yang benar.",
                 "It is said to be " + declared + ", its content is " + found + ". Choose the right file."});
}

Result<FileRef> kept_file(World const& world, FileRef const& named) {
  if (!world.blobs.has(named.sha256)) {
    return refuse(file_missing,
                  {"Unggah dahulu berkas \"" + named.name + "\".", "Upload the file \"" + named.name + "\" first."});
  }
  if (!world.types) return named;
  auto const head = world.blobs.head_of(named.sha256, beginning_bytes);
  if (!head) return std::unexpected(head.error());
  auto const found = world.types->type_of(head->beginning);
  return FileRef{named.sha256, named.name, settle_media_type(named.media_type, found).value_or(found), head->size};
}

}  // namespace himpun::app
