#pragma once
// Use cases of comments on a case's papers: list, write, resolve. The rules are core/document's; here they meet the
// case, who may take part in it, and the journal.

#include "app/desks/case_desk.h"
#include "app/views/people_view.h"
#include "core/document/comments.h"

namespace himpun::app {

struct CommentPlace {
  workflow::CaseId case_id;
  std::string paper;
};

struct CommentWish {
  std::int32_t version = 1;
  std::int32_t position = 0;
  std::string quote;
  std::string text;
};

struct ResolutionView {
  Instant at{};
  ByView by;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ResolutionView, (), (at, by, note))

struct CommentView {
  document::CommentId id;
  std::int32_t version = 1;
  std::int32_t position = 0;
  std::string quote;
  std::string text;
  Instant at{};
  ByView by;
  std::optional<ResolutionView> resolved;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, version, position, quote, text, at, by, resolved))

struct CommentList {
  std::vector<CommentView> items;  ///< oldest first
  bool may_comment = false;
};
BOOST_DESCRIBE_STRUCT(CommentList, (), (items, may_comment))

inline constexpr ProblemType commented_paper_unknown{"paper.unknown", ProblemKind::not_found,
                                                     "Naskah tidak ditemukan", "There is no such paper"};

[[nodiscard]] Result<CommentList> list_comments(Sight& sight, CommentPlace const& place);
/// Both answer with the comment as it then stands.
[[nodiscard]] Result<Json> write_comment(Desk& desk, CommentPlace const& place, CommentWish const& wish);
[[nodiscard]] Result<Json> resolve_comment(Desk& desk, CommentPlace const& place, document::CommentId const& id,
                                           std::string note);

}  // namespace himpun::app
