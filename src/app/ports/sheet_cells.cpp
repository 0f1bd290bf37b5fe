#include "app/ports/sheet_cells.h"

namespace himpun::app {

std::string cell_name(std::int32_t row, std::int32_t column) {
  std::string letters;
  for (auto rest = column; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

}  // namespace himpun::app
