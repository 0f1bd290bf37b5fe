#pragma once
// Blocks as HTML (html.h). It writes elements and classes; what they look like is style.h.

#include <string>
#include <vector>

#include "core/document/paper.h"

namespace himpun::document {

struct BlockHtml {
  std::string body;
  std::string style;  ///< rules that belong to these blocks alone: widths of columns, lines of sheets
};

/// `emblem`: the address of a picture for SOP sheets; may be empty.
[[nodiscard]] BlockHtml write_blocks(std::vector<Block> const& blocks, PageSize size, std::string const& emblem);
[[nodiscard]] std::string write_spans(Spans const& spans);

}  // namespace himpun::document
