#include "core/performance/budget/budget.h"

namespace himpun::performance {
namespace {

BudgetFigure failed(Workings work, Words why_not) {
  BudgetFigure figure;
  figure.why_not = std::move(why_not);
  figure.trace = work.take();
  return figure;
}

BudgetFigure rounded(Workings work, LineRef raw, Rounding const& rounding) {
  auto const line = work.round(raw, rounding);
  work.rule(rounding_words(rounding));
  if (!work.at(line).is_number()) {
    return failed(std::move(work), {"Angka terlalu besar untuk dihitung.", "The numbers are too large to compute."});
  }
  BudgetFigure figure;
  figure.value = work.at(line);
  figure.trace = work.take();
  return figure;
}

/// Input lines of what was spent up to `until`; blanks are named, never zero.
std::vector<LineRef> spent_until(Workings& work, Spending const& spending, Period const& until) {
  std::vector<LineRef> lines;
  for (auto const& each : spending.realisations) {
    if (last_day(each.period) > last_day(until)) continue;
    auto const name = period_words(each.period);
    auto const number = magnitude(each.value, Decimal{1});
    if (number) {
      lines.push_back(
          work.input({"Realisasi " + spending.code + " " + name.id, "Spent on " + spending.code + ", " + name.en},
                     *number, each.value, each.source, each.evidence));
    } else {
      auto const why = spell(each.value);
      work.remark({spending.code + " " + name.id + " " + why.id + ": tidak ikut dihitung, bukan nol.",
                   spending.code + " " + name.en + " " + why.en + ": left out, not counted as zero."});
    }
  }
  return lines;
}

LineRef percent_of(Workings& work, std::vector<LineRef> const& spent, std::vector<LineRef> const& ceilings) {
  auto const above = work.apply(Operation::sum, {"Jumlah realisasi", "Total spent"}, spent);
  auto const below = work.apply(Operation::sum, {"Jumlah pagu", "Total ceiling"}, ceilings);
  auto const share = work.apply(Operation::divide, {"Realisasi ÷ Pagu", "Spent ÷ Ceiling"}, {above, below});
  return work.apply(Operation::multiply, {"Realisasi ÷ Pagu × 100", "Spent ÷ Ceiling × 100"},
                    {share, work.constant(100)});
}

LineRef ceiling_line(Workings& work, Spending const& spending) {
  return work.input({"Pagu " + spending.code, "Ceiling of " + spending.code}, *spending.ceiling,
                    number_value(*spending.ceiling), spending.ceiling_source);
}

void judge(BudgetFigure& figure, Decimal const& band) {
  if (*figure.value > band) {
    figure.verdict = {"efisien", "efficient"};
  } else if (*figure.value < -band) {
    figure.verdict = {"tidak efisien", "not efficient"};
  } else {
    figure.verdict = {"wajar", "fair"};
  }
}

}  // namespace

BudgetFigure absorption(Spending const& spending, Period const& until, Rounding const& rounding) {
  return total_absorption({spending}, until, rounding);
}

BudgetFigure total_absorption(std::vector<Spending> const& codes, Period const& until, Rounding const& rounding) {
  Workings work{{"Realisasi anggaran ÷ Pagu × 100", "Budget spent ÷ Ceiling × 100"}};
  std::vector<LineRef> spent;
  std::vector<LineRef> ceilings;
  for (auto const& each : codes) {
    if (!each.ceiling || each.ceiling->sign() <= 0) {
      work.remark({"Pagu " + each.code + " belum ada: tidak ikut dihitung.",
                   "There is no ceiling for " + each.code + ": left out."});
      continue;
    }
    auto const lines = spent_until(work, each, until);
    // A code that has reported nothing stays in the ceiling: its money is there and was not spent so far as is known.
    spent.insert(spent.end(), lines.begin(), lines.end());
    ceilings.push_back(ceiling_line(work, each));
  }
  if (ceilings.empty()) return failed(std::move(work), {"Pagu belum ditetapkan.", "There is no ceiling."});
  if (spent.empty()) {
    return failed(std::move(work), {"Belum ada realisasi anggaran yang diisi.", "No spending has been filled in."});
  }
  auto const raw = percent_of(work, spent, ceilings);
  return rounded(std::move(work), raw, rounding);
}

BudgetFigure efficiency_by_difference(std::optional<Decimal> const& achievement, std::optional<Decimal> const& absorbed,
                                      Decimal const& band, Rounding const& rounding) {
  Workings work{{"Capaian kinerja − Serapan anggaran", "Achievement − Absorption"}};
  if (!achievement) return failed(std::move(work), {"Capaian kinerja belum ada.", "There is no achievement."});
  if (!absorbed) return failed(std::move(work), {"Serapan anggaran belum ada.", "There is no absorption."});
  auto const above = work.input({"Capaian kinerja", "Achievement"}, *achievement, number_value(*achievement), "");
  auto const below = work.input({"Serapan anggaran", "Absorption"}, *absorbed, number_value(*absorbed), "");
  auto const raw = work.apply(Operation::subtract, {"Selisih", "Difference"}, {above, below});
  auto const at = spell(band);
  work.rule(
      {"Di atas " + at.id + " poin efisien, antara −" + at.id + " dan " + at.id + " wajar, di bawahnya tidak efisien",
       "Above " + at.en + " points efficient, between −" + at.en + " and " + at.en + " fair, below not efficient"});
  auto figure = rounded(std::move(work), raw, rounding);
  if (figure.value) judge(figure, band);
  return figure;
}

}  // namespace himpun::performance
