#include "app/views/performance/money_view.h"

namespace himpun::app {
namespace {

using performance::Ceiling;
using performance::Spending;

/// Rupiah have no places of their own in these tables.
std::string rupiah(Decimal const& amount, Language language) { return "Rp" + say(spell(amount), language); }

Decimal spent_until(Spending const& spending, Period const& until) {
  Decimal sum;
  for (auto const& each : spending.realisations) {
    if (last_day(each.period) <= last_day(until) && each.value.number) sum = sum + *each.value.number;
  }
  return sum;
}

Spending spending_of(MoneyBooks const& books, Ceiling const& ceiling) {
  Spending spending{ceiling.code, ceiling.amount, ceiling.document, {}};
  auto const found = books.figures.budget.find(ceiling.code);
  if (found != books.figures.budget.end()) spending.realisations = found->second;
  return spending;
}

/// Volumes come from the indicator that a ceiling pays for.
performance::OutputCost output_of(MoneyBooks const& books, Ceiling const& ceiling, Spending const& spending) {
  performance::OutputCost output{ceiling.name, ceiling.amount, spent_until(spending, books.query.until), {}, {}};
  auto const realised = books.figures.indicators.find(*ceiling.indicator);
  auto const measured = performance::measurement_under(
      books.catalogue, books.profile, *ceiling.indicator, books.query.until.year, last_day(books.query.until),
      realised == books.figures.indicators.end() ? std::vector<performance::Realisation>{} : realised->second);
  if (!measured) return output;
  output.realised_volume = performance::consolidate(*measured, books.query.until).value;
  if (measured->year_target) {
    output.target_volume = performance::magnitude(measured->year_target->value, measured->multiplier);
  }
  return output;
}

}  // namespace

MoneyResult money_of(Sight& sight, MoneyBooks const& books, Language language) {
  auto const& until = books.query.until;
  auto const& rounding = books.profile.defaults.rounding;
  MoneyResult result;
  std::vector<Spending> all;
  std::vector<performance::OutputCost> outputs;
  for (auto const* ceiling : performance::ceilings_in(books.catalogue, until)) {
    if (!books.query.unit.empty() && ceiling->unit.value != books.query.unit) continue;
    auto const spending = spending_of(books, *ceiling);
    result.codes.push_back(
        {ceiling->code, ceiling->name, ceiling->unit.value,
         access::holder_name(sight.agency(), access::HolderId{ceiling->unit.value}),
         say(performance::stage_words(ceiling->stage), language), rupiah(ceiling->amount, language),
         rupiah(spent_until(spending, until), language),
         budget_view(performance::absorption(spending, until, rounding), WithTrace::yes, language)});
    if (ceiling->indicator) outputs.push_back(output_of(books, *ceiling, spending));
    all.push_back(spending);
  }
  auto const total = performance::total_absorption(all, until, rounding);
  auto const difference = performance::efficiency_by_difference(books.achievement, total.value,
                                                                books.profile.efficiency_band, rounding);
  auto const treasury = performance::efficiency_by_treasury(outputs, rounding);
  result.total = budget_view(total, WithTrace::yes, language);
  result.difference = budget_view(difference, WithTrace::yes, language);
  result.treasury = budget_view(treasury.efficiency, WithTrace::yes, language);
  result.treasury_score = budget_view(treasury.score, WithTrace::yes, language);
  return result;
}

}  // namespace himpun::app
