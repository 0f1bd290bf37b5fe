#pragma once
// A rule of an indicator in one cell: "120", "tanpa", "nol atau tidak", "0=100; 5=50; lebih=0". What is written here is
// read back as the same; a blank cell is no choice.

#include "app/sheets/cell_reading.h"
#include "core/performance/profile/rules.h"

namespace himpun::app {

[[nodiscard]] Reading<std::optional<performance::Limit>> limit_in(Cell const& cell);
[[nodiscard]] Reading<std::optional<performance::ZeroTarget>> zero_target_in(Cell const& cell);

[[nodiscard]] Cell cell_of(std::optional<performance::Limit> const& limit);
[[nodiscard]] Cell cell_of(std::optional<performance::ZeroTarget> const& rule);

}  // namespace himpun::app
