#pragma once
// A figure or a target in one cell: "70", "3/232", "BB (72)", "10 sampai 20", "paling banyak 5", "tidak tersedia:
// survei belum selesai". What is written here is read back as the same.

#include "app/sheets/cell_reading.h"
#include "core/performance/value.h"

namespace himpun::app {

/// Blank for a blank cell.
[[nodiscard]] Reading<performance::Value> value_in(Cell const& cell);
[[nodiscard]] Reading<performance::Target> target_in(Cell const& cell);

[[nodiscard]] Cell cell_of(performance::Value const& value);
[[nodiscard]] Cell cell_of(performance::Target const& target);

}  // namespace himpun::app
