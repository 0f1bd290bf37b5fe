#pragma once
// Which papers hold a collection's figures: the drafts of its own case, and those of later periods of the same year,
// whose tables go on from these figures. It changes nothing; a correction names them.

#include "app/office.h"
#include "core/performance/collection/collection.h"

namespace himpun::app {

/// "Dokumen mekanisme, versi 3 (berkas 0004/2026)", the collection's own case first; of the figures of `rows`.
[[nodiscard]] std::vector<std::string> affected_papers(Sight& sight, performance::Collection const& collection,
                                                       std::vector<performance::RowKey> const& rows);

}  // namespace himpun::app
