#pragma once
// The tables of what divisions handed over: per division figures with achievement, causes and remedies, money; the list
// of evidence; and the remarks that belong to them. Only accepted figures are printed; the others are named.

#include "core/performance/collection/collection.h"
#include "core/report/figures/figure_lines.h"
#include "core/report/pieces.h"

namespace himpun::report {

/// One heading and its tables for every division.
[[nodiscard]] Blocks collected_per_division(DataBooks const& books, performance::Collection const& collection);
[[nodiscard]] document::Table evidence_list(DataBooks const& books, performance::Collection const& collection);
/// What was left out, waived, corrected or cannot be computed, and why.
[[nodiscard]] std::vector<std::string> collection_remarks(DataBooks const& books,
                                                          performance::Collection const& collection);
/// Name of the indicator or budget code of a row.
[[nodiscard]] std::string subject_name(DataBooks const& books, performance::RowKey const& key);

}  // namespace himpun::report
