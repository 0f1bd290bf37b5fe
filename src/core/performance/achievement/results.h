#pragma once
// Everything a report says about one indicator in one year, computed at once: each period, the running total, the year,
// and the year beside the mid-term target, past years and a benchmark. It only brings achievement.h and the catalogue
// together.

#include "core/performance/catalogue/catalogue.h"

namespace himpun::performance {

struct PeriodResult {
  Period period;
  Achievement own;           ///< against the period's target
  Achievement same_periods;  ///< all so far against the targets of the same periods
  Achievement year;          ///< all so far against the year's target
};
BOOST_DESCRIBE_STRUCT(PeriodResult, (), (period, own, same_periods, year))

struct ComparedYear {
  std::int32_t year = 0;
  std::string source;
  Achievement achievement;  ///< of a past year: the change in per cent
};
BOOST_DESCRIBE_STRUCT(ComparedYear, (), (year, source, achievement))

struct IndicatorResults {
  IndicatorId indicator;
  std::int32_t year = 0;
  std::vector<PeriodResult> periods;      ///< every period of the year, also those without a figure
  Achievement whole_year;                 ///< every filled period against the year's target
  std::optional<ComparedYear> midterm;    ///< the first Renstra end in or after the year
  std::vector<ComparedYear> past;         ///< ascending, before the year
  std::optional<ComparedYear> benchmark;  ///< of the year, or the last one before
};
BOOST_DESCRIBE_STRUCT(IndicatorResults, (), (indicator, year, periods, whole_year, midterm, past, benchmark))

/// `day`: targets as of that day. Refuses as `measurement_of`.
[[nodiscard]] Result<IndicatorResults> results_of(Catalogue const& catalogue, IndicatorId const& indicator,
                                                  std::int32_t year, Date day, std::vector<Realisation> realisations);

}  // namespace himpun::performance
