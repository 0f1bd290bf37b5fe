#include "app/views/performance/year_figures.h"

#include <algorithm>

#include "app/projections/figure_projection.h"
#include "core/performance/collection/figures.h"

namespace himpun::app {
namespace {

using performance::Catalogue;
using performance::IndicatorId;
using performance::RowKey;
using performance::RowKind;

/// The figure itself; what a formula gives is computed from the collection it belongs to.
performance::Value figure_in(Sight& sight, Catalogue const& catalogue, FigureRow const& row) {
  auto const* sheet = performance::find_sheet(catalogue, IndicatorId{row.subject}, static_cast<std::int32_t>(row.year));
  bool const is_derived = row.kind == "indicator" && sheet && sheet->form == performance::EntryForm::derived;
  if (!is_derived) return value_of(row);
  auto const collection = sight.books.collection(sight.reader, row.case_id);
  RowKey const key{performance::UnitId{row.unit}, RowKind::indicator, row.subject};
  auto const* found = performance::find_row(collection->state, key);
  return found ? performance::figure_of(collection->state, *found, catalogue) : value_of(row);
}

/// Rows come by subject, kind, period and case: a later case of the same period takes the place of an earlier one.
void put_latest(std::vector<performance::Realisation>& figures, performance::Realisation figure) {
  if (!figures.empty() && figures.back().period == figure.period) figures.pop_back();
  figures.push_back(std::move(figure));
}

YearFigures gather(Sight& sight, Catalogue const& catalogue, std::int32_t year, std::vector<FigureRow> const& rows) {
  YearFigures figures{.year = year};
  for (auto const& row : rows) {
    auto const period = parse_period_key(row.period);
    if (!period) continue;
    auto const value = figure_in(sight, catalogue, row);
    auto const evidence = evidence_ids(row);
    if (row.kind == "indicator") {
      auto& standings = figures.standings[IndicatorId{row.subject}];
      if (!standings.empty() && standings.back().period == *period) standings.pop_back();
      standings.push_back({*period, value, row.state, row.case_id, evidence});
    }
    if (!is_collected(row)) continue;
    auto& list = row.kind == "indicator" ? figures.indicators[IndicatorId{row.subject}] : figures.budget[row.subject];
    put_latest(list, {*period, value, row.source, evidence});
  }
  return figures;
}

}  // namespace

std::vector<Period> periods_reported(performance::Sheet const& sheet, std::int32_t year,
                                     std::vector<performance::Realisation> const& realisations) {
  auto const kind = realisations.empty() ? sheet.reporting : realisations.front().period.kind;
  std::vector<Period> periods;
  for (std::int32_t number = 1; number <= periods_per_year(kind); ++number) {
    Period const period{kind, year, number};
    auto const last_month = 12 / periods_per_year(kind) * number;
    if (last_month % (12 / periods_per_year(sheet.reporting)) == 0) periods.push_back(period);
  }
  return periods;
}

YearFigures figures_of_year(Sight& sight, Catalogue const& catalogue, std::int32_t year) {
  return gather(sight, catalogue, year, sight.reader.figures_of_year(year));
}

std::map<std::int32_t, performance::EarlierYear> earlier_years(Sight& sight, Catalogue const& catalogue,
                                                               std::int32_t year) {
  auto const renstra = performance::renstra_of(catalogue, year);
  std::map<std::int32_t, performance::EarlierYear> years;
  for (auto each = std::min(renstra ? renstra->first : year - 1, year - 1); each < year; ++each) {
    auto figures = figures_of_year(sight, catalogue, each);
    years[each] = {std::move(figures.indicators), std::move(figures.budget)};
  }
  return years;
}

YearFigures figures_of_indicator(Sight& sight, Catalogue const& catalogue, std::int32_t year,
                                 IndicatorId const& indicator) {
  return gather(sight, catalogue, year, sight.reader.figures_of(year, indicator.value, "indicator"));
}

}  // namespace himpun::app
