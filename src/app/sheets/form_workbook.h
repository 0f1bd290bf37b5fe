#pragma once
// A division's form as a workbook that is filled in elsewhere and comes back: each row carries, hidden, what it is
// about, the revision that was seen and a mark of what stood there. It only makes the value; the port writes it.

#include "app/desks/collection_desk.h"
#include "app/ports/sheet_form.h"

namespace himpun::app {

inline constexpr char const* form_kind = "formulir-data-kinerja";
inline constexpr char const* form_version = "2";

/// Which form of which period: what a filled workbook must answer.
[[nodiscard]] std::string form_key(FormAim const& aim, Period const& period);

/// What a row's hidden key says; `part` is empty in the row of the figure itself.
struct FormRowKey {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t revision = 0;
  std::string mark;
  std::string part;
};
[[nodiscard]] std::string write_row_key(FormRowKey const& key);
[[nodiscard]] std::optional<FormRowKey> parse_row_key(std::string_view text);

[[nodiscard]] SheetForm form_workbook(Sight& sight, FormBooks const& books, FormAim const& aim);

/// Name of the indicator, or of the budget line.
[[nodiscard]] std::string subject_name(FormBooks const& books, performance::RowKey const& key);
/// The sheet of an indicator's row; null for a budget row.
[[nodiscard]] performance::Sheet const* sheet_of_row(FormBooks const& books, performance::RowKey const& key);

}  // namespace himpun::app
