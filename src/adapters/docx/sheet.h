#pragma once
// An SOP sheet as tables, for those who must edit it: the identity boxes, and the flow with a symbol in the performers'
// cells and the exits of a decision below its diamond. The lines between symbols are drawn only in the PDF.

#include "adapters/docx/table.h"

namespace himpun::docx {

[[nodiscard]] std::string sheet(document::SopSheet const& sheet, int total_width);

}  // namespace himpun::docx
