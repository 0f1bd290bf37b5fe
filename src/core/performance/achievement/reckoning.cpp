#include "core/performance/achievement/reckoning.h"

#include <algorithm>

namespace himpun::performance {
namespace {

Words with(Words const& start, Words const& end) { return {start.id + end.id, start.en + end.en}; }

Words label_with(char const* id, char const* en, Words const& label) {
  return {std::string{id} + label.id, std::string{en} + label.en};
}

Operation operation_of(Consolidation consolidation) {
  switch (consolidation) {
    case Consolidation::average:
      return Operation::average;
    case Consolidation::maximum:
      return Operation::maximum;
    case Consolidation::last:
      return Operation::last;
    case Consolidation::sum:
    case Consolidation::ratio:
      return Operation::sum;
  }
  return Operation::sum;
}

bool is_ratio(NamedValue const& figure) {
  return figure.value.kind == ValueKind::ratio && figure.value.numerator && figure.value.denominator;
}

Value bound(Decimal const& at) { return number_value(at); }

}  // namespace

LineRef Reckoning::constant(std::int64_t number) { return work_.constant(number); }

Line Reckoning::number(NamedValue const& figure) {
  auto score = magnitude(figure.value, multiplier_);
  if (!score && figure.value.kind == ValueKind::predicate) {
    score = score_of(rules_.predicates, figure.value.predicate.value_or(""));
    if (!score) {
      auto const name = figure.value.predicate.value_or("");
      return std::unexpected(with(figure.label, {": predikat \"" + name + "\" tidak ada pada peta predikat.",
                                                 ": the predicate \"" + name + "\" is not in the predicate map."}));
    }
  }
  if (!score) {
    auto const why = spell(figure.value);
    return std::unexpected(with(figure.label, {": " + why.id + ".", ": " + why.en + "."}));
  }
  return work_.input(figure.label, *score, figure.value, figure.source, figure.evidence);
}

Line Reckoning::redivide(std::vector<NamedValue> const& figures, Words const& total) {
  std::vector<LineRef> above;
  std::vector<LineRef> below;
  for (auto const& each : figures) {
    if (!is_ratio(each)) {
      return std::unexpected(
          with(each.label, {": pembilang dan penyebut belum ada.", ": numerator and denominator are missing."}));
    }
    above.push_back(work_.input(label_with("Pembilang ", "Numerator of ", each.label), *each.value.numerator,
                                each.value, each.source, each.evidence));
    below.push_back(work_.input(label_with("Penyebut ", "Denominator of ", each.label), *each.value.denominator,
                                each.value, each.source, each.evidence));
  }
  auto const numerator = work_.apply(Operation::sum, label_with("Jumlah pembilang ", "Numerators of ", total), above);
  auto const denominator =
      work_.apply(Operation::sum, label_with("Jumlah penyebut ", "Denominators of ", total), below);
  if (work_.at(denominator).is_zero()) {
    return std::unexpected(with(total, {": jumlah penyebut nol.", ": the denominators add up to zero."}));
  }
  auto const ratio = work_.apply(Operation::divide, total, {numerator, denominator});
  if (multiplier_ == Decimal{1}) return ratio;
  auto const factor = work_.constant({"Pengali satuan", "Multiplier of the unit"}, multiplier_);
  return work_.apply(Operation::multiply, total, {ratio, factor});
}

Line Reckoning::consolidate(std::vector<NamedValue> const& figures, Words const& total) {
  if (rules_.consolidation == Consolidation::ratio) return redivide(figures, total);
  if (rules_.consolidation == Consolidation::last || figures.size() == 1) return number(figures.back());
  std::vector<LineRef> lines;
  for (auto const& each : figures) {
    auto const line = number(each);
    if (!line) return line;
    lines.push_back(*line);
  }
  return work_.apply(operation_of(rules_.consolidation), total, lines);
}

MaybeTarget Reckoning::target(Target const& target, Words const& label, std::string const& source) {
  TargetLines lines;
  if (polarity_ != Polarity::range) {
    auto const line = number({label, target.value, source});
    if (!line) return std::unexpected(line.error());
    lines.value = *line;
    return lines;
  }
  if (!target.lower && !target.upper) {
    return std::unexpected(with(label, {": batas bawah dan atas belum ditetapkan.", ": no bounds have been set."}));
  }
  if (target.lower)
    lines.lower = *number({label_with("Batas bawah ", "Lower bound of ", label), bound(*target.lower), source});
  if (target.upper)
    lines.upper = *number({label_with("Batas atas ", "Upper bound of ", label), bound(*target.upper), source});
  return lines;
}

LineRef Reckoning::percent(LineRef above, LineRef below, Words const& words) {
  auto const ratio = work_.apply(Operation::divide, words, {above, below});
  return work_.apply(Operation::multiply, with(words, {" × 100", " × 100"}), {ratio, constant(100)});
}

Line Reckoning::zero_target(LineRef figure) {
  auto const& rule = rules_.zero_target;
  bool const is_miss_rule = rule.kind == ZeroTargetKind::hit_or_miss;
  if (rule.kind == ZeroTargetKind::not_computable || (is_miss_rule && polarity_ != Polarity::minimise)) {
    return std::unexpected(
        Words{"Target nol: capaian tidak dapat dihitung. Pilih aturan target nol pada indikator ini "
              "atau tetapkan targetnya.",
              "The target is zero: there is no achievement. Choose a rule for zero targets for this "
              "indicator, or set its target."});
  }
  work_.rule(zero_target_words(rule));
  std::vector<LineRef> operands{figure};
  auto const table = is_miss_rule ? std::vector<ZeroStep>{{Decimal{}, Decimal{100}}} : rule.steps;
  for (auto const& each : table) {
    operands.push_back(work_.constant({"Realisasi sampai", "A figure up to"}, each.up_to));
    operands.push_back(work_.constant({"bernilai", "is worth"}, each.achievement));
  }
  operands.push_back(
      work_.constant({"Selebihnya bernilai", "Beyond, it is worth"}, is_miss_rule ? Decimal{} : rule.otherwise));
  return work_.apply(Operation::score, {"Capaian menurut aturan target nol", "Achievement by the zero-target rule"},
                     operands);
}

Line Reckoning::minimise(LineRef figure, LineRef target) {
  if (rules_.minimise == MinimiseFormula::a) {
    auto const twice = work_.apply(Operation::multiply, {"2 × Target", "2 × Target"}, {constant(2), target});
    auto const rest =
        work_.apply(Operation::subtract, {"2 × Target − Realisasi", "2 × Target − Realisation"}, {twice, figure});
    return percent(rest, target, {"(2 × Target − Realisasi) ÷ Target", "(2 × Target − Realisation) ÷ Target"});
  }
  if (work_.at(figure).sign() < 0) {
    return std::unexpected(Words{"Realisasi negatif tidak dapat dipakai pada rumus Target ÷ Realisasi.",
                                 "A negative figure cannot be used in Target ÷ Realisation."});
  }
  if (work_.at(figure).is_zero()) {
    work_.rule({"Realisasi 0 dihitung 100 %", "A figure of 0 counts as 100 %"});
    return constant(100);
  }
  return percent(target, figure, {"Target ÷ Realisasi", "Target ÷ Realisation"});
}

Line Reckoning::within_range(LineRef figure, TargetLines const& target) {
  auto const& number = work_.at(figure);
  bool const is_below = target.lower && number < work_.at(*target.lower);
  bool const is_above = target.upper && number > work_.at(*target.upper);
  if (!is_below && !is_above) {
    work_.rule({"Realisasi berada di dalam rentang target: 100 %", "The figure is within the target's range: 100 %"});
    return constant(100);
  }
  auto const bound = is_below ? *target.lower : *target.upper;
  bool const is_mirrored = is_above && rules_.range_above == RangeAbove::bound_by_figure;
  auto const below = is_mirrored ? figure : bound;
  if (work_.at(below).is_zero()) {
    return std::unexpected(Words{"Batas rentang nol: capaian tidak dapat dihitung.",
                                 "The range's bound is zero: there is no achievement."});
  }
  auto const name = is_below ? Words{"Batas bawah", "Lower bound"} : Words{"Batas atas", "Upper bound"};
  auto const words = is_mirrored ? Words{name.id + " ÷ Realisasi", name.en + " ÷ Realisation"}
                                 : Words{"Realisasi ÷ " + name.id, "Realisation ÷ " + name.en};
  return percent(is_mirrored ? bound : figure, below, words);
}

Line Reckoning::compare(LineRef figure, TargetLines const& target) {
  if (polarity_ == Polarity::range) return within_range(figure, target);
  auto const sign = work_.at(*target.value).sign();
  if (sign == 0) return zero_target(figure);
  // ASSUMPTION: per cent of a negative target says nothing a reader could use; no text speaks of it.
  if (sign < 0) {
    return std::unexpected(Words{"Target negatif: capaian dalam persen tidak dapat dihitung.",
                                 "The target is negative: there is no achievement in per cent."});
  }
  if (polarity_ == Polarity::minimise) return minimise(figure, *target.value);
  return percent(figure, *target.value, {"Realisasi ÷ Target", "Realisation ÷ Target"});
}

Achievement Reckoning::fail(Basis basis, Words why_not) {
  Achievement achievement{.basis = basis};
  achievement.why_not = std::move(why_not);
  achievement.trace = work_.take();
  return achievement;
}

Achievement Reckoning::settle(Basis basis, LineRef raw) {
  Achievement achievement{.basis = basis};
  achievement.before_cap = himpun::round(work_.at(raw), rules_.rounding);
  auto line = raw;
  if (rules_.floor.at) {
    line = work_.apply(Operation::at_least, floor_words(rules_.floor),
                       {line, work_.constant({"Batas bawah", "Floor"}, *rules_.floor.at)});
  }
  if (rules_.cap.at) {
    line = work_.apply(Operation::at_most, cap_words(rules_.cap),
                       {line, work_.constant({"Batas atas", "Cap"}, *rules_.cap.at)});
  }
  line = work_.round(line, rules_.rounding);
  work_.rule(floor_words(rules_.floor));
  work_.rule(cap_words(rules_.cap));
  work_.rule(rounding_words(rules_.rounding));
  achievement.value = work_.at(line);
  achievement.rating = rating_of(rules_.rating_scale, *achievement.value);
  achievement.trace = work_.take();
  if (achievement.value->is_number()) return achievement;
  return {.basis = basis,
          .why_not = {"Angka terlalu besar untuk dihitung.", "The numbers are too large to compute."},
          .trace = std::move(achievement.trace)};
}

Achievement Reckoning::finish(Basis basis, Line const& figure, MaybeTarget const& target) {
  if (!figure) return fail(basis, figure.error());
  if (!target) return fail(basis, target.error());
  auto const raw = compare(*figure, *target);
  return raw ? settle(basis, *raw) : fail(basis, raw.error());
}

}  // namespace himpun::performance
