#pragma once
// One row of a form, with everything the grid shows about it.

#include "app/views/performance/form_view.h"

namespace himpun::app {

[[nodiscard]] std::vector<FindingView> findings_of(FormBooks const& books, performance::Row const& row,
                                                   Language language);
[[nodiscard]] SubjectView about_indicator(performance::Catalogue const& catalogue,
                                          performance::IndicatorId const& id, std::int32_t year);
/// `row`: whose page is shown.
[[nodiscard]] EvidenceView evidence_view(performance::KeptEvidence const& kept,
                                         std::optional<performance::RowKey> const& row);
[[nodiscard]] FormRowView row_view(Sight& sight, FormBooks const& books, performance::Row const& row,
                                   Language language);

}  // namespace himpun::app
