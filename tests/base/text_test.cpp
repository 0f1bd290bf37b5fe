#include "base/text.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace himpun {

TEST(Text, KnowsWellFormedUtf8) {
  EXPECT_TRUE(is_utf8("Kearsipan é 漢 😀"));
  EXPECT_FALSE(is_utf8("\xC0\x80"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("\xE2\x82"));
}

TEST(Text, TrimsSplitsAndJoins) {
  EXPECT_EQ(trim(" \t a b\n"), "a b");
  EXPECT_EQ(split("a,b,", ',').size(), 3u);
  EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
}

TEST(Sha256, AgreesWithThePublishedVector) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256Stream stream;
  stream.update("a");
  stream.update("bc");
  EXPECT_EQ(stream.finish(), sha256("abc"));
}

}  // namespace himpun
