#pragma once
// The data part of a case's draft: which papers carry it, and making it anew when a figure changes before the freeze.

#include "app/desks/case_desk.h"
#include "core/report/data_part.h"

namespace himpun::app {

/// The keys of papers that gatherings write.
[[nodiscard]] std::vector<std::string> drafts_of(procedure::Procedure const& procedure);

/// The part for the paper that `step` writes: the paper of a gathering whose case collects figures, in whatever step it
/// is written. None for other papers, and before anything was accepted.
[[nodiscard]] std::optional<std::string> data_part_for(Sight& sight, RunningCase const& running,
                                                       workflow::StepId const& step);

/// Writes a new version of every paper whose data part no longer says what the accepted figures say; initials on it are
/// voided, as by any edit. Does nothing once the figures are frozen.
[[nodiscard]] Result<void> renew_papers(Desk& desk, workflow::CaseId const& id);

}  // namespace himpun::app
