#include "base/base64.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace himpun {

TEST(Base64, AgreesWithTheVectorsOfRfc4648) {
  std::pair<char const*, char const*> const vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (auto const& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(parse_base64(text), bytes);
  }
}

TEST(Base64, ReadsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    EXPECT_EQ(parse_base64(to_base64(bytes)), bytes);
    EXPECT_EQ(parse_hex(to_hex(bytes)), bytes);
  }
}

TEST(Base64, RefusesEveryOtherText) {
  for (auto const* text :
       {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", "Zm 9v", "Zm_v", "=m9v"}) {
    EXPECT_FALSE(parse_base64(text)) << text;
  }
  EXPECT_FALSE(parse_hex("0"));
  EXPECT_FALSE(parse_hex("0G"));
  EXPECT_FALSE(parse_hex("AB"));
}

TEST(Sha256, IsReadFromHexadecimalAndFromBytes) {
  auto const hash = sha256("abc");
  EXPECT_EQ(parse_sha256(to_hex(hash)), hash);
  EXPECT_EQ(sha256_from_bytes(bytes_of(hash)), hash);
  EXPECT_FALSE(parse_sha256("abc"));
  EXPECT_FALSE(sha256_from_bytes("abc"));
}

}  // namespace himpun
