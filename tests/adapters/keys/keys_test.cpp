#include "adapters/keys/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>

namespace himpun::keys {

TEST(Keys, IdsAscendAndNeverRepeat) {
  auto const make = make_id();
  std::string last;
  for (int i = 0; i < 10'000; ++i) {
    auto const id = make();
    ASSERT_EQ(id.size(), 26u);
    ASSERT_LT(last, id);
    last = id;
  }
}

TEST(Keys, TokensDiffer) {
  auto const make = make_token();
  EXPECT_EQ(make().size(), 43u);
  EXPECT_NE(make(), make());
}

TEST(Keys, APasswordIsKnownByItsHashAlone) {
  auto const hasher = argon2id({1, 8 * 1024 * 1024});
  auto const hash = hasher->hash("kalimat pendek saya");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_TRUE(hasher->verify("kalimat pendek saya", hash));
  EXPECT_FALSE(hasher->verify("kalimat pendek saja", hash));
  EXPECT_FALSE(hasher->verify("kalimat pendek saya", "bukan hash"));
}

TEST(Keys, TheCheckpointKeyIsMadeOnceAndKeptForItsOwner) {
  auto const folder = std::filesystem::temp_directory_path() / ("himpun-keys-" + make_id()());
  auto const first = checkpoint_key(folder, "dispusip");
  auto const again = checkpoint_key(folder, "dispusip");
  EXPECT_EQ(first->public_key(), again->public_key());
  struct stat status {};
  ASSERT_EQ(::stat((folder / "checkpoint.ed25519").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  auto const signature = first->sign("pohon");
  EXPECT_TRUE(again->verify(first->public_key(), "pohon", signature));
  EXPECT_FALSE(again->verify(first->public_key(), "pohon lain", signature));
  std::filesystem::remove_all(folder);
}

}  // namespace himpun::keys
