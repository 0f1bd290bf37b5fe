#include "app/sheets/words/rule_text.h"

#include "base/text.h"

namespace himpun::app {
namespace {

using performance::Limit;
using performance::ZeroTarget;
using performance::ZeroTargetKind;

constexpr char const* no_limit = "tanpa";
constexpr char const* not_computed = "tidak dihitung";
constexpr char const* hit_or_miss = "nol atau tidak";
constexpr char const* beyond = "lebih";

std::string number(Decimal const& value) { return spell(value).id; }

Words step_fault(std::string const& part) {
  return {"\"" + part + "\" harus berbentuk realisasi=capaian, misalnya 0=100; 5=50; lebih=0.",
          "\"" + part + "\" must be realisation=achievement, such as 0=100; 5=50; lebih=0."};
}

/// One part of a table: a step, or what is beyond the last.
Reading<void> read_part(std::string const& part, ZeroTarget& rule) {
  auto const equals = part.find('=');
  if (equals == std::string::npos) return std::unexpected(step_fault(part));
  auto const left = std::string{trim(std::string_view{part}.substr(0, equals))};
  auto const achievement = parse_indonesian(trim(std::string_view{part}.substr(equals + 1)));
  if (!achievement) return std::unexpected(step_fault(part));
  if (lower_ascii(left) == beyond) {
    rule.otherwise = *achievement;
    return {};
  }
  auto const up_to = parse_indonesian(left);
  if (!up_to) return std::unexpected(step_fault(part));
  rule.steps.push_back({*up_to, *achievement});
  return {};
}

Reading<ZeroTarget> read_steps(std::string const& text) {
  ZeroTarget rule{ZeroTargetKind::steps, {}, {}};
  for (auto const part : split(text, ';')) {
    std::string const each{trim(part)};
    if (each.empty()) continue;
    if (auto ok = read_part(each, rule); !ok) return std::unexpected(ok.error());
  }
  if (rule.steps.empty()) return std::unexpected(step_fault(text));
  return rule;
}

}  // namespace

Reading<std::optional<Limit>> limit_in(Cell const& cell) {
  if (is_blank(cell)) return std::nullopt;
  auto const text = text_in(cell);
  if (text && lower_ascii(*text) == no_limit) return Limit{};
  auto const at = decimal_in(cell);
  if (at && *at) return Limit{**at};
  return std::unexpected(Words{"isi dengan angka, atau \"tanpa\".", "enter a number, or \"tanpa\" (none)."});
}

Reading<std::optional<ZeroTarget>> zero_target_in(Cell const& cell) {
  auto const text = text_in(cell);
  if (!text) return std::unexpected(text.error());
  if (text->empty()) return std::nullopt;
  auto const word = lower_ascii(*text);
  if (word == not_computed) return ZeroTarget{ZeroTargetKind::not_computable, {}, {}};
  if (word == hit_or_miss) return ZeroTarget{ZeroTargetKind::hit_or_miss, {}, {}};
  auto steps = read_steps(*text);
  if (!steps) return std::unexpected(steps.error());
  return std::move(*steps);
}

Cell cell_of(std::optional<Limit> const& limit) {
  if (!limit) return blank_cell();
  return limit->at ? cell_of(*limit->at) : text_cell(no_limit);
}

Cell cell_of(std::optional<ZeroTarget> const& rule) {
  if (!rule) return blank_cell();
  if (rule->kind == ZeroTargetKind::not_computable) return text_cell(not_computed);
  if (rule->kind == ZeroTargetKind::hit_or_miss) return text_cell(hit_or_miss);
  std::string text;
  for (auto const& step : rule->steps) text += number(step.up_to) + "=" + number(step.achievement) + "; ";
  return text_cell(text + beyond + "=" + number(rule->otherwise));
}

}  // namespace himpun::app
