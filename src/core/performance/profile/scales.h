#pragma once
// Tables that turn an achievement into a name and a predicate into a number. They are data of a profile.

#include <vector>

#include "core/performance/value.h"

namespace himpun::performance {

struct RatingStep {
  Decimal above;     ///< the achievement must be greater than this
  std::string name;  ///< "sangat tinggi"

  bool operator==(RatingStep const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatingStep, (), (above, name))

/// Printed scales leave gaps (76-90, 91-100: where is 90,5?). Thresholds without gaps take their place.
struct RatingScale {
  std::string id;
  std::vector<RatingStep> steps;  ///< best first
  std::string lowest;             ///< at or below the last step

  bool operator==(RatingScale const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatingScale, (), (id, steps, lowest))

struct PredicateScore {
  std::string predicate;
  Decimal score;

  bool operator==(PredicateScore const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PredicateScore, (), (predicate, score))

struct PredicateMap {
  std::string id;
  std::vector<PredicateScore> scores;  ///< best first

  bool operator==(PredicateMap const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PredicateMap, (), (id, scores))

}  // namespace himpun::performance
