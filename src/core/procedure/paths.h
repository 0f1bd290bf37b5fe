#pragma once
// How long a procedure takes by its own standards: the shortest and the longest way from start to end without going
// round a loop. Parallel branches count once, with the longest of them. Amounts are added per unit, because a sheet's
// minutes are not days until an office says so; it computes no dates.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/words.h"
#include "core/procedure/procedure.h"

namespace himpun::procedure {

struct TimeTotal {
  std::int64_t months = 0;
  std::int64_t weeks = 0;
  std::int64_t working_days = 0;
  std::int64_t calendar_days = 0;
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  std::int64_t as_needed = 0;  ///< steps without a time limit

  bool operator==(TimeTotal const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TimeTotal, (), (months, weeks, working_days, calendar_days, hours, minutes, as_needed))

struct TimedPath {
  std::vector<StepId> steps;
  std::string label;  ///< the outcomes taken, "perlu perbaikan"; empty when there was no choice
  TimeTotal total;

  bool operator==(TimedPath const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TimedPath, (), (steps, label, total))

struct Paths {
  TimedPath shortest;
  TimedPath longest;

  bool operator==(Paths const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Paths, (), (shortest, longest))

/// Both paths are empty when no way leads to the end.
[[nodiscard]] Paths measure_paths(Procedure const& procedure);

/// "15 hari kerja + 20 menit" / "15 working days + 20 minutes".
[[nodiscard]] Words spell(TimeTotal const& total);

/// In working minutes (450 a day); nothing when a step has no limit. A month is taken as 22 working days.
[[nodiscard]] std::optional<std::int64_t> working_minutes(TimeTotal const& total);

}  // namespace himpun::procedure
