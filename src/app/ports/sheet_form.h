#pragma once
// A workbook to be filled in, as a value: a protected sheet where only the input cells can be changed, drop-downs,
// checks on entry, instructions, and a stamp by which the filled file is recognised. It does not know indicators:
// whoever asks for figures describes columns and rows. Protection is against slips, not against people: what comes back
// is checked.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/sheet_cells.h"
#include "base/time.h"

namespace himpun::app {

/// How numbers are shown; the separators are those of the reader's own program.
enum class CellFormat : std::uint8_t { general, text, whole, decimal, percent, rupiah, date };

enum class CellUse : std::uint8_t {
  shown,  ///< cannot be changed
  input,
};

struct NumberBounds {
  std::string least = "-999999999999999";
  std::string most = "999999999999999";
};
struct DateBounds {
  Date first{};
  Date last{};
};

struct FormColumn {
  std::string key;    ///< how the reader finds it again: "realisasi"
  std::string title;  ///< what people see above it
  CellUse use = CellUse::shown;
  CellFormat format = CellFormat::general;
  std::int32_t width_characters = 14;
  std::string hint{};                   ///< shown beside an input cell when it is entered; at most 255 characters
  std::vector<std::string> choices{};   ///< a drop-down; nothing else can be entered
  std::optional<NumberBounds> numbers;  ///< only numbers within can be entered
  std::optional<DateBounds> dates;      ///< only dates within can be entered
};

struct FormRow {
  std::string key;                       ///< how the reader finds it again: the indicator's id
  std::vector<Cell> cells{};             ///< one for each column; blank at the end may be left out
  std::vector<std::string> not_asked{};  ///< keys of input columns that this row does not ask for: shown, grey
};

/// By what the filled file is recognised: which form, of which shape, made for what.
struct FormStamp {
  std::string kind;     ///< "quarterly-figures"
  std::string version;  ///< of the form's shape: "1"
  std::string key;      ///< the request it answers
};

struct FormFact {
  std::string name;  ///< "Bidang"
  std::string value;
};

struct SheetForm {
  FormStamp stamp;
  std::string sheet = "Isian";
  std::string title;
  std::vector<FormFact> facts{};  ///< above the table
  std::vector<FormColumn> columns{};
  std::int32_t fixed_columns = 0;  ///< stay in sight when the sheet is moved sideways
  std::vector<FormRow> rows{};
  std::string instructions_sheet = "Petunjuk";
  std::vector<std::string> instructions{};  ///< one paragraph each
  Instant made_at{};
};

/// Where the stamp and the keys are kept in the file; the writer and the reader of filled forms agree on it.
inline constexpr std::string_view form_stamp_sheet = "_himpun";
inline constexpr std::string_view form_choices_sheet = "_pilihan";
inline constexpr std::string_view form_mark = "himpun-form";
inline constexpr std::int32_t form_row_key_column = 1;  ///< hidden; the keys of the columns stand in a hidden row

}  // namespace himpun::app
