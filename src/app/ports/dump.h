#pragma once
// The one text form of read-model rows, so that the dumps of two stores, or of one store before and after a rebuild,
// can be compared line by line. It does not say which rows exist: each store's `dump_read_model` collects them.

#include <algorithm>
#include <string>
#include <vector>

#include "app/ports/rows.h"
#include "base/json_map.h"

namespace himpun::app {

/// Adds one line `<table> <row as JSON>` for each row.
template <class Rows>
void dump_rows(std::vector<std::string>& lines, std::string const& table, Rows const& rows) {
  for (auto const& row : rows) lines.push_back(table + " " + write_json(to_json(row)));
}

/// A holder without open tasks is left out: whether its row with 0 was ever written is of no account.
inline void dump_loads(std::vector<std::string>& lines, std::vector<HolderLoadRow> rows) {
  std::erase_if(rows, [](HolderLoadRow const& row) { return row.open_tasks == 0; });
  dump_rows(lines, "holder_load", rows);
}

}  // namespace himpun::app
