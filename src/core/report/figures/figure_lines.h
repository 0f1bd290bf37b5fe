#pragma once
// The indicators of one year with everything that tables say about them: sheet, targets, figures, achievements. Made
// from the catalogue and accepted figures alone; a table is made from it elsewhere.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/performance/achievement/history.h"
#include "core/performance/budget/budget.h"
#include "core/performance/catalogue/catalogue.h"

namespace himpun::report {

/// What papers about figures are made from. Realisations are accepted ones, ascending by period, up to and including
/// `period`.
struct DataBooks {
  performance::Catalogue const& catalogue;
  Period period;
  std::map<performance::IndicatorId, std::vector<performance::Realisation>> indicators;
  std::map<std::string, std::vector<performance::Realisation>> budget;
  std::function<std::string(performance::UnitId const&)> unit_name;
  std::map<std::int32_t, performance::EarlierYear> earlier{};  ///< of the Renstra's years before
};

struct FigureLine {
  performance::Indicator const* indicator = nullptr;
  performance::Sheet const* sheet = nullptr;
  performance::Measurement measured;
  performance::Achievement to_date;  ///< against the targets of the same periods
  performance::Achievement of_year;  ///< the same figures against the year's target
};

/// By indicator id; empty where the year has no profile.
[[nodiscard]] std::vector<FigureLine> figure_lines(DataBooks const& books);
[[nodiscard]] FigureLine const* find_line(std::vector<FigureLine> const& lines, performance::IndicatorId const& id);

/// A budget code with what was spent of it up to the period.
struct MoneyLine {
  performance::Ceiling const* ceiling = nullptr;
  performance::Spending spending;
  Decimal spent;
  performance::BudgetFigure absorption;
};
[[nodiscard]] std::vector<MoneyLine> money_lines(DataBooks const& books);

/// "93,75"; a dash for none.
[[nodiscard]] std::string percent(std::optional<Decimal> const& value);
[[nodiscard]] std::string money(Decimal const& amount);
[[nodiscard]] std::string year_target_of(FigureLine const& line);
/// The figure up to `until`; a dash where there is none.
[[nodiscard]] std::string total_of(FigureLine const& line, Period const& until);
/// The sasaran the node belongs to; "Tanpa sasaran" where there is none.
[[nodiscard]] std::string objective_of(performance::Catalogue const& catalogue, performance::NodeId id);

}  // namespace himpun::report
