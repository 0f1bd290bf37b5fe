#include "adapters/blobs/file_blobs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "app/ports/store.h"
#include "base/sha256.h"

namespace himpun::blobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 1024 * 1024;

[[noreturn]] void fail(fs::path const& path, int error) {
  throw app::StoreFailure(path.string() + ": " + std::strerror(error));
}

/// Makes what was written to `path` (a file or a folder) durable.
void sync(fs::path const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, errno);
  int const result = ::fsync(file);
  int const error = errno;
  ::close(file);
  if (result != 0) fail(path, error);
}

void move_or_copy(fs::path const& from, fs::path const& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (!error) return;
  // Another disk: copy beside the target first, so that the name never shows half a file.
  auto const aside = fs::path{to.string() + ".part"};
  fs::copy_file(from, aside, fs::copy_options::overwrite_existing, error);
  if (error) fail(aside, error.value());
  sync(aside);
  fs::rename(aside, to, error);
  if (error) fail(to, error.value());
  fs::remove(from, error);
}

bool is_hash(std::string_view text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

class FileBlobs final : public app::BlobStore {
 public:
  explicit FileBlobs(std::string folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) fail(folder_, error.value());
  }

  void keep(std::string const& path, std::string_view hash, std::int64_t size) override {
    auto const target = fs::path{path_in(folder_, hash)};
    std::error_code error;
    if (fs::exists(target) && fs::file_size(target, error) == static_cast<std::uintmax_t>(size)) {
      fs::remove(path, error);
      return;
    }
    auto const shelf = target.parent_path();
    bool const is_new = fs::create_directories(shelf, error);
    if (error) fail(shelf, error.value());
    sync(path);
    move_or_copy(path, target);
    sync(shelf);
    if (is_new) sync(folder_);
  }

  bool has(std::string_view hash) override { return is_hash(hash) && fs::exists(path_in(folder_, hash)); }

  Result<app::BlobHead> head_of(std::string_view hash, std::size_t most_bytes) override {
    if (!has(hash)) return refuse(app::file_missing);
    auto const path = path_in(folder_, hash);
    std::ifstream file(path, std::ios::binary);
    app::BlobHead head{static_cast<std::int64_t>(fs::file_size(path)), std::string(most_bytes, '\0')};
    file.read(head.beginning.data(), static_cast<std::streamsize>(most_bytes));
    if (file.bad() || !file.is_open()) fail(path, EIO);
    head.beginning.resize(static_cast<std::size_t>(file.gcount()));
    return head;
  }

  Result<void> read(std::string_view hash, std::function<void(std::string_view)> const& sink) override {
    if (!has(hash)) return refuse(app::file_missing);
    std::ifstream file(path_in(folder_, hash), std::ios::binary);
    std::string piece(piece_bytes, '\0');
    while (file) {
      file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      if (file.gcount() > 0) sink(std::string_view{piece}.substr(0, static_cast<std::size_t>(file.gcount())));
    }
    if (file.bad()) fail(path_in(folder_, hash), EIO);
    return {};
  }

  void remove(std::string_view hash) override {
    if (!is_hash(hash)) return;
    auto const target = fs::path{path_in(folder_, hash)};
    std::error_code error;
    bool const was_there = fs::remove(target, error);
    if (error) fail(target, error.value());
    if (was_there) sync(target.parent_path());
  }

  void list(std::function<void(std::string_view)> const& each) override {
    for (auto const& entry : fs::recursive_directory_iterator(folder_)) {
      auto const name = entry.path().filename().string();
      if (entry.is_regular_file() && is_hash(name)) each(name);
    }
  }

  Result<std::string> path_of(std::string_view hash) override {
    if (!has(hash)) return refuse(app::file_missing);
    return path_in(folder_, hash);
  }

 private:
  std::string folder_;
};

}  // namespace

std::string path_in(std::string const& folder, std::string_view hash) {
  return folder + "/" + std::string{hash.substr(0, 2)} + "/" + std::string{hash};
}

void flush_disk(std::string const& folder) {
  int const directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) fail(folder, errno);
  int const result = ::syncfs(directory);
  int const error = errno;
  ::close(directory);
  if (result != 0) fail(folder, error);
}

std::unique_ptr<app::BlobStore> in_folder(std::string folder) { return std::make_unique<FileBlobs>(std::move(folder)); }

bool is_intact(std::string const& folder, std::string_view hash) {
  FileBlobs store{folder};
  Sha256Stream stream;
  auto const read = store.read(hash, [&](std::string_view piece) { stream.update(piece); });
  return read && to_hex(stream.finish()) == hash;
}

}  // namespace himpun::blobs
