#pragma once
// In which order the tasks of a BPMN file become rows: as written where every task is one of ours, else along the flow,
// so that what comes first stands first. The first row is a start.

#include <vector>

#include "core/document/bpmn/reading/trace.h"

namespace himpun::document::bpmn {

/// Indices into `trace.steps`.
[[nodiscard]] std::vector<std::size_t> order_rows(Source const& source, Trace const& trace);

}  // namespace himpun::document::bpmn
