#pragma once
// Procedures as the doors show them: in a list, with their versions and holders, as a value with findings and paths.
// Findings are made anew from the kept file each time, so that a better linter helps old versions too.

#include "app/office.h"
#include "core/procedure/check.h"

namespace himpun::app {

/// {id, number, name, unit, version, adopted_at, step_count, startable}
[[nodiscard]] Json procedure_summary(procedure::Book const& book);
/// {id, number, name, unit, latest_version, versions, actors, starts, startable}
[[nodiscard]] Json procedure_view(Sight& sight, procedure::Book const& book);
/// {version, adopted_at, adopted_by, procedure, findings, paths}
[[nodiscard]] Json version_view(Sight& sight, procedure::Book const& book, procedure::AdoptedVersion const& version,
                                Language language);
/// A fault of a refused file, with its place.
[[nodiscard]] Json refusal_view(Problem const& problem, Language language);
/// {id?, number?, name?, findings, refusals, paths}
[[nodiscard]] Json check_view(procedure::Check const& check, calendar::Calendar const& calendar, Language language);
[[nodiscard]] Json findings_view(procedure::Check const& check, Language language);

/// Every performer has a holder, so a case may start.
[[nodiscard]] bool is_startable(procedure::Book const& book);

}  // namespace himpun::app
