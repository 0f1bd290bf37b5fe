#pragma once
// Which parts of the archive make the workbook: its sheets, styles and shared texts, found by relationships as the
// format asks, not by customary names. Links to other files are not followed; workbooks with macros, ODS and XLSB are
// refused.

#include <string>
#include <vector>

#include "adapters/sheets/xlsx/archive.h"
#include "adapters/sheets/xlsx/numbers.h"

namespace himpun::sheets {

struct SheetPart {
  app::SheetInfo info;
  std::string part;
};

struct Package {
  std::vector<SheetPart> sheets{};
  std::string styles{};        ///< empty: there are none
  std::string shared_texts{};  ///< empty: there are none
  DateSystem dates = DateSystem::from_1900;
};

[[nodiscard]] Result<Package> read_package(Archive const& archive);

}  // namespace himpun::sheets
