#include <charconv>

#include "adapters/sheets/xlsx/rows.h"

namespace himpun::sheets {

std::optional<CellAddress> parse_address(std::string_view text) {
  CellAddress address;
  std::size_t letters = 0;
  for (; letters < text.size() && letters < 4; ++letters) {
    char const c = static_cast<char>(text[letters] & ~0x20);  // capitals and small letters alike
    if (c < 'A' || c > 'Z') break;
    address.column = address.column * 26 + (c - 'A' + 1);
  }
  auto const digits = text.substr(letters);
  if (letters == 0 || letters > 3 || digits.empty() || digits.size() > 7 || digits.front() == '0') return {};
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.row);
  if (error != std::errc{} || end != digits.data() + digits.size()) return {};
  if (address.row < 1 || address.row > app::most_sheet_rows || address.column > app::most_sheet_columns) return {};
  return address;
}

std::optional<app::CellRange> parse_range(std::string_view text) {
  auto const colon = text.find(':');
  auto const first = parse_address(text.substr(0, colon));
  auto const last = colon == std::string_view::npos ? first : parse_address(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return {};
  return app::CellRange{first->row, first->column, last->row, last->column};
}

}  // namespace himpun::sheets
