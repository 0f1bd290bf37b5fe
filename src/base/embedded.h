#pragma once
// Files that were put into the binary when it was built: migrations, queries, shipped procedures, calendars and the
// web application. The build makes the table (cmake/embed.cmake); this only names it.

#include <string_view>
#include <vector>

namespace himpun {

struct EmbeddedFile {
  std::string_view name;  ///< for example `sql/migrations/0001_journal.sql`
  std::string_view bytes;
};

/// All files, sorted by name within each top folder.
[[nodiscard]] std::vector<EmbeddedFile> const& embedded_files();

/// The file called `name`, or null.
[[nodiscard]] inline EmbeddedFile const* find_embedded(std::string_view name) {
  for (auto const& file : embedded_files()) {
    if (file.name == name) return &file;
  }
  return nullptr;
}

}  // namespace himpun
