#pragma once
// A paper that the case itself writes (naskah), as an official paper: its words from the manuscript, the places of
// everybody who initials and signs it by the procedure, and the marks given so far.

#include "app/desks/case_desk.h"
#include "app/papers/editions.h"
#include "app/papers/printing.h"

namespace himpun::app {

inline constexpr ProblemType paper_not_printable{"paper.not_printable", ProblemKind::conflict,
                                                 "Versi naskah ini bukan teks yang dapat dicetak",
                                                 "This version of the paper is no text that could be printed"};

/// Refused with `case.unknown`, `paper.version_unknown`, `paper.not_printable` (a file or a reference).
[[nodiscard]] Result<ReadyPaper> make_case_paper(Sight& sight, EditionName const& name);

}  // namespace himpun::app
