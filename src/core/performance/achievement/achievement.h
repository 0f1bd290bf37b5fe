#pragma once
// What an indicator achieved, in per cent, with its trace: for a period, cumulatively, for the year, against the
// mid-term target, past years and a benchmark. Input is one indicator's figures and rules; nothing is looked up. What
// cannot be computed says why; it is never a zero. Roll-up along the tree is rollup.h, checks are checks.h.

#include "core/performance/achievement/trace.h"
#include "core/performance/profile/profile.h"

namespace himpun::performance {

/// A figure of a period, and where it stands.
struct Realisation {
  Period period;
  Value value;
  std::string source;                 ///< the entry it came from, e.g. "kasus-7/pustaka/iplm@3"
  std::vector<std::string> evidence;  ///< ids of evidence
};

struct PeriodTarget {
  Period period;
  Target target;

  bool operator==(PeriodTarget const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PeriodTarget, (), (period, target))

/// A figure of one year that this year's is compared with.
struct YearFigure {
  std::int32_t year = 0;
  Target target;
  std::string source;  ///< LKjIP of that year, a national standard, the Renstra

  bool operator==(YearFigure const&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearFigure, (), (year, target, source))

/// Everything a computation about one indicator in one year looks at.
struct Measurement {
  std::int32_t year = 0;  ///< 0: that of the realisations
  Polarity polarity = Polarity::maximise;
  Decimal multiplier{1};  ///< what a ratio is multiplied by to be comparable with a number: 100 for per cent
  Rules rules;
  std::optional<Target> year_target;
  std::string target_source;              ///< "perjanjian kinerja 2026, revisi 1"
  std::vector<PeriodTarget> targets;      ///< of the periods, where there are any
  std::vector<Realisation> realisations;  ///< ascending; a missing period is a blank one
};

enum class Basis : std::uint8_t { period, same_periods, year, midterm, past, benchmark };
BOOST_DESCRIBE_ENUM(Basis, period, same_periods, year, midterm, past, benchmark)

struct Achievement {
  Basis basis = Basis::year;
  std::optional<Decimal> value;       ///< per cent: after floor, cap and rounding; none: see `why_not`
  std::optional<Decimal> before_cap;  ///< rounded, but neither capped nor floored
  std::optional<std::string> rating;  ///< the scale's name for `value`
  Words why_not;                      ///< why there is no value; empty when there is one
  Trace trace;

  bool operator==(Achievement const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Achievement, (), (basis, value, before_cap, rating, why_not, trace))

/// One period against its own target. A year without period targets: the year's target counts, except for sums.
[[nodiscard]] Achievement achievement_of(Measurement const& measurement, Period const& period);
/// All filled periods up to and including `until`, against the targets of the same periods.
[[nodiscard]] Achievement against_same_periods(Measurement const& measurement, Period const& until);
/// The same figures against the year's target: how far the year has come.
[[nodiscard]] Achievement against_year(Measurement const& measurement, Period const& until);
/// Every filled period of the year against the year's target.
[[nodiscard]] Achievement achievement_of_year(Measurement const& measurement);
/// The year's figure against a target at the end of the Renstra, or a benchmark (`basis` says which).
[[nodiscard]] Achievement against(Measurement const& measurement, YearFigure const& other, Basis basis);
/// Change against a past year in per cent of it: (R - P)/|P| x 100. Neither capped, floored nor rated.
[[nodiscard]] Achievement change_since(Measurement const& measurement, YearFigure const& past);

/// The year's figure itself: the filled periods up to `until` as one number, with its trace.
struct Consolidated {
  std::optional<Decimal> value;
  Words why_not;
  Trace trace;
};
[[nodiscard]] Consolidated consolidate(Measurement const& measurement, Period const& until);

/// Bare numbers under the rules: one figure against one target.
[[nodiscard]] Achievement achievement_of(Polarity polarity, Rules const& rules, Value const& realised,
                                         Target const& target);

}  // namespace himpun::performance
