#pragma once
// Reading the repository's own files in tests. The path is relative to the top of the repository.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace himpun::test {

[[nodiscard]] inline std::string read_source_file(std::string const& path) {
  std::ifstream file{std::filesystem::path{HIMPUN_SOURCE_DIR} / path, std::ios::binary};
  if (!file) return {};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// Paths of the files in `folder` with this ending, sorted.
[[nodiscard]] inline std::vector<std::string> list_source_files(std::string const& folder, std::string const& ending) {
  std::vector<std::string> paths;
  for (auto const& entry : std::filesystem::directory_iterator{std::filesystem::path{HIMPUN_SOURCE_DIR} / folder}) {
    if (entry.path().extension() == ending) paths.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace himpun::test
