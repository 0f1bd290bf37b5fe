#include "core/performance/achievement/trace.h"

#include <algorithm>

#include "base/ensure.h"

namespace himpun::performance {
namespace {

using Numbers = std::vector<Decimal>;

Decimal total(Numbers const& numbers) {
  Decimal sum;
  for (auto const& each : numbers) sum = sum + each;
  return sum;
}

Decimal lesser(Decimal const& a, Decimal const& b) { return b < a ? b : a; }
Decimal greater(Decimal const& a, Decimal const& b) { return a < b ? b : a; }

/// The first (limit, result) pair whose limit is not below the figure, or the result at the end.
Decimal look_up(Numbers const& numbers) {
  for (std::size_t i = 1; i + 1 < numbers.size(); i += 2) {
    if (numbers[0] <= numbers[i]) return numbers[i + 1];
  }
  return numbers.back();
}

Rounding rounding_of(RoundingMode mode, Decimal const& places) {
  std::int32_t count = 0;
  while (count < max_places && Decimal{count} < places) ++count;
  return {mode, count};
}

/// How many operands an operation takes: exactly two, at least one, or pairs around one.
bool takes(Operation operation, std::size_t count) {
  switch (operation) {
    case Operation::input:
    case Operation::constant:
      return count == 0;
    case Operation::sum:
    case Operation::average:
    case Operation::maximum:
    case Operation::minimum:
    case Operation::last:
      return count >= 1;
    case Operation::score:
      return count >= 2 && count % 2 == 0;
    default:
      return count == 2;
  }
}

Decimal carry_out(Operation operation, Numbers const& of) {
  switch (operation) {
    case Operation::input:
    case Operation::constant:
      return {};
    case Operation::add:
      return of[0] + of[1];
    case Operation::subtract:
      return of[0] - of[1];
    case Operation::multiply:
      return of[0] * of[1];
    case Operation::divide:
      return of[0] / of[1];
    case Operation::sum:
      return total(of);
    case Operation::average:
      return total(of) / Decimal{static_cast<std::int64_t>(of.size())};
    case Operation::maximum:
      return *std::ranges::max_element(of, [](auto const& a, auto const& b) { return a < b; });
    case Operation::minimum:
      return *std::ranges::min_element(of, [](auto const& a, auto const& b) { return a < b; });
    case Operation::last:
      return of.back();
    case Operation::at_most:
      return lesser(of[0], of[1]);
    case Operation::at_least:
      return greater(of[0], of[1]);
    case Operation::score:
      return look_up(of);
    case Operation::round_half_up:
      return round(of[0], rounding_of(RoundingMode::half_up, of[1]));
    case Operation::round_half_even:
      return round(of[0], rounding_of(RoundingMode::half_even, of[1]));
    case Operation::truncate:
      return round(of[0], rounding_of(RoundingMode::truncate, of[1]));
  }
  return {};
}

/// Values of the operands; none when one is no earlier line.
std::optional<Numbers> gather(std::vector<std::int32_t> const& operands, Numbers const& lines) {
  Numbers numbers;
  for (auto const each : operands) {
    if (each < 0 || static_cast<std::size_t>(each) >= lines.size()) return std::nullopt;
    numbers.push_back(lines[static_cast<std::size_t>(each)]);
  }
  return numbers;
}

Operation operation_of(RoundingMode mode) {
  switch (mode) {
    case RoundingMode::half_up:
      return Operation::round_half_up;
    case RoundingMode::half_even:
      return Operation::round_half_even;
    case RoundingMode::truncate:
      return Operation::truncate;
  }
  return Operation::round_half_up;
}

}  // namespace

std::optional<Decimal> recompute(Trace const& trace) {
  Numbers lines;
  for (auto const& line : trace.lines) {
    auto const operands = gather(line.operands, lines);
    if (!operands || !takes(line.operation, operands->size())) return std::nullopt;
    bool const is_given = line.operation == Operation::input || line.operation == Operation::constant;
    lines.push_back(is_given ? line.value : carry_out(line.operation, *operands));
    if (!lines.back().is_number()) return std::nullopt;
  }
  return lines.empty() ? std::nullopt : std::optional{lines.back()};
}

LineRef Workings::push(TraceLine line) {
  trace_.lines.push_back(std::move(line));
  return {static_cast<std::int32_t>(trace_.lines.size()) - 1};
}

LineRef Workings::input(Words words, Decimal number, Value entered, std::string source,
                        std::vector<std::string> evidence) {
  TraceLine line;
  line.operation = Operation::input;
  line.words = std::move(words);
  line.value = std::move(number);
  line.entered = std::move(entered);
  if (!source.empty()) line.source = std::move(source);
  line.evidence = std::move(evidence);
  return push(std::move(line));
}

LineRef Workings::constant(Words words, Decimal number) {
  TraceLine line;
  line.words = std::move(words);
  line.value = std::move(number);
  return push(std::move(line));
}

LineRef Workings::constant(std::int64_t number) {
  auto const text = std::to_string(number);
  return constant({"Bilangan tetap " + text, "Constant " + text}, Decimal{number});
}

LineRef Workings::apply(Operation operation, Words words, std::vector<LineRef> const& operands) {
  TraceLine line;
  line.operation = operation;
  line.words = std::move(words);
  Numbers numbers;
  for (auto const each : operands) {
    line.operands.push_back(each.index);
    numbers.push_back(at(each));
  }
  ensure(takes(operation, numbers.size()), "an operation of a trace has its operands");
  line.value = carry_out(operation, numbers);
  return push(std::move(line));
}

LineRef Workings::round(LineRef line, Rounding const& rule) {
  auto const places = std::to_string(rule.places);
  auto const count = constant({"Jumlah angka di belakang koma", "Number of decimal places"}, Decimal{rule.places});
  return apply(operation_of(rule.mode),
               {"Dibulatkan " + places + " angka di belakang koma", "Rounded to " + places + " decimal places"},
               {line, count});
}

}  // namespace himpun::performance
