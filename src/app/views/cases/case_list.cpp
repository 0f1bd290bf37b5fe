#include "app/views/cases/case_list.h"

#include <algorithm>
#include <charconv>

namespace himpun::app {
namespace {

/// The row knows when the case is due; from when on it is at risk, and how long it stands still, the case knows.
void add_timing(CaseSummary& summary, Sight& sight, CaseRow const& row) {
  auto at = sight.now;
  std::optional<Instant> at_risk_at;
  bool const is_late_already = row.state == "running" && *row.due_at < at;
  if (!is_late_already) {
    auto const file = sight.books.find_case(sight.reader, row.case_id);
    if (file->state.suspended_at) at = *file->state.suspended_at;
    for (auto const& run : file->state.runs) {
      if (run.is_open() && run.due_at == row.due_at) at_risk_at = run.at_risk_at;
    }
  }
  auto const timing = timing_at(sight.calendar(), at, row.due_at, at_risk_at);
  summary.punctuality = timing.punctuality;
  summary.days_left = timing.days_left;
}

CaseSummary summarize(Sight& sight, CaseRow const& row) {
  CaseSummary summary{.id = row.case_id,
                      .number = row.number,
                      .title = row.title,
                      .procedure = row.procedure,
                      .procedure_name = row.procedure_name,
                      .procedure_version = row.procedure_version,
                      .period = parse_period_key(row.period).value_or(workflow::Period{}),
                      .state = row.state,
                      .started_at = row.opened_at,
                      .updated_at = row.updated_at,
                      .due_at = row.due_at,
                      .step_count = std::max<std::int64_t>(row.step_count, 1)};
  if (row.due_at) add_timing(summary, sight, row);
  if (row.step_number > 0) summary.step_number = row.step_number;
  if (!row.step.empty()) summary.activity = row.step;
  if (!row.holder.empty()) summary.holder_name = access::holder_name(sight.agency(), access::HolderId{row.holder});
  return summary;
}

}  // namespace

Result<CasePage> list_cases(Sight& sight, CaseQuery query) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const limit = static_cast<std::size_t>(query.limit);
  ++query.limit;
  auto rows = sight.reader.list_cases(query);
  CasePage page;
  if (rows.size() > limit) {
    rows.resize(limit);
    page.last = rows.back();
  }
  for (auto const& row : rows) page.items.push_back(summarize(sight, row));
  return page;
}

}  // namespace himpun::app
