#pragma once
// What people typed into a cell, as text, an exact number, a whole number or a date. Numbers typed as text are read as
// Indonesians write them. What cannot be read says what is wrong and how to mend it; where it stands is for the caller
// to add. It knows no columns.

#include <expected>
#include <optional>

#include "app/ports/sheet_cells.h"
#include "base/values/decimal.h"

namespace himpun::app {

template <class T>
using Reading = std::expected<T, Words>;

[[nodiscard]] bool is_blank(Cell const& cell);
/// A formula's stored result may be anything, and an error value is none: both are refused, in words.
[[nodiscard]] Reading<void> require_entered(Cell const& cell);

/// Trimmed; of a number its digits. A date is refused: a code like "2.23" became one by mistake.
[[nodiscard]] Reading<std::string> text_in(Cell const& cell);
/// None for a blank cell. 0.9375 shown as 93,75 % is 93.75.
[[nodiscard]] Reading<std::optional<Decimal>> decimal_in(Cell const& cell);
[[nodiscard]] Reading<std::optional<std::int32_t>> whole_in(Cell const& cell);
/// A date cell, or "2026-01-15", "15/01/2026", "15-1-2026".
[[nodiscard]] Reading<std::optional<Date>> date_in(Cell const& cell);

/// The cell of an exact number; as text where decimals never end, or a spreadsheet would change it.
[[nodiscard]] Cell cell_of(Decimal const& number);

}  // namespace himpun::app
