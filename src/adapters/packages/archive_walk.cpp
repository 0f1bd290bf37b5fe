#include <algorithm>

#include "adapters/packages/handles.h"
#include "adapters/packages/walk.h"
#include "app/ports/store.h"
#include "base/text.h"

namespace himpun::packages {
namespace {

constexpr std::size_t read_block_bytes = 1 << 17;

std::unexpected<Problem> refuse_broken(std::string const& path, archive* handle) {
  auto const* said = archive_error_string(handle);
  auto const why = said ? std::string{said} : std::string{"-"};
  return refuse(app::package_unreadable,
                {path + " rusak, atau bukan zip maupun tar (" + why + "). Unduh atau salin ulang.",
                 path + " is damaged, or neither zip nor tar (" + why + "). Download or copy it again."});
}

/// Two entries may not lie upon each other, so what was packed is never less than what was read of the file.
std::int64_t packed_so_far(archive* handle) { return std::max<std::int64_t>(archive_filter_bytes(handle, -1), 1); }

Result<void> require_plain(archive* handle, archive_entry* entry, std::string const& name) {
  if (archive_entry_symlink(entry) || archive_entry_hardlink(entry)) {
    return refuse_entry(app::package_unsafe, name,
                        {"tautan; paket arsip hanya memuat berkas biasa", "a link; only plain files may be in it"});
  }
  auto const kind = archive_entry_filetype(entry);
  if (kind != AE_IFREG && kind != AE_IFDIR) {
    return refuse_entry(app::package_unsafe, name,
                        {"bukan berkas biasa (perangkat, pipa atau soket)", "no plain file (device, pipe or socket)"});
  }
  if (archive_entry_is_encrypted(entry) || archive_read_has_encrypted_entries(handle) == 1) {
    return refuse_entry(app::package_unreadable, name, {"terenkripsi", "it is encrypted"});
  }
  return {};
}

Result<void> read_content(std::string const& path, archive* handle, std::string const& name, Tally& tally,
                          app::PackageVisitor& visitor) {
  std::int64_t expected = 0;
  for (;;) {
    void const* piece = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    auto const code = archive_read_data_block(handle, &piece, &size, &offset);
    if (code == ARCHIVE_EOF) return {};
    if (code != ARCHIVE_OK) return refuse_broken(path, handle);
    if (offset != expected) return refuse_entry(app::package_unsafe, name, {"berkas berlubang", "a sparse file"});
    expected += static_cast<std::int64_t>(size);
    if (auto ok = tally.count_bytes(name, static_cast<std::int64_t>(size), packed_so_far(handle)); !ok) return ok;
    if (auto ok = visitor.piece({static_cast<char const*>(piece), size}); !ok) return ok;
  }
}

Result<void> read_entry(std::string const& path, archive* handle, archive_entry* entry, Tally& tally,
                        app::PackageVisitor& visitor) {
  auto const* raw = archive_entry_pathname(entry);
  std::string const name = raw ? raw : "";
  if (name.empty() || !is_utf8(name)) {
    return refuse_entry(app::package_unsafe, is_utf8(name) ? name : "?", {"nama bukan UTF-8", "the name is no UTF-8"});
  }
  if (auto ok = require_plain(handle, entry, name); !ok) return ok;
  if (auto ok = tally.count_file(name); !ok) return ok;
  bool const is_folder = archive_entry_filetype(entry) == AE_IFDIR;
  if (is_folder) return visitor.folder(name);
  if (auto ok = visitor.begin(name); !ok) return ok;
  if (auto ok = read_content(path, handle, name, tally, visitor); !ok) return ok;
  return visitor.end();
}

}  // namespace

Result<void> walk_archive(std::string const& path, Tally& tally, app::PackageVisitor& visitor) {
  Utf8Names const names;
  ReadHandle const handle{archive_read_new()};
  archive_read_support_format_zip_seekable(handle.get());
  archive_read_support_format_tar(handle.get());
  archive_read_support_filter_none(handle.get());
  if (archive_read_open_filename(handle.get(), path.c_str(), read_block_bytes) != ARCHIVE_OK) {
    return refuse_broken(path, handle.get());
  }
  for (;;) {
    archive_entry* entry = nullptr;
    auto const code = archive_read_next_header(handle.get(), &entry);
    if (code == ARCHIVE_EOF) return {};
    if (code != ARCHIVE_OK) return refuse_broken(path, handle.get());
    if (auto ok = read_entry(path, handle.get(), entry, tally, visitor); !ok) return ok;
  }
}

}  // namespace himpun::packages
