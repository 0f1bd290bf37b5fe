#include "app/sheets/catalogue/template.h"

#include <algorithm>

#include "app/sheets/catalogue/target_rows.h"
#include "app/sheets/figure_text.h"
#include "app/sheets/words/rule_text.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using performance::Catalogue;

constexpr std::int32_t spare_rows = 300;

/// Cells of one row by the keys of their columns.
using Cells = std::map<std::string, Cell>;

Cell whole_cell(std::int32_t number) { return number_cell(std::to_string(number)); }

std::string unit_name(access::Agency const& agency, access::UnitId const& unit) {
  return access::holder_name(agency, access::HolderId{unit.value});
}

std::vector<std::string> open_units(access::Agency const& agency) {
  std::vector<std::string> names;
  for (auto const& [id, unit] : agency.units) {
    if (!unit.closed) names.push_back(unit.name);
  }
  return names;
}

std::vector<std::string> open_positions(access::Agency const& agency) {
  std::vector<std::string> names;
  for (auto const& [id, position] : agency.positions) {
    if (!position.closed) names.push_back(position.name);
  }
  return names;
}

BookSheet sheet_of(TableShape const& shape, access::Agency const& agency, std::vector<Cells> const& rows) {
  BookSheet sheet{shape.name, {}, {}, {}, spare_rows};
  for (auto const& column : shape.columns) {
    auto choices = column.choices;
    bool const is_unit = column.key == "owner" || column.key == "unit" || column.key == "provider";
    if (is_unit) choices = open_units(agency);
    if (column.key == "responsible") choices = open_positions(agency);
    sheet.columns.push_back({column.title, column.format, column.width_characters, column.hint, std::move(choices)});
  }
  for (auto const& cells : rows) {
    auto& row = sheet.rows.emplace_back();
    for (auto const& column : shape.columns) {
      auto const found = cells.find(column.key);
      row.push_back(found == cells.end() ? blank_cell() : found->second);
    }
  }
  return sheet;
}

std::vector<Cells> tree_rows(Catalogue const& catalogue, access::Agency const& agency, std::int32_t year) {
  std::vector<performance::Node const*> nodes;
  for (auto const& [id, node] : catalogue.nodes) {
    if (performance::holds_in(node, year)) nodes.push_back(&node);
  }
  std::ranges::stable_sort(nodes, [](auto const* a, auto const* b) {
    return std::pair{a->kind, a->code} < std::pair{b->kind, b->code};
  });
  std::vector<Cells> rows;
  for (auto const* node : nodes) {
    Cells cells{{"kind", text_cell(node_kinds.of(node->kind))},
                {"code", text_cell(node->code)},
                {"name", text_cell(node->name)},
                {"owner", text_cell(unit_name(agency, node->owner))},
                {"first_year", whole_cell(node->first_year)}};
    auto const* parent = node->parent ? performance::find_node(catalogue, *node->parent) : nullptr;
    if (parent) cells["parent"] = text_cell(parent->code);
    if (node->last_year) cells["last_year"] = whole_cell(*node->last_year);
    rows.push_back(std::move(cells));
  }
  return rows;
}

void add_choices(Cells& cells, performance::Sheet const& sheet) {
  cells["polarity"] = text_cell(polarities.of(sheet.polarity));
  cells["kind"] = text_cell(indicator_kinds.of(sheet.kind));
  cells["form"] = text_cell(entry_forms.of(sheet.form));
  cells["counting"] = text_cell(countings.of(sheet.counting));
  cells["reporting"] = text_cell(reportings.of(sheet.reporting));
  cells["cap"] = cell_of(sheet.rules.cap);
  cells["floor"] = cell_of(sheet.rules.floor);
  cells["zero_target"] = cell_of(sheet.rules.zero_target);
  cells["rating_scale"] = text_cell(sheet.rules.rating_scale.value_or(""));
  if (sheet.rules.consolidation) cells["consolidation"] = text_cell(consolidations.of(*sheet.rules.consolidation));
}

Cells indicator_cells(Catalogue const& catalogue, access::Agency const& agency, performance::Indicator const& indicator,
                      performance::Sheet const& sheet) {
  Cells cells{{"code", text_cell(indicator.id.value)},
              {"name", text_cell(sheet.name)},
              {"year", whole_cell(sheet.year)},
              {"definition", text_cell(sheet.definition)},
              {"formula_words", text_cell(sheet.formula_words)},
              {"unit_of_measure", text_cell(sheet.unit_of_measure)},
              {"formula", text_cell(sheet.formula.value_or(""))},
              {"inputs", text_cell(write_inputs(sheet.inputs))},
              {"multiplier", cell_of(sheet.multiplier)},
              {"numerator", text_cell(sheet.numerator)},
              {"denominator", text_cell(sheet.denominator)},
              {"data_source", text_cell(sheet.data_source)},
              {"provider", text_cell(unit_name(agency, sheet.provider))},
              {"responsible", text_cell(access::holder_name(agency, access::HolderId{sheet.responsible.value}))},
              {"evidence", text_cell(join(sheet.required_evidence, "; "))},
              {"weight", cell_of(sheet.weight)}};
  if (auto const* node = performance::find_node(catalogue, indicator.node)) cells["node"] = text_cell(node->code);
  if (sheet.baseline) cells["baseline"] = cell_of(*sheet.baseline);
  if (sheet.baseline_year) cells["baseline_year"] = whole_cell(*sheet.baseline_year);
  add_choices(cells, sheet);
  return cells;
}

std::vector<Cells> indicator_rows(Catalogue const& catalogue, access::Agency const& agency, std::int32_t year) {
  std::vector<Cells> rows;
  for (auto const& [id, indicator] : catalogue.indicators) {
    auto const* sheet = performance::sheet_in(indicator, year);
    if (sheet) rows.push_back(indicator_cells(catalogue, agency, indicator, *sheet));
  }
  return rows;
}

std::vector<Cells> target_rows(Catalogue const& catalogue, access::Agency const& agency, std::int32_t year) {
  std::vector<Cells> rows;
  for (auto const& [id, agreement] : catalogue.agreements) {
    if (agreement.year != year) continue;
    auto const& last = agreement.revisions.back();
    for (auto const& [indicator, about] : catalogue.indicators) {
      auto const line = line_in_force(agreement, indicator);
      auto const* sheet = performance::sheet_in(about, year);
      if (!line || !sheet) continue;
      Cells cells{{"year", whole_cell(year)},
                  {"unit", text_cell(unit_name(agency, agreement.unit))},
                  {"document", text_cell(last.document)},
                  {"date", date_cell(last.date)},
                  {"indicator", text_cell(indicator.value)},
                  {"name", text_cell(sheet->name)},
                  {"target", cell_of(line->target)}};
      for (auto const& column : period_columns()) {
        auto const period = std::ranges::find(line->periods, Period{column.kind, year, column.number},
                                              &performance::PeriodTarget::period);
        if (period != line->periods.end()) cells[column.key] = cell_of(period->target);
      }
      rows.push_back(std::move(cells));
    }
  }
  return rows;
}

std::vector<Cells> ceiling_rows(Catalogue const& catalogue, access::Agency const& agency, std::int32_t year) {
  std::vector<Cells> rows;
  for (auto const& each : catalogue.ceilings) {
    if (each.year != year) continue;
    Cells cells{{"year", whole_cell(year)},
                {"code", text_cell(each.code)},
                {"name", text_cell(each.name)},
                {"unit", text_cell(unit_name(agency, each.unit))},
                {"stage", text_cell(budget_stages.of(each.stage))},
                {"date", date_cell(each.date)},
                {"document", text_cell(each.document)},
                {"amount", cell_of(each.amount)}};
    if (each.indicator) cells["indicator"] = text_cell(each.indicator->value);
    rows.push_back(std::move(cells));
  }
  return rows;
}

void add_figures(std::vector<Cells>& rows, performance::IndicatorId const& indicator, performance::FigureKind kind,
                 performance::KeptFigures const& figures) {
  for (auto const& figure : figures.all()) {
    rows.push_back({{"indicator", text_cell(indicator.value)},
                    {"kind", text_cell(figure_kinds.of(kind))},
                    {"year", whole_cell(figure.year)},
                    {"value", cell_of(figure.target)},
                    {"source", text_cell(figure.source)}});
  }
}

std::vector<Cells> figure_rows(Catalogue const& catalogue, std::int32_t year) {
  using performance::FigureKind;
  std::vector<Cells> rows;
  for (auto const& [id, indicator] : catalogue.indicators) {
    if (!performance::sheet_in(indicator, year)) continue;
    add_figures(rows, id, FigureKind::midterm, indicator.midterm);
    add_figures(rows, id, FigureKind::past, indicator.past);
    add_figures(rows, id, FigureKind::benchmark, indicator.benchmark);
  }
  return rows;
}

std::vector<Cells> spending_rows(Catalogue const& catalogue) {
  std::vector<Cells> rows;
  auto const add = [&](performance::FigureKind kind, performance::SpendingByYear const& known) {
    for (auto const& [key, spending] : known) {
      rows.push_back({{"code", text_cell(spending.code)},
                      {"kind", text_cell(spending_kinds.of(kind))},
                      {"year", whole_cell(spending.year)},
                      {"amount", cell_of(spending.amount)},
                      {"source", text_cell(spending.source)}});
    }
  };
  add(performance::FigureKind::midterm, catalogue.spending_planned);
  add(performance::FigureKind::past, catalogue.spending_past);
  return rows;
}

BookSheet instructions(std::int32_t year) {
  return {"Petunjuk",
          {"Templat katalog kinerja tahun " + std::to_string(year) + ".",
           "Lembar-lembar berikutnya memuat isi katalog saat ini. Ubah yang perlu diubah, tambahkan baris baru di "
           "bawahnya, simpan sebagai .xlsx, lalu impor berkas ini. Baris yang tidak diubah tidak mengubah apa pun.",
           "Baris yang dihapus dari lembar tidak menghapus apa pun. Untuk mengakhiri sebuah program atau kegiatan, isi "
           "Tahun akhir; indikator diakhiri lewat halaman katalog.",
           "Angka ditulis dengan koma untuk desimal: 12,5. Pembilang/penyebut ditulis 3/232, predikat BB atau BB (72), "
           "rentang 10 sampai 20. Kosong berarti belum ada; 0 berarti nol.",
           "Kode nomenklatur boleh ditulis 2.23.02.2.01.18 atau 2.23.02.2.01.0018; Himpun menyamakannya.",
           "Nama unit dan jabatan dipilih dari daftar; harus sama dengan daftar kantor.",
           "Target: satu unit dan satu tahun adalah satu perjanjian kinerja. Bila target yang sudah diperjanjikan "
           "diubah, isi nomor dan tanggal dokumen perubahan serta alasannya pada setiap baris yang diubah.",
           "Sel berisi rumus ditolak: salin, lalu Tempel Khusus > Nilai.",
           "Impor berlaku seluruhnya atau tidak sama sekali. Periksa dahulu: setiap baris yang ditolak disebut beserta "
           "cara memperbaikinya."},
          {},
          {},
          0};
}

}  // namespace

SheetBook catalogue_template(Sight& sight, Catalogue const& catalogue, std::int32_t year) {
  auto const& agency = sight.agency();
  SheetBook book{"Katalog kinerja " + std::to_string(year), sight.now, {instructions(year)}};
  auto const add = [&](CatalogueTable table, std::vector<Cells> const& rows) {
    book.sheets.push_back(sheet_of(table_of(table), agency, rows));
  };
  add(CatalogueTable::tree, tree_rows(catalogue, agency, year));
  add(CatalogueTable::indicators, indicator_rows(catalogue, agency, year));
  add(CatalogueTable::targets, target_rows(catalogue, agency, year));
  add(CatalogueTable::ceilings, ceiling_rows(catalogue, agency, year));
  add(CatalogueTable::figures, figure_rows(catalogue, year));
  add(CatalogueTable::spendings, spending_rows(catalogue));
  return book;
}

}  // namespace himpun::app
