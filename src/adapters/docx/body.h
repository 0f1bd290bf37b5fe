#pragma once
// The body of the document: every block of a paper, and the sections they lie in.

#include <string>
#include <vector>

#include "adapters/docx/table.h"
#include "app/ports/word_writer.h"

namespace himpun::docx {

struct Image {
  std::string name;  ///< of the part: "gambar1.png"
  std::string png;
};

struct Body {
  std::string xml;            ///< of document.xml, between w:body and its end
  std::vector<Image> images;  ///< relation n has the id "gambar<n>"
  int lists = 0;              ///< numbered lists, each with a numbering of its own
};

[[nodiscard]] Body make_body(document::OfficialPaper const& paper, document::Dressing const& dressing);

inline constexpr int bullet_number = 1;  ///< id in numbering.xml; numbered lists follow
/// Width and height in millimetres of an upright page.
[[nodiscard]] std::pair<int, int> page_of(document::PageSize size);

}  // namespace himpun::docx
