#include "app/views/performance/results_view.h"

#include <algorithm>

#include "app/views/performance/money_view.h"
#include "app/views/performance/owed_view.h"
#include "app/views/performance/year_figures.h"
#include "core/performance/achievement/rollup.h"

namespace himpun::app {
namespace {

using performance::Achievement;
using performance::Catalogue;
using performance::Indicator;
using performance::IndicatorId;
using performance::Measurement;
using performance::Profile;
using performance::Sheet;

struct Computing {
  Sight& sight;
  Catalogue const& catalogue;
  Profile const& profile;
  ResultsQuery const& query;
  YearFigures const& figures;
  Language language;
  std::map<IndicatorId, Achievement> achievements{};
  std::vector<performance::RollupMember> members{};

  void add(ResultsView& view, Indicator const& indicator, Sheet const& sheet);
  [[nodiscard]] std::vector<std::string> trend_of(IndicatorId const& id, Sheet const& sheet) const;
  [[nodiscard]] std::vector<performance::Realisation> realisations_of(IndicatorId const& id) const {
    auto const found = figures.indicators.find(id);
    return found == figures.indicators.end() ? std::vector<performance::Realisation>{} : found->second;
  }
};

std::optional<std::int32_t> rank_in(performance::RatingScale const& scale, std::optional<std::string> const& rating) {
  if (!rating) return std::nullopt;
  auto const found = std::ranges::find(scale.steps, *rating, &performance::RatingStep::name);
  return static_cast<std::int32_t>(found - scale.steps.begin());
}

std::vector<std::string> Computing::trend_of(IndicatorId const& id, Sheet const& sheet) const {
  std::vector<std::string> trend;
  auto const realised = realisations_of(id);
  for (auto const& period : periods_reported(sheet, query.until.year, realised)) {
    auto const at = std::ranges::find(realised, period, &performance::Realisation::period);
    auto const magnitude = at == realised.end() ? std::nullopt : performance::magnitude(at->value, sheet.multiplier);
    trend.push_back(magnitude ? to_text(*magnitude) : std::string{});
  }
  return trend;
}

void Computing::add(ResultsView& view, Indicator const& indicator, Sheet const& sheet) {
  auto const year = query.until.year;
  auto const measured = performance::measurement_under(catalogue, profile, indicator.id, year, last_day(query.until),
                                                       realisations_of(indicator.id));
  if (!measured) return;
  auto const achievement = performance::against_same_periods(*measured, query.until);
  auto const of_year = performance::against_year(*measured, query.until);
  auto const total = performance::consolidate(*measured, query.until);
  IndicatorResult result{.indicator = indicator.id.value,
                         .name = sheet.name,
                         .node = indicator.node.value,
                         .unit = sheet.provider.value,
                         .unit_name = access::holder_name(sight.agency(), access::HolderId{sheet.provider.value}),
                         .unit_of_measure = sheet.unit_of_measure,
                         .polarity = sheet.polarity};
  if (measured->year_target) result.target = say(performance::spell(*measured->year_target), language);
  result.realised = total.value ? say(spell(*total.value, measured->rules.rounding), language)
                                : say(total.why_not, language);
  if (total.value) result.number = to_text(*total.value);
  result.trend = trend_of(indicator.id, sheet);
  result.achievement = achievement_view(achievement, WithTrace::no, language);
  result.of_year = achievement_view(of_year, WithTrace::no, language);
  result.rank = rank_in(measured->rules.rating_scale, achievement.rating);
  result.red = performance::is_red(profile, achievement.value);
  for (auto const& each : achievement.trace.remarks) result.remarks.push_back(say(each, language));
  members.push_back({indicator.id.value, sheet.name, achievement.value, achievement.why_not, sheet.weight});
  achievements.emplace(indicator.id, achievement);
  view.indicators.push_back(std::move(result));
}

void add_nodes(ResultsView& view, Computing const& computing) {
  auto const& [sight, catalogue, profile, query, figures, language, achievements, members] = computing;
  for (auto const& each : performance::roll_up_tree(catalogue, query.until.year, profile, achievements)) {
    auto const* node = performance::find_node(catalogue, each.node);
    if (!node) continue;
    NodeResult result{node->id.value, node->kind, say(performance::kind_words(node->kind), language),
                      node->code,     node->name, std::nullopt,
                      achievement_view(each.achievement, WithTrace::yes, language),
                      rank_in(profile.defaults.rating_scale, each.achievement.rating)};
    if (node->parent) result.parent = node->parent->value;
    view.nodes.push_back(std::move(result));
  }
}

std::vector<RatingCount> count_ratings(std::vector<IndicatorResult> const& indicators) {
  std::vector<RatingCount> counts;
  for (auto const& each : indicators) {
    if (!each.rank) continue;
    auto found = std::ranges::find(counts, *each.achievement.rating, &RatingCount::rating);
    if (found == counts.end()) found = counts.insert(found, {*each.achievement.rating, *each.rank, 0});
    ++found->indicators;
  }
  std::ranges::sort(counts, {}, &RatingCount::rank);
  return counts;
}

}  // namespace

Result<ResultsView> show_results(Sight& sight, ResultsQuery const& query, Language language) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto const* profile = performance::find_profile(catalogue->state, query.until.year);
  if (!profile) return refuse(performance::profile_missing);
  auto const figures = figures_of_year(sight, catalogue->state, query.until.year);
  Computing computing{sight, catalogue->state, *profile, query, figures, language};
  ResultsView view{.year = query.until.year,
                   .until = query.until,
                   .until_name = say(period_words(query.until), language),
                   .profile = profile->name,
                   .profile_assumptions = profile->assumptions};
  if (!query.unit.empty()) view.unit = access::holder_name(sight.agency(), access::HolderId{query.unit});
  for (auto const& [id, indicator] : catalogue->state.indicators) {
    auto const* sheet = performance::find_sheet(catalogue->state, id, query.until.year);
    if (!sheet || (!query.unit.empty() && sheet->provider.value != query.unit)) continue;
    computing.add(view, indicator, *sheet);
  }
  auto const office = performance::roll_up(computing.members, profile->rollup, profile->defaults);
  view.office = achievement_view(office, WithTrace::yes, language);
  view.ratings = count_ratings(view.indicators);
  if (query.unit.empty()) add_nodes(view, computing);
  view.money = money_of(sight, {catalogue->state, *profile, query, figures, office.value}, language);
  view.owed = owed_forms(sight, query, language);
  view.decisions = list_decisions(sight, {.year = query.until.year, .unit = query.unit}, language);
  view.may_decide = may_note_decisions(sight);
  view.red_rule = say(performance::red_words(*profile), language);
  return view;
}

}  // namespace himpun::app
