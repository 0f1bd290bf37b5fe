#pragma once
// The case page: what the case is, how far the SOP has come, who has what on the desk, the papers, dispositions,
// requests, recipients and the archive entry, and what the caller may do with the case now.

#include "app/views/cases/paper_view.h"
#include "app/views/cases/step_view.h"
#include "app/views/tasks/request_view.h"

namespace himpun::app {

struct CaseProcedureView {
  procedure::ProcedureId id;
  std::string number;
  std::string name;
  std::int64_t version = 1;
  std::int64_t latest_version = 1;
};
BOOST_DESCRIBE_STRUCT(CaseProcedureView, (), (id, number, name, version, latest_version))

/// What started it; members that were left empty are absent.
struct OriginView {
  workflow::OriginKind kind = workflow::OriginKind::instruction;
  std::optional<std::string> from;
  std::optional<std::string> number;
  std::optional<Date> date;
  std::optional<Date> received_on;
  std::optional<std::string> agenda_number;
  std::string subject;
  std::optional<workflow::FileRef> file;
};
BOOST_DESCRIBE_STRUCT(OriginView, (), (kind, from, number, date, received_on, agenda_number, subject, file))

struct StateNote {
  std::string reason;
  Instant at{};
  ByView by;
};
BOOST_DESCRIBE_STRUCT(StateNote, (), (reason, at, by))

struct LaneView {
  workflow::ActorId id;
  std::string name;
  bool plural = false;
  std::vector<HolderView> holders;
};
BOOST_DESCRIBE_STRUCT(LaneView, (), (id, name, plural, holders))

struct CaseTaskView {
  workflow::TaskId task;
  workflow::StepId step;
  workflow::Action action = workflow::Action::work;
  workflow::HolderId holder;
  std::string holder_name;
  workflow::TaskState state = workflow::TaskState::not_started;
  Instant since{};
  std::optional<Instant> read_at;
  std::int64_t revision = 1;
  bool may_act = false;
};
BOOST_DESCRIBE_STRUCT(CaseTaskView, (),
                      (task, step, action, holder, holder_name, state, since, read_at, revision, may_act))

struct DispositionView {
  workflow::TaskId task;
  std::vector<NamedView> to;
  workflow::Nature nature = workflow::Nature::ordinary;
  std::vector<workflow::Instruction> instructions;
  std::optional<std::string> note;
  ByView by;
  Instant at{};
  std::optional<Instant> read_at;
  std::optional<Instant> withdrawn_at;
  std::optional<std::string> withdraw_reason;
};
BOOST_DESCRIBE_STRUCT(DispositionView, (),
                      (task, to, nature, instructions, note, by, at, read_at, withdrawn_at, withdraw_reason))

struct ArchiveView {
  std::string classification;
  std::int64_t active_years = 0;
  std::int64_t inactive_years = 0;
  workflow::Disposal disposal = workflow::Disposal::destroy;
  std::string location;
  std::optional<std::string> missing_reason;
  Instant at{};
  ByView by;
};
BOOST_DESCRIBE_STRUCT(ArchiveView, (),
                      (classification, active_years, inactive_years, disposal, location, missing_reason, at, by))

enum class CaseAct : std::uint8_t { suspend, resume, cancel, withdraw, correct, migrate };
BOOST_DESCRIBE_ENUM(CaseAct, suspend, resume, cancel, withdraw, correct, migrate)

struct CaseView {
  workflow::CaseId id;
  std::string number;
  std::string title;
  workflow::CaseState state = workflow::CaseState::running;
  std::int64_t version = 1;
  CaseProcedureView procedure;
  workflow::Period period;
  OriginView origin;
  Instant started_at{};
  ByView started_by;
  Instant updated_at{};
  std::optional<Instant> closed_at;
  std::optional<StateNote> suspended;
  std::optional<StateNote> cancelled;
  std::vector<LaneView> lanes;
  std::vector<CaseStepView> steps;
  std::vector<CaseTaskView> tasks;  ///< every open one
  std::vector<PaperView> papers;
  std::vector<DispositionView> dispositions;  ///< oldest first
  std::vector<RequestView> requests;
  std::vector<RecipientView> recipients;
  std::optional<ArchiveView> archive;
  bool has_forms = false;  ///< divisions fill in figures, or did (views/performance/form_view.h)
  std::vector<CaseAct> allowed;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, number, title, state, version, procedure, period, origin, started_at, started_by, updated_at,
                       closed_at, suspended, cancelled, lanes, steps, tasks, papers, dispositions, requests, recipients,
                       archive, has_forms, allowed))

[[nodiscard]] CaseView case_view(CaseScene const& scene);
/// What the rules would let the caller do with the case now.
[[nodiscard]] std::vector<CaseAct> allowed_acts(CaseScene const& scene);

/// Looks a case up; refused with `case.unknown`.
[[nodiscard]] Result<CaseView> show_case(Sight& sight, workflow::CaseId const& id, Language language);

}  // namespace himpun::app
