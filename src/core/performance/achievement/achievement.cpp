#include "core/performance/achievement/achievement.h"

#include "core/performance/achievement/period_lines.h"

namespace himpun::performance {
namespace {

Reckoning reckoning_of(Measurement const& measurement) {
  return {measurement.polarity, measurement.rules, measurement.multiplier};
}

}  // namespace

Achievement achievement_of(Measurement const& measurement, Period const& period) {
  auto reckoning = reckoning_of(measurement);
  auto const* each = find_realisation(measurement, period);
  if (!each || !is_filled(each->value)) {
    auto const name = period_words(period);
    auto const why = spell(each ? each->value : Value{});
    return reckoning.fail(Basis::period, {"Realisasi " + name.id + " " + why.id + ".",
                                          "The figure of " + name.en + " is " + why.en + "."});
  }
  auto const figure = reckoning.number(named(*each));
  return reckoning.finish(Basis::period, figure, same_period_targets(reckoning, measurement, {each}));
}

Achievement against_same_periods(Measurement const& measurement, Period const& until) {
  auto reckoning = reckoning_of(measurement);
  auto const filled = filled_until(measurement, until, reckoning.work());
  auto const figure = consolidated(reckoning, filled, until);
  if (!figure) return reckoning.fail(Basis::same_periods, figure.error());
  return reckoning.finish(Basis::same_periods, figure, same_period_targets(reckoning, measurement, filled));
}

Achievement against_year(Measurement const& measurement, Period const& until) {
  auto reckoning = reckoning_of(measurement);
  auto const filled = filled_until(measurement, until, reckoning.work());
  auto const figure = consolidated(reckoning, filled, until);
  return reckoning.finish(Basis::year, figure, year_target(reckoning, measurement));
}

Achievement achievement_of_year(Measurement const& measurement) {
  return against_year(measurement, whole_year(measurement));
}

Achievement against(Measurement const& measurement, YearFigure const& other, Basis basis) {
  auto reckoning = reckoning_of(measurement);
  auto const until = whole_year(measurement);
  auto const figure = consolidated(reckoning, filled_until(measurement, until, reckoning.work()), until);
  auto const label = basis == Basis::midterm     ? year_label("Target Renstra ", "Mid-term target ", other.year)
                     : basis == Basis::benchmark ? year_label("Pembanding ", "Benchmark ", other.year)
                                                 : year_label("Realisasi tahun ", "Figure of ", other.year);
  return reckoning.finish(basis, figure, reckoning.target(other.target, label, other.source));
}

Achievement change_since(Measurement const& measurement, YearFigure const& past) {
  auto reckoning = reckoning_of(measurement);
  auto& work = reckoning.work();
  auto const until = whole_year(measurement);
  auto const figure = consolidated(reckoning, filled_until(measurement, until, work), until);
  auto const before =
      reckoning.number({year_label("Realisasi tahun ", "Figure of ", past.year), past.target.value, past.source});
  if (!figure) return reckoning.fail(Basis::past, figure.error());
  if (!before) return reckoning.fail(Basis::past, before.error());
  auto const base = work.at(*before);
  if (base.is_zero()) {
    return reckoning.fail(Basis::past, {"Realisasi tahun pembanding nol: perubahan dalam persen tidak dapat dihitung.",
                                        "The past figure is zero: there is no change in per cent."});
  }
  auto const change = work.apply(Operation::subtract, {"Perubahan", "Change"}, {*figure, *before});
  auto const hundred = work.constant({"Bilangan tetap 100", "Constant 100"}, Decimal{base.sign() < 0 ? -100 : 100});
  auto const share = work.apply(Operation::divide, {"Perubahan ÷ tahun lalu", "Change ÷ past year"}, {change, *before});
  auto const percent = work.apply(Operation::multiply, {"… × 100", "… × 100"}, {share, hundred});
  auto const rounded = work.round(percent, measurement.rules.rounding);
  Achievement achievement{.basis = Basis::past};
  achievement.value = achievement.before_cap = work.at(rounded);
  work.rule(rounding_words(measurement.rules.rounding));
  achievement.trace = work.take();
  achievement.trace.formula = {"(Realisasi − Realisasi tahun lalu) ÷ Realisasi tahun lalu × 100",
                               "(Figure − past figure) ÷ past figure × 100"};
  return achievement;
}

Consolidated consolidate(Measurement const& measurement, Period const& until) {
  auto reckoning = reckoning_of(measurement);
  auto const line = consolidated(reckoning, filled_until(measurement, until, reckoning.work()), until);
  Consolidated answer;
  if (line) {
    answer.value = reckoning.work().at(*line);
  } else {
    answer.why_not = line.error();
  }
  answer.trace = reckoning.work().take();
  answer.trace.formula = consolidation_words(measurement.rules.consolidation);
  return answer;
}

Achievement achievement_of(Polarity polarity, Rules const& rules, Value const& realised, Target const& target) {
  Reckoning reckoning{polarity, rules, Decimal{1}};
  auto const figure = reckoning.number({{"Realisasi", "Realisation"}, realised, ""});
  return reckoning.finish(Basis::year, figure, reckoning.target(target, {"Target", "Target"}, ""));
}

}  // namespace himpun::performance
