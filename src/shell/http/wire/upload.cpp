#include "shell/http/wire/upload.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace himpun::http {
namespace {

constexpr std::string_view name_prefix = "himpun-upload-";

}  // namespace

Upload::Upload(std::filesystem::path const& folder)
    : path_((folder / (std::string{name_prefix} + "XXXXXX")).string()), file_(::mkostemp(path_.data(), O_CLOEXEC)) {}

Upload::~Upload() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(path_.c_str());
}

Refusal const* Upload::write(std::string_view bytes) {
  if (file_ < 0) return &refusals::upload_not_stored;
  hash_.update(bytes);
  size_ += bytes.size();
  while (!bytes.empty()) {
    auto const written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return &refusals::upload_not_stored;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return nullptr;
}

std::optional<UploadedFile> Upload::finish() {
  if (file_ < 0) return std::nullopt;
  bool const closed = ::close(std::exchange(file_, -1)) == 0;
  UploadedFile file{path_, size_, hash_.finish()};  // removes the file when it is not handed on
  return closed ? std::optional{std::move(file)} : std::nullopt;
}

void remove_stale_uploads(std::filesystem::path const& folder) {
  std::error_code error;
  auto const oldest = std::filesystem::file_time_type::clock::now() - std::chrono::hours{24};
  for (auto const& entry : std::filesystem::directory_iterator{folder, error}) {
    if (!entry.path().filename().string().starts_with(name_prefix)) continue;
    auto const written = entry.last_write_time(error);
    if (!error && written < oldest) std::filesystem::remove(entry.path(), error);
  }
}

}  // namespace himpun::http
