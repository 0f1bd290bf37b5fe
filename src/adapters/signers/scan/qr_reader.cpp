#include "adapters/signers/scan/qr_reader.h"

#include <filesystem>

#include "adapters/signers/scan/subprocess.h"
#include "base/text.h"

namespace himpun::signers {
namespace {

namespace fs = std::filesystem;

constexpr char const* dots_per_inch = "200";
constexpr char const* last_page = "60";

struct Folder {
  fs::path path;
  Folder() {
    auto pattern = (fs::temp_directory_path() / "himpun-scan-XXXXXX").string();
    if (mkdtemp(pattern.data())) path = pattern;
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
};

Result<void> require(std::optional<Finished> const& finished) {
  if (!finished) return refuse(scan_unreadable, {"Terlalu besar atau rusak.", "It is too large or damaged."});
  if (finished->exit == 127) return refuse(scan_tool_missing);
  return {};
}

Result<std::vector<std::string>> pages_of(std::string const& path, Folder const& folder) {
  auto const done = run_bounded({"pdftoppm", "-gray", "-r", dots_per_inch, "-l", last_page, path,
                                 (folder.path / "page").string()},
                                {});
  if (auto ok = require(done); !ok) return std::unexpected(ok.error());
  std::vector<std::string> pages;
  for (auto const& entry : fs::directory_iterator{folder.path}) pages.push_back(entry.path().string());
  if (done->exit != 0 || pages.empty()) return refuse(scan_unreadable);
  return pages;
}

}  // namespace

Result<std::vector<std::string>> read_qr_codes(std::string const& path, std::string const& media_type) {
  Folder const folder;
  std::vector<std::string> pictures{path};
  if (media_type == "application/pdf") {
    auto pages = pages_of(path, folder);
    if (!pages) return std::unexpected(pages.error());
    pictures = std::move(*pages);
  } else if (media_type != "image/jpeg" && media_type != "image/png") {
    return refuse(scan_unreadable, {"Unggah PDF, JPEG, atau PNG.", "Upload a PDF, JPEG or PNG."});
  }
  std::vector<std::string> command{"zbarimg", "-q", "--raw", "--nodbus"};
  command.insert(command.end(), pictures.begin(), pictures.end());
  auto const done = run_bounded(command, {});
  if (auto ok = require(done); !ok) return std::unexpected(ok.error());
  std::vector<std::string> codes;
  for (auto const line : split(done->output, '\n')) {
    if (!trim(line).empty()) codes.emplace_back(trim(line));
  }
  return codes;
}

}  // namespace himpun::signers
