// The rules on the project as it is.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "layers/rules.h"

namespace himpun::layers {
namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// What is made or installed, not written by us; build folders lie in the root.
bool is_made(fs::path const& path) {
  constexpr std::array<std::string_view, 11> names{".git", "node_modules", "dist",         ".tools",      "demo-data",
                                                   "out",  "paraglide",    "test-results", ".svelte-kit", ".cache",
                                                   "schema.d.ts"};
  auto const name = path.filename().string();
  return std::ranges::find(names, name) != names.end();
}

bool is_text(fs::path const& path) {
  constexpr std::array<std::string_view, 17> endings{".h",    ".cpp",  ".txt", ".cmake",  ".md",      ".sql",
                                                     ".ts",   ".js",   ".mjs", ".svelte", ".css",     ".html",
                                                     ".json", ".yaml", ".yml", ".sh",     ".scenario"};
  auto const name = path.filename().string();
  return name != "package-lock.json" &&
         (name == "Makefile" || std::ranges::find(endings, path.extension()) != endings.end());
}

std::vector<SourceFile> const& project() {
  static std::vector<SourceFile> const files = [] {
    fs::path const root{HIMPUN_SOURCE_DIR};
    std::vector<SourceFile> found;
    for (auto at = fs::recursive_directory_iterator{root}; at != fs::recursive_directory_iterator{}; ++at) {
      bool const is_folder = at->is_directory();
      bool const is_build_folder = is_folder && at.depth() == 0 && at->path().filename().string().starts_with("build");
      if (is_folder && (is_build_folder || is_made(at->path()))) {
        at.disable_recursion_pending();
      } else if (!is_folder && is_text(at->path()) && !is_made(at->path())) {
        found.push_back({fs::relative(at->path(), root).generic_string(), read(at->path())});
      }
    }
    return found;
  }();
  return files;
}

Table project_table() { return parse_table(read(fs::path{HIMPUN_SOURCE_DIR} / "src/layers.txt")); }

void expect_none(std::vector<Violation> const& violations) { EXPECT_TRUE(violations.empty()) << spell(violations); }

TEST(Project, is_found) { EXPECT_GT(project().size(), 50U); }
TEST(Project, table_of_layers_has_no_way_round) { EXPECT_EQ(find_cycle(project_table()), ""); }
TEST(Project, no_file_reaches_outwards) { expect_none(check_reach(project_table(), project())); }
TEST(Project, nothing_grows_too_large) { expect_none(check_size(project())); }
TEST(Project, no_word_stays_that_should_not) { expect_none(check_words(project())); }

}  // namespace
}  // namespace himpun::layers
