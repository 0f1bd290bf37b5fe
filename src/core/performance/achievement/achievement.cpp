#include "core/performance/achievement/achievement.h"

#include <algorithm>

#include "core/performance/achievement/reckoning.h"

namespace himpun::performance {
namespace {

Words label_of(char const* id, char const* en, Period const& period) {
  auto const words = period_words(period);
  return {std::string{id} + words.id, std::string{en} + words.en};
}

Words year_label(char const* id, char const* en, std::int32_t year) {
  return {id + std::to_string(year), en + std::to_string(year)};
}

std::int32_t year_of(Measurement const& measurement) {
  return measurement.realisations.empty() ? 0 : measurement.realisations.front().period.year;
}

Period whole_year(Measurement const& measurement) { return {PeriodKind::year, year_of(measurement), 1}; }

bool is_until(Period const& period, Period const& until) { return last_day(period) <= last_day(until); }

NamedValue named(Realisation const& each) {
  return {label_of("Realisasi ", "Realisation ", each.period), each.value, each.source, each.evidence};
}

Realisation const* find_realisation(Measurement const& measurement, Period const& period) {
  auto const found = std::ranges::find(measurement.realisations, period, &Realisation::period);
  return found == measurement.realisations.end() ? nullptr : &*found;
}

PeriodTarget const* find_target(Measurement const& measurement, Period const& period) {
  auto const found = std::ranges::find(measurement.targets, period, &PeriodTarget::period);
  return found == measurement.targets.end() || !is_filled(found->target) ? nullptr : &*found;
}

/// The figures that count, in the order of time; whatever does not is named as a remark. A blank is never a zero.
std::vector<Realisation const*> filled_until(Measurement const& measurement, Period const& until, Workings& work) {
  std::vector<Realisation const*> filled;
  if (measurement.realisations.empty()) return filled;
  auto period = measurement.realisations.front().period;
  for (period.number = 1; period.number <= periods_per_year(period.kind); ++period.number) {
    if (!is_until(period, until)) break;
    auto const* each = find_realisation(measurement, period);
    if (each && is_filled(each->value)) {
      filled.push_back(each);
    } else {
      auto const name = period_words(period);
      auto const why = spell(each ? each->value : Value{});
      work.remark({name.id + " " + why.id + ": tidak ikut dihitung, bukan nol.",
                   name.en + " " + why.en + ": left out, not counted as zero."});
    }
  }
  return filled;
}

Words nothing_filled(Period const& until) {
  auto const name = period_words(until);
  return {"Sampai " + name.id + " belum ada realisasi yang dapat dihitung.",
          "Up to " + name.en + " there is no figure to count."};
}

Line consolidated(Reckoning& reckoning, std::vector<Realisation const*> const& filled, Period const& until) {
  if (filled.empty()) return std::unexpected(nothing_filled(until));
  std::vector<NamedValue> figures;
  for (auto const* each : filled) figures.push_back(named(*each));
  reckoning.work().rule(consolidation_words(reckoning.rules().consolidation));
  return reckoning.consolidate(figures, label_of("Realisasi sampai ", "Realisation up to ", until));
}

MaybeTarget year_target(Reckoning& reckoning, Measurement const& measurement) {
  if (!measurement.year_target || !is_filled(*measurement.year_target)) {
    return std::unexpected(Words{"Target tahun ini belum ditetapkan.", "No target has been set for this year."});
  }
  auto const label = year_label("Target tahun ", "Target of ", year_of(measurement));
  return reckoning.target(*measurement.year_target, label, measurement.target_source);
}

NamedValue named(Measurement const& measurement, PeriodTarget const& each, Value value) {
  return {label_of("Target ", "Target of ", each.period), std::move(value), measurement.target_source};
}

/// One side of several targets (the value, or a bound) as one line; nothing when one target lacks it.
template <class Side>
std::expected<std::optional<LineRef>, Words> side_of(Reckoning& reckoning, Measurement const& measurement,
                                                     std::vector<PeriodTarget const*> const& targets, Side side) {
  std::vector<NamedValue> values;
  for (auto const* each : targets) {
    auto const value = side(each->target);
    if (!value) return std::optional<LineRef>{};
    values.push_back(named(measurement, *each, *value));
  }
  bool const ratios = std::ranges::all_of(values, [](auto const& each) { return each.value.kind == ValueKind::ratio; });
  // ASSUMPTION: targets that are plain numbers cannot be divided anew; the last period's stands for all.
  if (reckoning.rules().consolidation == Consolidation::ratio && !ratios) values = {values.back()};
  auto const until = targets.back()->period;
  auto const line = values.size() == 1 && !ratios
                        ? reckoning.number(values.back())
                        : reckoning.consolidate(values, label_of("Target sampai ", "Target up to ", until));
  if (!line) return std::unexpected(line.error());
  return std::optional{*line};
}

std::optional<Value> value_side(Target const& target) {
  return is_filled(target.value) ? std::optional{target.value} : std::nullopt;
}
std::optional<Value> lower_side(Target const& target) {
  return target.lower ? std::optional{number_value(*target.lower)} : std::nullopt;
}
std::optional<Value> upper_side(Target const& target) {
  return target.upper ? std::optional{number_value(*target.upper)} : std::nullopt;
}

MaybeTarget consolidated_targets(Reckoning& reckoning, Measurement const& measurement,
                                 std::vector<PeriodTarget const*> const& targets) {
  TargetLines lines;
  auto const value = side_of(reckoning, measurement, targets, value_side);
  if (!value) return std::unexpected(value.error());
  auto const lower = side_of(reckoning, measurement, targets, lower_side);
  if (!lower) return std::unexpected(lower.error());
  auto const upper = side_of(reckoning, measurement, targets, upper_side);
  if (!upper) return std::unexpected(upper.error());
  lines = {*value, *lower, *upper};
  bool const is_range = measurement.polarity == Polarity::range;
  if (is_range ? lines.lower || lines.upper : lines.value.has_value()) return lines;
  return std::unexpected(Words{"Target periode belum lengkap.", "The targets of the periods are incomplete."});
}

/// Targets of the periods that are filled. Where periods have none the year's target counts, but for sums: a quarter's
/// visitors against the whole year's would be no achievement.
MaybeTarget same_period_targets(Reckoning& reckoning, Measurement const& measurement,
                                std::vector<Realisation const*> filled) {
  if (measurement.rules.consolidation == Consolidation::last) filled = {filled.back()};
  std::vector<PeriodTarget const*> targets;
  for (auto const* each : filled) {
    auto const* target = find_target(measurement, each->period);
    if (target) {
      targets.push_back(target);
      continue;
    }
    if (measurement.rules.consolidation != Consolidation::sum || each->period.kind == PeriodKind::year) {
      return year_target(reckoning, measurement);
    }
    auto const name = period_words(each->period);
    return std::unexpected(
        Words{"Target " + name.id + " belum ditetapkan.", "No target has been set for " + name.en + "."});
  }
  return consolidated_targets(reckoning, measurement, targets);
}

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
