// Zips written and anything walked: the same bytes for the same calls, and nothing dangerous comes through.

#include "adapters/packages/packages.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "adapters/sheets/made_zip.h"
#include "app/archive/package/bag_reader.h"
#include "app/ports/world.h"
#include "support/temporary_folder.h"

namespace himpun::packages {
namespace {

namespace fs = std::filesystem;

class Collected final : public app::PackageVisitor {
 public:
  std::map<std::string, std::string> files;

  Result<void> folder(std::string const&) override { return {}; }
  Result<void> begin(std::string const& path) override {
    now_ = path;
    files[path];
    return {};
  }
  Result<void> piece(std::string_view bytes) override {
    files[now_] += bytes;
    return {};
  }
  Result<void> end() override { return {}; }

 private:
  std::string now_;
};

class Deaf final : public app::ContentListener {
 public:
  [[nodiscard]] bool wants(std::string_view) override { return false; }
  void piece(std::string_view, std::string_view) override {}
  void end(std::string_view) override {}
};

/// One tar header (POSIX.1-1988 ustar) and its content.
std::string tar_entry(std::string const& name, std::string const& content, char kind = '0', std::string const& link = "") {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  header.replace(100, 8, std::string{"0000644\0", 8});
  header.replace(108, 8, std::string{"0000000\0", 8});
  header.replace(116, 8, std::string{"0000000\0", 8});
  char size[13];
  std::snprintf(size, sizeof size, "%011zo", content.size());
  header.replace(124, 12, std::string{size, 12});
  header.replace(136, 12, std::string{"00000000000\0", 12});
  header.replace(148, 8, "        ");
  header[156] = kind;
  header.replace(157, link.size(), link);
  header.replace(257, 8, std::string{"ustar\0" "00", 8});
  unsigned sum = 0;
  for (unsigned char const c : header) sum += c;
  char checksum[9];
  std::snprintf(checksum, sizeof checksum, "%06o", sum);
  header.replace(148, 8, std::string{checksum, 6} + std::string{"\0 ", 2});
  auto padded = content;
  padded.resize((content.size() + 511) / 512 * 512, '\0');
  return header + padded;
}
std::string const tar_end(1024, '\0');

struct PackagesTest : ::testing::Test {
  himpun::test::TemporaryFolder folder;
  std::unique_ptr<app::Packages> packages = with_libarchive();

  std::string write(std::string const& name, std::string const& bytes) {
    auto const path = folder.file(name);
    std::ofstream{path, std::ios::binary} << bytes;
    return path;
  }
  std::string read(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  std::string made(std::string const& name) {
    auto const path = folder.file(name);
    auto const out = packages->create(path);
    out->begin("arsip/bagit.txt", 3);
    out->write("abc");
    out->begin("arsip/data/kosong", 0);
    out->begin("arsip/data/besar", 300'000);
    out->write(std::string(100'000, 'x'));
    out->write(std::string(200'000, 'y'));
    out->finish();
    return path;
  }
  Result<std::map<std::string, std::string>> walk(std::string const& path, app::PackageLimits const& limits = {}) {
    Collected visitor;
    auto const walked = packages->walk(path, limits, visitor);
    if (!walked) return std::unexpected(walked.error());
    return visitor.files;
  }
  void expect_refused(std::string const& path, ProblemType const& type, app::PackageLimits const& limits = {}) {
    auto const walked = walk(path, limits);
    ASSERT_FALSE(walked) << path;
    EXPECT_EQ(walked.error().type->code, type.code) << walked.error().detail.en;
  }
};

TEST_F(PackagesTest, WhatIsWrittenIsReadBackAndIsTheSameBytesInEveryTimeZone) {
  auto const first = made("satu.zip");
  auto const* before = std::getenv("TZ");
  ::setenv("TZ", "Asia/Jayapura", 1);
  ::tzset();
  auto const second = made("dua.zip");
  before ? ::setenv("TZ", before, 1) : ::unsetenv("TZ");
  ::tzset();
  EXPECT_EQ(read(first), read(second));
  auto const files = walk(first);
  ASSERT_TRUE(files) << files.error().detail.en;
  EXPECT_EQ(files->size(), 3U);
  EXPECT_EQ(files->at("arsip/bagit.txt"), "abc");
  EXPECT_EQ(files->at("arsip/data/besar").size(), 300'000U);
}

TEST_F(PackagesTest, OtherProgramsUnpackIt) {
  auto const path = made("satu.zip");
  auto const command = "cd '" + folder.path().string() + "' && python3 -m zipfile -t satu.zip >/dev/null && "
                       "python3 -m zipfile -e satu.zip keluar && test \"$(cat keluar/arsip/bagit.txt)\" = abc";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(PackagesTest, TarsAndFoldersAreWalkedToo) {
  auto const tar = write("a.tar", tar_entry("arsip/bagit.txt", "abc") + tar_entry("arsip/data/é.txt", "x") + tar_end);
  auto const files = walk(tar);
  ASSERT_TRUE(files) << files.error().detail.en;
  EXPECT_EQ(files->at("arsip/data/é.txt"), "x");
  fs::create_directories(folder.path() / "map/data");
  write("map/bagit.txt", "abc");
  write("map/data/é.txt", "x");
  EXPECT_EQ(*walk(folder.file("map")), (std::map<std::string, std::string>{{"bagit.txt", "abc"}, {"data/é.txt", "x"}}));
}

TEST_F(PackagesTest, LinksAndDevicesAreRefused) {
  expect_refused(write("s.tar", tar_entry("a/x", "", '2', "/etc/passwd") + tar_end), app::package_unsafe);
  expect_refused(write("h.tar", tar_entry("a/x", "", '1', "a/y") + tar_end), app::package_unsafe);
  expect_refused(write("c.tar", tar_entry("a/x", "", '3') + tar_end), app::package_unsafe);
  expect_refused(write("f.tar", tar_entry("a/x", "", '6') + tar_end), app::package_unsafe);
  fs::create_directories(folder.path() / "m1");
  fs::create_symlink("/etc/passwd", folder.path() / "m1/x");
  expect_refused(folder.file("m1"), app::package_unsafe);
  fs::create_directories(folder.path() / "m2");
  ASSERT_EQ(::mkfifo(folder.file("m2/x").c_str(), 0600), 0);
  expect_refused(folder.file("m2"), app::package_unsafe);
}

/// In a zip, as somebody might hand one in as a package; each stands behind what is right.
TEST_F(PackagesTest, NamesAndLinksThatLeadOutOfABagAreRefused) {
  using sheets::test::MadeEntry;
  constexpr std::uint16_t plain_file = 0100644;
  constexpr std::uint16_t link = 0120777;
  auto const read = [&](MadeEntry const& entry) {
    std::vector<MadeEntry> const entries{{"arsip/bagit.txt", "BagIt-Version: 1.0\n"}, {"arsip/data/x", "isi"}, entry};
    Deaf deaf;
    return app::read_bag(*packages, write("tas.zip", sheets::test::make_zip(entries)), deaf, {});
  };
  auto const whole = read({.name = "arsip/data/y", .content = "x", .mode = plain_file});
  ASSERT_TRUE(whole) << whole.error().detail.en;
  EXPECT_EQ(whole->files.size(), 3U);
  for (auto const* name : {"../x", "arsip/../../x", "arsip/data/..", "/etc/x", "//x", "~/x", "C:/x", "arsip\\..\\x",
                           "arsip/data/x", "ARSIP/data/X", "arsip/./x", "arsip//x", "arsip/data/nul.txt"}) {
    auto const bag = read({.name = name, .content = "x"});
    ASSERT_FALSE(bag) << name;
    EXPECT_EQ(bag.error().type->code, app::package_unsafe.code) << name << ": " << bag.error().detail.en;
  }
  auto const linked = read({.name = "arsip/data/y", .content = "/etc/passwd", .mode = link});
  ASSERT_FALSE(linked);
  EXPECT_EQ(linked.error().type->code, app::package_unsafe.code) << linked.error().detail.en;
}

TEST_F(PackagesTest, BombsAndCrowdsAreRefused) {
  auto const bomb = sheets::test::make_zip({sheets::test::swelling_entry("a/besar", 64 << 20)});
  expect_refused(write("bom.zip", bomb), app::package_unsafe, {.ratio = 100});
  expect_refused(write("besar.zip", bomb), app::package_too_large, {.bytes = 1 << 20});
  std::vector<sheets::test::MadeEntry> many;
  for (int i = 0; i < 11; ++i) many.push_back({"a/" + std::to_string(i), "x"});
  expect_refused(write("ramai.zip", sheets::test::make_zip(many)), app::package_too_large, {.files = 10});
}

TEST_F(PackagesTest, DamageIsSeen) {
  expect_refused(write("crc.zip", sheets::test::make_zip({{"a/x", "isi", 0, 0, 0, 1}})), app::package_unreadable);
  expect_refused(write("sandi.zip", sheets::test::make_zip({{"a/x", "isi", 0, 1}})), app::package_unreadable);
  auto cut = read(made("potong.zip"));
  cut.resize(cut.size() / 2);
  expect_refused(write("potong.zip", cut), app::package_unreadable);
  expect_refused(write("lain.zip", "%PDF-1.7 bukan zip"), app::package_unreadable);
  expect_refused(folder.file("tidak-ada.zip"), app::file_missing);
}

}  // namespace
}  // namespace himpun::packages
