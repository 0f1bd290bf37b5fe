#include "core/performance/catalogue/catalogue.h"

#include <algorithm>

namespace himpun::performance {
namespace {

template <class Map, class Key>
auto const* find_in(Map const& map, Key const& key) {
  auto const found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// The entry of `year` or the last one before it.
template <class Map>
auto const* find_last(Map const& map, std::int32_t year) {
  auto const next = map.upper_bound(year);
  return next == map.begin() ? nullptr : &std::prev(next)->second;
}

Words stated_in(TargetInForce const& target, std::int32_t year) {
  auto const number = std::to_string(year);
  auto const revision = std::to_string(target.revision);
  if (target.revision == 0) return {"Perjanjian kinerja " + number, "Performance agreement " + number};
  return {"Perjanjian kinerja " + number + ", revisi " + revision,
          "Performance agreement " + number + ", revision " + revision};
}

std::vector<PeriodTarget> period_targets(Agreement const& agreement, IndicatorId const& indicator, PeriodKind kind,
                                         Date day) {
  std::vector<PeriodTarget> targets;
  for (Period period{kind, agreement.year, 1}; period.number <= periods_per_year(kind); ++period.number) {
    if (auto const found = period_target(agreement, indicator, period, day)) targets.push_back({period, found->target});
  }
  return targets;
}

}  // namespace

Sheet const* sheet_in(Indicator const& indicator, std::int32_t year) {
  if (indicator.last_year && year > *indicator.last_year) return nullptr;
  return find_last(indicator.sheets, year);
}

Node const* find_node(Catalogue const& catalogue, NodeId const& id) { return find_in(catalogue.nodes, id); }

Node const* find_node_by_code(Catalogue const& catalogue, std::string_view code, std::int32_t year) {
  for (auto const& [id, node] : catalogue.nodes) {
    if (node.code == code && holds_in(node, year)) return &node;
  }
  return nullptr;
}

Indicator const* find_indicator(Catalogue const& catalogue, IndicatorId const& id) {
  return find_in(catalogue.indicators, id);
}

Sheet const* find_sheet(Catalogue const& catalogue, IndicatorId const& id, std::int32_t year) {
  auto const* indicator = find_indicator(catalogue, id);
  return indicator ? sheet_in(*indicator, year) : nullptr;
}

Profile const* find_profile(Catalogue const& catalogue, std::int32_t year) {
  return find_last(catalogue.profiles, year);
}

Agreement const* find_agreement(Catalogue const& catalogue, IndicatorId const& id, std::int32_t year) {
  auto const names = [&](Revision const& revision) {
    return std::ranges::find(revision.lines, id, &TargetLine::indicator) != revision.lines.end();
  };
  for (auto const& [key, agreement] : catalogue.agreements) {
    if (agreement.year == year && std::ranges::any_of(agreement.revisions, names)) return &agreement;
  }
  return nullptr;
}

Ceiling const* find_ceiling(Catalogue const& catalogue, std::string_view code, std::int32_t year, Date day) {
  Ceiling const* found = nullptr;
  for (auto const& each : catalogue.ceilings) {
    if (each.code != code || each.year != year || each.date > day) continue;
    if (!found || found->date <= each.date) found = &each;
  }
  return found;
}

std::vector<Node const*> children_of(Catalogue const& catalogue, std::optional<NodeId> const& parent,
                                     std::int32_t year) {
  std::vector<Node const*> children;
  for (auto const& [id, node] : catalogue.nodes) {
    if (node.parent == parent && holds_in(node, year)) children.push_back(&node);
  }
  std::ranges::stable_sort(children, {}, [](Node const* each) { return each->code; });
  return children;
}

std::vector<Indicator const*> indicators_of(Catalogue const& catalogue, NodeId const& node, std::int32_t year) {
  std::vector<Indicator const*> found;
  for (auto const& [id, indicator] : catalogue.indicators) {
    if (indicator.node == node && sheet_in(indicator, year)) found.push_back(&indicator);
  }
  return found;
}

std::vector<Indicator const*> indicators_due(Catalogue const& catalogue, Period const& period) {
  std::vector<Indicator const*> due;
  for (auto const& [id, indicator] : catalogue.indicators) {
    auto const* sheet = sheet_in(indicator, period.year);
    if (!sheet) continue;
    auto const months = 12 / periods_per_year(sheet->reporting);
    auto const last_month = 12 / periods_per_year(period.kind) * period.number;
    if (last_month % months == 0) due.push_back(&indicator);
  }
  return due;
}

std::vector<Ceiling const*> ceilings_in(Catalogue const& catalogue, Period const& period) {
  std::map<std::string, Ceiling const*> by_code;
  for (auto const& each : catalogue.ceilings) {
    if (each.year == period.year) by_code[each.code] = find_ceiling(catalogue, each.code, each.year, last_day(period));
  }
  std::vector<Ceiling const*> found;
  for (auto const& [code, ceiling] : by_code) {
    if (ceiling) found.push_back(ceiling);
  }
  return found;
}

Result<Measurement> measurement_under(Catalogue const& catalogue, Profile const& profile, IndicatorId const& indicator,
                                      std::int32_t year, Date day, std::vector<Realisation> realisations) {
  auto const* sheet = find_sheet(catalogue, indicator, year);
  if (!sheet) return refuse(indicator_unknown);
  auto rules = rules_for(profile, sheet->rules);
  if (!rules) return std::unexpected(rules.error());
  Measurement measurement{
      .year = year, .polarity = sheet->polarity, .multiplier = sheet->multiplier, .rules = std::move(*rules)};
  measurement.realisations = std::move(realisations);
  auto const* agreement = find_agreement(catalogue, indicator, year);
  if (!agreement) return measurement;
  if (auto const target = year_target(*agreement, indicator, day)) {
    measurement.year_target = target->target;
    measurement.target_source = stated_in(*target, year).id;
  }
  auto const kind = measurement.realisations.empty() ? sheet->reporting : measurement.realisations.front().period.kind;
  measurement.targets = period_targets(*agreement, indicator, kind, day);
  return measurement;
}

Result<Measurement> measurement_of(Catalogue const& catalogue, IndicatorId const& indicator, std::int32_t year,
                                   Date day, std::vector<Realisation> realisations) {
  auto const* profile = find_profile(catalogue, year);
  if (!profile) return refuse(profile_missing);
  return measurement_under(catalogue, *profile, indicator, year, day, std::move(realisations));
}

Words stage_words(BudgetStage stage) {
  switch (stage) {
    case BudgetStage::original:
      return {"Murni", "Original"};
    case BudgetStage::shift:
      return {"Pergeseran", "Shift"};
    case BudgetStage::amended:
      return {"Perubahan", "Amended"};
  }
  return {};
}

}  // namespace himpun::performance
