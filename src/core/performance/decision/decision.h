#pragma once
// Keputusan pimpinan: what a leader decided about a figure that is late, red or missing; to whom, by when, and how it
// was carried out. One stream a year. It judges no figure.

#include <map>

#include "core/performance/value.h"

namespace himpun::performance {

using DecisionId = Id<struct DecisionTag>;

/// What the decision is about: an indicator, a unit's form, or both.
struct DecisionAbout {
  std::optional<IndicatorId> indicator;
  std::optional<UnitId> unit;
  std::optional<Period> period;  ///< up to which the figure was looked at

  bool operator==(DecisionAbout const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecisionAbout, (), (indicator, unit, period))

struct Settlement {
  std::string note;
  By by;
  Instant at{};
};

struct Decision {
  DecisionId id;
  DecisionAbout about;
  std::string text;
  HolderId to;               ///< who carries it out
  Date on{};                 ///< when it was taken
  std::optional<Date> due;   ///< by when
  By by;
  Instant noted_at{};
  std::optional<Settlement> settled;
};

/// The decisions of one year.
struct Decisions {
  std::int32_t year = 0;
  std::map<DecisionId, Decision> all;  ///< ids rise with time
};

}  // namespace himpun::performance
