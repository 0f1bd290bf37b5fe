#pragma once
// A year of figures for the demo office (data/demo/year.json): catalogue, targets, ceilings, and every quarter carried
// through the SOP to its archive. A further quarter is left waiting for its divisions. The figures are examples and
// say so row by row.

#include "app/office.h"
#include "core/performance/collection/commands.h"

namespace himpun::app {

/// Names that the file uses instead of ids: `unit:<name>` and `position:<name>`.
using DemoNames = std::map<std::string, std::string>;

/// Fills the catalogue, takes every quarter of the file through `procedure`, and leaves the quarter before today's
/// waiting at the gathering. Acts as the officials whose turn it is.
[[nodiscard]] Result<void> make_demo_year(Desk& desk, procedure::ProcedureId const& procedure, DemoNames const& names);

}  // namespace himpun::app
