#include "app/views/performance/owed_view.h"

#include <algorithm>

namespace himpun::app {
namespace {

constexpr int most_cases = 200;

bool is_owed(FormSummary const& form) {
  using enum performance::Timeliness;
  return form.complete < form.rows || form.timeliness == late || form.timeliness == overdue;
}

}  // namespace

std::vector<OwedForm> owed_forms(Sight& sight, ResultsQuery const& query, Language language) {
  std::vector<OwedForm> owed;
  CaseQuery const running{.state = "running", .sort = CaseSort::due_at_ascending, .limit = most_cases};
  for (auto const& row : sight.reader.list_cases(running)) {
    if (!row.period.starts_with(std::to_string(query.until.year))) continue;
    auto view = show_collection(sight, workflow::CaseId{row.case_id}, language);
    if (!view) continue;  // a case that gathers no figures
    for (auto& form : view->forms) {
      bool const is_shown = query.unit.empty() || form.unit == query.unit;
      if (is_shown && is_owed(form)) owed.push_back({row.case_id, row.number, view->period_name, std::move(form)});
    }
  }
  return owed;
}

}  // namespace himpun::app
