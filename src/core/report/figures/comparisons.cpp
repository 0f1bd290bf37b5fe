#include "core/report/figures/comparisons.h"

#include <algorithm>
#include <iterator>

namespace himpun::report {
namespace {

using namespace document;
namespace perf = performance;

std::string change_words(std::optional<Decimal> const& change) {
  if (!change) return "–";
  return (change->sign() > 0 ? "+" : "") + percent(change);
}

/// Rows of indicators under their sasaran.
class PerObjective {
 public:
  PerObjective(DataBooks const& books, Table& table) : books_(books), table_(table) {}

  void add(FigureLine const& line, Row made) {
    rows_[objective_of(books_.catalogue, line.indicator->node)].push_back(std::move(made));
  }
  void finish() {
    for (auto& [objective, rows] : rows_) {
      table_.rows.push_back(section_row(objective, table_.columns.size()));
      std::ranges::move(rows, std::back_inserter(table_.rows));
    }
  }

 private:
  DataBooks const& books_;
  Table& table_;
  std::map<std::string, std::vector<Row>> rows_;
};

}  // namespace

std::optional<perf::YearFigure> midterm_of(FigureLine const& line, std::int32_t year) {
  return line.indicator->midterm.first_from(year);
}

std::optional<perf::YearFigure> standard_of(FigureLine const& line, std::int32_t year) {
  return line.indicator->benchmark.last_until(year);
}

Table agreement_table(DataBooks const& books, std::vector<FigureLine> const& lines) {
  Table table{"perjanjian-kinerja",
              "Perjanjian kinerja tahun " + std::to_string(books.period.year),
              {{"Indikator", Align::start, 45, {}},
               {"Satuan", Align::start, 13, {}},
               {"Target", Align::end, 14, {}},
               {"Dasar", Align::start, 28, {}}},
              {}};
  PerObjective rows{books, table};
  for (auto const& line : lines) {
    rows.add(line, row({line.sheet->name, line.sheet->unit_of_measure, year_target_of(line),
                        line.measured.target_source}));
  }
  rows.finish();
  return table;
}

Table against_target(DataBooks const& books, std::vector<FigureLine> const& lines) {
  Table table{"target-realisasi",
              "Target dan realisasi tahun " + std::to_string(books.period.year),
              {{"Indikator", Align::start, 36, {}},
               {"Satuan", Align::start, 11, {}},
               {"Target", Align::end, 13, {}},
               {"Realisasi", Align::end, 13, {}},
               {"Capaian %", Align::end, 12, {}},
               {"Predikat", Align::start, 15, {}}},
              {}};
  PerObjective rows{books, table};
  for (auto const& line : lines) {
    rows.add(line, row({line.sheet->name, line.sheet->unit_of_measure, year_target_of(line),
                        total_of(line, books.period), percent(line.of_year.value), line.of_year.rating.value_or("–")}));
  }
  rows.finish();
  return table;
}

Table against_past(DataBooks const& books, std::vector<FigureLine> const& lines) {
  Table table{"tahun-sebelumnya",
              "Realisasi dibandingkan dengan tahun-tahun sebelumnya",
              {{"Indikator", Align::start, 40, {}},
               {"Tahun", Align::centre, 10, {}},
               {"Realisasi tahun itu", Align::end, 17, {}},
               {"Realisasi " + std::to_string(books.period.year), Align::end, 17, {}},
               {"Perubahan %", Align::end, 16, {}}},
              {}};
  for (auto const& line : lines) {
    for (auto const& figure : line.indicator->past.all()) {
      auto const year = figure.year;
      if (year >= books.period.year) continue;
      table.rows.push_back(row({line.sheet->name, std::to_string(year), spell(figure.target).id,
                                total_of(line, books.period),
                                change_words(perf::change_since(line.measured, figure).value)}));
    }
  }
  return table;
}

Table against_midterm(DataBooks const& books, std::vector<FigureLine> const& lines) {
  Table table{"jangka-menengah",
              "Realisasi dibandingkan dengan target jangka menengah (Renstra)",
              {{"Indikator", Align::start, 38, {}},
               {"Akhir Renstra", Align::centre, 12, {}},
               {"Target akhir Renstra", Align::end, 17, {}},
               {"Realisasi " + std::to_string(books.period.year), Align::end, 17, {}},
               {"Tingkat kemajuan %", Align::end, 16, {}}},
              {}};
  for (auto const& line : lines) {
    auto const figure = midterm_of(line, books.period.year);
    if (!figure) continue;
    table.rows.push_back(row({line.sheet->name, std::to_string(figure->year), spell(figure->target).id,
                              total_of(line, books.period),
                              percent(perf::against(line.measured, *figure, perf::Basis::midterm).value)}));
  }
  return table;
}

Table against_standard(DataBooks const& books, std::vector<FigureLine> const& lines) {
  Table table{"standar-nasional",
              "Realisasi dibandingkan dengan standar nasional",
              {{"Indikator", Align::start, 34, {}},
               {"Tahun", Align::centre, 9, {}},
               {"Angka nasional", Align::end, 14, {}},
               {"Realisasi " + std::to_string(books.period.year), Align::end, 14, {}},
               {"Perbandingan %", Align::end, 13, {}},
               {"Sumber", Align::start, 16, {}}},
              {}};
  for (auto const& line : lines) {
    auto const figure = standard_of(line, books.period.year);
    if (!figure) continue;
    table.rows.push_back(row({line.sheet->name, std::to_string(figure->year), spell(figure->target).id,
                              total_of(line, books.period),
                              percent(perf::against(line.measured, *figure, perf::Basis::benchmark).value),
                              figure->source}));
  }
  return table;
}

Table cause_table(std::vector<FigureLine> const& lines, std::vector<CauseLine> const& causes) {
  Table table{"penyebab",
              "Penyebab keberhasilan atau kegagalan dan perbaikannya",
              {{"Indikator", Align::start, 22, {}},
               {"Periode", Align::start, 12, {}},
               {"Faktor pendorong", Align::start, 22, {}},
               {"Faktor penghambat", Align::start, 22, {}},
               {"Tindak lanjut", Align::start, 22, {}}},
              {}};
  for (auto const& cause : causes) {
    auto const* line = find_line(lines, cause.indicator);
    if (!line) continue;
    table.rows.push_back(row({line->sheet->name, cause.period, cause.drivers, cause.obstacles, cause.follow_up}));
  }
  return table;
}

Table efficiency_table(DataBooks const& books, std::vector<FigureLine> const& lines,
                       std::vector<MoneyLine> const& monies) {
  Table table{"efisiensi",
              "Efisiensi: capaian dikurangi serapan anggaran",
              {{"Indikator dan anggarannya", Align::start, 46, {}},
               {"Capaian %", Align::end, 13, {}},
               {"Serapan %", Align::end, 13, {}},
               {"Selisih", Align::end, 12, {}},
               {"Penilaian", Align::start, 16, {}}},
              {}};
  auto const* profile = perf::find_profile(books.catalogue, books.period.year);
  if (!profile) return table;
  for (auto const& money : monies) {
    if (!money.ceiling->indicator) continue;
    auto const* line = find_line(lines, *money.ceiling->indicator);
    if (!line) continue;
    auto const difference = perf::efficiency_by_difference(line->of_year.value, money.absorption.value,
                                                           profile->efficiency_band, profile->defaults.rounding);
    table.rows.push_back(row({line->sheet->name + "\n" + money.ceiling->code + " " + money.ceiling->name,
                              percent(line->of_year.value), percent(money.absorption.value),
                              percent(difference.value), difference.verdict.id}));
  }
  return table;
}

Table programme_table(DataBooks const& books) {
  Table table{"program",
              "Program dan kegiatan yang menunjang",
              {{"Kode", Align::start, 22, {}}, {"Program/kegiatan", Align::start, 48, {}}, {"Penanggung jawab", Align::start, 30, {}}},
              {}};
  std::map<std::string, std::vector<Row>> by_objective;
  std::vector<perf::Node const*> nodes;
  for (auto const& [id, node] : books.catalogue.nodes) {
    bool const is_work = node.kind != perf::NodeKind::goal && node.kind != perf::NodeKind::objective;
    if (is_work && holds_in(node, books.period.year)) nodes.push_back(&node);
  }
  std::ranges::sort(nodes, {}, &perf::Node::code);
  for (auto const* node : nodes) {
    by_objective[objective_of(books.catalogue, node->id)].push_back(
        row({node->code, node->name, books.unit_name(node->owner)}));
  }
  for (auto& [objective, made] : by_objective) {
    table.rows.push_back(section_row(objective, table.columns.size()));
    std::ranges::move(made, std::back_inserter(table.rows));
  }
  return table;
}

Table money_table(DataBooks const& books, std::vector<MoneyLine> const& monies) {
  Table table{"realisasi-anggaran",
              "Realisasi anggaran (rupiah)",
              {{"Kode", Align::start, 17, {}},
               {"Program/kegiatan", Align::start, 39, {}},
               {"Pagu", Align::end, 17, {}},
               {"Realisasi", Align::end, 17, {}},
               {"Serapan %", Align::end, 10, {}}},
              {}};
  auto const* profile = perf::find_profile(books.catalogue, books.period.year);
  if (!profile || monies.empty()) return table;
  Decimal ceilings;
  Decimal spent;
  std::vector<perf::Spending> all;
  for (auto const& line : monies) {
    table.rows.push_back(row({line.ceiling->code, line.ceiling->name, money(line.ceiling->amount), money(line.spent),
                              percent(line.absorption.value)}));
    ceilings = ceilings + line.ceiling->amount;
    spent = spent + line.spent;
    all.push_back(line.spending);
  }
  auto const total = perf::total_absorption(all, books.period, profile->defaults.rounding);
  table.rows.push_back(total_row({"Jumlah", "", money(ceilings), money(spent), percent(total.value)}));
  return table;
}

}  // namespace himpun::report
