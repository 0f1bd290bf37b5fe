#pragma once
// Use cases of procedures: check a file, adopt it as a new version, say who stands for its performers, show it. A file
// is read and proven before the transaction, because that takes longer than a command may. Running cases keep the
// version and the holders they started with.

#include "app/office.h"
#include "app/views/page.h"
#include "app/views/procedure_view.h"

namespace himpun::app {

inline constexpr ProblemType procedure_refused{"procedure.refused", ProblemKind::invalid, "Berkas SOP ditolak",
                                               "The procedure file is refused"};
inline constexpr ProblemType procedure_changed{"procedure.changed", ProblemKind::stale, "SOP ini sudah berubah",
                                               "This procedure has changed"};
inline constexpr ProblemType procedure_version_unknown{"procedure.version_unknown", ProblemKind::not_found,
                                                       "Versi SOP tidak ditemukan",
                                                       "There is no such version of the procedure"};

/// A file that may be adopted, with what was found in it.
struct CheckedFile {
  std::string source;
  procedure::Check check;
};
/// Reads, proves and lints; `procedure.refused` with every fault (`Problem::causes`) when it may not run.
[[nodiscard]] Result<CheckedFile> check_file(std::string source, std::string const& name);

/// Records the file as a new version, by an administrator; the same file again changes nothing. {id, version, findings}
[[nodiscard]] Result<Json> adopt_procedure(Desk& desk, CheckedFile const& file, Language language);

/// Says which positions or units stand for the performers; performers that are not named have nobody. `seen`: version
/// of the procedure's stream. {version, body}
[[nodiscard]] Result<Json> assign_procedure(Desk& desk, std::int64_t seen, procedure::ProcedureId const& id,
                                            std::vector<procedure::PerformerAssignment> const& assignments);

/// A version with the book that keeps it alive; for whoever may read.
struct FoundVersion {
  Books::Book book;
  procedure::AdoptedVersion const* version = nullptr;
};
[[nodiscard]] Result<FoundVersion> find_version(Sight& sight, procedure::ProcedureId const& id, std::int64_t version);

/// {items, next?}
[[nodiscard]] Result<Json> list_procedures(Sight& sight, PageQuery const& query);
/// {version, body}
[[nodiscard]] Result<Json> show_procedure(Sight& sight, procedure::ProcedureId const& id);
[[nodiscard]] Result<Json> show_procedure_version(Sight& sight, procedure::ProcedureId const& id, std::int64_t version,
                                                  Language language);
/// {identity, title, columns, pages}
[[nodiscard]] Result<Json> show_sheet(Sight& sight, procedure::ProcedureId const& id, std::int64_t version);

}  // namespace himpun::app
