#include "base/text.h"
#include "core/workflow/acts.h"

namespace himpun::workflow {
Acted act(Act& context, Dispose const& command) {
  if (context.task.action != Action::dispose) return refuse(task_other_action);
  auto const& given = command.disposition;
  if (given.to.empty()) {
    return refuse(disposition_incomplete,
                  {"Pilih kepada siapa disposisi diteruskan.", "Choose to whom it is passed on."});
  }
  for (auto const& holder : given.to) {
    if (!access::is_open_holder(context.occasion().agency, holder)) {
      return refuse(disposition_incomplete, {"Penerima disposisi tidak dikenal.", "A recipient is not known."});
    }
  }
  if (given.instructions.empty() && trim(given.note).empty()) {
    return refuse(disposition_incomplete, {"Centang paling sedikit satu petunjuk, atau tulis catatan.",
                                           "Tick at least one instruction, or write a note."});
  }
  if (auto ok = require_inputs(context); !ok) return ok;
  context.progress.happen(DispositionGiven{context.task.id, given, context.by});
  context.progress.complete_step(context.step, {.note = given.note}, context.by);
  return {};
}

}  // namespace himpun::workflow
