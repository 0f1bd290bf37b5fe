#include "core/performance/achievement/history.h"

#include <algorithm>
#include <functional>

#include "base/text.h"

namespace himpun::performance {
namespace {

PastTotal unknown(Words why) { return {std::nullopt, "", std::move(why)}; }
PastTotal known(Decimal number) {
  auto shown = spell(number).id;
  return {std::move(number), std::move(shown), {}};
}

Words no_figure(std::int32_t year) {
  auto const text = std::to_string(year);
  return {"realisasi " + text + " belum dicatat dan tidak dikumpulkan di sini",
          "the figure of " + text + " was neither recorded nor collected here"};
}

/// Recorded for that year; a predicate without a score has no number.
std::optional<PastTotal> recorded(Past const& past, Sheet const* sheet, IndicatorId const& id, std::int32_t year) {
  auto const* indicator = find_indicator(past.catalogue, id);
  auto const figure = indicator ? indicator->past.find(year) : std::nullopt;
  if (!figure) return std::nullopt;
  auto number = magnitude(figure->target.value, sheet ? sheet->multiplier : Decimal{1});
  if (!number) return unknown({"realisasi " + std::to_string(year) + " bukan angka: " + spell(figure->target).id,
                               "the figure of " + std::to_string(year) + " is no number"});
  return PastTotal{std::move(number), spell(figure->target).id, {}};
}

/// Earlier years and this one, the first missing one as the reason.
std::expected<std::vector<Decimal>, Words> all_years(RenstraYears const& years, std::int32_t year,
                                                     std::function<PastTotal(std::int32_t)> const& of) {
  std::vector<Decimal> numbers;
  for (auto each = years.first; each <= year; ++each) {
    auto const total = of(each);
    if (!total.number) return std::unexpected(total.why_not);
    numbers.push_back(*total.number);
  }
  return numbers;
}

Decimal sum_of(std::vector<Decimal> const& numbers) {
  Decimal sum;
  for (auto const& each : numbers) sum = sum + each;
  return sum;
}

Words const no_renstra{"target akhir Renstra belum dicatat, jadi tahun pertamanya tidak diketahui",
                       "no end-of-Renstra target is recorded, so its first year is not known"};

}  // namespace

std::optional<RenstraYears> renstra_of(Catalogue const& catalogue, std::int32_t year) {
  constexpr std::int32_t years = 5;
  std::optional<std::int32_t> last;
  auto const consider = [&](std::int32_t end) {
    if (end >= year && end < year + years) last = std::min(last.value_or(end), end);
  };
  for (auto const& [id, indicator] : catalogue.indicators) {
    if (auto const figure = indicator.midterm.first_from(year)) consider(figure->year);
  }
  for (auto const& [key, spending] : catalogue.spending_planned) consider(spending.year);
  if (!last) return std::nullopt;
  return RenstraYears{*last - years + 1, *last};
}

PastTotal total_of_year(Past const& past, IndicatorId const& indicator, std::int32_t year) {
  auto const* sheet = find_sheet(past.catalogue, indicator, year);
  if (auto const found = recorded(past, sheet, indicator, year)) return *found;
  auto const at = past.years.find(year);
  auto const* profile = find_profile(past.catalogue, year);
  if (at == past.years.end() || !sheet || !profile) return unknown(no_figure(year));
  auto const figures = at->second.indicators.find(indicator);
  if (figures == at->second.indicators.end() || figures->second.empty()) return unknown(no_figure(year));
  Period const whole{PeriodKind::year, year, 1};
  auto const measured =
      measurement_under(past.catalogue, *profile, indicator, year, last_day(whole), figures->second);
  if (!measured) return unknown(no_figure(year));
  auto const total = consolidate(*measured, whole);
  if (!total.value) return unknown(total.why_not);
  return {total.value, spell(*total.value, measured->rules.rounding).id, {}};
}

PastTotal spent_in_year(Past const& past, std::string const& code, std::int32_t year) {
  auto const recorded = past.catalogue.spending_past.find({code, year});
  if (recorded != past.catalogue.spending_past.end()) return known(recorded->second.amount);
  auto const at = past.years.find(year);
  if (at == past.years.end()) return unknown(no_figure(year));
  auto const found = at->second.budget.find(code);
  if (found == at->second.budget.end()) return unknown(no_figure(year));
  Decimal sum;
  for (auto const& each : found->second) {
    if (each.value.number) sum = sum + *each.value.number;
  }
  return known(sum);
}

PastTotal total_to_date(Past const& past, IndicatorId const& indicator, std::int32_t year, PastTotal const& this_year) {
  auto const* sheet = find_sheet(past.catalogue, indicator, year);
  auto const* profile = find_profile(past.catalogue, year);
  auto const rules = sheet && profile ? rules_for(*profile, sheet->rules) : Result<Rules>{std::unexpect, Problem{}};
  if (!rules) return unknown(no_figure(year));
  bool const is_state = rules->consolidation == Consolidation::last || rules->consolidation == Consolidation::ratio;
  if (is_state && this_year.is_known()) return this_year;
  if (is_state) return total_of_year(past, indicator, year - 1);
  auto const years = renstra_of(past.catalogue, year);
  if (!years) return unknown(no_renstra);
  auto const numbers = all_years(*years, year, [&](std::int32_t each) {
    return each == year ? this_year : total_of_year(past, indicator, each);
  });
  if (!numbers) return unknown(numbers.error());
  if (rules->consolidation == Consolidation::maximum) return known(*std::ranges::max_element(*numbers, std::less<>{}));
  if (rules->consolidation == Consolidation::sum) return known(sum_of(*numbers));
  return known(round(sum_of(*numbers) / Decimal{static_cast<std::int64_t>(numbers->size())}, rules->rounding));
}

PastTotal spent_to_date(Past const& past, std::string const& code, std::int32_t year, Decimal const& this_year) {
  auto const years = renstra_of(past.catalogue, year);
  if (!years) return unknown(no_renstra);
  auto const numbers = all_years(*years, year, [&](std::int32_t each) {
    return each == year ? known(this_year) : spent_in_year(past, code, each);
  });
  if (!numbers) return unknown(numbers.error());
  return known(sum_of(*numbers));
}

PastTotal planned_spending(Catalogue const& catalogue, std::string const& code, std::int32_t year) {
  auto const found = catalogue.spending_planned.lower_bound({code, year});
  if (found == catalogue.spending_planned.end() || found->first.first != code) {
    return unknown({"pagu akhir Renstra belum dicatat", "the end-of-Renstra budget is not recorded"});
  }
  return known(found->second.amount);
}

}  // namespace himpun::performance
