#include "core/report/data_part.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::report {
namespace {

using namespace performance;

constexpr std::string_view first_mark = "=== DATA KINERJA";
constexpr std::string_view last_mark = "=== AKHIR DATA KINERJA ===";

std::string realised_in(FigureLine const& line, std::int32_t quarter) {
  for (auto const& each : line.measured.realisations) {
    auto const months = 12 / periods_per_year(each.period.kind) * each.period.number;
    if (months == quarter * 3) return spell(each.value).id;
  }
  return "–";
}

DataTable per_objective(DataBooks const& books, std::vector<FigureLine> const& lines) {
  DataTable table{"Capaian per sasaran",
                  {"Sasaran", "Indikator", "Satuan", "Target", "Realisasi s.d. periode", "Capaian %", "Predikat"},
                  {}};
  for (auto const& line : lines) {
    table.rows.push_back({objective_of(books.catalogue, line.indicator->node), line.sheet->name,
                          line.sheet->unit_of_measure, year_target_of(line), total_of(line, books.period),
                          percent(line.to_date.value), line.to_date.rating.value_or("–")});
  }
  std::ranges::stable_sort(table.rows, {}, [](auto const& row) { return row.front(); });
  return table;
}

/// Cells of E.81, and the gaps in them by their reason.
class E81 {
 public:
  explicit E81(DataBooks const& books) : books_(books), past_{books.catalogue, books.earlier} {}

  [[nodiscard]] DataTable take() { return std::move(table_); }
  [[nodiscard]] std::vector<std::string> gaps() const {
    std::vector<std::string> lines;
    for (auto const& [why, names] : gaps_) lines.push_back("E.81 kosong, " + why + ": " + join(names, ", ") + ".");
    return lines;
  }

  void add(FigureLine const& line) {
    auto const year = books_.period.year;
    auto const midterm = line.indicator->midterm.first_from(year);
    std::vector<std::string> row{line.sheet->name, "K", midterm ? spell(midterm->target).id : "–",
                                 shown(line.sheet->name, total_of_year(past_, line.indicator->id, year - 1)),
                                 year_target_of(line)};
    for (std::int32_t quarter = 1; quarter <= 4; ++quarter) row.push_back(realised_in(line, quarter));
    auto const total = consolidate(line.measured, books_.period);
    PastTotal const own{total.value, total_of(line, books_.period), total.why_not};
    row.push_back(own.shown);
    row.push_back(shown(line.sheet->name, total_to_date(past_, line.indicator->id, year, own)));
    row.push_back(percent(line.of_year.value));
    table_.rows.push_back(std::move(row));
  }

  void add(Ceiling const& ceiling, Profile const& profile) {
    auto const year = books_.period.year;
    auto const name = ceiling.code + " " + ceiling.name;
    Spending spending{ceiling.code, ceiling.amount, ceiling.document, {}};
    auto const found = books_.budget.find(ceiling.code);
    if (found != books_.budget.end()) spending.realisations = found->second;
    std::vector<std::string> row{name, "Rp", shown(name, planned_spending(books_.catalogue, ceiling.code, year)),
                                 shown(name, spent_in_year(past_, ceiling.code, year - 1)), money(ceiling.amount)};
    auto const sum = add_quarters(row, spending);
    row.push_back(money(sum));
    row.push_back(shown(name, spent_to_date(past_, ceiling.code, year, sum)));
    row.push_back(percent(absorption(spending, books_.period, profile.defaults.rounding).value));
    table_.rows.push_back(std::move(row));
  }

 private:
  std::string shown(std::string const& name, PastTotal const& total) {
    if (total.is_known()) return total.shown;
    auto& names = gaps_[total.why_not.id];
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    return "–";
  }

  Decimal add_quarters(std::vector<std::string>& row, Spending const& spending) const {
    Decimal sum;
    for (std::int32_t number = 1; number <= 4; ++number) {
      Period const quarter{PeriodKind::quarter, books_.period.year, number};
      auto const at = std::ranges::find(spending.realisations, quarter, &Realisation::period);
      bool const is_there = at != spending.realisations.end() && at->value.number;
      row.push_back(is_there ? money(*at->value.number) : "–");
      if (is_there) sum = sum + *at->value.number;
    }
    return sum;
  }

  DataBooks const& books_;
  Past past_;
  std::map<std::string, std::vector<std::string>> gaps_;
  DataTable table_{"Formulir E.81",
                   {"Program/Indikator", "K/Rp", "Target akhir Renstra", "Realisasi tahun lalu", "Target tahun ini",
                    "TW I", "TW II", "TW III", "TW IV", "Realisasi tahun ini", "Realisasi s.d. tahun ini", "%"},
                   {}};
};

/// Permendagri 86/2017, Formulir E.81: K is the performance, Rp the money; a budget code has a row of its own.
E81 form_e81(DataBooks const& books, std::vector<FigureLine> const& lines, Profile const& profile) {
  E81 form{books};
  for (auto const& line : lines) form.add(line);
  for (auto const* ceiling : ceilings_in(books.catalogue, books.period)) form.add(*ceiling, profile);
  return form;
}

DataTable per_division(DataBooks const& books, std::vector<FigureLine> const& lines) {
  DataTable table{"Rekap per bidang", {"Bidang", "Indikator", "Terisi", "Rata-rata capaian %"}, {}};
  std::map<std::string, std::vector<FigureLine const*>> units;
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

DataTable measurement_table(DataBooks const& books, std::vector<FigureLine> const& lines) {
  DataTable table{"Pengukuran perjanjian kinerja", {"Indikator", "Target tahun", "Realisasi", "Capaian tahun %", "Dasar"},
                  {}};
  for (auto const& line : lines) {
    table.rows.push_back({line.sheet->name, year_target_of(line), total_of(line, books.period), percent(line.of_year.value),
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
  auto const lines = figure_lines(books);
  auto form = form_e81(books, lines, *profile);
  part.remarks = form.gaps();
  part.tables = {per_objective(books, lines), form.take(), per_division(books, lines), measurement_table(books, lines)};
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

std::string without_data_part(std::string_view text) {
  return std::string{trim(with_data_part(text, ""))};
}

}  // namespace himpun::report
