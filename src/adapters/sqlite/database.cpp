#include "adapters/sqlite/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "adapters/sql/applied.h"
#include "adapters/sqlite/state.h"

namespace himpun::sqlite {
namespace {

constexpr int pages_per_step = 1024;

/// `20260105T003000Z`
std::string compact(Instant at) {
  auto text = to_text(std::chrono::floor<std::chrono::seconds>(at));
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text.substr(0, 15) + "Z";
}

std::string sql_literal(std::string const& text) {
  std::string out = "'";
  for (char const c : text) out += c == '\'' ? std::string{"''"} : std::string{c};
  return out + "'";
}

void apply(Connection& connection, sql::Migration const& migration, Instant now) {
  connection.run(std::string{migration.text});
  connection.execute("installation/add_migration", migration.number, migration.name, migration.hash, now);
}

/// All missing migrations and the founding in one transaction: a half-upgraded file does not exist.
std::vector<std::string> apply_after(Connection& connection, std::int64_t last, std::string const& agency,
                                     Instant now) {
  std::vector<std::string> applied;
  connection.run("BEGIN IMMEDIATE");
  try {
    for (auto const& migration : sql::migrations(sql::Dialect::sqlite)) {
      if (migration.number <= last) continue;
      apply(connection, migration, now);
      applied.push_back(migration.name);
    }
    if (last == 0) connection.execute("installation/found_agency", agency, now);
    connection.run("COMMIT");
  } catch (...) {
    connection.roll_back();
    throw;
  }
  return applied;
}

Result<Upgrade> found(std::string const& path, std::string const& agency, Instant now) {
  Connection connection(path, Access::create);
  connection.run("PRAGMA application_id=" + std::to_string(application_id) + "; PRAGMA journal_mode=WAL");
  return Upgrade{.applied = apply_after(connection, 0, agency, now), .backup = std::nullopt};
}

void flush(std::string const& path, int flags) {
  int const file = ::open(path.c_str(), flags | O_CLOEXEC);
  bool const kept = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!kept) throw app::StoreFailure(path + ": fsync");
}

void copy_pages(Connection& source, Connection& target, std::function<void(int, int)> const& progress) {
  auto* const copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (!copy) throw app::StoreFailure(sqlite3_errmsg(target.handle()));
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(copy, pages_per_step);
    int const total = sqlite3_backup_pagecount(copy);
    if (progress) progress(total - sqlite3_backup_remaining(copy), total);
  }
  sqlite3_backup_finish(copy);
  if (code != SQLITE_DONE) throw app::StoreFailure(std::string{"backup: "} + sqlite3_errstr(code));
}

}  // namespace

Result<Upgrade> migrate(std::string const& path, std::string const& agency, Instant now) {
  std::error_code error;
  auto const size = std::filesystem::file_size(path, error);
  if (error || size == 0) return found(path, agency, now);
  if (auto ours = expect_ours(path); !ours) return std::unexpected(ours.error());
  Connection connection(path, Access::write);
  auto const last = last_migration(connection);
  if (!last) return std::unexpected(last.error());
  if (*last == 0) return found(path, agency, now);  // the founding was cut off before its commit
  if (auto same = expect_agency(connection, agency); !same) return std::unexpected(same.error());
  Upgrade upgrade;
  if (*last == sql::migrations(sql::Dialect::sqlite).back().number) return upgrade;
  upgrade.backup = path + "." + compact(now) + ".backup";
  connection.run("VACUUM INTO " + sql_literal(*upgrade.backup));
  flush(*upgrade.backup, O_RDONLY);
  upgrade.applied = apply_after(connection, *last, agency, now);
  return upgrade;
}

Result<std::string> agency_of(std::string const& path) {
  if (auto ours = expect_ours(path); !ours) return std::unexpected(ours.error());
  Connection connection(path, Access::read);
  auto const found = connection.query<std::string>("installation/find_agency");
  if (found.empty()) return sql::refuse_other_agency(found, "?");
  return found.front();
}

Result<void> check(std::string const& path) {
  if (auto ours = expect_ours(path); !ours) return ours;
  Connection connection(path, Access::read);
  for (auto const* pragma : {"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"}) {
    auto const answer = connection.ask(pragma);
    if (!answer.empty() && answer != "ok") {
      return refuse(sql::database_damaged,
                    {path + ": " + answer + ". Pulihkan dari cadangan.", path + ": " + answer + ". Restore a backup."});
    }
  }
  return {};
}

Result<void> backup(std::string const& path, std::string const& target,
                    std::function<void(int done, int total)> const& progress) {
  if (auto ours = expect_ours(path); !ours) return ours;
  auto const unfinished = target + ".part";
  ::unlink(unfinished.c_str());
  {
    Connection source(path, Access::read);
    Connection copy(unfinished, Access::create);
    // A snapshot held for the whole copy: without it every write by others would make the copy begin again.
    source.run("BEGIN");
    (void)source.ask("SELECT count(*) FROM sqlite_schema");
    copy_pages(source, copy, progress);
    source.run("COMMIT");
  }
  flush(unfinished, O_RDONLY);
  if (::rename(unfinished.c_str(), target.c_str()) != 0) throw app::StoreFailure(target + ": rename");
  auto const folder = std::filesystem::path(target).parent_path();
  flush(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
  return {};
}

}  // namespace himpun::sqlite
