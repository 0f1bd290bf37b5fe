#pragma once
// Use cases of the agency's stationery: its letterhead and the templates of its papers, each with a preview of what
// would be printed. By an administrator; the rules are core/document/stationery's.

#include "app/papers/printing.h"
#include "core/document/stationery/rules.h"

namespace himpun::app {

inline constexpr ProblemType stationery_changed{"letterhead.changed", ProblemKind::stale,
                                                "Kop surat atau templat sudah berubah",
                                                "The letterhead or a template has changed"};

struct TemplateText {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TemplateText, (), (text))

/// What a preview shows: a letterhead and a template that nobody has kept yet.
struct StationeryDraft {
  document::Letterhead letterhead;
  document::PaperKind kind = document::PaperKind::case_paper;
  std::string text;  ///< of the template of this kind
};
BOOST_DESCRIBE_STRUCT(StationeryDraft, (), (letterhead, kind, text))

/// {version, body}
[[nodiscard]] Result<Json> show_letterhead(Sight& sight, Language language);
[[nodiscard]] Result<Json> set_letterhead(Desk& desk, std::int64_t seen, document::Letterhead const& letterhead,
                                          Language language);
[[nodiscard]] Result<Json> set_template(Desk& desk, std::int64_t seen, std::string const& kind, std::string const& text,
                                        Language language);

/// A sample paper of the draft's kind with the draft's words; refused as keeping the draft would be.
[[nodiscard]] Result<ReadyPaper> preview_stationery(Sight& sight, StationeryDraft const& draft);

/// The agency's template of a kind, or the shipped one.
[[nodiscard]] std::string template_of(Sight& sight, document::PaperKind kind);

}  // namespace himpun::app
