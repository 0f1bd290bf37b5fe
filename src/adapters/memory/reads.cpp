#include <algorithm>

#include "adapters/memory/transaction.h"
#include "app/ports/dump.h"
#include "base/text.h"

namespace himpun::memory {
namespace {

template <class Row>
std::optional<Row> copy_of(Row const* row) {
  return row ? std::optional{*row} : std::nullopt;
}

/// The rows that fit, in the order of `less`, cut to `limit`.
template <class Table, class Fits, class Less>
auto select(Table const& table, Fits const& fits, Less const& less, int limit) {
  std::vector<typename Table::Map::mapped_type> found;
  for (auto const& [key, row] : table.rows()) {
    if (fits(row)) found.push_back(row);
  }
  std::ranges::sort(found, less);
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
  return found;
}

template <class Table>
auto all_of(Table const& table) {
  std::vector<typename Table::Map::mapped_type> found;
  for (auto const& [key, row] : table.rows()) found.push_back(row);
  return found;
}

bool fits_word(std::string const& wanted, std::string const& value) { return wanted.empty() || wanted == value; }

bool contains(std::string const& text, std::string const& part) {
  return lower_ascii(text).find(lower_ascii(part)) != std::string::npos;
}

bool less(app::CaseSort sort, app::CaseRow const& a, app::CaseRow const& b) {
  switch (sort) {
    case app::CaseSort::number_ascending:
      return std::tie(a.number, a.case_id) < std::tie(b.number, b.case_id);
    case app::CaseSort::due_at_ascending: {
      auto const a_due = a.due_at.value_or(Instant::max());
      auto const b_due = b.due_at.value_or(Instant::max());
      return std::tie(a_due, a.case_id) < std::tie(b_due, b.case_id);
    }
    case app::CaseSort::updated_at_descending:
      break;
  }
  return std::tie(a.updated_at, a.case_id) > std::tie(b.updated_at, b.case_id);
}

}  // namespace

app::StreamHead Transaction::head(std::string_view stream) {
  return copy_of(tables_.heads.find(Text{stream})).value_or(app::StreamHead{});
}

std::vector<app::EventRow> Transaction::events(std::string_view stream, std::int64_t after_version, int limit) {
  std::vector<app::EventRow> found;
  auto const& rows = tables_.events.rows();
  for (auto at = rows.upper_bound({Text{stream}, after_version}); at != rows.end(); ++at) {
    if (at->first.first != stream || std::ssize(found) >= limit) break;
    found.push_back(at->second);
  }
  return found;
}

std::vector<app::EventRow> Transaction::journal(std::int64_t after_position, int limit) {
  std::vector<app::EventRow> found;
  auto const& rows = tables_.positions.rows();
  for (auto at = rows.upper_bound(after_position); at != rows.end() && std::ssize(found) < limit; ++at) {
    found.push_back(event_at(at->second));
  }
  return found;
}

std::vector<app::EventRow> Transaction::journal_backwards(std::int64_t before_position, int limit) {
  std::vector<app::EventRow> found;
  auto const& rows = tables_.positions.rows();
  for (auto at = rows.lower_bound(before_position); at != rows.begin() && std::ssize(found) < limit;) {
    found.push_back(event_at((--at)->second));
  }
  return found;
}

std::vector<std::string> Transaction::streams(std::string_view prefix, std::string_view after, int limit) {
  std::vector<std::string> found;
  for (auto const& [stream, head] : tables_.heads.rows()) {
    if (std::ssize(found) >= limit) break;
    if (stream > after && stream.starts_with(prefix)) found.push_back(stream);
  }
  return found;
}

std::optional<app::CaseRow> Transaction::find_case(std::string_view case_id) {
  return copy_of(tables_.cases.find(Text{case_id}));
}

std::vector<app::CaseRow> Transaction::list_cases(app::CaseQuery const& query) {
  auto const before = [&](app::CaseRow const& a, app::CaseRow const& b) { return less(query.sort, a, b); };
  auto const fits = [&](app::CaseRow const& row) {
    return fits_word(query.state, row.state) && fits_word(query.procedure, row.procedure) &&
           fits_word(query.period, row.period) &&
           (contains(row.number, query.search) || contains(row.title, query.search) ||
            contains(row.procedure_name, query.search)) &&
           (!query.after || before(*query.after, row));
  };
  return select(tables_.cases, fits, before, query.limit);
}

std::optional<app::TaskRow> Transaction::find_task(std::string_view task) {
  return copy_of(tables_.tasks.find(Text{task}));
}

std::vector<app::TaskRow> Transaction::list_tasks(app::TaskQuery const& query) {
  auto const fits = [&](app::TaskRow const& row) {
    return row.holder == query.holder && fits_word(query.action, row.action) &&
           (!query.due_before || row.due_at < *query.due_before) &&
           (!query.at_risk_before || row.at_risk_at < *query.at_risk_before) &&
           (!query.at_risk_after || row.at_risk_at > *query.at_risk_after) &&
           (contains(row.case_number, query.search) || contains(row.case_title, query.search) ||
            contains(row.procedure_name, query.search)) &&
           (!query.after || std::tie(row.due_at, row.task) > std::tie(query.after->due_at, query.after->task));
  };
  auto const before = [](app::TaskRow const& a, app::TaskRow const& b) {
    return std::tie(a.due_at, a.task) < std::tie(b.due_at, b.task);
  };
  return select(tables_.tasks, fits, before, query.limit);
}

std::int64_t Transaction::count_due(std::string_view holder, Instant before, int most) {
  std::int64_t count = 0;
  for (auto const& [task, row] : tables_.tasks.rows()) {
    if (count < most && row.holder == holder && row.due_at < before) ++count;
  }
  return count;
}

std::vector<app::HolderLoadRow> Transaction::holder_loads(std::string_view holder) {
  auto found = all_of(tables_.loads);
  std::erase_if(found, [&](auto const& row) { return row.holder != holder || row.open_tasks == 0; });
  return found;
}

std::vector<app::ProcedureRow> Transaction::list_procedures() { return all_of(tables_.procedures); }

std::optional<app::CaseFileRow> Transaction::find_case_file(std::string_view case_id, std::string_view sha256) {
  return copy_of(tables_.files.find({Text{case_id}, Text{sha256}}));
}

std::vector<app::JobRow> Transaction::free_jobs(std::string_view kind, Instant now, int limit) {
  std::vector<app::JobRow> rows;
  for (auto const& [key, row] : tables_.jobs.rows()) {
    if (row.kind == kind && row.free_at <= now) rows.push_back(row);
  }
  std::ranges::stable_sort(rows, {}, &app::JobRow::free_at);
  if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

std::optional<app::JobRow> Transaction::find_job(std::string_view kind, std::string_view subject) {
  auto const* row = tables_.jobs.find({Text{kind}, Text{subject}});
  return row ? std::optional{*row} : std::nullopt;
}

std::vector<app::CaseFileRow> Transaction::cases_with_file(std::string_view sha256) {
  auto found = all_of(tables_.files);
  std::erase_if(found, [&](auto const& row) { return row.sha256 != sha256; });
  return found;
}

std::vector<app::FigureRow> Transaction::figures_of_year(std::int64_t year) {
  auto found = all_of(tables_.figures);
  std::erase_if(found, [&](auto const& row) { return row.year != year; });
  return found;
}

std::vector<app::FigureRow> Transaction::figures_of(std::int64_t year, std::string_view subject,
                                                    std::string_view kind) {
  auto found = figures_of_year(year);
  std::erase_if(found, [&](auto const& row) { return row.subject != subject || row.kind != kind; });
  return found;
}

std::vector<app::FigureRow> Transaction::list_figures(app::FigureQuery const& query) {
  auto found = all_of(tables_.figures);
  std::erase_if(found, [&](auto const& row) {
    bool const is_before = query.after && figure_key(row) <= figure_key(*query.after);
    return row.year < query.first_year || row.year > query.last_year || is_before;
  });
  if (std::ssize(found) > query.limit) found.resize(static_cast<std::size_t>(query.limit));
  return found;
}

std::int64_t Transaction::leaf_count() { return std::ssize(tables_.leaves.rows()); }

std::vector<app::LeafRow> Transaction::leaves(std::int64_t from, int limit) {
  std::vector<app::LeafRow> found;
  auto const& rows = tables_.leaves.rows();
  for (auto at = rows.lower_bound(from); at != rows.end() && std::ssize(found) < limit; ++at) {
    found.push_back(at->second);
  }
  return found;
}

std::optional<app::LeafRow> Transaction::find_leaf(std::string_view stream, std::int64_t version) {
  auto const* leaf = tables_.leaf_of.find({Text{stream}, version});
  return leaf ? copy_of(tables_.leaves.find(*leaf)) : std::nullopt;
}

std::vector<app::CheckpointRow> Transaction::checkpoints_below(std::int64_t size, int limit) {
  std::vector<app::CheckpointRow> found;
  auto const& rows = tables_.checkpoints.rows();
  for (auto at = rows.lower_bound(size); at != rows.begin() && std::ssize(found) < limit;) {
    found.push_back((--at)->second);
  }
  return found;
}

std::vector<app::CheckpointRow> Transaction::checkpoints_above(std::int64_t size, int limit) {
  std::vector<app::CheckpointRow> found;
  auto const& rows = tables_.checkpoints.rows();
  for (auto at = rows.upper_bound(size); at != rows.end() && std::ssize(found) < limit; ++at) {
    found.push_back(at->second);
  }
  return found;
}

std::vector<app::EventRow> Transaction::events_without_leaf(int limit) {
  std::vector<app::EventRow> found;
  for (auto const& [position, key] : tables_.positions.rows()) {
    if (std::ssize(found) >= limit) break;
    if (!tables_.leaf_of.find(key)) found.push_back(event_at(key));
  }
  return found;
}

std::optional<app::CredentialRow> Transaction::find_credential(std::string_view username) {
  for (auto const& [account, row] : tables_.credentials.rows()) {
    if (row.username == username) return row;
  }
  return std::nullopt;
}

std::optional<app::CredentialRow> Transaction::find_credential_of(std::string_view account) {
  return copy_of(tables_.credentials.find(Text{account}));
}

std::optional<app::SessionRow> Transaction::find_session(std::string_view token_hash) {
  return copy_of(tables_.sessions.find(Text{token_hash}));
}

std::optional<app::KeptAnswerRow> Transaction::find_kept_answer(std::string_view account, std::string_view key) {
  return copy_of(tables_.answers.find({Text{account}, Text{key}}));
}

std::vector<std::string> Transaction::dump_read_model() {
  std::vector<std::string> lines;
  app::dump_rows(lines, "case_summary", all_of(tables_.cases));
  app::dump_rows(lines, "open_task", all_of(tables_.tasks));
  app::dump_loads(lines, all_of(tables_.loads));
  app::dump_rows(lines, "procedure_summary", all_of(tables_.procedures));
  app::dump_rows(lines, "case_file", all_of(tables_.files));
  app::dump_rows(lines, "figure", all_of(tables_.figures));
  app::dump_rows(lines, "number_series", all_of(tables_.series));
  std::ranges::sort(lines);
  return lines;
}

}  // namespace himpun::memory
