#pragma once
// One row of a division's form as cells, and back: what is written here is read as the same entry. Which cells a row
// asks for follows from what is entered for it. It knows neither files nor who may write.

#include "app/sheets/table.h"
#include "core/performance/catalogue/catalogue.h"
#include "core/performance/collection/commands.h"

namespace himpun::app {

using RowCells = std::map<std::string, Cell, std::less<>>;  ///< by the key of the column

/// The row itself, and one below it for each named part of its value.
struct EntryCells {
  RowCells main;
  std::map<std::string, RowCells> parts;  ///< by the part's name
};

/// The titles under which a division types, by key; the order of the columns.
struct InputColumn {
  char const* key;
  char const* title;
};
[[nodiscard]] std::span<InputColumn const> input_columns();
[[nodiscard]] std::string input_title(std::string_view key);

/// How many follow-ups a row has columns for, and their keys; `place` from 0.
inline constexpr std::size_t follow_ups_shown = 3;
struct FollowUpKeys {
  std::string action;
  std::string owner;
  std::string due;
};
[[nodiscard]] FollowUpKeys follow_up_keys(std::size_t place);

inline constexpr char const* available_word = "Tersedia";
inline constexpr char const* not_available_word = "Tidak tersedia";

/// Keys of the columns that the row does not ask for. `sheet` is null for a budget row.
[[nodiscard]] std::vector<std::string> keys_not_asked(performance::Sheet const* sheet);
/// The same of a part's row: only its figure is asked for.
[[nodiscard]] std::vector<std::string> keys_not_asked_of_part();

[[nodiscard]] EntryCells cells_of(performance::Entry const& entry, performance::Sheet const* sheet);
/// What the cells say. `known`: the entry there is, for follow-ups beyond the one that a row shows.
[[nodiscard]] performance::Entry entry_in(EntryCells const& cells, performance::Sheet const* sheet,
                                          performance::Entry const& known, std::vector<TableRow::Fault>& faults);
/// Twelve characters by which an entry is known again: whether somebody touched the row.
[[nodiscard]] std::string mark_of(EntryCells const& cells, performance::Sheet const* sheet);

}  // namespace himpun::app
