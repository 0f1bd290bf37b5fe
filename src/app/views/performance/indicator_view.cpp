#include "app/views/performance/indicator_view.h"

#include <algorithm>

#include "app/shipped_profiles.h"
#include "app/views/performance/row_view.h"
#include "app/views/performance/year_figures.h"
#include "core/performance/achievement/difference.h"
#include "core/performance/collection/figures.h"

namespace himpun::app {
namespace {

using performance::Indicator;
using performance::IndicatorId;
using performance::Measurement;
using performance::Sheet;
using performance::YearFigure;

struct Found {
  Books::Catalogue catalogue;
  Indicator const* indicator = nullptr;
  Sheet const* sheet = nullptr;
  YearFigures figures;
  std::vector<performance::Realisation> realisations;
};

Result<Found> find(Sight& sight, IndicatorId const& id, std::int32_t year) {
  Found found{sight.books.catalogue(sight.reader), nullptr, nullptr, {}, {}};
  found.indicator = performance::find_indicator(found.catalogue->state, id);
  found.sheet = performance::find_sheet(found.catalogue->state, id, year);
  if (!found.indicator || !found.sheet) return refuse(performance::indicator_unknown);
  found.figures = figures_of_indicator(sight, found.catalogue->state, year, id);
  found.realisations = found.figures.indicators[id];
  return found;
}

PeriodResult period_result(Found& found, Measurement const& measured, Period const& period, Language language) {
  PeriodResult result{.period = period, .period_name = say(period_words(period), language)};
  auto const target = std::ranges::find(measured.targets, period, &performance::PeriodTarget::period);
  if (target != measured.targets.end()) result.target = say(performance::spell(target->target), language);
  auto const& standings = found.figures.standings[found.indicator->id];
  auto const standing = std::ranges::find(standings, period, &FigureStanding::period);
  if (standing != standings.end()) {
    result.state = standing->state;
    result.case_id = standing->case_id;
    result.evidence = standing->evidence;
  }
  auto const at = std::ranges::find(measured.realisations, period, &performance::Realisation::period);
  bool const is_collected = at != measured.realisations.end();
  result.realised = say(performance::spell(is_collected ? at->value : performance::Value{}), language);
  auto const number = is_collected ? performance::magnitude(at->value, measured.multiplier) : std::nullopt;
  if (number) result.number = to_text(*number);
  result.of_period = achievement_view(performance::achievement_of(measured, period), WithTrace::yes, language);
  result.to_date = achievement_view(performance::against_same_periods(measured, period), WithTrace::yes, language);
  result.of_year = achievement_view(performance::against_year(measured, period), WithTrace::yes, language);
  return result;
}

template <class Compare>
std::vector<ComparisonResult> comparisons(performance::KeptFigures const& figures, Language language,
                                          Compare compare) {
  std::vector<ComparisonResult> results;
  for (auto const& figure : figures.all()) {
    results.push_back({figure.year, say(performance::spell(figure.target), language), figure.source,
                       achievement_view(compare(figure), WithTrace::yes, language)});
  }
  return results;
}

void compare(IndicatorView& view, Indicator const& indicator, Measurement const& measured, Language language) {
  using performance::Basis;
  view.midterm = comparisons(indicator.midterm, language, [&](YearFigure const& figure) {
    return performance::against(measured, figure, Basis::midterm);
  });
  view.past = comparisons(indicator.past, language,
                          [&](YearFigure const& figure) { return performance::change_since(measured, figure); });
  view.benchmark = comparisons(indicator.benchmark, language, [&](YearFigure const& figure) {
    return performance::against(measured, figure, Basis::benchmark);
  });
}

/// The formula's own workings, for every period that a case collected.
void show_derivations(Sight& sight, Found const& found, IndicatorView& view, Language language) {
  if (found.sheet->form != performance::EntryForm::derived) return;
  for (auto& period : view.periods) {
    if (!period.case_id) continue;
    auto const collection = sight.books.collection(sight.reader, *period.case_id);
    auto const* row = performance::find_row(
        collection->state, {found.sheet->provider, performance::RowKind::indicator, found.indicator->id.value});
    if (!row) continue;
    auto const derived = performance::derivation_of(collection->state, *row, found.catalogue->state);
    if (derived) period.derivation = trace_view(derived->trace, language);
  }
}

std::string position_name(access::Agency const& agency, access::PositionId const& id) {
  auto const found = agency.positions.find(id);
  return found == agency.positions.end() ? id.value : found->second.name;
}

}  // namespace

Result<IndicatorView> show_indicator(Sight& sight, IndicatorId const& id, std::int32_t year, Language language) {
  auto found = find(sight, id, year);
  if (!found) return std::unexpected(found.error());
  Period const whole{PeriodKind::year, year, 1};
  auto const measured = performance::measurement_of(found->catalogue->state, id, year, last_day(whole),
                                                    found->realisations);
  if (!measured) return std::unexpected(measured.error());
  auto const& sheet = *found->sheet;
  IndicatorView view{.indicator = id.value,
                     .year = year,
                     .about = about_indicator(found->catalogue->state, id, year),
                     .node = found->indicator->node.value,
                     .unit = sheet.provider.value,
                     .unit_name = access::holder_name(sight.agency(), access::HolderId{sheet.provider.value}),
                     .responsible = position_name(sight.agency(), sheet.responsible),
                     .data_source = sheet.data_source};
  if (measured->year_target) view.target = say(performance::spell(*measured->year_target), language);
  if (!measured->target_source.empty()) view.target_source = measured->target_source;
  for (auto const& rule : performance::rule_words(measured->polarity, measured->rules)) {
    view.rules.push_back(say(rule, language));
  }
  for (auto const& period : periods_reported(sheet, year, found->realisations)) {
    view.periods.push_back(period_result(*found, *measured, period, language));
  }
  view.of_year = achievement_view(performance::achievement_of_year(*measured), WithTrace::yes, language);
  compare(view, *found->indicator, *measured, language);
  show_derivations(sight, *found, view, language);
  view.decisions = list_decisions(sight, {.year = year, .indicator = id.value}, language);
  view.may_decide = may_note_decisions(sight);
  return view;
}

Result<std::vector<ProfileDifference>> compare_indicator(Sight& sight, IndicatorId const& id, std::int32_t year,
                                                         Language language) {
  auto const found = find(sight, id, year);
  if (!found) return std::unexpected(found.error());
  auto const& catalogue = found->catalogue->state;
  std::vector<performance::Profile> profiles;
  if (auto const* adopted = performance::find_profile(catalogue, year)) profiles.push_back(*adopted);
  for (auto const& shipped : shipped_profiles()) {
    if (profiles.empty() || shipped != profiles.front()) profiles.push_back(shipped);
  }
  Period const whole{PeriodKind::year, year, 1};
  auto const rows =
      performance::compare_profiles(catalogue, profiles, id, year, last_day(whole), found->realisations);
  if (!rows) return std::unexpected(rows.error());
  std::vector<ProfileDifference> differences;
  for (auto const& row : *rows) {
    ProfileDifference each{row.profile.value, row.name, achievement_view(row.achievement, WithTrace::yes, language),
                           {}, {}};
    for (auto const& words : row.rules) each.rules.push_back(say(words, language));
    for (auto const& words : row.differs) each.differs.push_back(say(words, language));
    differences.push_back(std::move(each));
  }
  return differences;
}

}  // namespace himpun::app
