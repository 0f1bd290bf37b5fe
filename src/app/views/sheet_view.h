#pragma once
// The official SOP sheet as the doors show it: core/document lays it out, this says it in the contract's words.

#include "base/json.h"
#include "core/procedure/procedure.h"

namespace himpun::app {

/// {identity, title, columns, pages}
[[nodiscard]] Json sheet_view(procedure::Procedure const& procedure);

}  // namespace himpun::app
