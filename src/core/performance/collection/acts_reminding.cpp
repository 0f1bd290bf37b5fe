// Who owes a form is told so: once when its due date comes near, once when it has passed, and when a reviewer asks.

#include <algorithm>

#include "core/performance/collection/acts.h"
#include "core/performance/collection/progress.h"

namespace himpun::performance {
namespace {

bool was_told(Collection const& collection, RemindDivision const& command, std::optional<Instant> const& due_at) {
  return std::ranges::any_of(collection.reminders, [&](Reminder const& each) {
    return each.unit == command.unit && each.stage == command.stage && each.due_at == due_at;
  });
}

/// A day as the journal counts it; a second reminder on it would be noise.
bool was_asked_today(Collection const& collection, UnitId const& unit, Instant now) {
  return std::ranges::any_of(collection.reminders, [&](Reminder const& each) {
    return each.unit == unit && each.stage == ReminderStage::asked && now - each.at < std::chrono::hours{24};
  });
}

}  // namespace

Words stage_words(ReminderStage stage) {
  switch (stage) {
    case ReminderStage::at_risk:
      return {"mendekati batas waktu", "due soon"};
    case ReminderStage::late:
      return {"melewati batas waktu", "overdue"};
    case ReminderStage::asked:
      return {"diminta pemeriksa", "asked by the reviewer"};
  }
  return {};
}

namespace acts {

Answer act(Collection const& collection, RemindDivision const& command, CollectionOccasion const& occasion) {
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  auto const* form = find_form(collection, command.unit);
  if (!form) return refuse(form_not_owed);
  auto const progress = progress_of(collection, *form, {occasion.catalogue, occasion.previous}, occasion.now);
  if (!progress.is_owed) return refuse(form_not_owed);
  if (command.stage != ReminderStage::asked) {
    bool const is_due = occasion.caller.is_installation() && stage_of(progress, occasion.now) == command.stage;
    if (!is_due) return refuse(form_not_owed);
    if (was_told(collection, command, form->due_at)) return already_so();
    return happened(DivisionReminded{command.unit, command.stage, form->due_at, std::nullopt});
  }
  auto const by = who_reviews(collection, occasion);
  if (!by) return std::unexpected(by.error());
  if (was_asked_today(collection, command.unit, occasion.now)) return already_so();
  return happened(DivisionReminded{command.unit, command.stage, form->due_at, *by});
}

}  // namespace acts
}  // namespace himpun::performance
