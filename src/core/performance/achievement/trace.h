#pragma once
// How a figure came about, as a value: lines that are inputs, constants or operations on earlier lines. A computation
// is written by building the trace (`Workings`), so nothing can be computed that the trace does not show, and
// `recompute` goes the same way again from the inputs alone. It knows no indicator.

#include <vector>

#include "core/performance/value.h"

namespace himpun::performance {

/// Operands are earlier lines. `score` reads its operands as pairs (limit, result) after the first one, then the
/// result beyond the last limit: the first pair whose limit is not below the first operand counts.
enum class Operation : std::uint8_t {
  input,     ///< a figure somebody entered or decided; `source` says where
  constant,  ///< a number of the rule
  add,
  subtract,
  multiply,
  divide,
  sum,
  average,
  maximum,
  minimum,
  last,
  at_most,   ///< the first operand, but not above the second (a cap)
  at_least,  ///< the first operand, but not below the second (a floor)
  score,
  round_half_up,  ///< the second operand is the number of places
  round_half_even,
  truncate,
};
BOOST_DESCRIBE_ENUM(Operation, input, constant, add, subtract, multiply, divide, sum, average, maximum, minimum, last,
                    at_most, at_least, score, round_half_up, round_half_even, truncate)

struct TraceLine {
  Operation operation = Operation::constant;
  Words words;                         ///< what this line is: "Realisasi Triwulan I 2026"
  std::vector<std::int32_t> operands;  ///< indices of earlier lines
  Decimal value;
  std::optional<Value> entered;         ///< of an input: the value as it was entered
  std::optional<std::string> source;    ///< of an input: which entry, agreement or record
  std::vector<std::string> evidence{};  ///< of an input: ids of the evidence it rests on

  bool operator==(TraceLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TraceLine, (), (operation, words, operands, value, entered, source, evidence))

struct Trace {
  Words formula;                 ///< "Realisasi ÷ Target × 100"
  std::vector<Words> rules;      ///< every rule that was applied, in words: consolidation, cap, rounding
  std::vector<TraceLine> lines;  ///< the last one is the result
  std::vector<Words> remarks;    ///< what was left out and why: "Triwulan II belum diisi, tidak dihitung"

  bool operator==(Trace const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Trace, (), (formula, rules, lines, remarks))

/// Goes through the lines again from inputs and constants alone. None when the trace is empty or not well-formed
/// (an operand that is no earlier line, a wrong number of operands, a division by zero).
[[nodiscard]] std::optional<Decimal> recompute(Trace const& trace);

/// Where a computation stands: a line of the trace.
struct LineRef {
  std::int32_t index = 0;
};

/// Builds a trace while computing.
class Workings {
 public:
  explicit Workings(Words formula) { trace_.formula = std::move(formula); }

  LineRef input(Words words, Decimal number, Value entered, std::string source, std::vector<std::string> evidence = {});
  LineRef constant(Words words, Decimal number);
  LineRef constant(std::int64_t number);  ///< a number of the formula itself
  LineRef apply(Operation operation, Words words, std::vector<LineRef> const& operands);
  LineRef round(LineRef line, Rounding const& rule);

  void rule(Words words) { trace_.rules.push_back(std::move(words)); }
  void remark(Words words) { trace_.remarks.push_back(std::move(words)); }

  [[nodiscard]] Decimal const& at(LineRef line) const {
    return trace_.lines[static_cast<std::size_t>(line.index)].value;
  }
  [[nodiscard]] Trace const& trace() const { return trace_; }
  [[nodiscard]] Trace take() { return std::move(trace_); }

 private:
  LineRef push(TraceLine line);

  Trace trace_;
};

}  // namespace himpun::performance
