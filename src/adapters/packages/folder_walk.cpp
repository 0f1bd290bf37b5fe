#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/packages/walk.h"
#include "app/ports/store.h"
#include "base/text.h"

namespace himpun::packages {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 256 * 1024;

/// An open file; nothing that is no plain file can be opened by it, not even by exchanging it meanwhile.
class PlainFile {
 public:
  explicit PlainFile(fs::path const& path)
      : file_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  PlainFile(PlainFile const&) = delete;
  PlainFile& operator=(PlainFile const&) = delete;
  ~PlainFile() {
    if (file_ >= 0) ::close(file_);
  }
  [[nodiscard]] bool is_plain() const {
    struct stat status {};
    return file_ >= 0 && ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode);
  }
  [[nodiscard]] ssize_t read(char* to, std::size_t most) const { return ::read(file_, to, most); }

 private:
  int file_;
};

Result<void> read_file(fs::path const& path, std::string const& name, Tally& tally, app::PackageVisitor& visitor) {
  PlainFile const file{path};
  if (!file.is_plain()) {
    return refuse_entry(app::package_unsafe, name,
                        {"tautan, perangkat, pipa atau tidak dapat dibuka; hanya berkas biasa yang boleh",
                         "a link, device or pipe, or it cannot be opened; only plain files may be in it"});
  }
  if (auto ok = tally.count_file(name); !ok) return ok;
  if (auto ok = visitor.begin(name); !ok) return ok;
  std::string piece(piece_bytes, '\0');
  for (;;) {
    auto const got = file.read(piece.data(), piece.size());
    if (got < 0) throw app::StoreFailure(path.string() + ": " + std::strerror(errno));
    if (got == 0) return visitor.end();
    if (auto ok = tally.count_bytes(name, got, 0); !ok) return ok;
    if (auto ok = visitor.piece(std::string_view{piece}.substr(0, static_cast<std::size_t>(got))); !ok) return ok;
  }
}

Result<void> read_folder(fs::path const& path, std::string const& prefix, int depth, Tally& tally,
                         app::PackageVisitor& visitor) {
  if (depth > 32) {
    return refuse_entry(app::package_unsafe, prefix, {"folder bersarang terlalu dalam", "folders are nested too deep"});
  }
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (auto const& each : fs::directory_iterator(path, error)) entries.push_back(each);
  if (error) throw app::StoreFailure(path.string() + ": " + error.message());
  std::ranges::sort(entries, {}, [](fs::directory_entry const& each) { return each.path().filename().string(); });
  for (auto const& each : entries) {
    auto const name = prefix + each.path().filename().string();
    if (!is_utf8(name)) return refuse_entry(app::package_unsafe, "?", {"nama bukan UTF-8", "the name is no UTF-8"});
    bool const is_folder = fs::is_directory(each.symlink_status());
    auto const read = is_folder ? read_folder(each.path(), name + "/", depth + 1, tally, visitor)
                                : read_file(each.path(), name, tally, visitor);
    if (!read) return read;
  }
  return {};
}

}  // namespace

Result<void> walk_folder(std::string const& path, Tally& tally, app::PackageVisitor& visitor) {
  return read_folder(path, "", 0, tally, visitor);
}

}  // namespace himpun::packages
