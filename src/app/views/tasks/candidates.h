#pragma once
// To whom a disposition or a signed paper may go: every open position and unit, with what the SOP expects first.

#include "app/views/tasks/task_view.h"

namespace himpun::app {

/// Whoever performs the steps after this one comes first; never the holder of the task itself.
[[nodiscard]] std::vector<Candidate> forward_candidates(CaseScene const& scene, procedure::Step const& step,
                                                        workflow::Task const& task);
/// The divisions of the SOP; when it has none, everybody else with a part in it.
[[nodiscard]] std::vector<Candidate> recipient_candidates(CaseScene const& scene, workflow::Task const& task);

}  // namespace himpun::app
