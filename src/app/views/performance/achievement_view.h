#pragma once
// Achievements and their traces in the reader's language.

#include "core/performance/achievement/achievement.h"
#include "core/performance/budget/budget.h"

namespace himpun::app {

struct TraceLineView {
  performance::Operation operation{};
  std::string words;
  std::vector<std::int32_t> operands;
  std::string value;  ///< as people write it
  std::optional<std::string> entered;
  std::optional<std::string> source;
  std::vector<std::string> evidence;
};
BOOST_DESCRIBE_STRUCT(TraceLineView, (), (operation, words, operands, value, entered, source, evidence))

struct TraceView {
  std::string formula;
  std::vector<std::string> rules;
  std::vector<TraceLineView> lines;
  std::vector<std::string> remarks;
};
BOOST_DESCRIBE_STRUCT(TraceView, (), (formula, rules, lines, remarks))

/// `value` and `before_cap` are exact decimals as text; `shown` is what people read ("93,75 %").
struct AchievementView {
  performance::Basis basis{};
  std::optional<std::string> value;
  std::optional<std::string> before_cap;
  std::optional<std::string> shown;
  std::optional<std::string> rating;
  std::optional<std::string> why_not;
  std::optional<TraceView> trace;
};
BOOST_DESCRIBE_STRUCT(AchievementView, (), (basis, value, before_cap, shown, rating, why_not, trace))

struct BudgetFigureView {
  std::optional<std::string> value;
  std::optional<std::string> shown;
  std::optional<std::string> verdict;
  std::optional<std::string> why_not;
  std::vector<std::string> warnings;
  std::optional<TraceView> trace;
};
BOOST_DESCRIBE_STRUCT(BudgetFigureView, (), (value, shown, verdict, why_not, warnings, trace))

enum class WithTrace : std::uint8_t { no, yes };

[[nodiscard]] TraceView trace_view(performance::Trace const& trace, Language language);
[[nodiscard]] AchievementView achievement_view(performance::Achievement const& achievement, WithTrace with,
                                               Language language);
[[nodiscard]] BudgetFigureView budget_view(performance::BudgetFigure const& figure, WithTrace with, Language language);

}  // namespace himpun::app
