#include "adapters/packages/packages.h"

#include <filesystem>

#include "adapters/packages/walk.h"
#include "adapters/packages/writer.h"
#include "app/ports/world.h"

namespace himpun::packages {
namespace {

constexpr std::int64_t harmless_bytes = 1 << 20;

std::string spell(std::int64_t bytes) {
  return bytes >= (std::int64_t{1} << 30) ? std::to_string(bytes >> 30) + " GiB" : std::to_string(bytes >> 20) + " MiB";
}

class Files final : public app::Packages {
 public:
  std::unique_ptr<app::PackageWriter> create(std::string const& path) override {
    return std::make_unique<ZipWriter>(path);
  }

  Result<void> walk(std::string const& path, app::PackageLimits const& limits, app::PackageVisitor& visitor) override {
    namespace fs = std::filesystem;
    std::error_code error;
    auto const status = fs::status(path, error);
    if (!fs::exists(status)) return refuse(app::file_missing, {path, path});
    Tally tally{limits};
    if (fs::is_directory(status)) return walk_folder(path, tally, visitor);
    if (!fs::is_regular_file(status)) {
      return refuse(app::package_unreadable, {path + " bukan berkas biasa.", path + " is no ordinary file."});
    }
    return walk_archive(path, tally, visitor);
  }
};

}  // namespace

std::unexpected<Problem> refuse_entry(ProblemType const& type, std::string const& name, Words const& why) {
  return refuse(type, {"\"" + name + "\": " + why.id + ".", "\"" + name + "\": " + why.en + "."});
}

Result<void> Tally::count_file(std::string const& name) {
  if (++files_ <= limits_.files) return {};
  auto const most = std::to_string(limits_.files);
  return refuse_entry(app::package_too_large, name,
                      {"isi paket lebih dari " + most + " berkas", "the package has more than " + most + " files"});
}

Result<void> Tally::count_bytes(std::string const& name, std::int64_t bytes, std::int64_t packed) {
  bytes_ += bytes;
  if (bytes_ > limits_.bytes) {
    auto const most = spell(limits_.bytes);
    return refuse_entry(app::package_too_large, name,
                        {"isi paket melebihi " + most, "the package's content is above " + most});
  }
  if (packed > 0 && bytes_ > harmless_bytes && bytes_ / packed > limits_.ratio) {
    return refuse_entry(app::package_unsafe, name,
                        {"isinya mengembang tidak wajar saat dibuka", "it swells beyond reason when it is unpacked"});
  }
  return {};
}

std::unique_ptr<app::Packages> with_libarchive() { return std::make_unique<Files>(); }

}  // namespace himpun::packages
