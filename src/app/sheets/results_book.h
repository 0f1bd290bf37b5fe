#pragma once
// What an office achieved, as the tables its reports print: per sasaran, formulir E.81 with K (performance) and Rp,
// a recap per division, and the measurement of the performance agreement. The figures are those of show_results.

#include "app/ports/sheet_book.h"
#include "app/sheets/scratch_file.h"
#include "app/views/performance/results_view.h"

namespace himpun::app {

/// Refuses a year without a profile.
[[nodiscard]] Result<SheetBook> results_book(Sight& sight, ResultsQuery const& query);
[[nodiscard]] Result<MadeFile> make_results_book(Sight& sight, ResultsQuery const& query);

}  // namespace himpun::app
