#pragma once
// The parts of which achievements are computed: figures become lines of a trace, lines of several periods become one,
// and a figure beside a target becomes per cent. What cannot be computed is answered with the reason in words. Which
// figures stand beside which target is achievement.cpp's.

#include <expected>

#include "core/performance/achievement/achievement.h"

namespace himpun::performance {

/// A line of the trace, or why there is none.
using Line = std::expected<LineRef, Words>;

/// A figure with its name and where it stands.
struct NamedValue {
  Words label;
  Value value;
  std::string source;
  std::vector<std::string> evidence{};
};

/// A target as lines: one value, or bounds.
struct TargetLines {
  std::optional<LineRef> value;
  std::optional<LineRef> lower;
  std::optional<LineRef> upper;
};
using MaybeTarget = std::expected<TargetLines, Words>;

class Reckoning {
 public:
  Reckoning(Polarity polarity, Rules const& rules, Decimal multiplier)
      : polarity_(polarity), rules_(rules), multiplier_(std::move(multiplier)), work_(formula_words(polarity, rules)) {}

  /// The figure as an input line: a number, a ratio × multiplier, the score of a predicate.
  Line number(NamedValue const& figure);
  /// Several periods as one line. At least one figure; each is filled.
  Line consolidate(std::vector<NamedValue> const& figures, Words const& total);
  /// One target; `label` such as "Target tahun 2026".
  MaybeTarget target(Target const& target, Words const& label, std::string const& source);

  /// Figure beside target, bounded and rounded.
  Achievement finish(Basis basis, Line const& figure, MaybeTarget const& target);
  Achievement fail(Basis basis, Words why_not);
  /// Bounded, rounded and rated.
  Achievement settle(Basis basis, LineRef raw);

  [[nodiscard]] Workings& work() { return work_; }
  [[nodiscard]] Rules const& rules() const { return rules_; }

 private:
  Line redivide(std::vector<NamedValue> const& figures, Words const& total);
  Line compare(LineRef figure, TargetLines const& target);
  Line minimise(LineRef figure, LineRef target);
  Line within_range(LineRef figure, TargetLines const& target);
  Line zero_target(LineRef figure);
  LineRef percent(LineRef above, LineRef below, Words const& words);
  LineRef constant(std::int64_t number);

  Polarity polarity_;
  Rules const& rules_;
  Decimal multiplier_;
  Workings work_;
};

}  // namespace himpun::performance
