#pragma once
// The five symbols of an SOP's flow as SVG: what stands in one performer cell over its lines. PermenPAN-RB 35/2012: no
// text in them. Lengths are tenths of a point.

#include <string>

#include "core/document/sheet/measure.h"

namespace himpun::document {

inline constexpr int line_width = 9;

/// Symbol, arrow heads and exits of a cell, drawn around the middle of `width` x `height`; empty where nothing stands.
[[nodiscard]] std::string draw_symbols(SheetCell const& cell, int width, int height, SheetMeasure const& measure);

/// Height that the exits beside a cell's diamond need.
[[nodiscard]] int label_room(SheetCell const& cell, SheetMeasure const& measure);

/// For who cannot see it: "Mulai/Selesai", "Kegiatan", "Keputusan", "Penghubung halaman".
[[nodiscard]] std::string symbol_words(Symbol symbol);

}  // namespace himpun::document
