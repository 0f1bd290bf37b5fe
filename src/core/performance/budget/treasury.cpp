// Efficiency as the treasury computes it: how much cheaper a unit of output was than planned.

#include "core/performance/budget/budget.h"

namespace himpun::performance {
namespace {

constexpr std::int64_t bound = 20;  // per cent, either way

bool is_positive(std::optional<Decimal> const& number) { return number && number->sign() > 0; }

/// What was spent may be nothing; what is divided by may not.
bool is_countable(OutputCost const& output) {
  return is_positive(output.ceiling) && is_positive(output.target_volume) && is_positive(output.realised_volume) &&
         output.spent && output.spent->sign() >= 0;
}

LineRef figure_of(Workings& work, OutputCost const& output, char const* id, char const* en, Decimal const& number) {
  return work.input({std::string{id} + " " + output.name, std::string{en} + " " + output.name}, number,
                    number_value(number), output.name);
}

/// 1 − (RAK/RVK)/(PAK/TVK)
LineRef saved_share(Workings& work, OutputCost const& output) {
  auto const spent = figure_of(work, output, "Realisasi anggaran (RAK)", "Spent (RAK)", *output.spent);
  auto const done = figure_of(work, output, "Realisasi volume (RVK)", "Realised volume (RVK)", *output.realised_volume);
  auto const ceiling = figure_of(work, output, "Pagu anggaran (PAK)", "Ceiling (PAK)", *output.ceiling);
  auto const planned = figure_of(work, output, "Target volume (TVK)", "Target volume (TVK)", *output.target_volume);
  auto const real_cost =
      work.apply(Operation::divide, {"Biaya nyata per satuan", "Real cost of a unit"}, {spent, done});
  auto const plan_cost =
      work.apply(Operation::divide, {"Biaya rencana per satuan", "Planned cost of a unit"}, {ceiling, planned});
  auto const share = work.apply(Operation::divide, {"Nyata ÷ rencana", "Real ÷ planned"}, {real_cost, plan_cost});
  return work.apply(Operation::subtract, {"1 − nyata ÷ rencana", "1 − real ÷ planned"}, {work.constant(1), share});
}

BudgetFigure finish(Workings work, LineRef raw, Rounding const& rounding) {
  auto const line = work.round(raw, rounding);
  work.rule(rounding_words(rounding));
  BudgetFigure figure;
  figure.value = work.at(line);
  figure.trace = work.take();
  if (figure.value->is_number()) return figure;
  figure.value.reset();
  figure.why_not = {"Angka terlalu besar untuk dihitung.", "The numbers are too large to compute."};
  return figure;
}

/// NE = 50 + E/20 × 50, with E kept within its bounds.
BudgetFigure score_of(Decimal const& efficiency, Rounding const& rounding) {
  Workings work{{"50 + E ÷ 20 × 50", "50 + E ÷ 20 × 50"}};
  work.rule({"E dibatasi dari −20 sampai 20", "E is bounded from −20 to 20"});
  auto const given = work.input({"Efisiensi (E)", "Efficiency (E)"}, efficiency, number_value(efficiency), "");
  auto const low =
      work.apply(Operation::at_least, {"Tidak di bawah −20", "Not below −20"}, {given, work.constant(-bound)});
  auto const kept = work.apply(Operation::at_most, {"Tidak di atas 20", "Not above 20"}, {low, work.constant(bound)});
  auto const share = work.apply(Operation::divide, {"E ÷ 20", "E ÷ 20"}, {kept, work.constant(bound)});
  auto const points = work.apply(Operation::multiply, {"E ÷ 20 × 50", "E ÷ 20 × 50"}, {share, work.constant(50)});
  auto const raw = work.apply(Operation::add, {"50 + E ÷ 20 × 50", "50 + E ÷ 20 × 50"}, {work.constant(50), points});
  auto figure = finish(std::move(work), raw, rounding);
  if (absolute(efficiency) > Decimal{bound}) {
    auto const shown = spell(efficiency, rounding);
    figure.warnings.push_back({"Efisiensi " + shown.id +
                                   " % berada di luar −20 sampai 20 %; nilai dihitung pada batasnya. "
                                   "Periksa pagu dan target volume.",
                               "The efficiency of " + shown.en +
                                   " % lies beyond −20 to 20 %; the score is taken at the "
                                   "bound. Check ceilings and target volumes."});
  }
  return figure;
}

}  // namespace

TreasuryEfficiency efficiency_by_treasury(std::vector<OutputCost> const& outputs, Rounding const& rounding) {
  Workings work{{"Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100", "Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100"}};
  std::vector<LineRef> shares;
  for (auto const& each : outputs) {
    if (is_countable(each)) {
      shares.push_back(saved_share(work, each));
    } else {
      work.remark({each.name + ": pagu, realisasi atau volumenya belum lengkap, tidak ikut dihitung.",
                   each.name + ": ceiling, spending or volumes are incomplete, left out."});
    }
  }
  TreasuryEfficiency answer;
  if (shares.empty()) {
    answer.efficiency.why_not =
        answer.score.why_not = {"Belum ada keluaran dengan pagu, realisasi dan volume yang lengkap.",
                                "No output has ceiling, spending and volumes."};
    answer.efficiency.trace = work.take();
    return answer;
  }
  auto const mean = work.apply(Operation::average, {"Rata-rata", "Mean"}, shares);
  auto const raw = work.apply(Operation::multiply, {"Rata-rata × 100", "Mean × 100"}, {mean, work.constant(100)});
  auto const exact = work.at(raw);
  answer.efficiency = finish(std::move(work), raw, rounding);
  if (!answer.efficiency.value) {
    answer.score.why_not = answer.efficiency.why_not;
    return answer;
  }
  answer.score = score_of(exact, rounding);
  return answer;
}

}  // namespace himpun::performance
