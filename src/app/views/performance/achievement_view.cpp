#include "app/views/performance/achievement_view.h"

#include <algorithm>

namespace himpun::app {
namespace {

std::vector<std::string> say_all(std::vector<Words> const& all, Language language) {
  std::vector<std::string> said;
  for (auto const& each : all) said.push_back(say(each, language));
  return said;
}

std::optional<std::string> say_unless_empty(Words const& words, Language language) {
  auto const& said = say(words, language);
  return said.empty() ? std::nullopt : std::optional{said};
}

std::optional<std::string> text_of(std::optional<Decimal> const& number) {
  return number ? std::optional{to_text(*number)} : std::nullopt;
}

/// Two places at least, as tables print them.
std::string percent(Decimal const& number, Language language) {
  auto const places = static_cast<std::int32_t>(std::max<std::size_t>(number.digits_after().value_or(2), 2));
  return say(spell(number, {RoundingMode::half_up, places}), language) + " %";
}

}  // namespace

TraceView trace_view(performance::Trace const& trace, Language language) {
  TraceView view{say(trace.formula, language), say_all(trace.rules, language), {}, say_all(trace.remarks, language)};
  for (auto const& line : trace.lines) {
    TraceLineView shown{line.operation, say(line.words, language), line.operands, say(spell(line.value), language),
                        std::nullopt,   line.source,               line.evidence};
    if (line.entered) shown.entered = say(performance::spell(*line.entered), language);
    view.lines.push_back(std::move(shown));
  }
  return view;
}

AchievementView achievement_view(performance::Achievement const& achievement, WithTrace with, Language language) {
  AchievementView view{achievement.basis,  text_of(achievement.value), text_of(achievement.before_cap), std::nullopt,
                       achievement.rating, std::nullopt,               std::nullopt};
  if (achievement.value) view.shown = percent(*achievement.value, language);
  if (!achievement.value) view.why_not = say_unless_empty(achievement.why_not, language);
  if (with == WithTrace::yes) view.trace = trace_view(achievement.trace, language);
  return view;
}

BudgetFigureView budget_view(performance::BudgetFigure const& figure, WithTrace with, Language language) {
  BudgetFigureView view{text_of(figure.value), std::nullopt, say_unless_empty(figure.verdict, language), std::nullopt,
                        say_all(figure.warnings, language), std::nullopt};
  if (figure.value) view.shown = percent(*figure.value, language);
  if (!figure.value) view.why_not = say_unless_empty(figure.why_not, language);
  if (with == WithTrace::yes) view.trace = trace_view(figure.trace, language);
  return view;
}

}  // namespace himpun::app
