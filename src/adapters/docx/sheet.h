#pragma once
// An SOP sheet as tables: the identity boxes, and the flow with a symbol in the performers' cells. The lines between
// symbols are drawn only in the PDF; here every row says where it goes on.

#include "adapters/docx/table.h"

namespace himpun::docx {

[[nodiscard]] std::string sheet(document::SopSheet const& sheet, int total_width);

}  // namespace himpun::docx
