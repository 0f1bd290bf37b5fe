#include "app/sheets/figure_text.h"

#include <cctype>

#include "base/text.h"

namespace himpun::app {
namespace {

using performance::Target;
using performance::Value;

constexpr std::string_view not_available_mark = "tidak tersedia";
constexpr std::string_view least_mark = "paling sedikit ";
constexpr std::string_view most_mark = "paling banyak ";
constexpr std::string_view between_mark = " sampai ";

Reading<Decimal> number_of(std::string_view text) {
  auto const number = decimal_in(text_cell(std::string{text}));
  if (!number) return std::unexpected(number.error());
  if (*number) return **number;
  return std::unexpected(Words{"angkanya belum ditulis.", "the number is missing."});
}

bool begins_with_letter(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  return first >= 0x80 || std::isalpha(first) != 0;
}

/// "BB" or "BB (72)".
Reading<Value> predicate_of(std::string_view text) {
  auto const open = text.rfind(" (");
  if (open == std::string_view::npos || !text.ends_with(')')) return performance::predicate_value(std::string{text});
  auto const score = number_of(text.substr(open + 2, text.size() - open - 3));
  if (!score) return performance::predicate_value(std::string{text});
  return performance::predicate_value(std::string{trim(text.substr(0, open))}, *score);
}

Reading<Value> ratio_of(std::string_view text, std::size_t slash) {
  auto const above = number_of(text.substr(0, slash));
  if (!above) return std::unexpected(above.error());
  auto const below = number_of(text.substr(slash + 1));
  if (!below) return std::unexpected(below.error());
  return performance::ratio_value(*above, *below);
}

Reading<Target> bounds_of(std::string_view low, std::string_view high) {
  Target target;
  if (!low.empty()) {
    auto const bound = number_of(low);
    if (!bound) return std::unexpected(bound.error());
    target.lower = *bound;
  }
  if (!high.empty()) {
    auto const bound = number_of(high);
    if (!bound) return std::unexpected(bound.error());
    target.upper = *bound;
  }
  return target;
}

}  // namespace

Reading<Value> value_in(Cell const& cell) {
  if (cell.kind == CellKind::number) {
    auto const number = decimal_in(cell);
    if (!number) return std::unexpected(number.error());
    return performance::number_value(number->value_or(Decimal{}));
  }
  auto const text = text_in(cell);
  if (!text) return std::unexpected(text.error());
  if (text->empty()) return Value{};
  if (lower_ascii(*text).starts_with(not_available_mark)) {
    auto const colon = text->find(':');
    auto const reason = colon == std::string::npos ? std::string_view{} : std::string_view{*text}.substr(colon + 1);
    return performance::not_available(std::string{trim(reason)});
  }
  if (begins_with_letter(*text)) return predicate_of(*text);
  if (auto const slash = text->find('/'); slash != std::string::npos) return ratio_of(*text, slash);
  auto const number = number_of(*text);
  if (!number) return std::unexpected(number.error());
  return performance::number_value(*number);
}

Reading<Target> target_in(Cell const& cell) {
  if (cell.kind == CellKind::text) {
    auto const text = text_in(cell);
    if (!text) return std::unexpected(text.error());
    auto const lower = lower_ascii(*text);
    std::string_view const whole{*text};
    if (lower.starts_with(least_mark)) return bounds_of(whole.substr(least_mark.size()), "");
    if (lower.starts_with(most_mark)) return bounds_of("", whole.substr(most_mark.size()));
    auto const between = lower.find(between_mark);
    if (between != std::string::npos && !begins_with_letter(lower)) {
      return bounds_of(whole.substr(0, between), whole.substr(between + between_mark.size()));
    }
  }
  auto value = value_in(cell);
  if (!value) return std::unexpected(value.error());
  return performance::target_of(std::move(*value));
}

Cell cell_of(Value const& value) {
  if (value.kind == performance::ValueKind::blank) return blank_cell();
  if (value.kind == performance::ValueKind::number && value.number) return cell_of(*value.number);
  return text_cell(performance::spell(value).id);
}

Cell cell_of(Target const& target) {
  if (!target.lower && !target.upper) return cell_of(target.value);
  return text_cell(performance::spell(target).id);
}

}  // namespace himpun::app
