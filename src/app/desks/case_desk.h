#pragma once
// Use cases of a running case: start it, act on its tasks, steer it, move it to a newer version of its procedure. The
// rules are core/workflow's; here they meet the books, the journal and the read model.

#include "app/office.h"
#include "core/workflow/move.h"

namespace himpun::app {

/// Answers {id, number, version, open}.
[[nodiscard]] Result<Json> start_case(Desk& desk, procedure::ProcedureId const& procedure,
                                      workflow::StartCase const& command);
/// Answers {case_id, version, state, task_revision, open}.
[[nodiscard]] Result<Json> act_on_task(Desk& desk, workflow::TaskCommand const& command, workflow::Identity identity);
/// The same for a division's request whose form was sent or judged; everybody else is sent to the form.
[[nodiscard]] Result<Json> act_for_form(Desk& desk, workflow::TaskCommand const& command);
/// `version`: the case as the caller saw it; absent for Himpun itself. Answers {case_id, version, state, open}.
[[nodiscard]] Result<Json> steer_case(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> version,
                                      workflow::CaseCommand const& command);
[[nodiscard]] Result<Json> move_case(Desk& desk, workflow::CaseId const& id, std::int64_t version,
                                     std::int64_t to_procedure_version);

/// A case with the version of the procedure it runs; refused with `case.unknown`.
struct RunningCase {
  Books::Case file;
  Books::Book book;
  procedure::Procedure const* procedure = nullptr;

  [[nodiscard]] workflow::Case const& state() const { return file->state; }
};
[[nodiscard]] Result<RunningCase> find_running_case(Sight& sight, workflow::CaseId const& id);

/// The assignments of a procedure's book in the words of a case.
[[nodiscard]] std::vector<workflow::Assignment> assignments_of(procedure::Book const& book);

}  // namespace himpun::app
