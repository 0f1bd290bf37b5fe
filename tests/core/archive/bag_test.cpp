// Names, manifests and labels of bags, and what is wrong with a bag.

#include <gtest/gtest.h>

#include "base/bytes/sha512.h"
#include "base/sha256.h"
#include "core/archive/bag/account.h"
#include "core/archive/bag/info.h"
#include "core/archive/bag/path.h"

namespace himpun::archive {
namespace {

TEST(BagPath, NamesThatCouldLeadOutsideAreRefused) {
  for (auto const* path :
       {"../etc/passwd", "data/../../x", "/etc/passwd", "~/x", "data//x", "data/./x", "C:/x", "data\\x", "data/x\n",
        "data/", "", ".", "data/nul", "data/COM1.txt", "data/x.", "data/x ", "data/\x7f", "data/\xff"}) {
    EXPECT_TRUE(why_unsafe(path)) << path;
  }
  for (auto const* path : {"bagit.txt", "data/laporan akhir.pdf", "data/été.pdf", "data/..x", "data/console.txt"}) {
    EXPECT_FALSE(why_unsafe(path)) << path;
  }
}

TEST(BagPath, CapitalsAndWaysToWriteALetterDoNotCount) {
  EXPECT_EQ(same_name("data/Laporan.PDF"), same_name("data/laporan.pdf"));
  EXPECT_EQ(same_name("data/\u00E9"), same_name("data/e\u0301"));
  EXPECT_EQ(same_name("data/\uFB01le"), same_name("data/file"));
  EXPECT_NE(same_name("data/a"), same_name("data/b"));
}

TEST(BagPath, PlainNamesAreSafeWhateverTheyAreMadeFrom) {
  EXPECT_EQ(plain_name("Laporan Triwulan I (final).pdf"), "Laporan-Triwulan-I-final-.pdf");
  EXPECT_EQ(plain_name("../../x"), "x");
  EXPECT_EQ(plain_name("..."), "berkas");
  EXPECT_EQ(plain_name("nul"), "_nul");
  auto const longer = plain_name(std::string(300, 'a') + ".xlsx");
  EXPECT_EQ(longer.size(), 60U);
  EXPECT_TRUE(longer.ends_with(".xlsx"));
  for (auto const* name : {"a/b", "é", "a\nb", "CON.txt", "x ", " x", ".hidden", "-", "a..", "~"}) {
    EXPECT_FALSE(why_unsafe(plain_name(name))) << name << " -> " << plain_name(name);
  }
}

std::string const one(64, '1');

TEST(Manifest, KeepsAnAsteriskThatBelongsToTheName) {
  auto const sum = std::string(64, '1');
  auto const manifest =
      read_manifest(sum + " **bintang.txt\n" + sum + "  *dua.txt\n", Algorithm::sha256, "manifest.txt");
  ASSERT_TRUE(manifest);
  EXPECT_TRUE(manifest->contains("*bintang.txt"));
  EXPECT_TRUE(manifest->contains("*dua.txt"));
  EXPECT_EQ(read_manifest(write_manifest(*manifest), Algorithm::sha256, "manifest.txt"), *manifest);
}

TEST(Manifest, ReadsWhatSha512sumWritesAndWhatOthersWrite) {
  auto const read = read_manifest(one + "  data/a b.txt\r\n" + one + " *data/c\n" + one + "\tdata/d%25%0A",
                                  Algorithm::sha256, "manifest-sha256.txt");
  ASSERT_FALSE(read);  // a line feed in a name is refused, even encoded
  auto const plain = read_manifest(one + "  data/a b.txt\r\n" + one + " *data/c\n\n" + one + "\tdata/d%25",
                                   Algorithm::sha256, "manifest-sha256.txt");
  ASSERT_TRUE(plain) << plain.error().detail.en;
  EXPECT_EQ(*plain, (Manifest{{"data/a b.txt", one}, {"data/c", one}, {"data/d%", one}}));
  EXPECT_EQ(write_manifest(*plain), one + "  data/a b.txt\n" + one + "  data/c\n" + one + "  data/d%25\n");
}

TEST(Manifest, RefusesWithTheLineWhatTwoReadersCouldUnderstandDifferently) {
  struct Bad {
    std::string text;
    int line;
  };
  for (auto const& bad : {Bad{"\xEF\xBB\xBF" + one + "  data/a\n", 1}, Bad{one + "  data/a\n" + one + "  data/A\n", 2},
                          Bad{one + "  ../a\n", 1}, Bad{one + "  /a\n", 1}, Bad{one.substr(1) + "  data/a\n", 1},
                          Bad{one + "data/a\n", 1}, Bad{one + "  \n", 1}, Bad{one + " * data/a\n", 1}, Bad{"x\n", 1},
                          Bad{one + "  data/a\n\n" + std::string(64, 'g') + "  data/b\n", 3},
                          Bad{one + "  data/\xC0\x80\n", 1}, Bad{one + "  " + std::string(5000, 'a') + "\n", 1}}) {
    auto const read = read_manifest(bad.text, Algorithm::sha256, "manifest-sha256.txt");
    ASSERT_FALSE(read) << bad.text;
    EXPECT_TRUE(read.error().is(manifest_malformed));
    EXPECT_EQ(read.error().where->line, bad.line) << bad.text;
  }
}

TEST(BagInfo, OxumAndLabelsReadBackAsTheyAreWritten) {
  EXPECT_EQ(parse_oxum("2048.3"), (Oxum{2048, 3}));
  EXPECT_EQ(to_text(Oxum{2048, 3}), "2048.3");
  for (auto const* text : {"", "1", "1.", ".1", "-1.1", "1.1x", "1.99999999999999999999"}) {
    EXPECT_FALSE(parse_oxum(text)) << text;
  }
  Labels const labels{{"Source-Organization", "Dinas: Contoh"}, {"Payload-Oxum", "1.1"}};
  EXPECT_EQ(*read_labels(write_labels(labels)), labels);
  EXPECT_EQ(read_labels("A: b\n  c\n")->front().second, "b c");
  EXPECT_FALSE(read_labels("no colon\n"));
  EXPECT_EQ(write_labels({{"A", "b\nContact-Name: c"}}), "A: b Contact-Name: c\n");
}

TEST(BagInfo, OnlyTheDeclarationIsTaken) {
  EXPECT_TRUE(read_declaration(bag_declaration));
  EXPECT_TRUE(read_declaration("BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n"));
  for (auto const* text : {"", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
                           "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
                           "\xEF\xBB\xBF"
                           "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                           "BagIt-Version: 1.0\n"}) {
    EXPECT_FALSE(read_declaration(text)) << text;
  }
}

struct Bag : ::testing::Test {
  BagContents contents;

  Bag() {
    put("data/a.txt", "isi a");
    put("data/b.txt", "isi b");
    put("bagit.txt", std::string{bag_declaration});
    put("bag-info.txt", "Payload-Oxum: 10.2\n");
    write_manifests();
  }
  void put(std::string const& path, std::string const& text) {
    contents.files[path] = {static_cast<std::int64_t>(text.size()), to_hex(sha256(text)), sha512_hex(text)};
    if (is_tag_text(path)) contents.texts[path] = text;
  }
  void write_manifests() {
    Manifest sha256;
    Manifest sha512;
    for (auto const& [path, file] : contents.files) {
      if (!path.starts_with("data/")) continue;
      sha256[path] = file.sha256;
      sha512[path] = file.sha512;
    }
    put("manifest-sha256.txt", write_manifest(sha256));
    put("manifest-sha512.txt", write_manifest(sha512));
    Manifest tags;
    for (auto const& [path, file] : contents.files) {
      if (!path.starts_with("data/") && !path.starts_with("tagmanifest-")) tags[path] = file.sha512;
    }
    put("tagmanifest-sha512.txt", write_manifest(tags));
  }
  std::vector<BagFault> faults() {
    std::vector<BagFault> all;
    for (auto const& each : check_bag(contents)) all.push_back(each.fault);
    return all;
  }
  using Faults = std::vector<BagFault>;
};

TEST_F(Bag, ASoundBagHasNoFindings) { EXPECT_EQ(faults(), Faults{}); }

TEST_F(Bag, EveryFaultIsNamed) {
  contents.files["data/a.txt"].sha512[0] ^= 1;
  EXPECT_EQ(faults(), Faults{BagFault::altered});
  contents.files.erase("data/a.txt");
  EXPECT_EQ(faults(), (Faults{BagFault::missing, BagFault::missing, BagFault::miscounted}));
}

TEST_F(Bag, AFileInNoManifestIsFound) {
  put("data/c.txt", "");
  EXPECT_EQ(faults(), (Faults{BagFault::unlisted, BagFault::miscounted}));
}

TEST_F(Bag, ATagFileInNoTagManifestIsFound) {
  put("catatan.txt", "x");
  EXPECT_EQ(faults(), Faults{BagFault::unlisted});
}

TEST_F(Bag, AFileInOnlyOneOfTwoManifestsIsFound) {
  auto manifest = *read_manifest(contents.texts["manifest-sha256.txt"], Algorithm::sha256, "");
  manifest.erase("data/a.txt");
  put("manifest-sha256.txt", write_manifest(manifest));
  EXPECT_EQ(faults(), (Faults{BagFault::incomplete, BagFault::altered}));
}

TEST_F(Bag, WhatWouldHaveToBeFetchedIsRefused) {
  put("fetch.txt", "https://contoh.go.id/a 5 data/a.txt\n");
  write_manifests();
  EXPECT_EQ(faults(), Faults{BagFault::remote});
}

TEST_F(Bag, AWrongCountIsFound) {
  put("bag-info.txt", "payload-oxum: 11.2\n");
  write_manifests();
  EXPECT_EQ(faults(), Faults{BagFault::miscounted});
}

TEST_F(Bag, AManifestMayNotNameTheOtherKind) {
  auto manifest = *read_manifest(contents.texts["manifest-sha512.txt"], Algorithm::sha512, "");
  manifest["bagit.txt"] = contents.files["bagit.txt"].sha512;
  put("manifest-sha512.txt", write_manifest(manifest));
  auto const found = check_bag(contents);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().fault, BagFault::malformed);
}

TEST_F(Bag, WithoutDeclarationOrManifestItIsNoBag) {
  contents = {};
  EXPECT_EQ(faults(), (Faults{BagFault::missing, BagFault::missing}));
}

}  // namespace
}  // namespace himpun::archive
