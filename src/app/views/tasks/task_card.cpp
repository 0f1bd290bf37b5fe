#include "app/views/tasks/task_card.h"

#include <algorithm>

#include "app/views/people_view.h"

namespace himpun::app {

TaskCard task_card(access::Agency const& agency, calendar::Calendar const& calendar, Instant at, TaskRow const& row) {
  TaskCard card{.id = row.task,
                .case_id = row.case_id,
                .case_number = row.case_number,
                .case_title = row.case_title,
                .case_state = "running",
                .procedure_name = row.procedure_name,
                .action = row.action,
                .step = row.step,
                .step_number = std::max<std::int64_t>(row.step_number, 1),
                .step_count = std::max<std::int64_t>(row.step_count, 1),
                .activity = row.activity,
                .holder = row.holder,
                .holder_name = named(agency, access::HolderId{row.holder}).name,
                .since = row.since,
                .read = row.read_at.has_value(),
                .returned = row.state == "returned",
                .state = row.state,
                .revision = row.revision};
  if (!row.from_position.empty()) card.from_name = named(agency, access::HolderId{row.from_position}).name;
  if (row.due_at == far_future) return card;
  card.due_at = row.due_at;
  auto const timing = timing_at(calendar, at, row.due_at, row.at_risk_at);
  card.punctuality = timing.punctuality;
  card.days_left = timing.days_left;
  card.minutes_left = timing.minutes_left;
  return card;
}

}  // namespace himpun::app
