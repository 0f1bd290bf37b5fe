#pragma once
// The SOP's rows as one case has gone through them: every run of a step with who held and closed it and how punctual it
// was, and what became of the step: done, open, sent back, to come, or skipped.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

enum class StepState : std::uint8_t { to_come, open, done, returned, withdrawn, skipped };
BOOST_DESCRIBE_ENUM(StepState, to_come, open, done, returned, withdrawn, skipped)

struct StepRunView {
  std::int64_t run = 1;
  StepState state = StepState::open;
  Instant opened_at{};
  std::optional<Instant> closed_at;
  std::optional<Instant> due_at;
  std::optional<calendar::Punctuality> punctuality;  ///< now while it is open, afterwards as it was closed
  std::optional<std::int64_t> days_left;             ///< while it is open
  std::optional<std::int64_t> minutes_left;
  bool sent_back = false;
  std::vector<HolderView> holders;
  std::optional<ByView> by;
  std::optional<std::string> note;
  std::optional<std::string> outcome;
  std::optional<std::string> reason;
  std::optional<workflow::StepId> returned_to;
  std::vector<NamedView> missing;
};
BOOST_DESCRIBE_STRUCT(StepRunView, (),
                      (run, state, opened_at, closed_at, due_at, punctuality, days_left, minutes_left, sent_back,
                       holders, by, note, outcome, reason, returned_to, missing))

struct StepOutcomeView {
  std::string label;
  std::optional<workflow::StepId> target;
};
BOOST_DESCRIBE_STRUCT(StepOutcomeView, (), (label, target))

struct CaseStepView {
  workflow::StepId id;
  std::int64_t number = 1;
  procedure::StepKind kind = procedure::StepKind::task;
  std::string activity;
  std::vector<workflow::ActorId> performers;
  std::optional<workflow::ActorId> gathers_from;
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  std::string time_written;
  std::string remark;
  std::optional<std::string> paper;
  bool is_start = false;
  std::vector<workflow::StepId> next;
  std::vector<StepOutcomeView> outcomes;
  std::vector<workflow::StepId> waits_for;
  std::vector<workflow::StepId> returns;
  std::vector<std::string> inferred;
  StepState state = StepState::to_come;
  std::vector<StepRunView> runs;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(CaseStepView, (),
                      (id, number, kind, activity, performers, gathers_from, inputs, outputs, time_written, remark,
                       paper, is_start, next, outcomes, waits_for, returns, inferred, state, runs))

[[nodiscard]] std::vector<CaseStepView> step_views(CaseScene const& scene);

}  // namespace himpun::app
