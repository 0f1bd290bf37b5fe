#pragma once
// Comments on passages of a case's papers (stream `papers/<case>`): made on the words of one version, resolved once.
// They change no version and void no mark. Where a passage stands in a later version is for whoever shows it.

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/problem.h"
#include "base/time.h"
#include "core/access/agency.h"

namespace himpun::document {

using access::By;
using CommentId = Id<struct CommentTag>;

/// `quote` stands in the version's words after `position` characters.
struct CommentWritten {
  static constexpr std::string_view event_name = "document.comment_written";
  static constexpr int event_version = 1;
  CommentId id;
  std::string paper;
  std::int32_t number = 1;
  std::int32_t position = 0;
  std::string quote;
  std::string text;
  By by;

  bool operator==(CommentWritten const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommentWritten, (), (id, paper, number, position, quote, text, by))

struct CommentResolved {
  static constexpr std::string_view event_name = "document.comment_resolved";
  static constexpr int event_version = 1;
  CommentId id;
  std::string note;
  By by;

  bool operator==(CommentResolved const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommentResolved, (), (id, note, by))

struct Resolution {
  std::string note;  ///< how it was dealt with; may be empty
  By by;
  Instant at{};
};

struct Comment {
  CommentWritten written;
  Instant at{};
  std::optional<Resolution> resolved;
};

inline constexpr std::size_t longest_quote = 400;  ///< characters
inline constexpr std::size_t longest_comment = 4000;
inline constexpr std::size_t longest_comment_note = 2000;
inline constexpr std::size_t most_comments = 1000;  ///< on the papers of one case

inline constexpr ProblemType comment_passage_unknown{
    "comment.passage_unknown", ProblemKind::invalid, "Bagian yang dikomentari tidak ada pada versi itu",
    "That version does not have the passage"};
inline constexpr ProblemType comment_unknown{"comment.unknown", ProblemKind::not_found, "Komentar tidak ditemukan",
                                             "There is no such comment"};
inline constexpr ProblemType comment_resolved{"comment.resolved", ProblemKind::conflict, "Komentar sudah diselesaikan",
                                              "The comment was resolved before"};
inline constexpr ProblemType comments_full{"comment.too_many", ProblemKind::conflict,
                                           "Komentar pada berkas ini sudah terlalu banyak",
                                           "This case has too many comments"};

/// `words`: of the version that is commented.
[[nodiscard]] Result<CommentWritten> write_comment(std::vector<Comment> const& comments, std::string_view words,
                                                   CommentWritten wish);
[[nodiscard]] Result<CommentResolved> resolve_comment(std::vector<Comment> const& comments, std::string_view paper,
                                                      CommentResolved wish);

void evolve(std::vector<Comment>& comments, CommentWritten const& event, Instant at);
void evolve(std::vector<Comment>& comments, CommentResolved const& event, Instant at);

[[nodiscard]] Comment const* find_comment(std::vector<Comment> const& comments, CommentId const& id);
/// Comments on a paper that nobody has dealt with.
[[nodiscard]] std::vector<Comment const*> open_comments(std::vector<Comment> const& comments, std::string_view paper);

}  // namespace himpun::document
