// The key and the note are the published example of the format's reference implementation (golang.org/x/mod).

#include "core/journal/note.h"

#include "base/base64.h"
#include "core/journal/checkpoint.h"
#include "core/journal/samples.h"

namespace himpun::journal {
namespace {

std::string const peter_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
std::string const peter_text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
std::string const peter_line =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

NoteKey peter() { return parse_note_key(peter_key).value(); }

Result<std::string> open(std::string const& note) { return open_note(note, peter(), verify_ed25519); }

TEST(NoteKey, ReadsAndWritesThePublishedKey) {
  EXPECT_EQ(to_text(peter()), peter_key);
  EXPECT_EQ(to_hex(key_hash(peter())), "c74f20a3");
}

TEST(NoteKey, RefusesEveryPartAndEveryChangedCharacter) {
  for (std::size_t i = 0; i < peter_key.size(); ++i) {
    auto changed = peter_key;
    ++changed[i];
    EXPECT_FALSE(parse_note_key(changed)) << changed;
    EXPECT_FALSE(parse_note_key(peter_key.substr(0, i)));
  }
  EXPECT_FALSE(parse_note_key("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
  EXPECT_FALSE(parse_note_key("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST(Note, OpensThePublishedNote) {
  auto const text = open(peter_text + "\n" + peter_line);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, peter_text);
}

TEST(Note, IsWrittenAsPublished) {
  SampleSigner const signer{"PeterNeumann", parse_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")->substr(1)};
  EXPECT_EQ(to_text(signer.key), peter_key);
  EXPECT_EQ(to_note(peter_text, signer.key, signer.sign(peter_text)), peter_text + "\n" + peter_line);
}

TEST(Note, IgnoresOtherSignersButNotAWrongLineOfThisKey) {
  SampleSigner const other{"EnochRoot"};
  auto const other_line = to_note(peter_text, other.key, other.sign(peter_text)).substr(peter_text.size() + 1);
  EXPECT_TRUE(open(peter_text + "\n" + other_line + peter_line));
  auto const unsigned_note = open(peter_text + "\n" + other_line);
  ASSERT_FALSE(unsigned_note);
  EXPECT_TRUE(unsigned_note.error().is(note_not_signed));
  auto const altered = open("I" + peter_text + "\n" + peter_line);
  ASSERT_FALSE(altered);
  EXPECT_TRUE(altered.error().is(note_signature_wrong));
}

TEST(Note, RefusesMalformedNotes) {
  for (auto const& note :
       std::vector<std::string>{"", "\n", peter_text, peter_text + "\n", peter_text + peter_line, "\n" + peter_line,
                                peter_text + "\n" + peter_line.substr(0, peter_line.size() - 1),
                                peter_text + "\n- " + peter_line.substr(4), peter_text + "\n— PeterNeumann\n",
                                peter_text + "\n— Peter Neumann x08g\n", peter_text + "\n— PeterNeumann x08go/ZJ=\n",
                                peter_text + "\t\n\n" + peter_line, peter_text + "\xff\n\n" + peter_line}) {
    auto const opened = open(note);
    ASSERT_FALSE(opened) << note;
    EXPECT_TRUE(opened.error().is(note_malformed)) << note;
  }
  std::string lines;
  for (int i = 0; i < 101; ++i) lines += peter_line;
  EXPECT_FALSE(open(peter_text + "\n" + lines));
}

TEST(Checkpoint, HasTheTextOfTheFormat) {
  std::string const text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  auto const checkpoint = parse_checkpoint(text);
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(checkpoint->size, 20852163u);
  EXPECT_EQ(to_text(*checkpoint), text);
  EXPECT_EQ(parse_checkpoint(text + "extension\n").value(), *checkpoint);
}

TEST(Checkpoint, RefusesOtherTexts) {
  std::string const root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  for (auto const& text : {"a\n1\n" + root, "a\n01\n" + root + "\n", "a\n-1\n" + root + "\n", "\n1\n" + root + "\n",
                           "a\n1\n" + root.substr(4) + "\n", "a\n1\n\n" + root + "\n",
                           "a\n18446744073709551616\n" + root + "\n", std::string{"a\n1\n"}}) {
    EXPECT_FALSE(parse_checkpoint(text)) << text;
  }
}

TEST(Checkpoint, OpensOnlyForTheKeyOfItsLog) {
  SampleSigner const signer{"himpun/dispusip"};
  auto const note_for = [&](std::string const& origin) {
    auto const text = to_text(Checkpoint{origin, 3, sha256("root")});
    return to_note(text, signer.key, signer.sign(text));
  };
  auto const opened = open_checkpoint(note_for("himpun/dispusip"), signer.key, verify_ed25519);
  ASSERT_TRUE(opened);
  EXPECT_EQ(*opened, (Checkpoint{"himpun/dispusip", 3, sha256("root")}));
  EXPECT_FALSE(open_checkpoint(note_for("himpun/inspektorat"), signer.key, verify_ed25519));
}

}  // namespace
}  // namespace himpun::journal
