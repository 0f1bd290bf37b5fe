#pragma once
// The source data of a paper as files inside its PDF: every table as CSV (RFC 4180, UTF-8) and all of them as one JSON.
// They say what the printed tables say, so that whoever checks the paper need not type it off.

#include "core/document/paper.h"

namespace himpun::report {

/// The words of a cell, without their look.
[[nodiscard]] std::string text_of(document::Spans const& spans);
[[nodiscard]] std::string to_csv(document::Table const& table);
/// The paper's tables, in the order in which they are printed.
[[nodiscard]] std::vector<document::Table const*> tables_of(document::OfficialPaper const& paper);
/// Adds them; a table without a key has no file.
void attach_tables(document::OfficialPaper& paper);

}  // namespace himpun::report
