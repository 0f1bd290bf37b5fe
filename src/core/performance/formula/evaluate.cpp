// A formula with its values to a number and its trace. A blank is passed on as a reason, not as a zero, except where
// the formula itself says what stands in for it.

#include <expected>

#include "core/performance/formula/formula.h"

namespace himpun::performance {
namespace {

/// The line, or why there is none; `blank`: because nothing was filled in, which jika_kosong may replace.
struct Missing {
  Words why;
  bool blank = false;
};
using Line = std::expected<LineRef, Missing>;

std::string at_place(SourcePosition const& where) {
  return " (baris " + std::to_string(where.line) + ", kolom " + std::to_string(where.column) + ")";
}

Operation operation_of(FormulaKind kind) {
  switch (kind) {
    case FormulaKind::subtract:
    case FormulaKind::negate:
      return Operation::subtract;
    case FormulaKind::multiply:
      return Operation::multiply;
    case FormulaKind::divide:
      return Operation::divide;
    case FormulaKind::minimum:
      return Operation::minimum;
    case FormulaKind::maximum:
      return Operation::maximum;
    case FormulaKind::average:
      return Operation::average;
    default:
      return Operation::sum;
  }
}

Words operation_words(FormulaKind kind) {
  switch (kind) {
    case FormulaKind::subtract:
    case FormulaKind::negate:
      return {"Selisih", "Difference"};
    case FormulaKind::multiply:
      return {"Hasil kali", "Product"};
    case FormulaKind::divide:
      return {"Hasil bagi", "Quotient"};
    case FormulaKind::minimum:
      return {"Terkecil", "Least"};
    case FormulaKind::maximum:
      return {"Terbesar", "Greatest"};
    case FormulaKind::average:
      return {"Rata-rata", "Average"};
    default:
      return {"Jumlah", "Sum"};
  }
}

class Evaluation {
 public:
  Evaluation(Formula const& formula, FormulaValues const& values)
      : formula_(formula), values_(values), work_({formula.text, formula.text}) {}

  Evaluated run() {
    std::vector<Line> lines;
    for (auto const& node : formula_.nodes) lines.push_back(line_of(node, lines));
    auto const& whole = lines.back();
    Evaluated answer;
    if (whole) {
      // The trace's last line is the result, also where the formula ends in a name or in jika_kosong.
      auto const result = work_.apply(Operation::last, {"Hasil rumus", "Result of the formula"}, {*whole});
      answer.value = work_.at(result);
    } else {
      answer.why_not = whole.error().why;
    }
    answer.trace = work_.take();
    return answer;
  }

 private:
  Line line_of(FormulaNode const& node, std::vector<Line> const& lines) {
    if (node.kind == FormulaKind::number) {
      auto const text = spell(node.number);
      return work_.constant({"Bilangan tetap " + text.id, "Constant " + text.en}, node.number);
    }
    if (node.kind == FormulaKind::input) return value_of(node, values_.input(node.name));
    if (node.kind == FormulaKind::indicator) return value_of(node, values_.indicator(IndicatorId{node.name}));
    if (node.kind == FormulaKind::if_blank) return stand_in(node, lines);
    std::vector<LineRef> operands;
    for (auto const each : node.operands) {
      auto const& line = lines[static_cast<std::size_t>(each)];
      if (!line) return line;
      operands.push_back(*line);
    }
    return calculate(node, std::move(operands));
  }

  Line stand_in(FormulaNode const& node, std::vector<Line> const& lines) {
    auto const& first = lines[static_cast<std::size_t>(node.operands[0])];
    if (first || !first.error().blank) return first;
    work_.remark({first.error().why.id + " Dipakai penggantinya menurut rumus.",
                  first.error().why.en + " The formula's stand-in was used."});
    return lines[static_cast<std::size_t>(node.operands[1])];
  }

  Line calculate(FormulaNode const& node, std::vector<LineRef> operands) {
    if (node.kind == FormulaKind::negate) {
      operands.insert(operands.begin(), work_.constant({"Nol", "Zero"}, Decimal{}));
    }
    auto const place = at_place(node.where);
    if (node.kind == FormulaKind::divide && work_.at(operands[1]).is_zero()) {
      return std::unexpected(Missing{{"Pembagian dengan nol" + place + ".", "Division by zero" + place + "."}});
    }
    auto const line = work_.apply(operation_of(node.kind), operation_words(node.kind), operands);
    if (work_.at(line).is_number()) return line;
    return std::unexpected(Missing{
        {"Angka terlalu besar untuk dihitung" + place + ".", "The numbers are too large to compute" + place + "."}});
  }

  Line value_of(FormulaNode const& node, std::optional<FormulaValue> const& given) {
    if (!given) {
      return std::unexpected(
          Missing{{"\"" + node.name + "\" tidak ditemukan.", "\"" + node.name + "\" was not found."}});
    }
    auto const number = magnitude(given->value, given->multiplier);
    if (number) return work_.input(given->label, *number, given->value, given->source);
    auto const why = spell(given->value);
    return std::unexpected(Missing{{given->label.id + " " + why.id + ".", given->label.en + ": " + why.en + "."},
                                   given->value.kind == ValueKind::blank});
  }

  Formula const& formula_;
  FormulaValues const& values_;
  Workings work_;
};

}  // namespace

Evaluated evaluate(Formula const& formula, FormulaValues const& values) { return Evaluation{formula, values}.run(); }

}  // namespace himpun::performance
