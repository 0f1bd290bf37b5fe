// How many SOP sheets and how many papers of 24 pages a minute the printer makes, one at a time and two at once. Prints
// `name value unit` lines; nothing where WeasyPrint is not installed.

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "adapters/pdf/weasyprint.h"
#include "app/papers/printing.h"
#include "base/embedded.h"
#include "core/document/manuscript/manuscript.h"
#include "core/procedure/reader.h"

namespace {

using namespace himpun;
using Clock = std::chrono::steady_clock;

constexpr int wanted_pages = 24;
constexpr auto long_enough = std::chrono::seconds{20};

app::ReadyPaper ready(document::OfficialPaper paper) {
  document::Dressing dressing;
  dressing.letterhead.lines = {{"PEMERINTAH KABUPATEN CONTOH", document::LineLook::normal},
                               {"DINAS PERPUSTAKAAN DAN KEARSIPAN", document::LineLook::large}};
  return {std::move(paper), dressing, "Dinas Perpustakaan dan Kearsipan", *parse_instant("2026-01-05T01:00:00Z"),
          "naskah"};
}

app::ReadyPaper sheet() {
  auto const* file = find_embedded("procedures/pengumpulan-data-kinerja.yaml");
  auto const read = procedure::read_procedure(file->bytes, "sop.yaml");
  if (!read) throw std::runtime_error("the seed cannot be read");
  return ready(app::sheet_paper(read->procedure, document::PageSize::f4));
}

constexpr char const* paragraph =
    "Pada triwulan ini jumlah pemustaka yang berkunjung **meningkat** dibandingkan triwulan sebelumnya karena "
    "layanan perpustakaan keliling menjangkau lebih banyak sekolah dan kelurahan di seluruh kecamatan.\n\n";

/// Headings, words and tables, as many sections as were asked, and paragraphs behind them.
app::ReadyPaper report(int sections, int paragraphs) {
  std::string text;
  for (int section = 1; section <= sections; ++section) {
    text += "# Capaian Kinerja Bagian " + std::to_string(section) + "\n\n";
    for (int i = 0; i < 3; ++i) text += paragraph;
    text += "| Indikator | Satuan | Target | Realisasi |\n|---|---|--:|--:|\n";
    for (int row = 1; row <= 8; ++row)
      text += "| Kunjungan perpustakaan " + std::to_string(row) + " | orang | 1.200 | 1.315 |\n";
    text += "\n";
  }
  for (int i = 0; i < paragraphs; ++i) text += paragraph;
  document::OfficialPaper paper;
  paper.title = "Laporan Kinerja";
  paper.numbering = document::Numbering::letters;
  paper.footer = "Berkas 1/2026";
  paper.blocks = document::read_manuscript(text);
  return ready(std::move(paper));
}

app::Printed print(app::Renderer& printer, app::ReadyPaper const& paper) {
  auto printed = app::print(&printer, paper);
  if (!printed) throw std::runtime_error(printed.error().detail.en);
  return std::move(*printed);
}

/// A paper of exactly so many pages, found by printing: as many sections as fit, then paragraphs until it is full.
app::ReadyPaper report_of_wanted_pages(app::Renderer& printer) {
  int sections = wanted_pages;
  auto const pages = [&](int paragraphs) { return print(printer, report(sections, paragraphs)).pages; };
  for (int tries = 0; tries < 6; ++tries) {
    auto const now = pages(0);
    if (now <= wanted_pages && now >= wanted_pages - 2) break;
    sections = std::max(1, sections * (wanted_pages - 1) / static_cast<int>(now));
  }
  for (int paragraphs = 0; paragraphs < 60; paragraphs += 4) {
    if (pages(paragraphs) == wanted_pages) return report(sections, paragraphs);
  }
  throw std::runtime_error("no paper of the wanted length");
}

void measure(std::string const& name, app::Renderer& printer, app::ReadyPaper const& paper) {
  for (int const at_once : {1, 2}) {
    std::atomic<int> done{0};
    auto const begin = Clock::now();
    std::vector<std::jthread> threads;
    for (int i = 0; i < at_once; ++i) {
      threads.emplace_back([&] {
        while (Clock::now() - begin < long_enough) {
          static_cast<void>(print(printer, paper));
          ++done;
        }
      });
    }
    threads.clear();
    auto const minutes = std::chrono::duration<double>(Clock::now() - begin).count() / 60;
    std::printf("%s_per_minute_at_once_%d %.1f 1/min\n", name.c_str(), at_once, done / minutes);
    std::fflush(stdout);
  }
}

}  // namespace

int main() {
  auto const printer = pdf::find_renderer(std::filesystem::temp_directory_path().string());
  if (!printer) {
    std::printf("# papers: weasyprint is not installed\n");
    return 0;
  }
  measure("sop_sheets", *printer, sheet());
  measure("papers_of_24_pages", *printer, report_of_wanted_pages(*printer));
}
