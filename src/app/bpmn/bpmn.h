#pragma once
// Procedures as BPMN files: an adopted one to take away, and a file of somebody's drawing program checked as a
// procedure. Reading and drawing is core/document/bpmn.

#include "app/desks/procedure_desk.h"
#include "core/document/bpmn/importer.h"

namespace himpun::app {

struct BpmnFile {
  std::string name;  ///< "pengumpulan-data-kinerja-v1.bpmn"
  std::string bytes;
};
[[nodiscard]] Result<BpmnFile> procedure_bpmn(Sight& sight, procedure::ProcedureId const& id, std::int64_t version);

/// {id?, number?, name?, findings, refusals, paths, source, notes}: what a check says, the procedure file that would be
/// adopted, and what did not come over.
[[nodiscard]] Result<Json> check_bpmn(Sight& sight, std::string_view text, std::string const& file, Language language);

/// {kind, element?, line, column, text}
[[nodiscard]] Json note_view(document::bpmn::Note const& note, Language language);

}  // namespace himpun::app
