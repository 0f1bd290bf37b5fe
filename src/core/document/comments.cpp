#include "core/document/comments.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::document {
namespace {

/// Byte at which character number `position` begins; the text's end when it has fewer.
std::size_t byte_at(std::string_view text, std::int32_t position) {
  std::size_t at = 0;
  for (std::int32_t passed = 0; at < text.size(); ++at) {
    bool const begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && passed++ == position) return at;
  }
  return at;
}

std::unexpected<Problem> wrong(char const* pointer, Words message) {
  static constexpr ProblemType type{"comment.invalid", ProblemKind::invalid, "Komentar belum benar",
                                    "The comment is not right"};
  return std::unexpected(Problem{.type = &type, .fields = {{pointer, std::move(message)}}});
}

}  // namespace

Result<CommentWritten> write_comment(std::vector<Comment> const& comments, std::string_view words,
                                     CommentWritten wish) {
  if (trim(wish.text).empty()) return wrong("/text", {"tulis komentarnya", "write the comment"});
  if (count_characters(wish.text) > longest_comment) {
    return wrong("/text", {"paling panjang 4.000 huruf", "at most 4,000 characters"});
  }
  if (wish.quote.empty() || count_characters(wish.quote) > longest_quote) {
    return wrong("/quote", {"1 sampai 400 huruf", "1 to 400 characters"});
  }
  if (wish.position < 0) return wrong("/position", {"mulai dari 0", "begins at 0"});
  if (comments.size() >= most_comments) return refuse(comments_full);
  if (!words.substr(byte_at(words, wish.position)).starts_with(wish.quote)) return refuse(comment_passage_unknown);
  return wish;
}

Result<CommentResolved> resolve_comment(std::vector<Comment> const& comments, std::string_view paper,
                                        CommentResolved wish) {
  auto const* comment = find_comment(comments, wish.id);
  if (!comment || comment->written.paper != paper) return refuse(comment_unknown);
  if (comment->resolved) return refuse(comment_resolved);
  if (count_characters(wish.note) > longest_comment_note) {
    return wrong("/note", {"paling panjang 2.000 huruf", "at most 2,000 characters"});
  }
  return wish;
}

void evolve(std::vector<Comment>& comments, CommentWritten const& event, Instant at) {
  comments.push_back({event, at, std::nullopt});
}

void evolve(std::vector<Comment>& comments, CommentResolved const& event, Instant at) {
  auto const found = std::ranges::find_if(comments, [&](Comment const& each) { return each.written.id == event.id; });
  if (found != comments.end()) found->resolved = Resolution{event.note, event.by, at};
}

Comment const* find_comment(std::vector<Comment> const& comments, CommentId const& id) {
  auto const found = std::ranges::find_if(comments, [&](Comment const& each) { return each.written.id == id; });
  return found == comments.end() ? nullptr : &*found;
}

std::vector<Comment const*> open_comments(std::vector<Comment> const& comments, std::string_view paper) {
  std::vector<Comment const*> open;
  for (auto const& each : comments) {
    if (each.written.paper == paper && !each.resolved) open.push_back(&each);
  }
  return open;
}

}  // namespace himpun::document
