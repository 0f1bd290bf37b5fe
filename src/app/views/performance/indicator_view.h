#pragma once
// One indicator with everything behind its figures: sheet, targets, each period's figure and achievement with its
// trace and evidence, and how it compares with other years, the mid-term target and a benchmark.

#include "app/views/performance/achievement_view.h"
#include "app/views/performance/decision_view.h"
#include "app/views/performance/form_view.h"

namespace himpun::app {

struct PeriodResult {
  Period period;
  std::string period_name;
  std::optional<std::string> target;
  std::string realised;
  std::optional<std::string> number;  ///< as exact text, for a chart
  std::string state;                  ///< of the row; empty when nothing was asked
  std::optional<std::string> case_id;
  std::vector<std::string> evidence;
  AchievementView of_period;
  AchievementView to_date;
  AchievementView of_year;
  std::optional<TraceView> derivation;  ///< of a derived indicator: how its formula came to the figure
};
BOOST_DESCRIBE_STRUCT(PeriodResult, (),
                      (period, period_name, target, realised, number, state, case_id, evidence, of_period, to_date,
                       of_year, derivation))

struct ComparisonResult {
  std::int32_t year = 0;
  std::string figure;
  std::string source;
  AchievementView achievement;
};
BOOST_DESCRIBE_STRUCT(ComparisonResult, (), (year, figure, source, achievement))

struct IndicatorView {
  std::string indicator;
  std::int32_t year = 0;
  SubjectView about;
  std::string node;
  std::string unit;
  std::string unit_name;
  std::string responsible;
  std::string data_source;
  std::optional<std::string> target;
  std::optional<std::string> target_source;
  std::vector<std::string> rules;  ///< every choice in words
  std::vector<PeriodResult> periods;
  AchievementView of_year;
  std::vector<ComparisonResult> midterm;
  std::vector<ComparisonResult> past;
  std::vector<ComparisonResult> benchmark;
  std::vector<DecisionView> decisions;
  bool may_decide = false;  ///< whether the caller may note a decision
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (),
                      (indicator, year, about, node, unit, unit_name, responsible, data_source, target, target_source,
                       rules, periods, of_year, midterm, past, benchmark, decisions, may_decide))

[[nodiscard]] Result<IndicatorView> show_indicator(Sight& sight, performance::IndicatorId const& id,
                                                   std::int32_t year, Language language);

struct ProfileDifference {
  std::string profile;
  std::string name;
  AchievementView achievement;
  std::vector<std::string> rules;
  std::vector<std::string> differs;
};
BOOST_DESCRIBE_STRUCT(ProfileDifference, (), (profile, name, achievement, rules, differs))

/// "Mengapa berbeda?": the same figures under the adopted profile and under every shipped one.
[[nodiscard]] Result<std::vector<ProfileDifference>> compare_indicator(Sight& sight,
                                                                       performance::IndicatorId const& id,
                                                                       std::int32_t year, Language language);

}  // namespace himpun::app
