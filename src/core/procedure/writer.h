#pragma once
// A `Procedure` as a file of the procedure format (docs/reference/procedure-format.md), in the order and the manner of
// the shipped ones. Reading the text gives the same value again. It knows no comments: those belong to a file that a
// person wrote, and a value does not hold them.

#include <string>

#include "core/procedure/procedure.h"

namespace himpun::procedure {

[[nodiscard]] std::string write_procedure(Procedure const& procedure);

}  // namespace himpun::procedure
