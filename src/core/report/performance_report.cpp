#include "core/report/performance_report.h"

#include <algorithm>
#include <iterator>

#include "core/report/figures/comparisons.h"
#include "core/report/narrative.h"

namespace himpun::report {
namespace {

using namespace document;
namespace perf = performance;

enum class ReportChapter { opening, planning, accountability, closing };

std::string name_of(ReportChapter chapter) { return report_chapters[static_cast<std::size_t>(chapter)]; }

Narrative narrative_of(PerformanceReportFacts const& facts) {
  return {facts.narrative, {std::begin(report_chapters), std::end(report_chapters)}};
}

/// A chapter with what people wrote; what they have not written yet is said in its place.
void begin(Blocks& blocks, Narrative const& narrative, ReportChapter chapter) {
  auto const name = name_of(chapter);
  blocks.push_back({PageBreak{}});
  blocks.push_back(heading(1, name));
  if (narrative.has(name))
    append(blocks, narrative.of(name));
  else
    blocks.push_back({Paragraph{{{"[Uraian bab ini belum ditulis.]", Emphasis::italic}}, Align::start}});
}

void add(Blocks& blocks, int level, std::string title, Table table, std::string none) {
  blocks.push_back(heading(level, std::move(title)));
  if (table.rows.empty())
    blocks.push_back({Paragraph{{{std::move(none), Emphasis::italic}}, Align::start}});
  else
    blocks.push_back({std::move(table)});
}

void add_comparisons(Blocks& blocks, DataBooks const& books, std::vector<FigureLine> const& lines) {
  blocks.push_back(heading(2, "Capaian Kinerja Organisasi"));
  add(blocks, 3, "Target dan realisasi tahun ini", against_target(books, lines), "[Belum ada indikator.]");
  add(blocks, 3, "Dibandingkan dengan tahun-tahun sebelumnya", against_past(books, lines),
      "[Realisasi tahun sebelumnya belum dicatat di katalog.]");
  add(blocks, 3, "Dibandingkan dengan target jangka menengah", against_midterm(books, lines),
      "[Target akhir Renstra belum dicatat di katalog.]");
  add(blocks, 3, "Dibandingkan dengan standar nasional", against_standard(books, lines),
      "[Angka nasional belum dicatat di katalog.]");
}

void add_accountability(Blocks& blocks, PerformanceReportFacts const& facts, DataBooks const& books,
                        std::vector<FigureLine> const& lines) {
  auto const monies = money_lines(books);
  add_comparisons(blocks, books, lines);
  add(blocks, 3, "Penyebab keberhasilan atau kegagalan dan solusinya", cause_table(lines, facts.causes),
      "[Bidang belum menuliskan faktor pendorong, penghambat, dan tindak lanjut.]");
  add(blocks, 3, "Efisiensi penggunaan sumber daya", efficiency_table(books, lines, monies),
      "[Belum ada pagu yang dihubungkan dengan indikator.]");
  add(blocks, 3, "Program dan kegiatan yang menunjang", programme_table(books), "[Belum ada program di katalog.]");
  add(blocks, 2, "Realisasi Anggaran", money_table(books, monies), "[Pagu tahun ini belum dicatat.]");
}

void add_annexes(Blocks& blocks, std::vector<FigureLine> const& lines) {
  blocks.push_back({PageBreak{}});
  blocks.push_back({Heading{1, {}, plain("Lampiran")}});
  Table table{"iku",
              "Indikator kinerja utama",
              {{"Indikator", Align::start, 26, {}},
               {"Definisi", Align::start, 34, {}},
               {"Rumus", Align::start, 24, {}},
               {"Sumber data", Align::start, 16, {}}},
              {}};
  for (auto const& line : lines) {
    table.rows.push_back(
        row({line.sheet->name, line.sheet->definition, line.sheet->formula_words, line.sheet->data_source}));
  }
  add(blocks, 2, "Indikator kinerja utama", std::move(table), "[Belum ada indikator.]");
  blocks.push_back(heading(2, "Pernyataan telah direviu"));
  blocks.push_back({Paragraph{{{"[Dilampirkan setelah reviu oleh Inspektorat.]", Emphasis::italic}}, Align::start}});
}

void add_missing(Blocks& blocks, std::vector<std::string> const& missing) {
  blocks.push_back({PageBreak{}});
  blocks.push_back({Paragraph{bold("YANG BELUM LENGKAP"), Align::centre}});
  blocks.push_back({Paragraph{plain("Daftar ini dibuat Himpun dari katalog dan data yang sudah diterima; halaman ini "
                                    "hilang dengan sendirinya bila semuanya sudah ada."),
                              Align::justify}});
  blocks.push_back(numbered(missing));
}

void add_line_faults(std::vector<std::string>& missing, PerformanceReportFacts const& facts, DataBooks const& books,
                     FigureLine const& line) {
  auto const& name = line.sheet->name;
  auto const year = books.period.year;
  if (!line.measured.year_target)
    missing.push_back(name + ": target tahun " + std::to_string(year) + " belum ada.");
  else if (!line.of_year.value)
    missing.push_back(name + ": " + line.of_year.why_not.id);
  if (!line.indicator->past.last_until(year - 1))
    missing.push_back(name + ": realisasi tahun sebelumnya belum dicatat.");
  if (!midterm_of(line, year)) missing.push_back(name + ": target akhir Renstra belum dicatat.");
  if (!standard_of(line, year)) missing.push_back(name + ": angka nasional belum dicatat.");
  bool const is_explained = std::ranges::any_of(facts.causes, [&](CauseLine const& cause) {
    return cause.indicator == line.indicator->id && !(cause.drivers.empty() && cause.obstacles.empty());
  });
  if (line.of_year.value && !is_explained)
    missing.push_back(name + ": penyebab keberhasilan atau kegagalan belum ditulis.");
}

}  // namespace

std::vector<std::string> missing_in_report(PerformanceReportFacts const& facts, DataBooks const& books) {
  std::vector<std::string> missing;
  auto const narrative = narrative_of(facts);
  constexpr char const* numbers[] = {"I", "II", "III", "IV"};
  for (std::size_t i = 0; i < std::size(report_chapters); ++i) {
    if (narrative.has(report_chapters[i])) continue;
    missing.push_back(std::string{"Bab "} + numbers[i] + " " + report_chapters[i] + ": uraian belum ditulis.");
  }
  if (!perf::find_profile(books.catalogue, books.period.year))
    missing.push_back("Profil perhitungan tahun ini belum dipilih.");
  for (auto const& line : figure_lines(books)) add_line_faults(missing, facts, books, line);
  for (auto const& line : money_lines(books)) {
    if (line.absorption.value) continue;
    missing.push_back("Anggaran " + line.ceiling->code + " " + line.ceiling->name + ": " + line.absorption.why_not.id);
  }
  missing.push_back("Pernyataan telah direviu: dilampirkan setelah reviu.");
  return missing;
}

OfficialPaper make_performance_report(PerformanceReportFacts const& facts, DataBooks const& books) {
  auto const lines = figure_lines(books);
  auto const narrative = narrative_of(facts);
  OfficialPaper paper;
  paper.title = "LAPORAN KINERJA INSTANSI PEMERINTAH";
  paper.subtitle = facts.office.agency + "\nTahun " + std::to_string(books.period.year);
  if (books.period.kind != PeriodKind::year) paper.subtitle += " (sampai dengan " + period_words(books.period).id + ")";
  paper.subject = "LKjIP " + facts.office.agency + " tahun " + std::to_string(books.period.year);
  paper.title_look = TitleLook::cover;
  paper.numbering = Numbering::chapters;
  paper.watermark = "DRAF";
  auto& blocks = paper.blocks;
  blocks.push_back({Contents{}});
  begin(blocks, narrative, ReportChapter::opening);
  begin(blocks, narrative, ReportChapter::planning);
  add(blocks, 2, "Perjanjian Kinerja", agreement_table(books, lines), "[Perjanjian kinerja belum dicatat.]");
  begin(blocks, narrative, ReportChapter::accountability);
  add_accountability(blocks, facts, books, lines);
  begin(blocks, narrative, ReportChapter::closing);
  auto place = place_of("tanda-tangan-1", PlaceKind::signature, facts.head);
  place.place_and_date = place_and_date(facts.office, facts.date);
  blocks.push_back({Signatures{{std::move(place)}}});
  add_annexes(blocks, lines);
  add_missing(blocks, missing_in_report(facts, books));
  return paper;
}

}  // namespace himpun::report
