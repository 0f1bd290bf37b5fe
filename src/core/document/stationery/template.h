#pragma once
// Templates of papers: a manuscript with named fields, `{{tempat}}`, out of a closed list for each kind of paper. What
// is filled in is only ever words, whatever it contains; a field that stands alone in its paragraph may be filled with
// whole blocks. A kind without fields is made from data alone and has no template.

#include <map>
#include <span>

#include "base/problem.h"
#include "core/document/paper.h"
#include "core/document/paper_kind.h"

namespace himpun::document {

inline constexpr ProblemType template_invalid{"template.invalid", ProblemKind::invalid, "Templat belum benar",
                                              "The template is not right"};

struct TemplateField {
  std::string_view name;
  Words meaning;
};

[[nodiscard]] std::span<TemplateField const> fields_of(PaperKind kind);

/// Refused with `template.invalid` and every fault with its line: unknown fields (with the nearest known one), braces
/// that do not close, a text that is too long, a block field that is missing.
[[nodiscard]] Result<void> check_template(PaperKind kind, std::string_view text);

struct Filling {
  std::map<std::string, std::string, std::less<>> words;
  std::map<std::string, std::vector<Block>, std::less<>> blocks;
};
/// Of a checked text. A field that `filling` does not name becomes nothing.
[[nodiscard]] std::vector<Block> fill_template(std::string_view text, Filling const& filling);

}  // namespace himpun::document
