#pragma once
// The read-model rows of a case, made from the case alone: what the lists and the inbox show. Live commands and a
// rebuild use the same function, so both end with the same rows.

#include "app/ports/store.h"
#include "core/workflow/events.h"

namespace himpun::app {

/// Writes the rows that differ between `before` and `after`; `version` is the stream's version of `after`. A rebuild
/// passes an empty `before`.
void project_case(Transaction& transaction, workflow::Case const& before, workflow::Case const& after,
                  procedure::Procedure const& procedure, std::int64_t version);

/// The row of one open task.
[[nodiscard]] TaskRow task_row(workflow::Case const& file, workflow::Task const& task,
                               procedure::Procedure const& procedure);

/// Tasks that lie in an inbox: open ones of a running case.
[[nodiscard]] bool is_listed(workflow::Case const& file, workflow::Task const& task);

}  // namespace himpun::app
