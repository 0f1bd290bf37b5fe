#pragma once
// What the office achieved in a year up to a period: every indicator, the tree above it, the money beside it, and what
// is still owed. The leader's page and a division's page are the same view, the latter for one unit.

#include "app/views/performance/achievement_view.h"
#include "app/views/performance/decision_view.h"
#include "app/views/performance/form_view.h"

namespace himpun::app {

struct ResultsQuery {
  Period until;      ///< its year is the year that is shown
  std::string unit;  ///< empty: every unit
};

struct IndicatorResult {
  std::string indicator;
  std::string name;
  std::string node;
  std::string unit;
  std::string unit_name;
  std::string unit_of_measure;
  performance::Polarity polarity{};
  std::optional<std::string> target;    ///< of the year
  std::string realised;                 ///< up to the period
  std::optional<std::string> number;    ///< the same as exact text
  std::vector<std::string> trend;       ///< one text a period, empty where nothing was collected
  AchievementView achievement;          ///< against the targets of the same periods
  AchievementView of_year;              ///< against the year's target
  std::optional<std::int32_t> rank;     ///< place of the rating in its scale, best 0
  bool red = false;                     ///< at or below the profile's red limit
  std::vector<std::string> remarks;     ///< warnings, what was left out
};
BOOST_DESCRIBE_STRUCT(IndicatorResult, (),
                      (indicator, name, node, unit, unit_name, unit_of_measure, polarity, target, realised, number, trend,
                       achievement, of_year, rank, red, remarks))

struct NodeResult {
  std::string node;
  performance::NodeKind kind{};
  std::string kind_name;
  std::string code;
  std::string name;
  std::optional<std::string> parent;
  AchievementView achievement;
  std::optional<std::int32_t> rank;
};
BOOST_DESCRIBE_STRUCT(NodeResult, (), (node, kind, kind_name, code, name, parent, achievement, rank))

struct BudgetResult {
  std::string code;
  std::string name;
  std::string unit;
  std::string unit_name;
  std::string stage;
  std::string ceiling;  ///< rupiah, as people read it
  std::string spent;
  BudgetFigureView absorption;
};
BOOST_DESCRIBE_STRUCT(BudgetResult, (), (code, name, unit, unit_name, stage, ceiling, spent, absorption))

struct MoneyResult {
  std::vector<BudgetResult> codes;
  BudgetFigureView total;
  BudgetFigureView difference;        ///< achievement minus absorption
  BudgetFigureView treasury;          ///< E
  BudgetFigureView treasury_score;    ///< NE
};
BOOST_DESCRIBE_STRUCT(MoneyResult, (), (codes, total, difference, treasury, treasury_score))

/// A form of a running case that is not complete, or was late.
struct OwedForm {
  std::string case_id;
  std::string case_number;
  std::string period_name;
  FormSummary form;
};
BOOST_DESCRIBE_STRUCT(OwedForm, (), (case_id, case_number, period_name, form))

struct RatingCount {
  std::string rating;
  std::int32_t rank = 0;
  std::int32_t indicators = 0;
};
BOOST_DESCRIBE_STRUCT(RatingCount, (), (rating, rank, indicators))

struct ResultsView {
  std::int32_t year = 0;
  Period until;
  std::string until_name;
  std::string profile;
  std::vector<std::string> profile_assumptions;
  std::optional<std::string> unit;
  AchievementView office;  ///< all shown indicators together, by the roll-up rule
  std::vector<RatingCount> ratings;
  std::vector<IndicatorResult> indicators;
  std::vector<NodeResult> nodes;
  MoneyResult money;
  std::vector<OwedForm> owed;
  std::vector<DecisionView> decisions;
  bool may_decide = false;  ///< whether the caller may note a decision
  std::string red_rule;     ///< "capaian sampai 65 %": what counts as red under the profile
};
BOOST_DESCRIBE_STRUCT(ResultsView, (),
                      (year, until, until_name, profile, profile_assumptions, unit, office, ratings, indicators, nodes,
                       money, owed, decisions, may_decide, red_rule))

/// Refuses a year without a profile.
[[nodiscard]] Result<ResultsView> show_results(Sight& sight, ResultsQuery const& query, Language language);

}  // namespace himpun::app
