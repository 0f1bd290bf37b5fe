#pragma once
// Money beside performance: absorption (serapan) and two ways to speak of efficiency, each with its trace. Amounts are
// rupiah, results per cent or points. Ceilings are the catalogue's, what was spent is collected.

#include "core/performance/achievement/achievement.h"

namespace himpun::performance {

/// Realised money of one code, period by period; blank periods are left out and named.
struct Spending {
  std::string code;
  std::optional<Decimal> ceiling;
  std::string ceiling_source;  ///< "DPA 2026, murni"
  std::vector<Realisation> realisations;
};

struct BudgetFigure {
  std::optional<Decimal> value;
  Words why_not;
  Words verdict;  ///< "efisien", "wajar", "tidak efisien"; empty where none is given
  std::vector<Words> warnings;
  Trace trace;

  bool operator==(BudgetFigure const&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetFigure, (), (value, why_not, verdict, warnings, trace))

/// Realised up to and including `until` against the ceiling, in per cent.
[[nodiscard]] BudgetFigure absorption(Spending const& spending, Period const& until, Rounding const& rounding);
/// All codes together: what was spent against the sum of the ceilings.
[[nodiscard]] BudgetFigure total_absorption(std::vector<Spending> const& codes, Period const& until,
                                            Rounding const& rounding);

/// Achievement minus absorption, in points: above `band` efficient, within it fair, below -`band` not efficient.
[[nodiscard]] BudgetFigure efficiency_by_difference(std::optional<Decimal> const& achievement,
                                                    std::optional<Decimal> const& absorbed, Decimal const& band,
                                                    Rounding const& rounding);

/// One output of the treasury's formula.
struct OutputCost {
  std::string name;
  std::optional<Decimal> ceiling;          ///< PAK: pagu anggaran keluaran
  std::optional<Decimal> spent;            ///< RAK: realisasi anggaran keluaran
  std::optional<Decimal> target_volume;    ///< TVK
  std::optional<Decimal> realised_volume;  ///< RVK
};

struct TreasuryEfficiency {
  BudgetFigure efficiency;  ///< E, per cent, before it is bounded
  BudgetFigure score;       ///< NE, 0 to 100
};
BOOST_DESCRIBE_STRUCT(TreasuryEfficiency, (), (efficiency, score))

/// E = Σ(1 − (RAK/RVK)/(PAK/TVK))/n × 100 and NE = 50 + E/20 × 50. The score is meant for −20 ≤ E ≤ 20: beyond that E
/// is bounded and a warning says so. Outputs with a missing figure or a zero are left out and named.
/// Source: PMK 22/PMK.02/2021 as quoted in reports. ASSUMPTION: its text was not read.
[[nodiscard]] TreasuryEfficiency efficiency_by_treasury(std::vector<OutputCost> const& outputs,
                                                        Rounding const& rounding);

}  // namespace himpun::performance
