#include "app/ports/sheets.h"

namespace himpun::app {

Problem cell_problem(ProblemType const& type, SheetReading const& file, std::string_view sheet, std::int32_t row,
                     std::int32_t column, Words const& what) {
  auto const cell = cell_name(row, column);
  auto const name = std::string{sheet};
  return {.type = &type,
          .detail = {"Lembar \"" + name + "\", sel " + cell + ": " + what.id,
                     "Sheet \"" + name + "\", cell " + cell + ": " + what.en},
          .where = SourcePosition{file.name, row, column}};
}

}  // namespace himpun::app
