#pragma once
// From one period to another: the one before, and the longer one that it ends.

#include "base/values/period.h"

namespace himpun {

/// The one before, of the same kind.
[[nodiscard]] Period period_before(Period const& period);
/// What data are about that are reported by `kind` and collected in `period`: the span of `kind` that `period` ends, or
/// `period` itself when it is the longer one.
[[nodiscard]] Period reported_in(Period const& period, PeriodKind kind);

}  // namespace himpun
