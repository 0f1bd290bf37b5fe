// Taking care of an office whose database is a server: several nodes with one checkpoint key, and backups that can be
// restored into either database.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json_map.h"
#include "base/sha256.h"
#include "shell/cli/command_line.h"
#include "support/postgres_server.h"
#include "support/temporary_folder.h"

namespace himpun::cli::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

std::string read_file(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(fs::path const& path, std::string const& text) {
  fs::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << text;
}

/// A place and the commands in it.
struct Node {
  std::string data;
  std::string database{};  ///< empty: SQLite

  [[nodiscard]] app::Place place() const { return {data, database}; }
  [[nodiscard]] Said run(Words words, std::string const& typed = {}) const {
    words.insert(words.end(), {"--data", data});
    if (!database.empty()) words.insert(words.end(), {"--database", database});
    return say(words, typed);
  }
  void init() const {
    auto const said = run({"init", "--name", "Dinas Contoh", "--region", "Kabupaten Contoh"}, "kuda nil tidur siang\n");
    ASSERT_EQ(said.exit, 0) << said.err;
    auto const seed = std::string{HIMPUN_SOURCE_DIR} + "/procedures/pengumpulan-data-kinerja.yaml";
    ASSERT_EQ(run({"procedure", "adopt", seed}).exit, 0);
  }
  [[nodiscard]] fs::path key() const { return fs::path{data} / "keys/checkpoint.ed25519"; }
};

struct Care : ::testing::Test {
  himpun::test::TemporaryFolder folder;
  himpun::test::PostgresDatabase database;
  Node const first{folder.file("simpul-1"), database.where()};
  Node const second{folder.file("simpul-2"), database.where()};

  [[nodiscard]] std::string backup() const { return folder.file("salinan"); }
};

using SharedKey = Care;
using Backup = Care;

TEST_F(SharedKey, TheFirstNodeSealsAndEveryNodeChecksWithItsKey) {
  first.init();
  ASSERT_EQ(first.run({"journal", "checkpoint"}).exit, 0);
  auto const verified = second.run({"journal", "verify"});
  EXPECT_EQ(verified.exit, 0) << verified.out << verified.err;
  EXPECT_FALSE(fs::exists(second.key()));
  EXPECT_EQ(second.run({"journal", "prove", "agency@2"}).out, first.run({"journal", "prove", "agency@2"}).out);
  auto const sealed = second.run({"journal", "checkpoint"});
  EXPECT_EQ(sealed.exit, 2);
  EXPECT_NE(sealed.err.find("checkpoint.ed25519"), std::string::npos) << sealed.err;
}

TEST_F(SharedKey, ANodeThatIsGivenTheKeySealsToo) {
  first.init();
  write_file(second.key(), read_file(first.key()));
  auto const sealed = second.run({"journal", "checkpoint", "--json"});
  EXPECT_EQ(sealed.exit, 0) << sealed.err;
  EXPECT_NE(sealed.out.find("\"sealed\":"), std::string::npos);
  EXPECT_EQ(first.run({"journal", "verify"}).exit, 0);
  EXPECT_EQ(first.run({"journal", "checkpoint"}).exit, 0);
}

TEST_F(SharedKey, AKeyOfAnotherOfficeIsRefused) {
  first.init();
  write_file(second.key(), std::string(32, 'k'));
  auto const said = second.run({"journal", "verify"});
  EXPECT_EQ(said.exit, 2);
  EXPECT_NE(said.err.find(second.key().string()), std::string::npos) << said.err;
}

/// The journal without the numbers that a database gives.
Words journal_of(Node const& node) {
  Words lines;
  std::istringstream all{node.run({"journal", "export"}).out};
  for (std::string line; std::getline(all, line);) {
    auto const begin = line.find(",\"position\":");
    if (begin != std::string::npos) line.erase(begin, line.find(',', begin + 1) - begin);
    lines.push_back(line);
  }
  return lines;
}

struct Contents {
  Words journal;
  Words read_model;
  std::string password_hash;
  std::string file;

  bool operator==(Contents const&) const = default;
};

std::string const content = "isi\n" + std::string(3'000'000, 'x');

void keep_file(Node const& node) {
  auto const office = assembly::open(node.place());
  ASSERT_TRUE(office);
  auto const upload = office->upload_folder + "/unggahan";
  write_file(upload, content);
  office->blobs->keep(upload, to_hex(sha256(content)), std::ssize(content));
}

Contents contents_of(Node const& node) {
  Contents contents;
  contents.journal = journal_of(node);
  auto const office = assembly::open(node.place());
  EXPECT_TRUE(office);
  office->store->read([&](app::Reader& reader) {
    contents.read_model = reader.dump_read_model();
    contents.password_hash = reader.find_credential("admin")->password_hash;
  });
  (void)office->blobs->read(to_hex(sha256(content)), [&](std::string_view piece) { contents.file += piece; });
  return contents;
}

void expect_good(Said const& said) { EXPECT_EQ(said.exit, 0) << said.out << said.err; }

TEST_F(Backup, OfPostgresIsCheckedAndRestoredIntoEitherDatabase) {
  first.init();
  keep_file(first);
  expect_good(first.run({"journal", "checkpoint"}));
  expect_good(first.run({"user", "add", "pemeriksa", "--role", "auditor"}, "kuda nil bangun pagi\n"));
  expect_good(first.run({"backup", "--to", backup()}));
  expect_good(say({"restore", "--check", "--from", backup()}));
  auto const before = contents_of(first);
  EXPECT_EQ(before.file, content);
  himpun::test::PostgresDatabase const other;
  for (Node const& target : {Node{folder.file("pulih-sqlite")}, Node{folder.file("pulih"), other.where()}}) {
    expect_good(target.run({"restore", "--from", backup()}));
    EXPECT_EQ(contents_of(target), before);
    expect_good(target.run({"journal", "verify"}));
    auto const sealed = target.run({"journal", "checkpoint", "--json"});
    EXPECT_NE(sealed.out.find("\"sealed\":2"), std::string::npos) << sealed.out;  // what was not sealed before
    expect_good(target.run({"journal", "verify"}));
    EXPECT_EQ(target.run({"restore", "--from", backup()}).exit, 2) << "a place with an office in it is left alone";
  }
}

TEST_F(Backup, OfSqliteMovesToPostgresWhenItIsPortable) {
  Node const small{folder.file("kantor")};
  small.init();
  keep_file(small);
  expect_good(small.run({"backup", "--to", folder.file("asli")}));
  expect_good(say({"restore", "--check", "--from", folder.file("asli")}));
  auto const refused = first.run({"restore", "--from", folder.file("asli")});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("--portable"), std::string::npos) << refused.err;
  expect_good(small.run({"backup", "--portable", "--to", backup()}));
  expect_good(first.run({"restore", "--from", backup()}));
  EXPECT_EQ(contents_of(first), contents_of(small));
  expect_good(first.run({"journal", "verify"}));
}

/// Changes one file of the backup and, as a forger would, its hash in the list.
void forge(fs::path const& folder, std::string const& name, std::string const& part, std::string const& other) {
  auto const path = folder / name;
  auto text = read_file(path);
  auto const before = to_hex(sha256(text));
  auto const at = text.find(part);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, part.size(), other);
  write_file(path, text);
  auto list = read_file(folder / "himpun-backup.json");
  list.replace(list.find(before), before.size(), to_hex(sha256(text)));
  write_file(folder / "himpun-backup.json", list);
}

TEST_F(Backup, ThatWasChangedIsNamedEvenWhenItsListWasChangedToo) {
  first.init();
  expect_good(first.run({"journal", "checkpoint"}));
  expect_good(first.run({"backup", "--to", backup()}));
  auto const intact = read_file(fs::path{backup()} / "journal.jsonl");
  forge(backup(), "journal.jsonl", "Dinas Contoh", "Dinas Palsu!");
  auto const forged = say({"restore", "--check", "--from", backup()});
  EXPECT_EQ(forged.exit, 2);
  EXPECT_NE(forged.err.find("agency@1"), std::string::npos) << forged.err;
  write_file(fs::path{backup()} / "journal.jsonl", intact + " ");
  auto const changed = say({"restore", "--check", "--from", backup()});
  EXPECT_EQ(changed.exit, 2);
  EXPECT_NE(changed.err.find("journal.jsonl"), std::string::npos) << changed.err;
  fs::remove(fs::path{backup()} / "journal.jsonl");
  EXPECT_EQ(say({"restore", "--check", "--from", backup()}).exit, 2);
}

}  // namespace
}  // namespace himpun::cli::test
