#pragma once
// A procedure as readable text for a terminal: who issued it, its columns, its rows with what follows each, and how
// long it takes. Plain characters, no colours; it prints nothing itself.

#include <string>

#include "base/words.h"
#include "core/procedure/check.h"

namespace himpun::procedure {

/// `columns` is the width of the terminal (at least 60 is used).
[[nodiscard]] std::string summarize(Check const& check, Language language, std::size_t columns = 100);

/// The name of a kind of step for people: "Paraf" / "Initials".
[[nodiscard]] Words name_of(StepKind kind);

}  // namespace himpun::procedure
