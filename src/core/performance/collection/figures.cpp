#include "core/performance/collection/figures.h"

namespace himpun::performance {
namespace {

/// How far formulas may lean on each other; the catalogue refuses cycles, this keeps a long chain bounded too.
constexpr int max_chain = 16;

class Figures {
 public:
  Figures(Collection const& collection, Catalogue const& catalogue) : collection_(collection), catalogue_(catalogue) {}

  [[nodiscard]] Value of(Row const& row, int depth) const {
    auto const evaluated = derivation(row, depth);
    if (!evaluated) return row.value();
    if (evaluated->value) return number_value(*evaluated->value);
    return is_untouched(row) ? Value{} : not_available(evaluated->why_not.id);
  }

  /// None for a row that needs no formula: a plain one, a corrected one, one that is not available.
  [[nodiscard]] std::optional<Evaluated> derivation(Row const& row, int depth) const {
    if (row.key.kind == RowKind::budget || row.value().kind != ValueKind::blank) return std::nullopt;
    auto const* sheet = find_sheet(catalogue_, IndicatorId{row.key.subject}, collection_.period.year);
    if (!sheet || sheet->form != EntryForm::derived || !sheet->formula) return std::nullopt;
    auto const formula = parse_formula(*sheet->formula, sheet->name);
    if (!formula || depth >= max_chain) {
      return Evaluated{
          {}, {"Rumus indikator tidak dapat dihitung.", "The indicator's formula cannot be computed."}, {}};
    }
    FormulaValues const values{[&](std::string const& name) { return input(row, *sheet, name); },
                               [&](IndicatorId const& id) { return other(id, depth); }};
    return evaluate(*formula, values);
  }

 private:
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

std::optional<Evaluated> derivation_of(Collection const& collection, Row const& row, Catalogue const& catalogue) {
  return Figures{collection, catalogue}.derivation(row, 0);
}

Realisation realisation_of(Collection const& collection, Row const& row, Catalogue const& catalogue) {
  Realisation made{collection.period, figure_of(collection, row, catalogue), source_of(collection, row), {}};
  for (auto const* each : evidence_of(collection, row.key)) made.evidence.push_back(each->evidence.id.value);
  return made;
}

std::optional<Achievement> achievement_of_row(Collection const& collection, Row const& row,
                                              Catalogue const& catalogue) {
  if (row.key.kind != RowKind::indicator) return std::nullopt;
  auto const measurement = measurement_of(catalogue, IndicatorId{row.key.subject}, collection.period.year,
                                          last_day(collection.period), {realisation_of(collection, row, catalogue)});
  if (!measurement) return std::nullopt;
  return achievement_of(*measurement, collection.period);
}

}  // namespace himpun::performance
