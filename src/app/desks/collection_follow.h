#pragma once
// What a case's steps mean for the figures it collects: a gathering that opens asks the divisions for their forms, the
// forms are due when the gathering is, and the first initials freeze what was collected. It runs in the transaction of the case's own events.

#include "app/office.h"
#include "core/performance/collection/decide.h"
#include "core/workflow/events.h"

namespace himpun::app {

/// After `events` of the case were recorded and left it as `after`.
[[nodiscard]] Result<void> follow_case(Desk& desk, workflow::Case const& after, procedure::Procedure const& procedure,
                                       std::vector<workflow::Event> const& events);

/// Makes events of a collection durable and shows them to the reading side; answers with what it is now.
[[nodiscard]] Result<Books::Collection> record_collection(Desk& desk, std::string const& case_id,
                                                          Folded<performance::Collection> const& before,
                                                          performance::CollectionEvents const& events);

/// What was collected of the row for the span before the one that `period` reports: the quarter before, or of a yearly
/// indicator the year before, in whichever case that ended it. The newest case comes last.
[[nodiscard]] std::vector<FigureRow> earlier_figures(Reader& reader, performance::Catalogue const& catalogue,
                                                     Period const& period, performance::RowKey const& row);
/// The accepted ones, else what is recorded of the past year, for the rows' checks and the form's last figures.
[[nodiscard]] std::map<performance::IndicatorId, performance::Value> previous_figures(
    Reader& reader, performance::Catalogue const& catalogue, Period const& period,
    std::vector<performance::RowKey> const& rows);

}  // namespace himpun::app
