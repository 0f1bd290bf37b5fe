#include "adapters/sheets/xlsx/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "app/ports/sheet_refusals.h"
#include "app/ports/store.h"
#include "app/ports/world.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

constexpr std::int64_t smallest_suspicious_bytes = 1 << 20;
constexpr std::size_t longest_name = 255;

Words not_whole() {
  return {"isi zip tidak utuh. Unduh atau salin ulang berkas ini, atau buka dan simpan ulang sebagai .xlsx.",
          "the zip inside is incomplete. Download or copy the file again, or open it and save it again as .xlsx."};
}

Words save_again(std::string const& id, std::string const& en) {
  return {id + " Buka berkas ini di Excel atau LibreOffice dan simpan ulang sebagai .xlsx.",
          en + " Open it in Excel or LibreOffice and save it again as .xlsx."};
}

/// A name that could lead out of a folder, or that two programs could understand differently.
bool is_path_trick(std::string_view name) {
  if (name.empty() || name.size() > longest_name || !is_utf8(name)) return true;
  if (name.front() == '/' || name.find_first_of("\\:") != std::string_view::npos) return true;
  if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; })) return true;
  auto const parts = split(name, '/');
  return std::ranges::any_of(parts, [](auto part) { return part == ".." || part == "."; });
}

/// Only the central directory is believed, and libzip's comparison with the local headers is not asked for: it refuses
/// the ZIP64 headers that honest streaming writers leave.
Result<zip*> open_zip(Input const& input) {
  int code = 0;
  if (auto const* path = std::get_if<FilePath>(&input.source)) {
    auto* opened = zip_open(path->value.c_str(), ZIP_RDONLY, &code);
    if (opened != nullptr) return opened;
    if (code == ZIP_ER_NOENT) return refuse(app::file_missing);
    if (code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_SEEK) {
      throw app::StoreFailure(path->value + ": zip error " + std::to_string(code));
    }
    return refuse_file(app::sheet_broken, input.reading, not_whole());
  }
  auto const& bytes = std::get<FileBytes>(input.source).value;
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (opened != nullptr) return opened;
  if (source != nullptr) zip_source_free(source);
  return refuse_file(app::sheet_broken, input.reading, not_whole());
}

struct EntryCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Closer::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(Input const& input) {
  auto const opened = open_zip(input);
  if (!opened) return std::unexpected(opened.error());
  Archive archive{*opened, input.reading};
  if (auto listed = archive.list(); !listed) return std::unexpected(listed.error());
  if (auto checked = archive.check_all(); !checked) return std::unexpected(checked.error());
  return archive;
}

Result<void> Archive::list() {
  auto const count = zip_get_num_entries(zip_.get(), 0);
  if (count > reading_->limits.entries) {
    return refuse_file(app::sheet_too_large, *reading_,
                       save_again("memuat " + std::to_string(count) + " berkas di dalamnya, paling banyak " +
                                      std::to_string(reading_->limits.entries) + ".",
                                  "holds " + std::to_string(count) + " files inside, at most " +
                                      std::to_string(reading_->limits.entries) + "."));
  }
  for (std::int64_t index = 0; index < count; ++index) {
    if (auto checked = check_entry(static_cast<std::uint64_t>(index)); !checked) return checked;
  }
  return {};
}

Result<void> Archive::check_entry(std::uint64_t index) {
  zip_stat_t stat;
  constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(zip_.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & needed) != needed) {
    return refuse_file(app::sheet_broken, *reading_, not_whole());
  }
  std::string const name{stat.name};
  if (is_path_trick(name)) {
    return refuse_file(app::sheet_unsafe, *reading_,
                       save_again("nama berkas di dalam zip tidak wajar.", "a name inside the zip is not sound."));
  }
  if (!entries_.emplace(lower_ascii(name), index).second) {
    return refuse_file(app::sheet_unsafe, *reading_,
                       save_again("\"" + name + "\" ada dua kali di dalamnya.", "\"" + name + "\" is in it twice."));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return refuse_file(app::sheet_kind_unsupported, *reading_,
                       {"isinya terenkripsi. Simpan ulang tanpa kata sandi.",
                        "the content is encrypted. Save it again without a password."});
  }
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
    return refuse_file(app::sheet_kind_unsupported, *reading_,
                       save_again("\"" + name + "\" dimampatkan dengan cara yang tidak dikenal.",
                                  "\"" + name + "\" is compressed in an unknown way."));
  }
  return {};
}

/// What an entry says about its size is not believed: what comes out is counted.
Result<std::int64_t> Archive::read_entry(std::uint64_t index,
                                         std::function<Result<void>(std::string_view)> const& sink) const {
  zip_stat_t stat;
  zip_stat_index(zip_.get(), index, ZIP_FL_ENC_RAW, &stat);
  std::unique_ptr<zip_file_t, EntryCloser> const file{zip_fopen_index(zip_.get(), index, 0)};
  if (!file) return refuse_file(app::sheet_broken, *reading_, not_whole());
  auto const packed = std::max<std::int64_t>(static_cast<std::int64_t>(stat.comp_size), 1);
  std::int64_t total = 0;
  std::array<char, piece_bytes> piece;
  while (true) {
    auto const got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) return refuse_file(app::sheet_broken, *reading_, not_whole());
    if (got == 0) return total;
    total += got;
    if (total > reading_->limits.entry_bytes) {
      auto const most = spell_bytes(reading_->limits.entry_bytes);
      return refuse_file(app::sheet_too_large, *reading_,
                         {"satu bagian isinya melebihi " + most + ". Bagi menjadi beberapa berkas.",
                          "one part of it is above " + most + ". Split it into several files."});
    }
    if (total > smallest_suspicious_bytes && total / packed > reading_->limits.ratio) {
      return refuse_file(
          app::sheet_unsafe, *reading_,
          save_again("isinya mengembang tidak wajar saat dibuka.", "it swells beyond reason when opened."));
    }
    if (auto taken = sink({piece.data(), static_cast<std::size_t>(got)}); !taken) return std::unexpected(taken.error());
  }
}

Result<void> Archive::check_all() const {
  std::int64_t total = 0;
  auto const count = [&](std::string_view piece) -> Result<void> {
    total += static_cast<std::int64_t>(piece.size());
    if (total <= reading_->limits.total_bytes) return {};
    auto const most = spell_bytes(reading_->limits.total_bytes);
    return refuse_file(app::sheet_too_large, *reading_,
                       {"isinya melebihi " + most + ". Bagi menjadi beberapa berkas.",
                        "its content is above " + most + ". Split it into several files."});
  };
  for (auto const& [name, index] : entries_) {
    if (auto read = read_entry(index, count); !read) return std::unexpected(read.error());
  }
  return {};
}

bool Archive::has(std::string_view name) const { return entries_.contains(lower_ascii(name)); }

Result<void> Archive::read(std::string_view name, std::function<Result<void>(std::string_view)> const& sink) const {
  auto const found = entries_.find(lower_ascii(name));
  if (found == entries_.end()) {
    return refuse_file(app::sheet_broken, *reading_,
                       save_again("bagian \"" + std::string{name} + "\" tidak ada.",
                                  "the part \"" + std::string{name} + "\" is missing."));
  }
  if (auto read = read_entry(found->second, sink); !read) return std::unexpected(read.error());
  return {};
}

}  // namespace himpun::sheets
