#pragma once
// A BPMN 2.0 document back to a procedure: what write_bpmn made comes back equal; of other programs' files comes what
// they share with a procedure (tasks in lanes, gateways, names, documentation), and a note for everything else. The
// result is the text of a procedure file: whether it is good is for check_procedure to say.

#include <string>
#include <vector>

#include "base/problem.h"
#include "core/document/bpmn/notes.h"
#include "core/procedure/procedure.h"

namespace himpun::document::bpmn {

struct Imported {
  procedure::Procedure procedure;
  std::string text;         ///< in the procedure format
  std::vector<Note> notes;  ///< in the order of the file
};

/// `file` is the name to show in messages.
[[nodiscard]] Result<Imported> import_bpmn_file(std::string_view text, std::string const& file);
[[nodiscard]] Result<Imported> import_bpmn(Element const& root, std::string const& file);

}  // namespace himpun::document::bpmn
