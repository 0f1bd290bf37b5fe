#include "core/report/data_part.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::report {
namespace {

using namespace performance;

constexpr std::string_view first_mark = "=== DATA KINERJA";
constexpr std::string_view last_mark = "=== AKHIR DATA KINERJA ===";

/// One indicator with everything the tables say about it.
struct Line {
  Indicator const* indicator = nullptr;
  Sheet const* sheet = nullptr;
  Measurement measured;
  Achievement to_date;
  Achievement of_year;
};

std::string percent(std::optional<Decimal> const& value) {
  return value ? spell(*value, Rounding{RoundingMode::half_up, 2}).id : "–";
}
std::string money(Decimal const& amount) { return spell(amount).id; }
std::string target_of(Line const& line) {
  return line.measured.year_target ? spell(*line.measured.year_target).id : "–";
}

std::string realised_in(Line const& line, std::int32_t quarter) {
  for (auto const& each : line.measured.realisations) {
    auto const months = 12 / periods_per_year(each.period.kind) * each.period.number;
    if (months == quarter * 3) return spell(each.value).id;
  }
  return "–";
}

std::string total_of(Line const& line, Period const& until) {
  auto const total = consolidate(line.measured, until);
  return total.value ? spell(*total.value, line.measured.rules.rounding).id : "–";
}

std::vector<Line> lines_of(DataBooks const& books, Profile const& profile) {
  std::vector<Line> lines;
  for (auto const& [id, indicator] : books.catalogue.indicators) {
    auto const* sheet = find_sheet(books.catalogue, id, books.period.year);
    if (!sheet) continue;
    auto const found = books.indicators.find(id);
    auto const realised = found == books.indicators.end() ? std::vector<Realisation>{} : found->second;
    auto measured = measurement_under(books.catalogue, profile, id, books.period.year, last_day(books.period), realised);
    if (!measured) continue;
    auto to_date = against_same_periods(*measured, books.period);
    auto of_year = against_year(*measured, books.period);
    lines.push_back({&indicator, sheet, std::move(*measured), std::move(to_date), std::move(of_year)});
  }
  return lines;
}

std::string objective_of(Catalogue const& catalogue, NodeId id) {
  for (auto const* node = find_node(catalogue, id); node; node = node->parent ? find_node(catalogue, *node->parent)
                                                                              : nullptr) {
    if (node->kind == NodeKind::objective) return node->name;
  }
  return "Tanpa sasaran";
}

DataTable per_objective(DataBooks const& books, std::vector<Line> const& lines) {
  DataTable table{"Capaian per sasaran",
                  {"Sasaran", "Indikator", "Satuan", "Target", "Realisasi s.d. periode", "Capaian %", "Predikat"},
                  {}};
  for (auto const& line : lines) {
    table.rows.push_back({objective_of(books.catalogue, line.indicator->node), line.sheet->name,
                          line.sheet->unit_of_measure, target_of(line), total_of(line, books.period),
                          percent(line.to_date.value), line.to_date.rating.value_or("–")});
  }
  std::ranges::stable_sort(table.rows, {}, [](auto const& row) { return row.front(); });
  return table;
}

/// Permendagri 86/2017, Formulir E.81: K is the performance, Rp the money; a budget code has a row of its own.
DataTable form_e81(DataBooks const& books, std::vector<Line> const& lines) {
  DataTable table{"Formulir E.81",
                  {"Program/Indikator", "K/Rp", "Target akhir Renstra", "Realisasi tahun lalu", "Target tahun ini",
                   "TW I", "TW II", "TW III", "TW IV", "Realisasi tahun ini", "%"},
                  {}};
  auto const figure = [](std::map<std::int32_t, YearFigure> const& by_year, std::int32_t year) {
    auto const found = by_year.find(year);
    return found == by_year.end() ? std::string{"–"} : spell(found->second.target).id;
  };
  for (auto const& line : lines) {
    auto const& midterm = line.indicator->midterm;
    std::vector<std::string> row{line.sheet->name, "K",
                                 midterm.empty() ? "–" : spell(midterm.rbegin()->second.target).id,
                                 figure(line.indicator->past, books.period.year - 1), target_of(line)};
    for (std::int32_t quarter = 1; quarter <= 4; ++quarter) row.push_back(realised_in(line, quarter));
    row.push_back(total_of(line, books.period));
    row.push_back(percent(line.of_year.value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_money(DataTable& table, DataBooks const& books, Profile const& profile) {
  for (auto const* ceiling : ceilings_in(books.catalogue, books.period)) {
    Spending spending{ceiling->code, ceiling->amount, ceiling->document, {}};
    auto const found = books.budget.find(ceiling->code);
    if (found != books.budget.end()) spending.realisations = found->second;
    std::vector<std::string> row{ceiling->code + " " + ceiling->name, "Rp", "–", "–", money(ceiling->amount)};
    Decimal sum;
    for (std::int32_t quarter = 1; quarter <= 4; ++quarter) {
      auto const at = std::ranges::find(spending.realisations, Period{PeriodKind::quarter, books.period.year, quarter},
                                        &Realisation::period);
      bool const is_there = at != spending.realisations.end() && at->value.number;
      row.push_back(is_there ? money(*at->value.number) : "–");
      if (is_there) sum = sum + *at->value.number;
    }
    row.push_back(money(sum));
    row.push_back(percent(absorption(spending, books.period, profile.defaults.rounding).value));
    table.rows.push_back(std::move(row));
  }
}

DataTable per_division(DataBooks const& books, std::vector<Line> const& lines) {
  DataTable table{"Rekap per bidang", {"Bidang", "Indikator", "Terisi", "Rata-rata capaian %"}, {}};
  std::map<std::string, std::vector<Line const*>> units;
  for (auto const& line : lines) units[books.unit_name(line.sheet->provider)].push_back(&line);
  for (auto const& [unit, owned] : units) {
    Decimal sum;
    std::int64_t filled = 0;
    for (auto const* line : owned) {
      if (!line->to_date.value) continue;
      sum = sum + *line->to_date.value;
      ++filled;
    }
    table.rows.push_back({unit, std::to_string(owned.size()), std::to_string(filled),
                          filled ? percent(sum / Decimal{filled}) : "–"});
  }
  return table;
}

DataTable measurement_table(DataBooks const& books, std::vector<Line> const& lines) {
  DataTable table{"Pengukuran perjanjian kinerja", {"Indikator", "Target tahun", "Realisasi", "Capaian tahun %", "Dasar"},
                  {}};
  for (auto const& line : lines) {
    table.rows.push_back({line.sheet->name, target_of(line), total_of(line, books.period), percent(line.of_year.value),
                          line.measured.target_source.empty() ? "–" : line.measured.target_source});
  }
  return table;
}

void append_table(std::string& text, DataTable const& table) {
  text += "\n" + table.title + "\n" + join(table.columns, " | ") + "\n";
  for (auto const& row : table.rows) text += join(row, " | ") + "\n";
}

}  // namespace

DataPart make_data_part(DataBooks const& books) {
  DataPart part{books.period, {}, {}};
  auto const* profile = find_profile(books.catalogue, books.period.year);
  if (!profile) return part;
  auto const lines = lines_of(books, *profile);
  part.tables = {per_objective(books, lines), form_e81(books, lines), per_division(books, lines),
                 measurement_table(books, lines)};
  add_money(part.tables[1], books, *profile);
  for (auto const& line : lines) {
    if (!line.to_date.value) part.remarks.push_back(line.sheet->name + ": " + line.to_date.why_not.id);
  }
  return part;
}

std::string to_text(DataPart const& part) {
  std::string text{first_mark};
  text += " " + period_words(part.period).id + " (dibuat Himpun dari angka yang diterima) ===\n";
  for (auto const& table : part.tables) append_table(text, table);
  if (!part.remarks.empty()) text += "\nCatatan\n" + join(part.remarks, "\n") + "\n";
  return text + std::string{last_mark};
}

bool has_data_part(std::string_view text) { return text.find(first_mark) != std::string_view::npos; }

std::string printable(std::string_view text) {
  std::string out;
  for (auto const line : split(text, '\n')) {
    if (trim(line) == last_mark) continue;
    if (line.starts_with(first_mark)) {
      auto title = trim(line.substr(std::string_view{"=== "}.size()));
      while (title.ends_with('=') || title.ends_with(' ')) title.remove_suffix(1);
      out += "# " + std::string{title} + "\n";
    } else {
      out += std::string{line} + "\n";
    }
  }
  if (!out.empty()) out.pop_back();
  return out;
}

std::string with_data_part(std::string_view text, std::string_view part) {
  auto const begin = text.find(first_mark);
  if (begin == std::string_view::npos) return std::string{trim(text)} + "\n\n" + std::string{part};
  auto const end = text.find(last_mark, begin);
  auto const after = end == std::string_view::npos ? std::string_view{} : text.substr(end + last_mark.size());
  return std::string{text.substr(0, begin)} + std::string{part} + std::string{after};
}

}  // namespace himpun::report
