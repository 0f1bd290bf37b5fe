#include "core/performance/catalogue/agreement.h"

#include <algorithm>

namespace himpun::performance {
namespace {

TargetLine const* find_line(Revision const& revision, IndicatorId const& indicator) {
  auto const found = std::ranges::find(revision.lines, indicator, &TargetLine::indicator);
  return found == revision.lines.end() ? nullptr : &*found;
}

Target const* find_period(TargetLine const& line, Period const& period) {
  auto const found = std::ranges::find(line.periods, period, &PeriodTarget::period);
  return found == line.periods.end() ? nullptr : &found->target;
}

}  // namespace

std::optional<TargetInForce> year_target(Agreement const& agreement, IndicatorId const& indicator, Date day) {
  std::optional<TargetInForce> in_force;
  for (auto const& each : agreement.revisions) {
    if (each.date > day) break;
    if (auto const* line = find_line(each, indicator)) in_force = {agreement.id, each.number, line->target};
  }
  return in_force;
}

std::optional<TargetInForce> period_target(Agreement const& agreement, IndicatorId const& indicator,
                                           Period const& period, Date day) {
  std::optional<TargetInForce> in_force;
  for (auto const& each : agreement.revisions) {
    if (each.date > day || (in_force && each.date > last_day(period))) break;
    auto const* line = find_line(each, indicator);
    auto const* target = line ? find_period(*line, period) : nullptr;
    if (target) in_force = {agreement.id, each.number, *target};
  }
  return in_force;
}

}  // namespace himpun::performance
