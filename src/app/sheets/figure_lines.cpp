#include "app/sheets/figure_lines.h"

#include <algorithm>

#include "app/projections/figure_projection.h"
#include "core/performance/collection/figures.h"

namespace himpun::app {
namespace {

using performance::IndicatorId;
using performance::RowKey;
using performance::RowKind;

/// Evidence is kept as a JSON array of texts without quotes in them.
std::int64_t count_evidence(std::string const& json) { return std::ranges::count(json, '"') / 2; }

}  // namespace

FigureLines::FigureLines(Sight& sight) : sight_(sight), catalogue_(sight.books.catalogue(sight.reader)) {}

FigureLine FigureLines::line_of(FigureRow const& row) {
  share(row);
  FigureLine line{.row = &row, .period = shared_.period, .unit_name = unit_name(row.unit)};
  line.name = shared_.name;
  line.unit_of_measure = shared_.unit_of_measure;
  line.value = value_in(row);
  line.target = shared_.target;
  line.evidence = count_evidence(row.evidence);
  auto const& measured = shared_.measurement;
  line.number = performance::magnitude(line.value, measured ? measured->multiplier : Decimal{1});
  if (!measured || !performance::is_filled(line.value)) return line;
  shared_.measurement->realisations.assign(1, {shared_.period, line.value, row.source, {}});
  line.achievement = performance::achievement_of(*measured, shared_.period).value;
  return line;
}

void FigureLines::share(FigureRow const& row) {
  auto key = row.kind + "/" + row.subject + "/" + row.period;
  if (shared_.key == key) return;
  shared_ = {};
  shared_.key = std::move(key);
  shared_.period =
      parse_period_key(row.period).value_or(Period{PeriodKind::year, static_cast<std::int32_t>(row.year), 1});
  if (row.kind == "indicator") {
    share_indicator(row);
  } else {
    share_budget(row);
  }
}

void FigureLines::share_indicator(FigureRow const& row) {
  IndicatorId const id{row.subject};
  auto const year = static_cast<std::int32_t>(row.year);
  auto const& catalogue = catalogue_->state;
  auto const* sheet = performance::find_sheet(catalogue, id, year);
  if (!sheet) return void(shared_.name = row.subject);
  shared_.name = sheet->name;
  shared_.unit_of_measure = sheet->unit_of_measure;
  shared_.is_derived = sheet->form == performance::EntryForm::derived;
  performance::Realisation const sample{shared_.period, {}, "", {}};
  auto measured = performance::measurement_of(catalogue, id, year, last_day(shared_.period), {sample});
  if (!measured) return;
  auto const own = std::ranges::find(measured->targets, shared_.period, &performance::PeriodTarget::period);
  shared_.target = own == measured->targets.end() ? measured->year_target : std::optional{own->target};
  shared_.measurement = std::move(*measured);
}

void FigureLines::share_budget(FigureRow const& row) {
  auto const year = static_cast<std::int32_t>(row.year);
  auto const* ceiling = performance::find_ceiling(catalogue_->state, row.subject, year, last_day(shared_.period));
  shared_.unit_of_measure = "Rp";
  if (!ceiling) return;
  shared_.name = ceiling->name;
  shared_.target = performance::target_of(performance::number_value(ceiling->amount));
}

/// What a formula gives is computed from the collection it belongs to.
performance::Value FigureLines::value_in(FigureRow const& row) {
  if (!shared_.is_derived) return value_of(row);
  auto const collection = sight_.books.collection(sight_.reader, row.case_id);
  RowKey const key{performance::UnitId{row.unit}, RowKind::indicator, row.subject};
  auto const* found = performance::find_row(collection->state, key);
  return found ? performance::figure_of(collection->state, *found, catalogue_->state) : value_of(row);
}

std::string const& FigureLines::unit_name(std::string const& unit) {
  auto const [found, is_new] = unit_names_.try_emplace(unit);
  if (is_new) found->second = access::holder_name(sight_.agency(), access::HolderId{unit});
  return found->second;
}

}  // namespace himpun::app
