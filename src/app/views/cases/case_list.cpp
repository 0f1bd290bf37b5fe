#include "app/views/cases/case_list.h"

#include <algorithm>
#include <charconv>

namespace himpun::app {
namespace {

std::optional<std::int32_t> parse_number(std::string_view text) {
  std::int32_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional{number} : std::nullopt;
}

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

std::optional<workflow::Period> parse_period_key(std::string_view key) {
  using workflow::PeriodKind;
  auto const year = parse_number(key.substr(0, 4));
  if (!year || *year < 1000) return std::nullopt;
  if (key.size() == 4) return workflow::Period{PeriodKind::year, *year, 1};
  if (key.size() < 7 || key[4] != '-') return std::nullopt;
  auto const number = parse_number(key.substr(6));
  auto const letter = key[5];
  auto const most = letter == 'm' ? 12 : letter == 'q' ? 4 : letter == 's' ? 2 : 0;
  bool const has_form = key.size() == (letter == 'm' ? 8U : 7U);
  if (!number || !has_form || *number < 1 || *number > most) return std::nullopt;
  auto const kind = letter == 'm' ? PeriodKind::month : letter == 'q' ? PeriodKind::quarter : PeriodKind::semester;
  return workflow::Period{kind, *year, *number};
}

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
