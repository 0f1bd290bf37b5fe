#include "core/report/figures/figure_lines.h"

#include <algorithm>

namespace himpun::report {

using namespace performance;

std::string percent(std::optional<Decimal> const& value) {
  return value ? spell(*value, Rounding{RoundingMode::half_up, 2}).id : "–";
}

std::string money(Decimal const& amount) { return spell(amount).id; }

std::string year_target_of(FigureLine const& line) {
  return line.measured.year_target ? spell(*line.measured.year_target).id : "–";
}

std::string total_of(FigureLine const& line, Period const& until) {
  auto const total = consolidate(line.measured, until);
  return total.value ? spell(round(*total.value, line.measured.rules.rounding)).id : "–";
}

std::string objective_of(Catalogue const& catalogue, NodeId id) {
  for (auto const* node = find_node(catalogue, id); node;
       node = node->parent ? find_node(catalogue, *node->parent) : nullptr) {
    if (node->kind == NodeKind::objective) return node->name;
  }
  return "Tanpa sasaran";
}

std::vector<FigureLine> figure_lines(DataBooks const& books) {
  std::vector<FigureLine> lines;
  auto const* profile = find_profile(books.catalogue, books.period.year);
  if (!profile) return lines;
  for (auto const& [id, indicator] : books.catalogue.indicators) {
    auto const* sheet = find_sheet(books.catalogue, id, books.period.year);
    if (!sheet) continue;
    auto const found = books.indicators.find(id);
    auto const realised = found == books.indicators.end() ? std::vector<Realisation>{} : found->second;
    auto measured = measurement_under(books.catalogue, *profile, id, books.period.year, last_day(books.period), realised);
    if (!measured) continue;
    auto to_date = against_same_periods(*measured, books.period);
    auto of_year = against_year(*measured, books.period);
    lines.push_back({&indicator, sheet, std::move(*measured), std::move(to_date), std::move(of_year)});
  }
  return lines;
}

FigureLine const* find_line(std::vector<FigureLine> const& lines, IndicatorId const& id) {
  auto const found = std::ranges::find_if(lines, [&](FigureLine const& line) { return line.indicator->id == id; });
  return found == lines.end() ? nullptr : &*found;
}

std::vector<MoneyLine> money_lines(DataBooks const& books) {
  std::vector<MoneyLine> lines;
  auto const* profile = find_profile(books.catalogue, books.period.year);
  if (!profile) return lines;
  for (auto const* ceiling : ceilings_in(books.catalogue, books.period)) {
    MoneyLine line{ceiling, {ceiling->code, ceiling->amount, ceiling->document, {}}, {}, {}};
    auto const found = books.budget.find(ceiling->code);
    if (found != books.budget.end()) line.spending.realisations = found->second;
    for (auto const& each : line.spending.realisations) {
      if (each.value.number) line.spent = line.spent + *each.value.number;
    }
    line.absorption = absorption(line.spending, books.period, profile->defaults.rounding);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace himpun::report
