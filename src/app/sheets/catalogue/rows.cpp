#include "app/sheets/catalogue/rows.h"

#include <algorithm>

#include "app/sheets/figure_text.h"
#include "app/sheets/words/rule_text.h"
#include "base/text.h"
#include "core/performance/catalogue/code.h"

namespace himpun::app {
namespace {

using performance::IndicatorId;
using performance::Node;
using performance::NodeKind;
using performance::Sheet;

constexpr std::size_t longest_identifier = 64;

/// The node of that kind and code in force in `year`.
Node const* node_of(performance::Catalogue const& catalogue, NodeKind kind, std::string const& code,
                    std::int32_t year) {
  for (auto const& [id, node] : catalogue.nodes) {
    if (node.kind == kind && node.code == code && performance::holds_in(node, year)) return &node;
  }
  return nullptr;
}

/// A code as the catalogue spells it; as typed when it cannot be read (the rule says why).
std::string normal_code(NodeKind kind, std::string const& code) {
  auto const normal = performance::normalise_code(kind, code);
  return normal ? *normal : code;
}

void find_parent(TableRow& row, RowBooks const& books, Node& node) {
  auto const code = row.text("parent");
  if (code.empty()) return;
  if (node.kind == NodeKind::goal) {
    return row.fault("parent", {"tujuan tidak mempunyai induk; kosongkan.", "a goal has no parent; leave it empty."});
  }
  auto const above = static_cast<NodeKind>(static_cast<int>(node.kind) - 1);
  auto const* parent = node_of(books.catalogue, above, normal_code(above, code), node.first_year);
  if (parent) {
    node.parent = parent->id;
    return;
  }
  auto const kind = lower_ascii(node_kinds.of(above));
  row.fault("parent", {"tidak ada " + kind + " berkode \"" + code +
                           "\" pada tahun itu. Tulis induknya sebagai baris "
                           "tersendiri lebih dahulu.",
                       "there is no such parent with the code \"" + code + "\" in that year."});
}

IndicatorId indicator_id(TableRow& row, std::string_view key) {
  auto const code = row.text(key);
  if (code.empty()) return require(row, key), IndicatorId{};
  bool const is_short = count_characters(code) <= longest_identifier;
  if (is_short && code.find_first_of("/?#%\\\n\t@") == std::string::npos) return IndicatorId{code};
  row.fault(key, {"paling banyak 64 huruf, tanpa / ? # % @.", "at most 64 characters, without / ? # % @."});
  return {};
}

/// "2.23.02" or "1.1": the node a row names by its code alone.
performance::NodeId node_named(TableRow& row, RowBooks const& books, std::int32_t year) {
  auto const code = row.text("node");
  if (code.empty()) return require(row, "node"), performance::NodeId{};
  auto const normal = performance::normalise_code(code);
  for (auto const& [id, node] : books.catalogue.nodes) {
    if (performance::holds_in(node, year) && (node.code == code || (normal && node.code == *normal))) return id;
  }
  row.fault("node", {"tidak ada simpul pohon kinerja berkode \"" + code + "\" pada tahun itu.",
                     "there is no node with the code \"" + code + "\" in that year."});
  return {};
}

std::vector<std::string> parts_of(std::string const& text) {
  std::vector<std::string> parts;
  for (auto const part : split(text, ';')) {
    if (!trim(part).empty()) parts.emplace_back(trim(part));
  }
  return parts;
}

/// "nama = keterangan (satuan)".
std::optional<performance::InputSheet> input_of(std::string const& text) {
  auto const equals = text.find('=');
  auto const open = text.rfind('(');
  if (equals == std::string::npos || open == std::string::npos || open < equals || !text.ends_with(')')) {
    return std::nullopt;
  }
  return performance::InputSheet{std::string{trim(std::string_view{text}.substr(0, equals))},
                                 std::string{trim(std::string_view{text}.substr(equals + 1, open - equals - 1))},
                                 std::string{trim(std::string_view{text}.substr(open + 1, text.size() - open - 2))}};
}

void read_inputs(TableRow& row, Sheet& sheet) {
  sheet.inputs.clear();
  for (auto const& part : parts_of(row.text("inputs"))) {
    auto input = input_of(part);
    if (input) {
      sheet.inputs.push_back(std::move(*input));
    } else {
      row.fault("inputs", {"\"" + part + "\" harus berbentuk: nama = keterangan (satuan).",
                           "\"" + part + "\" must be: name = label (unit)."});
    }
  }
}

/// Texts of the sheet; a column that the file does not have leaves what is known.
void read_texts(TableRow& row, Sheet& sheet) {
  auto const take = [&](char const* key, std::string& text) {
    if (row.has(key)) text = row.text(key);
  };
  take("name", sheet.name);
  take("definition", sheet.definition);
  take("formula_words", sheet.formula_words);
  take("unit_of_measure", sheet.unit_of_measure);
  take("numerator", sheet.numerator);
  take("denominator", sheet.denominator);
  take("data_source", sheet.data_source);
  if (row.has("formula")) {
    auto const formula = row.text("formula");
    sheet.formula = formula.empty() ? std::nullopt : std::optional{formula};
  }
  if (row.has("inputs")) read_inputs(row, sheet);
  if (row.has("evidence")) sheet.required_evidence = parts_of(row.text("evidence"));
}

/// A column that is there and blank gives the choice back to the profile.
void read_rules(TableRow& row, performance::RuleChoices& rules) {
  if (row.has("cap")) rules.cap = row.read("cap", limit_in);
  if (row.has("floor")) rules.floor = row.read("floor", limit_in);
  if (row.has("zero_target")) rules.zero_target = row.read("zero_target", zero_target_in);
  if (!row.has("rating_scale")) return;
  auto const scale = row.text("rating_scale");
  rules.rating_scale = scale.empty() ? std::nullopt : std::optional{scale};
}

void read_choices(TableRow& row, Sheet& sheet) {
  auto const needed = [&](char const* key, auto const& list, auto& value) {
    if (auto const choice = choice_in(row, key, list)) value = *choice;
    require(row, key);
  };
  needed("polarity", polarities, sheet.polarity);
  needed("form", entry_forms, sheet.form);
  needed("reporting", reportings, sheet.reporting);
  if (auto const kind = choice_in(row, "kind", indicator_kinds)) sheet.kind = *kind;
  if (auto const counting = choice_in(row, "counting", countings)) sheet.counting = *counting;
  if (row.has("consolidation")) sheet.rules.consolidation = choice_in(row, "consolidation", consolidations);
  read_rules(row, sheet.rules);
}

void read_numbers(TableRow& row, Sheet& sheet) {
  if (row.has("multiplier")) sheet.multiplier = row.decimal("multiplier").value_or(Decimal{1});
  if (row.has("weight")) sheet.weight = row.decimal("weight").value_or(Decimal{1});
  if (row.has("baseline_year")) sheet.baseline_year = row.whole("baseline_year");
  if (!row.has("baseline")) return;
  auto baseline = row.read("baseline", value_in);
  sheet.baseline = baseline.kind == performance::ValueKind::blank ? std::nullopt : std::optional{std::move(baseline)};
}

RowCommand unless_faulty(TableRow const& row, performance::CatalogueCommand command) {
  return row.faults().empty() ? RowCommand{std::move(command)} : std::nullopt;
}

}  // namespace

RowCommand tree_command(TableRow& row, RowBooks const& books) {
  Node node;
  auto const kind = choice_in(row, "kind", node_kinds);
  node.name = row.text("name");
  node.first_year = row.whole("first_year").value_or(0);
  node.last_year = row.whole("last_year");
  node.owner = books.names.unit(row, "owner");
  for (auto const* key : {"kind", "code", "name", "first_year"}) require(row, key);
  if (!kind) return std::nullopt;
  node.kind = *kind;
  node.code = normal_code(*kind, row.text("code"));
  find_parent(row, books, node);
  auto const* known = node_of(books.catalogue, *kind, node.code, node.first_year);
  node.id = known ? known->id : performance::NodeId{books.make_id()};
  return unless_faulty(row, performance::RecordNode{std::move(node)});
}

RowCommand indicator_command(TableRow& row, RowBooks const& books) {
  auto const id = indicator_id(row, "code");
  require(row, "year");
  auto const year = row.whole("year").value_or(0);
  auto const* known = performance::find_sheet(books.catalogue, id, year);
  auto sheet = known ? *known : Sheet{};
  sheet.year = year;
  read_texts(row, sheet);
  read_choices(row, sheet);
  read_numbers(row, sheet);
  sheet.provider = books.names.unit(row, "provider");
  if (row.has("responsible")) sheet.responsible = books.names.position(row, "responsible");
  auto const node = node_named(row, books, year);
  return unless_faulty(row, performance::RecordSheet{id, node, std::move(sheet)});
}

RowCommand ceiling_command(TableRow& row, RowBooks const& books) {
  performance::Ceiling ceiling;
  for (auto const* key : {"year", "code", "stage", "date", "amount"}) require(row, key);
  ceiling.year = row.whole("year").value_or(0);
  ceiling.code = row.text("code");
  ceiling.name = row.text("name");
  ceiling.unit = books.names.unit(row, "unit");
  ceiling.stage = choice_in(row, "stage", budget_stages).value_or(performance::BudgetStage::original);
  ceiling.date = row.date("date").value_or(Date{});
  ceiling.document = row.text("document");
  ceiling.amount = row.decimal("amount").value_or(Decimal{});
  if (!is_blank(row.cell("indicator"))) ceiling.indicator = indicator_id(row, "indicator");
  return unless_faulty(row, performance::RecordCeiling{std::move(ceiling)});
}

RowCommand figure_command(TableRow& row) {
  performance::RecordFigure command;
  command.indicator = indicator_id(row, "indicator");
  auto const kind = choice_in(row, "kind", figure_kinds);
  command.kind = kind.value_or(performance::FigureKind::past);
  for (auto const* key : {"kind", "year"}) require(row, key);
  command.figure.year = row.whole("year").value_or(0);
  command.figure.target = row.read("value", target_in);
  command.figure.source = row.text("source");
  return unless_faulty(row, std::move(command));
}

RowCommand spending_command(TableRow& row) {
  performance::RecordSpending command;
  command.kind = choice_in(row, "kind", spending_kinds).value_or(performance::FigureKind::past);
  for (auto const* key : {"code", "kind", "year", "amount"}) require(row, key);
  command.spending.code = row.text("code");
  command.spending.year = row.whole("year").value_or(0);
  command.spending.amount = row.decimal("amount").value_or(Decimal{});
  command.spending.source = row.text("source");
  return unless_faulty(row, std::move(command));
}

std::string about_row(CatalogueTable table, TableRow const& row) {
  auto const at = [&](char const* key) { return std::string{trim(row.cell(key).text)}; };
  switch (table) {
    case CatalogueTable::tree:
      return at("kind") + " " + at("code") + " " + at("name");
    case CatalogueTable::indicators:
      return at("code") + " " + at("name");
    case CatalogueTable::targets:
      return "Target " + at("year") + " " + at("indicator");
    case CatalogueTable::ceilings:
      return "Pagu " + at("year") + " " + at("code") + " " + at("name");
    case CatalogueTable::figures:
      return at("kind") + " " + at("year") + " " + at("indicator");
    case CatalogueTable::spendings:
      return at("kind") + " " + at("year") + " " + at("code");
  }
  return {};
}

std::string write_inputs(std::vector<performance::InputSheet> const& inputs) {
  std::vector<std::string> parts;
  for (auto const& each : inputs) parts.push_back(each.name + " = " + each.label + " (" + each.unit_of_measure + ")");
  return join(parts, "; ");
}

}  // namespace himpun::app
