#pragma once
// One row of the inbox, made from the read model's row so that a list needs no case to be folded. Only `recall` is
// looked up beside it (recalls.h).

#include "app/ports/rows.h"
#include "app/views/people_view.h"
#include "app/views/timing.h"
#include "core/access/agency.h"

namespace himpun::app {

/// The paper that somebody was sent was taken back.
struct RecallView {
  std::string reason;
  Instant at{};
  ByView by;
};
BOOST_DESCRIBE_STRUCT(RecallView, (), (reason, at, by))

struct TaskCard {
  std::string id;
  std::string case_id;
  std::string case_number;
  std::string case_title;
  std::string case_state;
  std::string procedure_name;
  std::string action;
  std::string step;
  std::int64_t step_number = 1;
  std::int64_t step_count = 1;
  std::string activity;
  std::string holder;
  std::string holder_name;
  std::optional<std::string> from_name;  ///< who handed it over, or began the case
  Instant since{};
  std::optional<Instant> due_at;
  calendar::Punctuality punctuality = calendar::Punctuality::on_time;
  std::optional<std::int64_t> days_left;
  std::optional<std::int64_t> minutes_left;
  bool read = false;
  bool returned = false;  ///< sent back to its holder
  std::string state;
  std::int64_t revision = 1;
  std::optional<RecallView> recall;  ///< of what a receipt is about
};
BOOST_DESCRIBE_STRUCT(TaskCard, (),
                      (id, case_id, case_number, case_title, case_state, procedure_name, action, step, step_number,
                       step_count, activity, holder, holder_name, from_name, since, due_at, punctuality, days_left,
                       minutes_left, read, returned, state, revision, recall))

/// `at`: the instant punctuality is measured at. The case is taken to be running.
[[nodiscard]] TaskCard task_card(access::Agency const& agency, calendar::Calendar const& calendar, Instant at,
                                 TaskRow const& row);

}  // namespace himpun::app
