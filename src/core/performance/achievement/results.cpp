#include "core/performance/achievement/results.h"

namespace himpun::performance {
namespace {

std::vector<PeriodResult> period_results(Measurement const& measurement, PeriodKind kind, std::int32_t year) {
  std::vector<PeriodResult> results;
  for (Period period{kind, year, 1}; period.number <= periods_per_year(kind); ++period.number) {
    results.push_back({period, achievement_of(measurement, period), against_same_periods(measurement, period),
                       against_year(measurement, period)});
  }
  return results;
}

ComparedYear compared(Measurement const& measurement, YearFigure const& other, Basis basis) {
  return {other.year, other.source,
          basis == Basis::past ? change_since(measurement, other) : against(measurement, other, basis)};
}

}  // namespace

Result<IndicatorResults> results_of(Catalogue const& catalogue, IndicatorId const& indicator, std::int32_t year,
                                    Date day, std::vector<Realisation> realisations) {
  auto const measurement = measurement_of(catalogue, indicator, year, day, std::move(realisations));
  if (!measurement) return std::unexpected(measurement.error());
  auto const& known = *find_indicator(catalogue, indicator);
  auto const kind = measurement->realisations.empty() ? sheet_in(known, year)->reporting
                                                      : measurement->realisations.front().period.kind;
  IndicatorResults results{
      indicator, year, period_results(*measurement, kind, year), achievement_of_year(*measurement), {}, {}, {}};
  if (auto const end = known.midterm.first_from(year)) results.midterm = compared(*measurement, *end, Basis::midterm);
  for (auto const& figure : known.past.all()) {
    if (figure.year < year) results.past.push_back(compared(*measurement, figure, Basis::past));
  }
  if (auto const last = known.benchmark.last_until(year)) {
    results.benchmark = compared(*measurement, *last, Basis::benchmark);
  }
  return results;
}

}  // namespace himpun::performance
