#pragma once
// Kotak tugas: what waits for the posts somebody holds today and for the units these belong to, soonest due first. Each
// holder's tasks are one scan of the read model; here the scans are merged into pages.

#include <map>

#include "app/office.h"
#include "app/views/tasks/task_card.h"
#include "core/workflow/case.h"

namespace himpun::app {

struct InboxQuery {
  std::string action{};  ///< empty: every action
  std::optional<calendar::Punctuality> due{};
  std::optional<access::HolderId> holder{};
  std::string search{};
  std::optional<TaskCursor> after{};
  int limit = 50;
};

/// Of the whole inbox, whatever the filters.
struct TaskCounts {
  std::int64_t all = 0;
  std::int64_t late = 0;  ///< counting stops at `most_late_counted`
  std::map<std::string, std::int64_t> by_action;
};
BOOST_DESCRIBE_STRUCT(TaskCounts, (), (all, late, by_action))

inline constexpr int most_late_counted = 1000;

struct Inbox {
  std::vector<TaskCard> items;
  std::optional<TaskCursor> next;  ///< absent on the last page
  TaskCounts counts;
};

/// The positions and units the caller may act for today; empty for an account without a person.
[[nodiscard]] std::set<access::HolderId> holders_of_caller(Sight const& sight);
[[nodiscard]] Inbox list_inbox(Sight& sight, InboxQuery const& query);

}  // namespace himpun::app
