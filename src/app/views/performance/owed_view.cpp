#include "app/views/performance/owed_view.h"

#include <algorithm>
#include <set>

#include "app/views/tasks/inbox.h"

namespace himpun::app {
namespace {

constexpr int most_cases = 200;

bool is_owed(FormSummary const& form) {
  using enum performance::Timeliness;
  return form.complete < form.rows || form.owed || form.timeliness == late || form.timeliness == overdue;
}

/// Cases in which the caller's posts have a request to answer, or gather answers.
std::set<std::string> cases_of_caller(Sight& sight) {
  std::set<std::string> cases;
  for (auto const& holder : holders_of_caller(sight)) {
    for (auto const* action : {"answer", "gather"}) {
      TaskQuery const query{.holder = holder.value, .action = action, .limit = most_cases};
      for (auto const& task : sight.reader.list_tasks(query)) cases.insert(task.case_id);
    }
  }
  return cases;
}

bool is_callers(FormSummary const& form) {
  return std::ranges::any_of(form.allowed, [](FormAct act) { return act != FormAct::correct; });
}

}  // namespace

std::vector<OwedForm> owed_to_caller(Sight& sight, Language language) {
  std::vector<OwedForm> owed;
  for (auto const& id : cases_of_caller(sight)) {
    auto view = show_collection(sight, workflow::CaseId{id}, language);
    auto const row = sight.reader.find_case(id);
    if (!view || view->frozen_at || !row) continue;
    for (auto& form : view->forms) {
      if (!form.owed || !is_callers(form)) continue;
      owed.push_back({id, row->number, view->period_name, std::move(form)});
    }
  }
  std::ranges::stable_sort(owed, {}, [](OwedForm const& each) { return each.form.due_at.value_or(far_future); });
  return owed;
}

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
