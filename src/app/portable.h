#pragma once
// An office as lines of JSON, independent of the database it came from: the journal as `journal export` writes it, and
// how each account proves itself. Sessions and answers kept for retried requests stay behind: people sign in again. The
// read model is made anew from the journal. File contents and keys are copied by whoever copies these lines.

#include <functional>
#include <istream>

#include "app/ports/store.h"
#include "app/rebuild.h"

namespace himpun::app {

inline constexpr ProblemType portable_unreadable{"backup.unreadable", ProblemKind::invalid,
                                                 "Isi salinan tidak dapat dibaca",
                                                 "The contents of the backup cannot be read"};

/// Hands the credential of every account to `line`, as JSON.
void export_credentials(Reader& reader, std::function<void(Json const&)> const& line);

/// Appends a whole exported journal to an empty store: events, leaves and checkpoints. `lines` is read twice.
[[nodiscard]] Result<void> import_journal(Transaction& transaction, std::istream& lines,
                                          std::function<void(std::int64_t events)> const& progress);
[[nodiscard]] Result<void> import_credentials(Transaction& transaction, std::istream& lines);

}  // namespace himpun::app
