#pragma once
// Use cases of leaders' decisions about figures: note one, and note that it was carried out. The rules are
// core/performance/decision's; reading them is views/performance/decision_view.h.

#include "app/office.h"
#include "core/performance/decision/decide.h"

namespace himpun::app {

/// Answers {decision, year}. Whoever it is given to is told at once.
[[nodiscard]] Result<Json> note_decision(Desk& desk, performance::NoteDecision command);
/// Answers {decision, year}.
[[nodiscard]] Result<Json> settle_decision(Desk& desk, std::int32_t year, performance::SettleDecision const& command);

}  // namespace himpun::app
