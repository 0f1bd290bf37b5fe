// Units (satuan) through a formula: products and quotients of named units; sums only of the same. A number written in
// the formula takes the unit of what stands beside it.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/performance/formula/lexer.h"

namespace himpun::performance {
namespace {

/// Powers of the named units that are not zero: orang/buku is {orang: 1, buku: -1}. `any`: a number of the formula.
struct UnitPowers {
  std::map<std::string, int> powers;
  bool any = false;
};

constexpr std::array<std::string_view, 10> bare{"",     "%",    "persen", "indeks", "nilai",
                                                "skor", "poin", "rasio",  "angka",  "-"};
constexpr int max_power = 64;

int height(int power) { return power < 0 ? -power : power; }

UnitPowers unit_of(std::string const& satuan) {
  auto const name = lower_ascii(trim(satuan));
  if (std::ranges::find(bare, name) != bare.end()) return {};
  return {{{name, 1}}, false};
}

std::string spell(UnitPowers const& unit) {
  if (unit.powers.empty()) return "bilangan";
  std::string above;
  std::string below;
  for (auto const& [name, power] : unit.powers) {
    auto& side = power > 0 ? above : below;
    side += (side.empty() ? "" : "·") + name + (height(power) > 1 ? "^" + std::to_string(height(power)) : "");
  }
  return (above.empty() ? "1" : above) + (below.empty() ? "" : "/" + below);
}

class UnitCheck {
 public:
  UnitCheck(Formula const& formula, FormulaUnits const& units) : formula_(formula), units_(units) {}

  Result<UnitPowers> whole() {
    std::vector<UnitPowers> found;
    for (auto const& node : formula_.nodes) {
      auto unit = of(node, found);
      if (!unit) return unit;
      found.push_back(std::move(*unit));
    }
    return found.back();
  }

 private:
  Result<UnitPowers> of(FormulaNode const& node, std::vector<UnitPowers> const& found) {
    std::vector<UnitPowers> operands;
    for (auto const each : node.operands) operands.push_back(found[static_cast<std::size_t>(each)]);
    switch (node.kind) {
      case FormulaKind::number:
        return UnitPowers{{}, true};
      case FormulaKind::input:
      case FormulaKind::indicator:
        return named(node);
      case FormulaKind::negate:
        return operands[0];
      case FormulaKind::multiply:
        return product(node, operands, 1);
      case FormulaKind::divide:
        return product(node, operands, -1);
      default:
        return same(node, operands);
    }
  }

  Result<UnitPowers> named(FormulaNode const& node) {
    bool const is_input = node.kind == FormulaKind::input;
    auto const satuan = is_input ? units_.input(node.name) : units_.indicator(IndicatorId{node.name});
    if (satuan) return unit_of(*satuan);
    Words const what = is_input ? Words{"masukan", "input"} : Words{"indikator", "indicator"};
    return std::unexpected(formula_problem(
        formula_name_unknown, node.where,
        {"Tidak ada " + what.id + " \"" + node.name + "\".", "There is no " + what.en + " \"" + node.name + "\"."}));
  }

  Result<UnitPowers> product(FormulaNode const& node, std::vector<UnitPowers> const& operands, int sign) {
    UnitPowers unit{operands[0].powers, operands[0].any && operands[1].any};
    for (auto const& [name, power] : operands[1].powers) {
      auto& sum = unit.powers[name];
      sum += sign * power;
      if (sum == 0)
        unit.powers.erase(name);
      else if (height(sum) > max_power) {
        return std::unexpected(formula_problem(formula_units_differ, node.where,
                                               {"Satuan berpangkat terlalu tinggi.", "The unit's power is too high."}));
      }
    }
    return unit;
  }

  Result<UnitPowers> same(FormulaNode const& node, std::vector<UnitPowers> const& operands) {
    auto unit = operands[0];
    for (auto const& each : operands) {
      if (unit.any) unit = each;
      if (each.any || each.powers == unit.powers) continue;
      auto const a = spell(unit);
      auto const b = spell(each);
      return std::unexpected(
          formula_problem(formula_units_differ, node.where,
                          {"Satuan " + a + " dan " + b + " tidak dapat dijumlahkan, dikurangkan atau dibandingkan.",
                           "The units " + a + " and " + b + " cannot be added, subtracted or compared."}));
    }
    return unit;
  }

  Formula const& formula_;
  FormulaUnits const& units_;
};

}  // namespace

Result<void> check_units(Formula const& formula, FormulaUnits const& units, std::string const& result) {
  auto const whole = UnitCheck{formula, units}.whole();
  if (!whole) return std::unexpected(whole.error());
  auto const wanted = unit_of(result);
  if (whole->any || whole->powers == wanted.powers) return {};
  // "buku/orang" or "buku per orang" names a quotient: as written by the office, it fits a formula that is no bare
  // number.
  bool const is_compound = result.find('/') != std::string::npos || result.find(" per ") != std::string::npos;
  if (is_compound && !whole->powers.empty()) return {};
  return std::unexpected(
      formula_problem(formula_units_differ, formula.nodes.back().where,
                      {"Hasil rumus bersatuan " + spell(*whole) + ", padahal satuan indikator " + result + ".",
                       "The formula gives " + spell(*whole) + ", but the indicator's unit is " + result + "."}));
}

namespace {

/// Depth first along what indicators use; the path is the way round when it closes.
class CycleSearch {
 public:
  explicit CycleSearch(std::map<IndicatorId, std::set<IndicatorId>> const& uses) : uses_(uses) {}

  bool closes(IndicatorId const& from) {
    path_.push_back(from);
    auto const uses = uses_.find(from);
    if (uses != uses_.end()) {
      for (auto const& next : uses->second) {
        if (std::ranges::find(path_, next) != path_.end()) {
          path_.push_back(next);
          return true;
        }
        if (!done_.contains(next) && closes(next)) return true;
      }
    }
    done_.insert(from);
    path_.pop_back();
    return false;
  }

  [[nodiscard]] std::string way_round() const {
    auto const start = std::ranges::find(path_, path_.back());
    std::vector<std::string> names;
    for (auto each = start; each != path_.end(); ++each) names.push_back(each->value);
    return join(names, " → ");
  }

 private:
  std::map<IndicatorId, std::set<IndicatorId>> const& uses_;
  std::vector<IndicatorId> path_;
  std::set<IndicatorId> done_;
};

}  // namespace

Result<void> check_cycles(std::map<IndicatorId, std::set<IndicatorId>> const& uses) {
  CycleSearch search{uses};
  for (auto const& [id, used] : uses) {
    if (!search.closes(id)) continue;
    auto const way = search.way_round();
    return refuse(formula_cycle, {"Rumus indikator berputar: " + way + ". Hapus salah satu rujukannya.",
                                  "The formulas go round: " + way + ". Remove one of the references."});
  }
  return {};
}

}  // namespace himpun::performance
