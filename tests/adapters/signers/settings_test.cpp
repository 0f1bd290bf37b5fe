// signing.yaml: what it may say, and that a mistake is told with its line and how to mend it.

#include "adapters/signers/settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace himpun::signers {
namespace {

struct SigningYaml : testing::Test {
  test::TemporaryFolder folder;

  [[nodiscard]] Result<Settings> read(std::string const& text) const {
    std::ofstream{folder.file("signing.yaml")} << text;
    return read_settings(folder.file("signing.yaml"));
  }
  /// Refused at that line, with a sentence that has these words.
  void expect_wrong(std::string const& text, int line, std::string_view words) const {
    auto const settings = read(text);
    ASSERT_FALSE(settings.has_value()) << text;
    auto const& problem = settings.error();
    ASSERT_TRUE(problem.where.has_value()) << text;
    EXPECT_EQ(problem.where->line, line) << text;
    EXPECT_NE(problem.detail.id.find(words), std::string::npos) << problem.detail.id;
    EXPECT_FALSE(problem.detail.en.empty());
  }
};

TEST_F(SigningYaml, may_be_missing) {
  auto const settings = read_settings(folder.file("tidak-ada.yaml"));
  ASSERT_TRUE(settings.has_value());
  EXPECT_FALSE(settings->time_stamp || settings->pkcs11 || settings->bsre_v1 || settings->bsre_v2);
}

TEST_F(SigningYaml, names_everything_that_signs) {
  auto const settings = read(
      "public_address: https://kinerja.contoh.go.id/\ntime_stamp: {url: 'http://tsa.contoh.go.id/'}\n"
      "pkcs11: {module: /usr/lib/softhsm/libsofthsm2.so, chain: /etc/rantai.pem}\n"
      "bsre_v1: {url: 'http://esign.lokal', user: himpun, password_file: /etc/esign.txt, seconds: '30'}\n"
      "bsre_v2: {url: 'https://esign.lokal', trusted_file: /etc/ca.pem}\n");
  ASSERT_TRUE(settings.has_value()) << settings.error().detail.en;
  EXPECT_EQ(settings->public_address, "https://kinerja.contoh.go.id");
  EXPECT_EQ(settings->time_stamp->url, "http://tsa.contoh.go.id/");
  EXPECT_EQ(settings->pkcs11->chain, "/etc/rantai.pem");
  EXPECT_EQ(settings->bsre_v1->seconds, 30);
  EXPECT_EQ(settings->bsre_v2->seconds, 20);
  EXPECT_EQ(settings->bsre_v2->trusted_file, "/etc/ca.pem");
}

TEST_F(SigningYaml, tells_where_a_mistake_is_and_how_to_mend_it) {
  expect_wrong("public_address: https://a.go.id\nbsre_v3: {url: 'http://a'}\n", 2,
               "public_address, time_stamp, pkcs11");
  expect_wrong("bsre_v2:\n  url: http://a\n  sandi: rahasia\n", 3, "url, user, password_file");
  expect_wrong("bsre_v2:\n  url: http://a\n  user: [a]\n", 3, "harus berupa teks");
  expect_wrong("bsre_v1:\n  url: http://a\n  seconds: lama\n", 3, "1 sampai 120");
  expect_wrong("bsre_v1: {url: 'http://a', seconds: '0'}\n", 1, "1 sampai 120");
  expect_wrong("bsre_v1: {url: 'http://a', seconds: '121'}\n", 1, "1 sampai 120");
  expect_wrong("public_address: https://a.go.id\nbsre_v1: {user: himpun}\n", 2, "url");
  expect_wrong("time_stamp: http://tsa\n", 1, "{url: ...}");
  expect_wrong("time_stamp: {}\n", 1, "url");
  expect_wrong("pkcs11: {chain: /a.pem}\n", 1, "module");
  expect_wrong("bsre_v2: {url: 'ftp://a'}\n", 1, "http:// atau https://");
  expect_wrong("public_address: [a]\n", 1, "harus berupa teks");
}

TEST_F(SigningYaml, that_is_no_yaml_is_told_with_its_line) {
  auto const settings = read("public_address: a\nbsre_v1: {url: \n");
  ASSERT_FALSE(settings.has_value());
  EXPECT_TRUE(settings.error().where.has_value());
}

}  // namespace
}  // namespace himpun::signers
