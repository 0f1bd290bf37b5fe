#include "adapters/sqlite/state.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "adapters/sql/applied.h"

namespace himpun::sqlite {
namespace {

/// SQLite would take any empty or half-written file for a new database, so the header is read before it is opened.
std::int64_t application_id_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  char header[72] = {};
  file.read(header, sizeof header);
  if (file.gcount() < static_cast<std::streamsize>(sizeof header) ||
      !std::string_view{header, sizeof header}.starts_with("SQLite")) {
    return -1;
  }
  std::int64_t id = 0;
  for (int at = 68; at < 72; ++at) id = id << 8 | static_cast<unsigned char>(header[at]);
  return id;
}

}  // namespace

Result<void> expect_ours(std::string const& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return refuse(sql::database_missing, {"Berkas " + path + " tidak ada. Jalankan `himpun init` lebih dulu.",
                                          "There is no file " + path + ". Run `himpun init` first."});
  }
  if (application_id_of(path) != application_id) {
    return refuse(sql::database_foreign, {path + " bukan berkas basis data Himpun. Periksa folder data.",
                                          path + " is not a Himpun database file. Check the data folder."});
  }
  return {};
}

Result<std::int64_t> last_migration(Connection& connection) {
  if (connection.ask("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'").empty()) return 0;
  auto const applied = connection.query<sql::AppliedMigration>("installation/list_migrations");
  return sql::compare_migrations(applied, sql::migrations(sql::Dialect::sqlite));
}

Result<void> expect_agency(Connection& connection, std::string const& agency) {
  auto const found = connection.query<std::string>("installation/find_agency");
  if (!found.empty() && found.front() == agency) return {};
  return sql::refuse_other_agency(found, agency);
}

}  // namespace himpun::sqlite
