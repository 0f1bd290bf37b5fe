#include "core/document/comments.h"

#include <gtest/gtest.h>

namespace himpun::document {
namespace {

Instant const noon = *parse_instant("2026-01-05T05:00:00Z");
constexpr std::string_view words = "# Judul\n\nKalimat é pertama.\nKalimat kedua.";

CommentWritten wish(std::int32_t position, std::string quote) {
  return {CommentId{"k1"}, "dokumen", 1, position, std::move(quote), "Perjelas.", {}};
}
std::string code(auto const& result) { return result ? "" : std::string{result.error().type->code}; }

TEST(AComment, SpeaksAboutAPassageThatTheVersionHas) {
  EXPECT_EQ(code(write_comment({}, words, wish(9, "Kalimat é"))), "");
  EXPECT_EQ(code(write_comment({}, words, wish(28, "Kalimat kedua."))), "") << "places are characters, not bytes";
  EXPECT_EQ(code(write_comment({}, words, wish(10, "Kalimat é"))), "comment.passage_unknown");
  EXPECT_EQ(code(write_comment({}, words, wish(999, "Kalimat"))), "comment.passage_unknown");
  EXPECT_EQ(code(write_comment({}, words, wish(-1, "Kalimat"))), "comment.invalid");
}

TEST(AComment, HasWordsAndALength) {
  auto empty = wish(0, "# Judul");
  empty.text = " \n";
  EXPECT_EQ(code(write_comment({}, words, empty)), "comment.invalid");
  EXPECT_EQ(code(write_comment({}, words, wish(0, ""))), "comment.invalid");
  EXPECT_EQ(code(write_comment({}, words, wish(0, std::string(401, 'a')))), "comment.invalid");
}

TEST(AComment, IsResolvedOnceAndOnItsOwnPaper) {
  std::vector<Comment> comments;
  evolve(comments, wish(0, "# Judul"), noon);
  EXPECT_EQ(open_comments(comments, "dokumen").size(), 1U);
  EXPECT_TRUE(open_comments(comments, "perintah").empty());
  CommentResolved const done{CommentId{"k1"}, "Sudah.", {}};
  EXPECT_EQ(code(resolve_comment(comments, "perintah", done)), "comment.unknown");
  EXPECT_EQ(code(resolve_comment(comments, "dokumen", {CommentId{"lain"}, "", {}})), "comment.unknown");
  ASSERT_EQ(code(resolve_comment(comments, "dokumen", done)), "");
  evolve(comments, done, noon + std::chrono::hours{1});
  EXPECT_EQ(code(resolve_comment(comments, "dokumen", done)), "comment.resolved");
  EXPECT_TRUE(open_comments(comments, "dokumen").empty());
  EXPECT_EQ(comments.front().resolved->note, "Sudah.");
  EXPECT_EQ(comments.front().at, noon);
}

TEST(AComment, ComesToAnEndBeforeThereAreTooMany) {
  std::vector<Comment> const full(most_comments);
  EXPECT_EQ(code(write_comment(full, words, wish(0, "# Judul"))), "comment.too_many");
}

}  // namespace
}  // namespace himpun::document
