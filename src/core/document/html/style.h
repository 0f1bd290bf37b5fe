#pragma once
// What official papers look like: pages, fonts, lines. No word of any paper is in it.

#include <string>

#include "core/document/paper.h"

namespace himpun::document {

[[nodiscard]] std::string page_style(OfficialPaper const& paper);

}  // namespace himpun::document
