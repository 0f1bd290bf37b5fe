#pragma once
// Pieces of evidence typed into one cell: links and places, each with a title where somebody wrote one.

#include "app/sheets/cell_reading.h"
#include "core/performance/collection/evidence.h"

namespace himpun::app {

/// "Rekap kunjungan = https://contoh.go.id/rekap; Lemari 3, map 12" as two pieces without ids; none for a blank cell.
[[nodiscard]] Reading<std::vector<performance::Evidence>> evidence_in(Cell const& cell);

}  // namespace himpun::app
