#include "app/views/tasks/inbox.h"

#include <algorithm>

#include "app/views/tasks/recalls.h"

namespace himpun::app {
namespace {

using calendar::Punctuality;
using Holders = std::set<access::HolderId>;

auto place_of(TaskRow const& row) { return std::tie(row.due_at, row.task); }

TaskCursor cursor_at(TaskRow const& row) { return {row.due_at, row.task}; }

/// The first `limit` rows of all holders together.
std::vector<TaskRow> scan(Reader& reader, Holders const& holders, TaskQuery query) {
  std::vector<TaskRow> rows;
  for (auto const& holder : holders) {
    query.holder = holder.value;
    for (auto& row : reader.list_tasks(query)) rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, {}, place_of);
  if (rows.size() > static_cast<std::size_t>(query.limit)) rows.resize(static_cast<std::size_t>(query.limit));
  return rows;
}

TaskQuery to_rows_query(InboxQuery const& query, Instant now) {
  TaskQuery rows{.holder = {}, .action = query.action, .search = query.search, .after = query.after, .limit = query.limit};
  if (!query.due) return rows;
  if (*query.due == Punctuality::late) {
    rows.due_before = now;
    return rows;
  }
  // What is not late is due now or later; the list begins there.
  if (!rows.after || rows.after->due_at < now) rows.after = TaskCursor{now, {}};
  if (*query.due == Punctuality::at_risk) {
    rows.at_risk_before = now + std::chrono::microseconds{1};
  } else {
    rows.at_risk_after = now;
  }
  return rows;
}

struct Page {
  std::vector<TaskRow> rows;
  std::optional<TaskCursor> next;
};

Page find_page(Reader& reader, Holders const& holders, InboxQuery const& query, Instant now) {
  auto rows_query = to_rows_query(query, now);
  ++rows_query.limit;
  Page page{scan(reader, holders, rows_query), std::nullopt};
  if (std::ssize(page.rows) > query.limit) {
    page.rows.pop_back();
    page.next = cursor_at(page.rows.back());
  }
  return page;
}

TaskCounts count(Reader& reader, Holders const& holders, Instant now) {
  TaskCounts counts;
  for (auto const& holder : holders) {
    for (auto const& load : reader.holder_loads(holder.value)) {
      if (load.open_tasks <= 0) continue;
      counts.all += load.open_tasks;
      counts.by_action[load.action] += load.open_tasks;
    }
    auto const room = most_late_counted - static_cast<int>(counts.late);
    if (room > 0) counts.late += reader.count_due(holder.value, now, room);
  }
  return counts;
}

}  // namespace

Holders holders_of_caller(Sight const& sight) {
  if (!sight.caller.person) return {};
  return access::holders_of(sight.agency(), *sight.caller.person, sight.today());
}

Inbox list_inbox(Sight& sight, InboxQuery const& query) {
  auto const mine = holders_of_caller(sight);
  auto chosen = mine;
  if (query.holder) chosen = mine.contains(*query.holder) ? Holders{*query.holder} : Holders{};
  auto const page = find_page(sight.reader, chosen, query, sight.now);
  Inbox inbox{{}, page.next, count(sight.reader, mine, sight.now)};
  Recalls recalls{sight};
  for (auto const& row : page.rows) {
    auto& card = inbox.items.emplace_back(task_card(sight.agency(), sight.calendar(), sight.now, row));
    bool const is_receipt = row.action == word_of(workflow::Action::receive);
    if (is_receipt) card.recall = recalls.of_receipt(workflow::CaseId{row.case_id}, workflow::TaskId{row.task});
  }
  return inbox;
}

}  // namespace himpun::app
