#pragma once
// Which forms the divisions still owe, in running cases of a year: for the leader's page and for reminders.

#include "app/views/performance/results_view.h"

namespace himpun::app {

/// Forms that are not complete or late, those that are due first come first.
[[nodiscard]] std::vector<OwedForm> owed_forms(Sight& sight, ResultsQuery const& query, Language language);

/// Forms that were not sent and that the caller fills in or checks: what stands above their inbox, soonest due first.
[[nodiscard]] std::vector<OwedForm> owed_to_caller(Sight& sight, Language language);

}  // namespace himpun::app
