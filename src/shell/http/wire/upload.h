#pragma once
// A request body on its way into a temporary file, hashed as it passes. Memory stays flat whatever the size. An upload
// that is not finished removes its file.

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/sha256.h"
#include "shell/http/message.h"
#include "shell/http/wire/request_parser.h"

namespace himpun::http {

class Upload final : public BodySink {
 public:
  explicit Upload(std::filesystem::path const& folder);
  Upload(Upload const&) = delete;
  Upload& operator=(Upload const&) = delete;
  ~Upload();

  [[nodiscard]] Refusal const* write(std::string_view bytes) override;
  /// The whole body is there. Empty when the disk refused.
  [[nodiscard]] std::optional<UploadedFile> finish();

 private:
  std::string path_;
  int file_ = -1;
  std::uint64_t size_ = 0;
  Sha256Stream hash_;
};

/// Removes uploads older than a day that a crash left behind.
void remove_stale_uploads(std::filesystem::path const& folder);

}  // namespace himpun::http
