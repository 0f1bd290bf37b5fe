// A row's figure and what it achieves: the entered value, or what the formula of a derived indicator makes of its
// inputs and of other rows.

#include "core/performance/collection/checks.h"
#include "core/performance/formula/formula.h"

namespace himpun::performance {
namespace {

/// How far formulas may lean on each other; the catalogue refuses cycles, this keeps a long chain bounded too.
constexpr int max_chain = 16;

class Figures {
 public:
  Figures(Collection const& collection, Catalogue const& catalogue) : collection_(collection), catalogue_(catalogue) {}

  Value of(Row const& row, int depth) const {
    if (row.key.kind == RowKind::budget) return row.value();
    auto const* sheet = find_sheet(catalogue_, IndicatorId{row.key.subject}, collection_.period.year);
    bool const is_derived = sheet && sheet->form == EntryForm::derived && sheet->formula;
    if (!is_derived || is_filled(row.value()) || row.value().kind == ValueKind::not_available) return row.value();
    return derived(row, *sheet, depth);
  }

 private:
  Value derived(Row const& row, Sheet const& sheet, int depth) const {
    auto const formula = parse_formula(*sheet.formula, sheet.name);
    if (!formula || depth >= max_chain) return not_available("Rumus indikator tidak dapat dihitung.");
    FormulaValues const values{[&](std::string const& name) { return input(row, sheet, name); },
                               [&](IndicatorId const& id) { return other(id, depth); }};
    auto const evaluated = evaluate(*formula, values);
    if (evaluated.value) return number_value(*evaluated.value);
    return is_untouched(row) ? Value{} : not_available(evaluated.why_not.id);
  }

  static bool is_untouched(Row const& row) {
    for (auto const& part : row.entry.parts) {
      if (part.value.kind != ValueKind::blank) return false;
    }
    return true;
  }

  std::optional<FormulaValue> input(Row const& row, Sheet const& sheet, std::string const& name) const {
    for (auto const& each : sheet.inputs) {
      if (each.name != name) continue;
      FormulaValue value{{}, Decimal{1}, {each.label, each.label}, source_of(collection_, row)};
      for (auto const& part : row.entry.parts) {
        if (part.name == name) value.value = part.value;
      }
      return value;
    }
    return std::nullopt;
  }

  std::optional<FormulaValue> other(IndicatorId const& id, int depth) const {
    auto const* sheet = find_sheet(catalogue_, id, collection_.period.year);
    if (!sheet) return std::nullopt;
    FormulaValue value{{}, sheet->multiplier, {sheet->name, sheet->name}, ""};
    auto const* row = find_row(collection_, {sheet->provider, RowKind::indicator, id.value});
    if (!row) return value;
    value.value = of(*row, depth + 1);
    value.source = source_of(collection_, *row);
    return value;
  }

  Collection const& collection_;
  Catalogue const& catalogue_;
};

}  // namespace

Value figure_of(Collection const& collection, Row const& row, Catalogue const& catalogue) {
  return Figures{collection, catalogue}.of(row, 0);
}

std::optional<Achievement> achievement_of_row(Collection const& collection, Row const& row,
                                              Catalogue const& catalogue) {
  if (row.key.kind != RowKind::indicator) return std::nullopt;
  Realisation realisation{collection.period, figure_of(collection, row, catalogue), source_of(collection, row), {}};
  for (auto const* each : evidence_of(collection, row.key)) realisation.evidence.push_back(each->evidence.id.value);
  auto const measurement = measurement_of(catalogue, IndicatorId{row.key.subject}, collection.period.year,
                                          last_day(collection.period), {std::move(realisation)});
  if (!measurement) return std::nullopt;
  return achievement_of(*measurement, collection.period);
}

}  // namespace himpun::performance
