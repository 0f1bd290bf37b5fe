#pragma once
// Which forms the divisions still owe, in running cases of a year: for the leader's page and for reminders.

#include "app/views/performance/results_view.h"

namespace himpun::app {

/// Forms that are not complete or late, those that are due first come first.
[[nodiscard]] std::vector<OwedForm> owed_forms(Sight& sight, ResultsQuery const& query, Language language);

}  // namespace himpun::app
