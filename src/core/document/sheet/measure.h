#pragma once
// How much room the words of an SOP's sheet take on paper, so that pages can be broken before anything is drawn: widths
// of the columns, lines of a text, heights of rows. All lengths are tenths of a point. The widths are those of Carlito
// (as wide as Calibri); what is really drawn may be a little smaller, never larger.

#include <string>
#include <string_view>
#include <vector>

#include "core/document/paper.h"

namespace himpun::document {

struct SheetMeasure {
  int page_width = 0;
  int page_height = 0;
  int margin = 340;         ///< on all four sides; the foot of the page stands in it
  std::vector<int> widths;  ///< No, Aktivitas, one for each performer, Kelengkapan, Waktu, Output, Ket
  int symbol_width = 380;
  int row_height = 440;    ///< of a step, at least
  int break_height = 300;  ///< of a closing or opening row
  int font = 80;
  int line = 95;
  int padding = 35;
};

[[nodiscard]] SheetMeasure measure_sheet(std::size_t performers, PageSize size);

[[nodiscard]] int width_of(std::string_view text, int font);
/// Breaks at spaces, after hyphens and slashes, and inside words that are longer than a line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width, int font);

/// Of a row's performer cells: its symbols and the exits beside them.
[[nodiscard]] int drawing_height(SheetRow const& row, SheetMeasure const& measure);
[[nodiscard]] int height_of(SheetRow const& row, SheetMeasure const& measure);
[[nodiscard]] int head_height(SopSheet const& sheet, SheetMeasure const& measure);

/// The sheet with its pages broken so that each fits on paper of that size, as evenly filled as may be.
[[nodiscard]] SopSheet lay_out_for_print(procedure::Procedure const& procedure, PageSize size);

}  // namespace himpun::document
