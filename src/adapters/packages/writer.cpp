#include "adapters/packages/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/ports/store.h"
#include "base/ensure.h"

namespace himpun::packages {
namespace {

constexpr int written_block_bytes = 1 << 20;

}  // namespace

ZipWriter::ZipWriter(std::string path) : path_(std::move(path)), archive_(archive_write_new()) {
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file_ < 0) throw app::StoreFailure(path_ + ": " + std::strerror(errno));
  must(archive_write_set_format_zip(archive_.get()));
  // Stored: no library's version changes the bytes, and PDFs and sheets are compressed already.
  must(archive_write_zip_set_compression_store(archive_.get()));
  must(archive_write_set_bytes_per_block(archive_.get(), written_block_bytes));
  must(archive_write_set_bytes_in_last_block(archive_.get(), 1));
  must(archive_write_open_fd(archive_.get(), file_));
}

ZipWriter::~ZipWriter() {
  archive_.reset();
  if (file_ >= 0) ::close(file_);
}

void ZipWriter::must(int code) {
  if (code == ARCHIVE_OK) return;
  auto const* why = archive_error_string(archive_.get());
  throw app::StoreFailure(path_ + ": " + (why ? why : "cannot be written"));
}

/// No date is set: a zip keeps local time, which would differ from place to place.
void ZipWriter::begin(std::string const& path, std::int64_t size) {
  ensure(owed_ == 0, "the file before was written to its end");
  EntryHandle const entry{archive_entry_new()};
  archive_entry_set_pathname(entry.get(), path.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), size);
  must(archive_write_header(archive_.get(), entry.get()));
  owed_ = size;
}

void ZipWriter::write(std::string_view piece) {
  owed_ -= static_cast<std::int64_t>(piece.size());
  ensure(owed_ >= 0, "a file has the size it was begun with");
  while (!piece.empty()) {
    auto const done = archive_write_data(archive_.get(), piece.data(), piece.size());
    if (done < 0) must(static_cast<int>(done));
    piece.remove_prefix(static_cast<std::size_t>(done));
  }
}

void ZipWriter::finish() {
  ensure(owed_ == 0, "the last file was written to its end");
  must(archive_write_close(archive_.get()));
  if (::fsync(file_) != 0) throw app::StoreFailure(path_ + ": " + std::strerror(errno));
}

}  // namespace himpun::packages
