#pragma once
// An SOP's sheet as one SVG picture: its pages under each other, every word and line at its place. For pages of other
// programs; paper is printed from HTML.

#include "core/document/sheet/measure.h"

namespace himpun::document {

[[nodiscard]] std::string sheet_svg(SopSheet const& sheet, PageSize size);

}  // namespace himpun::document
