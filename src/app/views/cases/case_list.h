#pragma once
// The office's cases as rows, narrowed and sorted by the read model.

#include "app/desks/case_desk.h"
#include "app/views/timing.h"

namespace himpun::app {

struct CaseSummary {
  std::string id;
  std::string number;
  std::string title;
  std::string procedure;
  std::string procedure_name;
  std::int64_t procedure_version = 1;
  workflow::Period period;
  std::string state;
  Instant started_at{};
  Instant updated_at{};
  std::optional<Instant> due_at;  ///< of the open step that is due first, as the members below
  std::optional<calendar::Punctuality> punctuality;
  std::optional<std::int64_t> days_left;
  std::optional<std::int64_t> step_number;
  std::int64_t step_count = 1;
  std::optional<std::string> activity;
  std::optional<std::string> holder_name;
};
BOOST_DESCRIBE_STRUCT(CaseSummary, (),
                      (id, number, title, procedure, procedure_name, procedure_version, period, state, started_at,
                       updated_at, due_at, punctuality, days_left, step_number, step_count, activity, holder_name))

struct CasePage {
  std::vector<CaseSummary> items;
  std::optional<CaseRow> last;  ///< where the page after goes on; absent on the last page
};

/// `query.limit` rows at most.
[[nodiscard]] Result<CasePage> list_cases(Sight& sight, CaseQuery query);

}  // namespace himpun::app
