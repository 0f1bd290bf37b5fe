#pragma once
// Formulas of derived indicators: a small closed language over named inputs and other indicators.
//
//   (eksemplar_baru + eksemplar_lama) / penduduk * 1000
//   jika_kosong([IKU-1]; 0) + rata([IKU-2]; [IKU-3])
//
// + - * / and parentheses; numbers with a comma for decimals and no thousands marks; names in small letters, digits
// and underscores for inputs; indicator ids in brackets; functions min, maks (max), jumlah (sum), rata (avg) and
// jika_kosong (if_blank), arguments parted by semicolons. It calls nothing, loops over nothing, and length, depth and
// size are bounded. Units are checked: orang / orang is a bare number, orang + buku is refused at its place.

#include <functional>
#include <map>
#include <set>

#include "core/performance/achievement/trace.h"

namespace himpun::performance {

inline constexpr std::size_t max_formula_characters = 1'000;
inline constexpr std::size_t max_formula_depth = 32;
inline constexpr std::size_t max_formula_nodes = 400;

inline constexpr ProblemType formula_too_long{"formula.too_long", ProblemKind::too_large, "Rumus terlalu panjang",
                                              "The formula is too long"};
inline constexpr ProblemType formula_too_deep{"formula.too_deep", ProblemKind::invalid,
                                              "Rumus terlalu banyak kurung bersusun", "The formula is nested too deep"};
inline constexpr ProblemType formula_malformed{"formula.malformed", ProblemKind::invalid, "Rumus tidak dapat dibaca",
                                               "The formula cannot be read"};
inline constexpr ProblemType formula_name_unknown{"formula.name_unknown", ProblemKind::invalid,
                                                  "Nama dalam rumus tidak dikenal",
                                                  "A name in the formula is not known"};
inline constexpr ProblemType formula_units_differ{"formula.units_differ", ProblemKind::invalid,
                                                  "Satuan dalam rumus tidak cocok",
                                                  "The units in the formula do not fit"};
inline constexpr ProblemType formula_cycle{"formula.cycle", ProblemKind::invalid, "Rumus saling menunggu",
                                           "Formulas wait for each other"};

enum class FormulaKind : std::uint8_t {
  number,
  input,
  indicator,
  negate,
  add,
  subtract,
  multiply,
  divide,
  minimum,
  maximum,
  sum,
  average,
  if_blank,
};

struct FormulaNode {
  FormulaKind kind = FormulaKind::number;
  Decimal number;
  std::string name;                    ///< of an input or an indicator
  std::vector<std::int32_t> operands;  ///< earlier nodes
  SourcePosition where;
};

/// Operands stand before what uses them; the last node is the whole.
struct Formula {
  std::string text;
  std::vector<FormulaNode> nodes;
};

/// `name` is shown as the file in messages: the indicator's name.
[[nodiscard]] Result<Formula> parse_formula(std::string_view text, std::string const& name = "");

[[nodiscard]] std::set<std::string> inputs_of(Formula const& formula);
[[nodiscard]] std::set<IndicatorId> indicators_of(Formula const& formula);

/// Satuan by name; none when there is no such input or indicator.
struct FormulaUnits {
  std::function<std::optional<std::string>(std::string const& input)> input;
  std::function<std::optional<std::string>(IndicatorId const& indicator)> indicator;
};
/// Refuses unknown names and units that do not fit, at their place; `result` is the satuan of the whole.
/// ASSUMPTION: %, indeks, nilai, skor, poin and rasio are bare numbers; a number in the formula takes any unit.
[[nodiscard]] Result<void> check_units(Formula const& formula, FormulaUnits const& units, std::string const& result);

/// A way round among indicators ("IKU-1 → IKU-4 → IKU-1"), as a refusal that names it.
[[nodiscard]] Result<void> check_cycles(std::map<IndicatorId, std::set<IndicatorId>> const& uses);

/// A value with where it stands and how to call it.
struct FormulaValue {
  Value value;
  Decimal multiplier{1};  ///< of a ratio
  Words label;
  std::string source;
};
struct FormulaValues {
  std::function<std::optional<FormulaValue>(std::string const& input)> input;
  std::function<std::optional<FormulaValue>(IndicatorId const& indicator)> indicator;
};

/// A number with its trace, or why there is none: a blank, a predicate without score, a division by zero.
struct Evaluated {
  std::optional<Decimal> value;
  Words why_not;
  Trace trace;
};
[[nodiscard]] Evaluated evaluate(Formula const& formula, FormulaValues const& values);

}  // namespace himpun::performance
