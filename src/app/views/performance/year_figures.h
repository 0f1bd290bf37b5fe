#pragma once
// The figures of one year as computations need them. Of several collections of one period the newest that was accepted
// speaks. It computes nothing.

#include <map>

#include "app/office.h"
#include "core/performance/achievement/history.h"
#include "core/performance/budget/budget.h"
#include "core/performance/catalogue/catalogue.h"

namespace himpun::app {

/// One figure as it stands, collected or not.
struct FigureStanding {
  Period period;
  performance::Value value;
  std::string state;
  std::string case_id;
  std::vector<std::string> evidence;
};

struct YearFigures {
  std::int32_t year = 0;
  std::map<performance::IndicatorId, std::vector<performance::Realisation>> indicators;  ///< ascending by period
  std::map<std::string, std::vector<performance::Realisation>> budget;                   ///< by code
  std::map<performance::IndicatorId, std::vector<FigureStanding>> standings;  ///< newest of each period
};

[[nodiscard]] YearFigures figures_of_year(Sight& sight, performance::Catalogue const& catalogue, std::int32_t year);
/// Only one indicator's.
[[nodiscard]] YearFigures figures_of_indicator(Sight& sight, performance::Catalogue const& catalogue,
                                               std::int32_t year, performance::IndicatorId const& indicator);

/// Accepted figures of the years before `year` in its Renstra, and of the year before at least.
[[nodiscard]] std::map<std::int32_t, performance::EarlierYear> earlier_years(Sight& sight,
                                                                            performance::Catalogue const& catalogue,
                                                                            std::int32_t year);

/// The periods in which an indicator is reported in `year`: those its figures were collected in, of every kind of
/// collection the last one within each of its reporting periods (a yearly indicator in the fourth quarter).
[[nodiscard]] std::vector<Period> periods_reported(performance::Sheet const& sheet, std::int32_t year,
                                                   std::vector<performance::Realisation> const& realisations);

}  // namespace himpun::app
