#pragma once
// The money beside the performance: what was spent of each ceiling, and how efficient that was.

#include "app/views/performance/results_view.h"
#include "app/views/performance/year_figures.h"

namespace himpun::app {

struct MoneyBooks {
  performance::Catalogue const& catalogue;
  performance::Profile const& profile;
  ResultsQuery const& query;
  YearFigures const& figures;
  std::optional<Decimal> achievement;  ///< of everything that is shown, in per cent
};

[[nodiscard]] MoneyResult money_of(Sight& sight, MoneyBooks const& books, Language language);

}  // namespace himpun::app
