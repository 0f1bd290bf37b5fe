#pragma once
// Templates of papers: a manuscript with named fields, `{{tempat}}`, out of a closed list for each kind of paper. What
// is filled in is only ever words, whatever it contains; a field that stands alone on its line may be filled with whole
// blocks, or with none where the paper has nothing to say there. A kind without fields is made from data alone and has
// no template.

#include <map>
#include <span>

#include "base/problem.h"
#include "core/document/paper.h"
#include "core/document/paper_kind.h"

namespace himpun::document {

inline constexpr ProblemType template_invalid{"template.invalid", ProblemKind::invalid, "Templat belum benar",
                                              "The template is not right"};

enum class FieldKind : std::uint8_t { words, blocks };  ///< blocks: alone on its line
enum class FieldNeed : std::uint8_t { free, needed };

struct TemplateField {
  std::string_view name;
  Words meaning;
  FieldKind kind = FieldKind::words;
  FieldNeed need = FieldNeed::free;
};

[[nodiscard]] std::span<TemplateField const> fields_of(PaperKind kind);

/// Refused with `template.invalid` and every fault with its line: unknown fields (with the nearest known one), braces
/// that do not close, a field of blocks among other words; and for a text that is too long, or lacks a needed field.
[[nodiscard]] Result<void> check_template(PaperKind kind, std::string_view text);

struct Filling {
  std::map<std::string, std::string, std::less<>> words;
  std::map<std::string, std::vector<Block>, std::less<>> blocks;
};
/// Of a checked text. A field that `filling` does not name becomes nothing.
[[nodiscard]] std::vector<Block> fill_template(std::string_view text, Filling const& filling);

}  // namespace himpun::document
