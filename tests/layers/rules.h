#pragma once
// The house rules that a program can check: which ring a file reaches into, what the core must not know, how large a
// file, a function or a folder may be, and words that must not stay. The table of rings is src/layers.txt.

#include <string>
#include <string_view>
#include <vector>

namespace himpun::layers {

struct Module {
  std::string path;               ///< below src/, for example `core/calendar`
  std::vector<std::string> uses;  ///< beside itself, for example `base`; `core` stands for all of it
};
using Table = std::vector<Module>;

[[nodiscard]] Table parse_table(std::string_view text);
/// A way round, for example "a -> b -> a"; empty when the table has none.
[[nodiscard]] std::string find_cycle(Table const& table);

/// A file of the project; `path` is relative to its root.
struct SourceFile {
  std::string path;
  std::string text;
};

struct Violation {
  std::string path;
  int line = 0;  ///< 0: the whole file or folder
  std::string what;
};

/// Includes between our own files, third-party headers, and what core must not know.
[[nodiscard]] std::vector<Violation> check_reach(Table const& table, std::vector<SourceFile> const& files);
/// Lengths of files and functions, number of files in a folder.
[[nodiscard]] std::vector<Violation> check_size(std::vector<SourceFile> const& files);
/// Leftover marks, paths of somebody's machine, and how a header opens.
[[nodiscard]] std::vector<Violation> check_words(std::vector<SourceFile> const& files);

[[nodiscard]] std::string spell(std::vector<Violation> const& violations);

}  // namespace himpun::layers
