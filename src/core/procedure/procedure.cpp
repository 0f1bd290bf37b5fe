#include "core/procedure/procedure.h"

#include <algorithm>

namespace himpun::procedure {

Step const* find_step(Procedure const& procedure, StepId const& id) {
  auto const found = std::ranges::find(procedure.steps, id, &Step::id);
  return found == procedure.steps.end() ? nullptr : &*found;
}

Actor const* find_actor(Procedure const& procedure, ActorId const& id) {
  auto const found = std::ranges::find(procedure.actors, id, &Actor::id);
  return found == procedure.actors.end() ? nullptr : &*found;
}

int row_number(Procedure const& procedure, StepId const& id) {
  auto const* step = find_step(procedure, id);
  return step ? static_cast<int>(step - procedure.steps.data()) + 1 : 0;
}

}  // namespace himpun::procedure
