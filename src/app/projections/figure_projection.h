#pragma once
// The read-model rows of a collection, made from the collection alone: one figure a row of a form. Live commands and a
// rebuild use the same function, so both end with the same rows.

#include "app/ports/store.h"
#include "core/performance/collection/collection.h"

namespace himpun::app {

/// Writes the rows that differ between `before` and `after`. A rebuild passes an empty `before`.
void project_collection(Transaction& transaction, performance::Collection const& before,
                        performance::Collection const& after);

/// Whether the figure counts: accepted, and perhaps frozen since.
[[nodiscard]] inline bool is_collected(FigureRow const& row) { return row.state == "accepted" || row.state == "frozen"; }
[[nodiscard]] performance::Value value_of(FigureRow const& row);
[[nodiscard]] std::vector<std::string> evidence_ids(FigureRow const& row);

/// The row of one figure.
[[nodiscard]] FigureRow figure_row(performance::Collection const& collection, performance::Row const& row);

}  // namespace himpun::app
