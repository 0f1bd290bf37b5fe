#pragma once
// Which cell formats show dates, times and percentages: all that is read of a workbook's styles.

#include <vector>

#include "adapters/sheets/xlsx/archive.h"
#include "app/ports/sheet_cells.h"

namespace himpun::sheets {

/// What a number format code ("dd/mm/yyyy", "0.00%", "[h]:mm") makes of a number.
[[nodiscard]] app::NumberStyle style_of_code(std::string_view code);

/// One for each cell format, in the order cells refer to.
[[nodiscard]] Result<std::vector<app::NumberStyle>> read_styles(Archive const& archive, std::string_view part);

}  // namespace himpun::sheets
