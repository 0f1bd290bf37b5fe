#include "adapters/sql/statements.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/embedded.h"
#include "base/ensure.h"

namespace himpun::sql {
namespace {

constexpr std::string_view query_folder = "sql/queries/";
constexpr std::string_view migration_folder = "sql/migrations/";

std::string_view ending_of(Dialect dialect) { return dialect == Dialect::sqlite ? ".sqlite.sql" : ".postgres.sql"; }

/// The file's name without its folder and ending, when it is meant for this dialect.
std::optional<std::string_view> own_name(std::string_view file, std::string_view folder, Dialect dialect) {
  if (!file.starts_with(folder) || !file.ends_with(".sql")) return std::nullopt;
  file.remove_prefix(folder.size());
  auto const other = ending_of(dialect == Dialect::sqlite ? Dialect::postgres : Dialect::sqlite);
  if (file.ends_with(other)) return std::nullopt;
  auto const ending = file.ends_with(ending_of(dialect)) ? ending_of(dialect) : std::string_view{".sql"};
  return file.substr(0, file.size() - ending.size());
}

std::string with_question_marks(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] == '$' && text[at + 1] >= '0' && text[at + 1] <= '9') text[at] = '?';
  }
  return text;
}

Migration make_migration(std::string_view name, std::string_view text) {
  Migration migration{.number = 0, .name = {}, .text = text, .hash = sha256(text)};
  auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), migration.number);
  ensure(error == std::errc{} && *end == '_', "a migration is called NNNN_name");
  migration.name = name.substr(static_cast<std::size_t>(end - name.data()) + 1);
  return migration;
}

std::vector<Migration> collect_migrations(Dialect dialect) {
  std::vector<Migration> found;
  for (auto const& file : embedded_files()) {
    if (auto const name = own_name(file.name, migration_folder, dialect)) {
      found.push_back(make_migration(*name, file.bytes));
    }
  }
  std::ranges::sort(found, {}, &Migration::number);
  ensure(std::ranges::adjacent_find(found, {}, &Migration::number) == found.end(), "migration numbers differ");
  return found;
}

}  // namespace

std::string query_text(std::string_view name, Dialect dialect) {
  auto const stem = std::string{query_folder} + std::string{name};
  auto const* file = find_embedded(stem + std::string{ending_of(dialect)});
  if (!file) file = find_embedded(stem + ".sql");
  ensure(file != nullptr, stem.c_str());
  std::string text{file->bytes};
  return dialect == Dialect::sqlite ? with_question_marks(std::move(text)) : text;
}

std::vector<std::string> query_names(Dialect dialect) {
  std::set<std::string> names;
  for (auto const& file : embedded_files()) {
    if (auto const name = own_name(file.name, query_folder, dialect)) names.emplace(*name);
  }
  return {names.begin(), names.end()};
}

std::vector<Migration> const& migrations(Dialect dialect) {
  static auto const sqlite = collect_migrations(Dialect::sqlite);
  static auto const postgres = collect_migrations(Dialect::postgres);
  return dialect == Dialect::sqlite ? sqlite : postgres;
}

}  // namespace himpun::sql
