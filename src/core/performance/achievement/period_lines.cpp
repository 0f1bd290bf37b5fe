#include "core/performance/achievement/period_lines.h"

#include <algorithm>

namespace himpun::performance {
namespace {

Words label_of(char const* id, char const* en, Period const& period) {
  auto const words = period_words(period);
  return {std::string{id} + words.id, std::string{en} + words.en};
}

std::int32_t year_of(Measurement const& measurement) {
  if (measurement.year != 0 || measurement.realisations.empty()) return measurement.year;
  return measurement.realisations.front().period.year;
}

bool is_until(Period const& period, Period const& until) { return last_day(period) <= last_day(until); }

PeriodTarget const* find_target(Measurement const& measurement, Period const& period) {
  auto const found = std::ranges::find(measurement.targets, period, &PeriodTarget::period);
  return found == measurement.targets.end() || !is_filled(found->target) ? nullptr : &*found;
}

Words nothing_filled(Period const& until) {
  auto const name = period_words(until);
  return {"Sampai " + name.id + " belum ada realisasi yang dapat dihitung.",
          "Up to " + name.en + " there is no figure to count."};
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

}  // namespace

Words year_label(char const* id, char const* en, std::int32_t year) {
  return {id + std::to_string(year), en + std::to_string(year)};
}

Period whole_year(Measurement const& measurement) { return {PeriodKind::year, year_of(measurement), 1}; }

NamedValue named(Realisation const& each) {
  return {label_of("Realisasi ", "Realisation ", each.period), each.value, each.source, each.evidence};
}

Realisation const* find_realisation(Measurement const& measurement, Period const& period) {
  auto const found = std::ranges::find(measurement.realisations, period, &Realisation::period);
  return found == measurement.realisations.end() ? nullptr : &*found;
}

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

}  // namespace himpun::performance
