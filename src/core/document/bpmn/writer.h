#pragma once
// A procedure as a BPMN 2.0 document with its diagram (docs/reference/bpmn.md). What BPMN has no word for (times,
// requisites, papers, the boxes of the sheet) stands in extension elements named like the keys of the procedure file,
// so that nothing of the value is lost; comments of the file are not part of it.

#include "core/document/bpmn/element.h"
#include "core/procedure/procedure.h"

namespace himpun::document::bpmn {

/// Every id in the procedure must be known, as the reader guarantees. The same procedure gives the same document.
[[nodiscard]] Element write_bpmn(procedure::Procedure const& procedure);

/// The same as a file.
[[nodiscard]] std::string write_bpmn_file(procedure::Procedure const& procedure);

/// What the documentation of a step's task says to people who see it in another program.
[[nodiscard]] std::string documentation_of(procedure::Step const& step);

}  // namespace himpun::document::bpmn
