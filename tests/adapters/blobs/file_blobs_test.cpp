#include "adapters/blobs/file_blobs.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/sha256.h"

namespace himpun::blobs {
namespace {

namespace fs = std::filesystem;

struct FileBlobsTest : testing::Test {
  fs::path const folder = fs::temp_directory_path() / ("himpun-blobs-" + std::to_string(::getpid()));
  FileBlobsTest() { fs::create_directories(folder); }
  ~FileBlobsTest() override { fs::remove_all(folder); }

  std::string upload(std::string const& content) {
    auto const path = folder / "kiriman";
    std::ofstream{path, std::ios::binary} << content;
    return path;
  }
};

}  // namespace

TEST_F(FileBlobsTest, KeepsAContentUnderItsHashAndGivesItBack) {
  auto const store = in_folder(folder / "blobs");
  std::string const content(3'000'000, 'x');
  auto const hash = to_hex(sha256(content));
  EXPECT_FALSE(store->has(hash));
  store->keep(upload(content), hash, 3'000'000);
  EXPECT_TRUE(store->has(hash));
  EXPECT_FALSE(fs::exists(folder / "kiriman"));
  std::string back;
  ASSERT_TRUE(store->read(hash, [&](std::string_view piece) { back += piece; }));
  EXPECT_EQ(back, content);
}

TEST_F(FileBlobsTest, TellsTheSizeAndTheBeginning) {
  auto const hash = to_hex(sha256("isi"));
  auto const store = in_folder(folder / "blobs");
  EXPECT_FALSE(store->head_of(hash, 2));
  store->keep(upload("isi"), hash, 3);
  for (auto const& [most, beginning] : {std::pair{2, "is"}, std::pair{100, "isi"}}) {
    auto const head = store->head_of(hash, static_cast<std::size_t>(most));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->size, 3);
    EXPECT_EQ(head->beginning, beginning);
  }
}

TEST_F(FileBlobsTest, TheSameContentComesTwiceWithoutHarm) {
  auto const store = in_folder(folder / "blobs");
  auto const hash = to_hex(sha256("isi"));
  store->keep(upload("isi"), hash, 3);
  store->keep(upload("isi"), hash, 3);
  EXPECT_TRUE(is_intact(folder / "blobs", hash));
}

TEST_F(FileBlobsTest, AChangedContentIsNotIntact) {
  auto const store = in_folder(folder / "blobs");
  auto const hash = to_hex(sha256("isi"));
  store->keep(upload("isi"), hash, 3);
  std::ofstream{path_in(folder / "blobs", hash)} << "lain";
  EXPECT_FALSE(is_intact(folder / "blobs", hash));
}

TEST_F(FileBlobsTest, AnUnknownHashAndAPathAreRefused) {
  auto const store = in_folder(folder / "blobs");
  EXPECT_FALSE(store->path_of(std::string(64, 'a')));
  EXPECT_FALSE(store->has("../../etc/passwd"));
}

}  // namespace himpun::blobs
