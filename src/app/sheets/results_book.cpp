#include "app/sheets/results_book.h"

#include <algorithm>

#include "app/ports/sheets.h"
#include "app/sheets/figure_text.h"
#include "app/views/performance/year_figures.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using enum CellFormat;
using performance::Catalogue;
using performance::Ceiling;
using performance::IndicatorId;

struct ReportBooks {
  ResultsView const& view;
  Catalogue const& catalogue;
  YearFigures const& figures;
  Period until;
  performance::Past past;
};

Cell exact(std::optional<std::string> const& text) {
  auto const number = text ? parse_exact(*text) : std::nullopt;
  return number ? cell_of(*number) : blank_cell();
}

/// The number, or why there is none.
Cell achieved(AchievementView const& achievement) {
  return achievement.value ? exact(achievement.value) : text_cell(achievement.why_not.value_or(""));
}

Cell absorbed(BudgetFigureView const& figure) {
  return figure.value ? exact(figure.value) : text_cell(figure.why_not.value_or(""));
}

Cell text_or_blank(std::optional<std::string> const& text) {
  return text && !text->empty() ? text_cell(*text) : blank_cell();
}

std::vector<std::string> heading(ResultsView const& view, std::string const& title) {
  return {title, view.until_name, "Profil perhitungan: " + view.profile};
}

BookSheet per_objective(ReportBooks const& books) {
  BookSheet sheet{"Per sasaran",
                  heading(books.view, "Capaian per sasaran"),
                  {{"Kode", text, 16},
                   {"Sasaran atau indikator", text, 60},
                   {"Satuan", text, 14},
                   {"Target", text, 14},
                   {"Realisasi", text, 14},
                   {"Capaian (%)", decimal, 14},
                   {"Predikat", text, 18},
                   {"Catatan", text, 50}}};
  for (auto const& node : books.view.nodes) {
    auto const is_own = [&](IndicatorResult const& each) { return each.node == node.node; };
    bool const has_own = std::ranges::any_of(books.view.indicators, is_own);
    if (node.kind != performance::NodeKind::objective && !has_own) continue;
    sheet.rows.push_back({text_cell(node.code), text_cell(node.kind_name + ": " + node.name), blank_cell(),
                          blank_cell(), blank_cell(), achieved(node.achievement),
                          text_or_blank(node.achievement.rating)});
    for (auto const& each : books.view.indicators) {
      if (!is_own(each)) continue;
      sheet.rows.push_back({text_cell(each.indicator), text_cell("   " + each.name), text_cell(each.unit_of_measure),
                            text_or_blank(each.target), text_cell(each.realised), achieved(each.achievement),
                            text_or_blank(each.achievement.rating), text_cell(join(each.remarks, " "))});
    }
  }
  return sheet;
}

/// Rupiah of one quarter: what was reported for it, or for its months.
Decimal spent_in(YearFigures const& figures, std::string const& code, Period const& quarter) {
  Decimal sum;
  auto const found = figures.budget.find(code);
  if (found == figures.budget.end()) return sum;
  for (auto const& each : found->second) {
    if (lies_within(each.period, quarter) && each.value.number) sum = sum + *each.value.number;
  }
  return sum;
}

std::vector<BookColumn> e81_columns() {
  std::vector<BookColumn> columns{
      {"Kode", text, 20}, {"Program, kegiatan atau indikator", text, 60}, {"Satuan", text, 12}};
  for (auto const* title :
       {"Target akhir Renstra", "Realisasi tahun lalu", "Target tahun ini", "Triwulan I", "Triwulan II", "Triwulan III",
        "Triwulan IV", "Realisasi tahun ini", "Realisasi sampai tahun ini", "Persentase"}) {
    columns.push_back({std::string{title} + " K", general, 14});
    columns.push_back({std::string{title} + " Rp", general, 18});
  }
  return columns;
}

/// One row of E.81, filled column by column.
class E81Row {
 public:
  E81Row(std::string code, std::string name, std::string unit)
      : cells_{text_cell(std::move(code)), text_cell(std::move(name)), text_cell(std::move(unit))} {
    cells_.resize(3 + 2 * pairs);
  }

  enum Pair : std::size_t { renstra, last_year, target, quarter, year = 7, to_date, percentage, pairs };

  void put_k(std::size_t pair, Cell cell) { cells_[3 + 2 * pair] = std::move(cell); }
  void put_rp(std::size_t pair, Cell cell) { cells_[4 + 2 * pair] = std::move(cell); }
  std::vector<Cell> take() { return std::move(cells_); }

 private:
  std::vector<Cell> cells_;
};

/// The number, or why there is none.
Cell total_cell(performance::PastTotal const& total) {
  return total.number ? cell_of(*total.number) : text_cell(total.why_not.id);
}

void put_money(E81Row& row, ReportBooks const& books, Ceiling const& ceiling, BudgetResult const* result) {
  auto const year = books.until.year;
  row.put_rp(E81Row::renstra, total_cell(performance::planned_spending(books.catalogue, ceiling.code, year)));
  row.put_rp(E81Row::last_year, total_cell(performance::spent_in_year(books.past, ceiling.code, year - 1)));
  row.put_rp(E81Row::target, cell_of(ceiling.amount));
  Decimal all;
  for (std::int32_t number = 1; number <= 4; ++number) {
    Period const quarter{PeriodKind::quarter, books.until.year, number};
    if (last_day(quarter) > last_day(books.until)) break;
    auto const spent = spent_in(books.figures, ceiling.code, quarter);
    all = all + spent;
    row.put_rp(E81Row::quarter + static_cast<std::size_t>(number) - 1, cell_of(spent));
  }
  row.put_rp(E81Row::year, cell_of(all));
  row.put_rp(E81Row::to_date, total_cell(performance::spent_to_date(books.past, ceiling.code, year, all)));
  if (result) row.put_rp(E81Row::percentage, absorbed(result->absorption));
}

void put_performance(E81Row& row, ReportBooks const& books, IndicatorResult const& result) {
  auto const* indicator = performance::find_indicator(books.catalogue, IndicatorId{result.indicator});
  if (indicator) {
    if (auto const midterm = indicator->midterm.first_from(books.until.year)) {
      row.put_k(E81Row::renstra, cell_of(midterm->target));
    }
    row.put_k(E81Row::last_year, total_cell(performance::total_of_year(books.past, indicator->id, books.until.year - 1)));
  }
  row.put_k(E81Row::target, text_or_blank(result.target));
  bool const is_quarterly = result.trend.size() == 4;
  for (std::size_t i = 0; is_quarterly && i < result.trend.size(); ++i) {
    row.put_k(E81Row::quarter + i, exact(result.trend[i]));
  }
  row.put_k(E81Row::year, text_cell(result.realised));
  performance::PastTotal const own{result.number ? parse_exact(*result.number) : std::nullopt, result.realised,
                                   {result.realised, result.realised}};
  row.put_k(E81Row::to_date, total_cell(performance::total_to_date(books.past, IndicatorId{result.indicator},
                                                                books.until.year, own)));
  row.put_k(E81Row::percentage, achieved(result.of_year));
}

BudgetResult const* money_result(ResultsView const& view, std::string const& code) {
  auto const found = std::ranges::find(view.money.codes, code, &BudgetResult::code);
  return found == view.money.codes.end() ? nullptr : &*found;
}

/// ASSUMPTION: money stands beside the indicator it pays for; codes without one have rows of their own.
BookSheet e81(ReportBooks const& books) {
  auto lines = heading(books.view, "Formulir E.81: evaluasi hasil Renja");
  lines.push_back("K: kinerja. Rp: anggaran. Angka tahun lalu diambil dari impor atau dari pengumpulan tahun itu; sel "
                  "yang tidak dapat diisi menyebut alasannya.");
  BookSheet sheet{"E.81", std::move(lines), e81_columns()};
  auto const ceilings = performance::ceilings_in(books.catalogue, books.until);
  for (auto const& result : books.view.indicators) {
    E81Row row{result.indicator, result.name, result.unit_of_measure};
    put_performance(row, books, result);
    for (auto const* ceiling : ceilings) {
      if (ceiling->indicator && ceiling->indicator->value == result.indicator) {
        put_money(row, books, *ceiling, money_result(books.view, ceiling->code));
      }
    }
    sheet.rows.push_back(row.take());
  }
  for (auto const* ceiling : ceilings) {
    auto const* result = money_result(books.view, ceiling->code);
    if (ceiling->indicator || !result) continue;
    E81Row row{ceiling->code, ceiling->name, "Rp"};
    put_money(row, books, *ceiling, result);
    sheet.rows.push_back(row.take());
  }
  return sheet;
}

struct UnitRecap {
  std::string name;
  std::int32_t indicators = 0;
  std::int32_t computed = 0;
  std::int32_t reached = 0;
  Decimal ceiling;
  Decimal spent;
};

std::map<std::string, UnitRecap> recaps_of(ReportBooks const& books, access::Agency const& agency) {
  std::map<std::string, UnitRecap> recaps;
  for (auto const& each : books.view.indicators) {
    auto& recap = recaps[each.unit];
    ++recap.indicators;
    auto const value = each.achievement.value ? parse_exact(*each.achievement.value) : std::nullopt;
    if (value) ++recap.computed;
    if (value && *value >= Decimal{100}) ++recap.reached;
  }
  for (auto const* ceiling : performance::ceilings_in(books.catalogue, books.until)) {
    if (!money_result(books.view, ceiling->code)) continue;
    auto& recap = recaps[ceiling->unit.value];
    recap.ceiling = recap.ceiling + ceiling->amount;
    for (std::int32_t number = 1; number <= 4; ++number) {
      Period const quarter{PeriodKind::quarter, books.until.year, number};
      if (last_day(quarter) > last_day(books.until)) continue;
      recap.spent = recap.spent + spent_in(books.figures, ceiling->code, quarter);
    }
  }
  for (auto& [unit, recap] : recaps) recap.name = access::holder_name(agency, access::HolderId{unit});
  return recaps;
}

BookSheet per_division(ReportBooks const& books, access::Agency const& agency) {
  BookSheet sheet{"Rekap per bidang",
                  heading(books.view, "Rekapitulasi per bidang"),
                  {{"Unit", text, 44},
                   {"Indikator", whole, 12},
                   {"Sudah dihitung", whole, 14},
                   {"Mencapai target", whole, 16},
                   {"Pagu (Rp)", general, 20},
                   {"Realisasi (Rp)", general, 20},
                   {"Serapan (%)", decimal, 14}}};
  auto const count = [](std::int32_t number) { return number_cell(std::to_string(number)); };
  for (auto const& [unit, recap] : recaps_of(books, agency)) {
    auto share = blank_cell();
    if (!recap.ceiling.is_zero()) {
      share = cell_of(round(recap.spent / recap.ceiling * Decimal{100}, {RoundingMode::half_up, 2}));
    }
    sheet.rows.push_back({text_cell(recap.name), count(recap.indicators), count(recap.computed), count(recap.reached),
                          cell_of(recap.ceiling), cell_of(recap.spent), share});
  }
  return sheet;
}

BookSheet measurement(ReportBooks const& books) {
  BookSheet sheet{"Pengukuran PK",
                  heading(books.view, "Pengukuran perjanjian kinerja"),
                  {{"Kode", text, 14},
                   {"Indikator kinerja", text, 60},
                   {"Satuan", text, 14},
                   {"Target", text, 14},
                   {"Realisasi", text, 14},
                   {"Capaian (%)", decimal, 14},
                   {"Predikat", text, 18},
                   {"Unit", text, 40}}};
  for (auto const& each : books.view.indicators) {
    if (!each.target) continue;
    sheet.rows.push_back({text_cell(each.indicator), text_cell(each.name), text_cell(each.unit_of_measure),
                          text_cell(*each.target), text_cell(each.realised), achieved(each.of_year),
                          text_or_blank(each.of_year.rating), text_cell(each.unit_name)});
  }
  return sheet;
}

}  // namespace

Result<SheetBook> results_book(Sight& sight, ResultsQuery const& query) {
  auto const view = show_results(sight, query, Language::indonesian);
  if (!view) return std::unexpected(view.error());
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto const figures = figures_of_year(sight, catalogue->state, query.until.year);
  auto const earlier = earlier_years(sight, catalogue->state, query.until.year);
  ReportBooks const books{*view, catalogue->state, figures, query.until, {catalogue->state, earlier}};
  return SheetBook{"Capaian kinerja " + view->until_name,
                   sight.now,
                   {per_objective(books), e81(books), per_division(books, sight.agency()), measurement(books)}};
}

Result<MadeFile> make_results_book(Sight& sight, ResultsQuery const& query) {
  auto const book = results_book(sight, query);
  if (!book) return std::unexpected(book.error());
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_book(file->path(), *book);
  return MadeFile{std::move(file), "capaian-kinerja-" + period_key(query.until) + ".xlsx", xlsx_media_type};
}

}  // namespace himpun::app
