#pragma once
// Throws the read model away and makes it again from the journal, in one transaction: nobody ever sees half of it. It
// uses the same projections as live commands, so both end with the same rows. The vault is left alone.

#include <functional>

#include "app/office.h"

namespace himpun::app {

struct Rebuilt {
  std::int64_t cases = 0;
  std::int64_t procedures = 0;
};
/// Called now and then; may be empty.
using RebuildProgress = std::function<void(Rebuilt const&)>;

[[nodiscard]] Result<Rebuilt> rebuild(Office& office, RebuildProgress const& progress = {});
/// The same within a transaction that has more to do.
[[nodiscard]] Rebuilt rebuild(Transaction& transaction, RebuildProgress const& progress = {});

/// The row of an adopted procedure; live adoption uses it too.
[[nodiscard]] ProcedureRow procedure_row(procedure::Book const& book);

}  // namespace himpun::app
