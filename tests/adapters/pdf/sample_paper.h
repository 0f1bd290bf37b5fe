#pragma once
// A paper with headings, a table, what somebody typed to do harm, places for a signature and initials, attached files.

#include "app/papers/printing.h"

namespace himpun::pdf::test {

[[nodiscard]] document::OfficialPaper sample_paper();
/// Under a letterhead of two lines, dated 5 January 2026.
[[nodiscard]] app::ReadyPaper ready(document::OfficialPaper paper);

}  // namespace himpun::pdf::test
