// Rules for indicator sheets: complete, of units that fit, without formulas that wait for each other.

#include <algorithm>

#include "base/text.h"
#include "core/performance/catalogue/rules.h"
#include "core/performance/formula/formula.h"

namespace himpun::performance::rules {
namespace {

bool is_input_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && !(name.front() >= '0' && name.front() <= '9') &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

void check_inputs(Faults& faults, Sheet const& sheet) {
  for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
    auto const at = "/sheet/inputs/" + std::to_string(i);
    if (!is_input_name(sheet.inputs[i].name)) {
      faults.add(at + "/name", {"huruf kecil, angka dan garis bawah, diawali huruf",
                                "small letters, digits and underscores, beginning with a letter"});
    }
    if (std::ranges::count(sheet.inputs, sheet.inputs[i].name, &InputSheet::name) > 1) {
      faults.add(at + "/name", {"ditulis dua kali", "is written twice"});
    }
    faults.require(sheet.inputs[i].label, at + "/label");
  }
}

void check_form(Faults& faults, Sheet const& sheet) {
  if ((sheet.polarity == Polarity::predicate) != (sheet.form == EntryForm::predicate)) {
    // A score may stand behind the predicate of an indicator that is otherwise maximised.
    bool const is_scored = sheet.polarity == Polarity::maximise && sheet.form == EntryForm::predicate;
    if (!is_scored) faults.add("/sheet/form", {"tidak cocok dengan polaritas", "does not fit the polarity"});
  }
  if (sheet.form == EntryForm::ratio) {
    faults.require(sheet.numerator, "/sheet/numerator");
    faults.require(sheet.denominator, "/sheet/denominator");
  }
  bool const is_redivided = sheet.rules.consolidation == Consolidation::ratio;
  if (is_redivided && sheet.form != EntryForm::ratio) {
    faults.add("/sheet/rules/consolidation", {"hanya untuk indikator dengan pembilang dan penyebut",
                                              "only for indicators with numerator and denominator"});
  }
  if (sheet.multiplier.sign() <= 0) faults.add("/sheet/multiplier", {"harus lebih dari nol", "must be above zero"});
  if (sheet.weight.sign() < 0) faults.add("/sheet/weight", {"tidak boleh negatif", "cannot be negative"});
  if ((sheet.form == EntryForm::derived) != sheet.formula.has_value()) {
    faults.add("/sheet/formula", {"rumus hanya, dan harus, ada pada indikator yang dihitung",
                                  "a formula belongs to a derived indicator, and only to one"});
  }
}

void check_holders(Faults& faults, Sheet const& sheet, access::Agency const& agency) {
  check_unit(faults, agency, sheet.provider, "/sheet/provider");
  auto const position = agency.positions.find(sheet.responsible);
  if (sheet.responsible.empty()) return;  // ASSUMPTION: many sheets leave the responsible position to the unit
  if (position == agency.positions.end() || position->second.closed) {
    faults.add("/sheet/responsible", {"jabatan tidak ditemukan", "there is no such position"});
  }
}

/// What every other indicator's formula uses in that year, and what this one would.
std::map<IndicatorId, std::set<IndicatorId>> uses_with(Catalogue const& catalogue, RecordSheet const& command,
                                                       Formula const& formula) {
  std::map<IndicatorId, std::set<IndicatorId>> uses;
  for (auto const& [id, indicator] : catalogue.indicators) {
    auto const* sheet = sheet_in(indicator, command.sheet.year);
    if (!sheet || !sheet->formula) continue;
    if (auto const other = parse_formula(*sheet->formula)) uses[id] = indicators_of(*other);
  }
  uses[command.indicator] = indicators_of(formula);
  return uses;
}

Result<void> check_formula(Catalogue const& catalogue, RecordSheet const& command) {
  auto const& sheet = command.sheet;
  auto const formula = parse_formula(*sheet.formula, sheet.name);
  if (!formula) return std::unexpected(formula.error());
  FormulaUnits const units{[&](std::string const& name) -> std::optional<std::string> {
                             auto const found = std::ranges::find(sheet.inputs, name, &InputSheet::name);
                             if (found == sheet.inputs.end()) return std::nullopt;
                             return found->unit_of_measure;
                           },
                           [&](IndicatorId const& id) -> std::optional<std::string> {
                             if (id == command.indicator) return sheet.unit_of_measure;
                             auto const* other = find_sheet(catalogue, id, sheet.year);
                             return other ? std::optional{other->unit_of_measure} : std::nullopt;
                           }};
  if (auto const fits = check_units(*formula, units, sheet.unit_of_measure); !fits) return fits;
  return check_cycles(uses_with(catalogue, command, *formula));
}

/// The choices must exist in the profile of the year, when there is one already.
Result<void> check_choices(Catalogue const& catalogue, Sheet const& sheet) {
  auto const* profile = find_profile(catalogue, sheet.year);
  if (!profile) return {};
  auto const rules = rules_for(*profile, sheet.rules);
  if (!rules) return std::unexpected(rules.error());
  if (!rules->cap.at || !rules->floor.at || *rules->floor.at <= *rules->cap.at) return {};
  Faults faults;
  faults.add("/sheet/rules/floor", {"batas bawah di atas batas atas", "the floor is above the cap"});
  return faults.refuse_as(sheet_invalid);
}

bool is_recorded(Catalogue const& catalogue, RecordSheet const& command) {
  auto const* indicator = find_indicator(catalogue, command.indicator);
  if (!indicator || indicator->node != command.node) return false;
  auto const sheet = indicator->sheets.find(command.sheet.year);
  return sheet != indicator->sheets.end() && sheet->second == command.sheet;
}

}  // namespace

Answer record_sheet(Catalogue const& catalogue, RecordSheet const& command, CatalogueOccasion const& occasion) {
  auto const& sheet = command.sheet;
  Faults faults;
  faults.require(command.indicator.value, "/indicator");
  if (!find_node(catalogue, command.node)) faults.add("/node", {"tidak ditemukan", "is not known"});
  check_year(faults, sheet.year, "/sheet/year");
  faults.require(sheet.name, "/sheet/name");
  faults.require(sheet.unit_of_measure, "/sheet/unit_of_measure");
  check_holders(faults, sheet, occasion.agency);
  check_inputs(faults, sheet);
  check_form(faults, sheet);
  if (sheet.baseline) faults.take_over(check_value(*sheet.baseline, "/sheet/baseline"));
  if (!faults.none()) return faults.refuse_as(sheet_invalid);
  if (auto const known = check_choices(catalogue, sheet); !known) return std::unexpected(known.error());
  if (sheet.formula) {
    if (auto const right = check_formula(catalogue, command); !right) return std::unexpected(right.error());
  }
  if (is_recorded(catalogue, command)) return already_so();
  return happened(SheetRecorded{command.indicator, command.node, sheet});
}

Answer close_indicator(Catalogue const& catalogue, CloseIndicator const& command) {
  auto const* indicator = find_indicator(catalogue, command.indicator);
  if (!indicator) return refuse(indicator_unknown);
  if (trim(command.reason).empty()) return refuse(catalogue_reason_missing);
  Faults faults;
  check_year(faults, command.last_year, "/last_year");
  if (!faults.none()) return faults.refuse_as(sheet_invalid);
  if (indicator->last_year == command.last_year) return already_so();
  return happened(IndicatorClosed{command.indicator, command.last_year, command.reason});
}

}  // namespace himpun::performance::rules
