#pragma once
// How a figure becomes an achievement, as choices. Reports of real offices differ in every one of them, so none is
// hidden in the code: an indicator may state its own, what it leaves open comes from the agency's profile. It holds
// the choices; achievement/ carries them out.

#include "core/performance/profile/scales.h"

namespace himpun::performance {

/// What a better figure looks like; a fact about the indicator, not a choice of the office.
enum class Polarity : std::uint8_t { maximise, minimise, range, predicate };
BOOST_DESCRIBE_ENUM(Polarity, maximise, minimise, range, predicate)

/// A: (2T - R)/T x 100. B: T/R x 100, and R = 0 counts as 100.
enum class MinimiseFormula : std::uint8_t { a, b };
BOOST_DESCRIBE_ENUM(MinimiseFormula, a, b)

/// What a figure above a range's upper bound is worth: R/upper (above 100) or upper/R (below 100).
enum class RangeAbove : std::uint8_t { figure_by_bound, bound_by_figure };
BOOST_DESCRIBE_ENUM(RangeAbove, figure_by_bound, bound_by_figure)

/// How periods become one figure. Only filled periods count, against the targets of the same periods.
enum class Consolidation : std::uint8_t { sum, last, average, maximum, ratio };
BOOST_DESCRIBE_ENUM(Consolidation, sum, last, average, maximum, ratio)

/// A bound in per cent; without `at` there is none. ("None" is a choice too, so it is not the same as no choice.)
struct Limit {
  std::optional<Decimal> at;

  bool operator==(Limit const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (at))

enum class ZeroTargetKind : std::uint8_t { not_computable, hit_or_miss, steps };
BOOST_DESCRIBE_ENUM(ZeroTargetKind, not_computable, hit_or_miss, steps)

/// A figure up to and including `up_to` is worth `achievement` per cent.
struct ZeroStep {
  Decimal up_to;
  Decimal achievement;

  bool operator==(ZeroStep const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ZeroStep, (), (up_to, achievement))

/// What to do when the target is 0. `hit_or_miss` (0 gives 100, more gives 0) is for minimising only.
struct ZeroTarget {
  ZeroTargetKind kind = ZeroTargetKind::not_computable;
  std::vector<ZeroStep> steps;  ///< ascending; of `steps`
  Decimal otherwise;            ///< above the last step

  bool operator==(ZeroTarget const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ZeroTarget, (), (kind, steps, otherwise))

/// Every choice made: what a computation works with.
struct Rules {
  MinimiseFormula minimise = MinimiseFormula::a;
  RangeAbove range_above = RangeAbove::figure_by_bound;
  Consolidation consolidation = Consolidation::last;
  Limit cap;
  Limit floor;
  ZeroTarget zero_target;
  Rounding rounding;
  RatingScale rating_scale;
  PredicateMap predicates;

  bool operator==(Rules const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (minimise, range_above, consolidation, cap, floor, zero_target, rounding, rating_scale,
                       predicates))

/// What an indicator states for itself; the rest is the profile's.
struct RuleChoices {
  std::optional<MinimiseFormula> minimise;
  std::optional<RangeAbove> range_above;
  std::optional<Consolidation> consolidation;
  std::optional<Limit> cap;
  std::optional<Limit> floor;
  std::optional<ZeroTarget> zero_target;
  std::optional<Rounding> rounding;
  std::optional<std::string> rating_scale;   ///< id of a scale of the profile
  std::optional<std::string> predicate_map;  ///< id of a map of the profile

  bool operator==(RuleChoices const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleChoices, (),
                      (minimise, range_above, consolidation, cap, floor, zero_target, rounding, rating_scale,
                       predicate_map))

}  // namespace himpun::performance
