#pragma once
// One task with all that its dialog needs: requisites and how each is there, the paper it works on, the ways out, the
// divisions or recipients around it, whom the SOP suggests, and whether the caller may act.

#include "app/views/cases/paper_view.h"
#include "app/views/tasks/request_view.h"
#include "app/views/tasks/task_card.h"

namespace himpun::app {

enum class PresenceKind : std::uint8_t { file, reference, paper, origin, answers };
BOOST_DESCRIBE_ENUM(PresenceKind, file, reference, paper, origin, answers)

struct InputPresence {
  PresenceKind kind = PresenceKind::reference;
  std::optional<std::string> text;
  std::optional<workflow::FileRef> file;
  std::optional<std::string> paper;
  std::optional<std::int64_t> version;
  std::optional<ByView> by;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(InputPresence, (), (kind, text, file, paper, version, by, at))

struct TaskInput {
  std::int64_t index = 0;
  std::string name;
  std::optional<std::string> source;
  bool present = false;
  std::optional<InputPresence> how;
};
BOOST_DESCRIBE_STRUCT(TaskInput, (), (index, name, source, present, how))

struct TaskPaper {
  std::string key;
  std::string name;
  std::optional<PaperVersionView> latest;
};
BOOST_DESCRIBE_STRUCT(TaskPaper, (), (key, name, latest))

struct OutcomeChoice {
  std::string label;
  std::optional<workflow::StepId> target;  ///< absent when it ends the procedure
  std::optional<std::int64_t> target_number;
  std::optional<std::string> target_activity;
};
BOOST_DESCRIBE_STRUCT(OutcomeChoice, (), (label, target, target_number, target_activity))

struct ReturnChoice {
  workflow::StepId step;
  std::int64_t number = 1;
  std::string activity;
  std::vector<std::string> holder_names;
};
BOOST_DESCRIBE_STRUCT(ReturnChoice, (), (step, number, activity, holder_names))

struct SiblingTask {
  workflow::TaskId task;
  workflow::HolderId holder;
  std::string holder_name;
  workflow::TaskState state = workflow::TaskState::not_started;
};
BOOST_DESCRIBE_STRUCT(SiblingTask, (), (task, holder, holder_name, state))

struct Candidate {
  std::string id;
  std::string name;
  bool suggested = false;  ///< what the SOP expects
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, name, suggested))

struct DistributionState {
  bool distributed = false;
  bool archived = false;
  std::optional<std::string> classification;  ///< the archive code to propose to the one who files the case
  std::optional<std::string> note;
  std::vector<RecipientView> recipients;
  std::vector<Candidate> candidates;
};
BOOST_DESCRIBE_STRUCT(DistributionState, (), (distributed, archived, classification, note, recipients, candidates))

struct TaskDetail : TaskCard {
  procedure::StepKind kind = procedure::StepKind::task;
  std::string time_written;
  std::string remark;
  std::optional<std::string> note;    ///< what the one who handed it over wrote
  std::optional<std::string> reason;  ///< the reason they gave
  std::vector<TaskInput> inputs;
  std::vector<std::string> outputs;
  bool paper_required = false;
  std::optional<TaskPaper> paper;
  std::vector<OutcomeChoice> outcomes;
  std::vector<ReturnChoice> returns;
  std::vector<SiblingTask> siblings;
  std::optional<std::vector<Candidate>> forward_to;
  std::optional<std::vector<RequestView>> requests;
  std::optional<RequestView> request;
  std::optional<DistributionState> distribution;
  std::optional<Instant> done_at;
  std::optional<ByView> done_by;
  bool may_act = false;
  std::optional<std::string> why_not;
};
BOOST_DESCRIBE_STRUCT(TaskDetail, (TaskCard),
                      (kind, time_written, remark, note, reason, inputs, outputs, paper_required, paper, outcomes,
                       returns, siblings, forward_to, requests, request, distribution, done_at, done_by, may_act,
                       why_not))

/// The task must be one of the scene's case.
[[nodiscard]] TaskDetail task_detail(CaseScene const& scene, workflow::Task const& task);

/// Looks a task up; refused with `task.unknown`.
[[nodiscard]] Result<TaskDetail> show_task(Sight& sight, workflow::TaskId const& id, Language language);

}  // namespace himpun::app
