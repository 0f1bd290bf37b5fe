#pragma once
// Tables of WordprocessingML: with lines or without, cells in columns of given widths.

#include <string>
#include <vector>

#include "adapters/docx/xml.h"

namespace himpun::docx {

enum class Lines { all, none };

struct TableCell {
  std::string content;  ///< paragraphs; empty becomes an empty one
  int columns = 1;
  bool is_head = false;
  bool continues = false;  ///< the cell above goes on here
  bool begins = false;     ///< goes on in the cells below
};

struct TableRow {
  std::vector<TableCell> cells;
  bool is_head = false;  ///< repeated on every page
  int height_mm = 0;
};

/// `widths` in twips, one for each column.
[[nodiscard]] std::string table(std::vector<int> const& widths, std::vector<TableRow> const& rows, Lines lines);
/// `total` shared out as `shares` say; all alike when none says anything.
[[nodiscard]] std::vector<int> shared_out(int total, std::vector<int> const& shares);

/// A paper's table, with its caption above.
[[nodiscard]] std::string paper_table(document::Table const& table, int total_width);

}  // namespace himpun::docx
