#pragma once
// Names that people gave to events, gateways and flows and that no row of a procedure shows: each gets a note.

#include "core/document/bpmn/reading/trace.h"

namespace himpun::document::bpmn {

void note_unused_names(Source const& source, Trace const& trace, Notes& notes);

}  // namespace himpun::document::bpmn
