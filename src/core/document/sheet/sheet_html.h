#pragma once
// An SOP's sheet as pieces of an HTML page: the identity page and the flow pages, each a table. Lines are backgrounds
// of the performer cells in percent, so that rows may grow with their words; over them lies one picture of the symbol.

#include "core/document/sheet/measure.h"

namespace himpun::document {

struct SheetHtml {
  std::string body;
  std::string style;  ///< rules for this sheet alone
};

/// `emblem`: the address of a picture over the unit's name; may be empty. `scope`: a class name of this sheet's own.
[[nodiscard]] SheetHtml sheet_html(SopSheet const& sheet, PageSize size, std::string const& emblem,
                                   std::string const& scope);

}  // namespace himpun::document
