#pragma once
// Pieces of WordprocessingML as text. Everything that comes from a paper goes through `escaped`.

#include <string>
#include <string_view>

#include "core/document/paper.h"

namespace himpun::docx {

/// Twentieths of a point, as WordprocessingML measures.
[[nodiscard]] constexpr int twips(int millimetres) { return millimetres * 567 / 10; }

/// Text and attribute values: no markup, no control characters.
[[nodiscard]] std::string escaped(std::string_view text);

struct ParagraphLook {
  std::string style;  ///< id of a style; empty: the normal one
  document::Align align = document::Align::start;
  int number = 0;     ///< id in numbering.xml; 0: none
  int depth = 0;      ///< of the number
  bool stays_with_next = false;
};

/// Runs of words; a line end becomes a break.
[[nodiscard]] std::string runs(document::Spans const& spans, bool all_bold = false);
[[nodiscard]] std::string paragraph(std::string const& runs, ParagraphLook const& look = {});
[[nodiscard]] std::string plain_paragraph(std::string_view text, ParagraphLook const& look = {}, bool bold = false);

}  // namespace himpun::docx
