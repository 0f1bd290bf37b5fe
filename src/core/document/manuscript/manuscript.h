#pragma once
// Manuscripts (naskah): what officials type, as plain text in a small closed markup, and what it means as blocks. The
// text itself is what is kept and what initials and signatures bind to; blocks are made from it whenever it is shown.
//
//   # Heading        one to three #
//   - item           1. item, also indented by two spaces to stand inside the item above
//   | a | b |        a table; its first row is the head; |---|--:|:-:| under it says to which side columns go
//   **bold** *italic*, and \* for the character itself
//
// Everything else is words. A line end is a line end on paper; an empty line ends a paragraph. Nothing is refused and
// nothing can run: what is not understood stays as it was typed.

#include <string>
#include <string_view>
#include <vector>

#include "core/document/paper.h"

namespace himpun::document {

/// Only headings, paragraphs, lists and tables come out. The text is UTF-8; time and size are linear in it.
[[nodiscard]] std::vector<Block> read_manuscript(std::string_view text);
/// A text that reads as these blocks; of blocks that markup cannot say, nothing is written.
[[nodiscard]] std::string write_manuscript(std::vector<Block> const& blocks);

/// One line or paragraph: emphasis and escaped characters.
[[nodiscard]] Spans read_spans(std::string_view text);
/// Without emphasis.
[[nodiscard]] std::string words_of(Spans const& spans);

}  // namespace himpun::document
