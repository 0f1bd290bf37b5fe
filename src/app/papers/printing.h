#pragma once
// From a paper as a value to what is seen: the agency's letterhead around it, HTML for the browser, PDF from the
// printer. It keeps nothing.

#include "app/office.h"
#include "app/ports/renderer.h"
#include "core/document/html/html.h"

namespace himpun::app {

/// A paper with everything it takes to show or print it.
struct ReadyPaper {
  document::OfficialPaper paper;
  document::Dressing dressing;
  std::string author;     ///< the agency
  Instant dated{};        ///< what its PDF says when it was made
  std::string file_name;  ///< without its ending
};

/// The agency's letterhead as it is set, or its name and region where none was.
[[nodiscard]] document::Dressing dressing_of(Sight& sight);
[[nodiscard]] ReadyPaper make_ready(Sight& sight, document::OfficialPaper paper, Instant dated, std::string file_name);

/// The sheet of a procedure as a paper of its own.
[[nodiscard]] document::OfficialPaper sheet_paper(procedure::Procedure const& procedure, document::PageSize size);
/// The sheet of an adopted version.
[[nodiscard]] Result<ReadyPaper> find_sheet_paper(Sight& sight, procedure::ProcedureId const& id, std::int64_t version,
                                                  document::PageSize size);

[[nodiscard]] std::string to_html(ReadyPaper const& ready);
/// Waits for the printer; never call it while a transaction is open. `printer.missing`, `printer.failed`.
[[nodiscard]] Result<Printed> print(Renderer* renderer, ReadyPaper const& ready);

/// A kept content of at most 512 KB; empty when it is missing or larger.
[[nodiscard]] std::string small_content(BlobStore& blobs, std::string const& sha256);

/// "Nama SOP" as a file's name: letters, digits and hyphens.
[[nodiscard]] std::string plain_file_name(std::string_view text);

}  // namespace himpun::app
