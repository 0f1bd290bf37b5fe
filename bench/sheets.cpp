// How fast spreadsheets are read and written, and by how much memory grows meanwhile: rows of six cells as an office
// exports them (a code, a name, a unit, two figures, a date). Every figure is measured in a process of its own. Prints
// `name value unit` lines.

#include "adapters/sheets/sheets.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "base/ensure.h"
#include "support/temporary_folder.h"

namespace {

using namespace himpun;
using Clock = std::chrono::steady_clock;

constexpr int export_rows = 1'000'000;
constexpr int import_rows = 100'000;

std::vector<app::Cell> row_of(int number) {
  auto const text = std::to_string(number);
  return {app::text_cell("2.23.02.2.01." + text),
          app::text_cell("Jumlah naskah kuno yang dilestarikan " + text),
          app::text_cell("Naskah"),
          app::number_cell(text + ".25"),
          app::number_cell(std::to_string(number / 2)),
          app::date_cell(Date{std::chrono::days{20'000 + number % 365}})};
}

void fill(app::RowWriter& writer, int rows) {
  for (int number = 1; number <= rows; ++number) ensure(writer.add(row_of(number)).has_value());
  writer.finish();
}

app::SheetLayout layout() {
  using app::CellFormat;
  return {.columns = {{"Kode"},
                      {"Indikator", CellFormat::text, 40},
                      {"Satuan"},
                      {"Target", CellFormat::decimal},
                      {"Realisasi", CellFormat::decimal},
                      {"Tanggal", CellFormat::date}}};
}

void write_xlsx(std::string const& path, int rows) { fill(*sheets::with_files()->write_xlsx(path, layout()), rows); }

void write_csv(std::string const& path, int rows) {
  std::ofstream file{path, std::ios::binary};
  auto const sink = [&](std::string_view piece) {
    file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
  };
  fill(*sheets::with_files()->write_csv(sink, {}), rows);
}

void read(std::string const& path, int rows) {
  app::SheetReading reading{"bench"};
  reading.limits.entry_bytes = reading.limits.total_bytes = std::int64_t{4} << 30;
  auto const workbook = sheets::with_files()->open_file(path, reading);
  ensure(workbook.has_value(), "the file is opened");
  int found = 0;
  auto const summary = (*workbook)->read("", [&](app::Row const&) -> Result<void> { return ++found, Result<void>{}; });
  ensure(summary.has_value() && found >= rows, "every row is read");
}

std::int64_t peak_memory_kib() {
  std::ifstream status{"/proc/self/status"};
  std::string word;
  std::int64_t value = 0;
  while (status >> word) {
    if (word == "VmHWM:") status >> value;
  }
  return value;
}

template <class Work>
void measure(char const* name, int rows, Work const& work) {
  std::fflush(stdout);
  auto const child = ::fork();
  if (child == 0) {
    auto const before = peak_memory_kib();
    auto const start = Clock::now();
    work();
    auto const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("%s %.0f rows/s\n", name, rows / seconds);
    std::printf("%s_memory_growth %.1f MiB\n", name, double(peak_memory_kib() - before) / 1024);
    std::fflush(stdout);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ensure(status == 0, name);
}

}  // namespace

int main() {
  test::TemporaryFolder const folder;
  auto const small_xlsx = folder.file("impor.xlsx"), small_csv = folder.file("impor.csv");
  auto const large_xlsx = folder.file("ekspor.xlsx"), large_csv = folder.file("ekspor.csv");
  measure("sheets_csv_write_1000000", export_rows, [&] { write_csv(large_csv, export_rows); });
  measure("sheets_csv_read_1000000", export_rows, [&] { read(large_csv, export_rows); });
  measure("sheets_xlsx_write_1000000", export_rows, [&] { write_xlsx(large_xlsx, export_rows); });
  measure("sheets_xlsx_read_1000000", export_rows, [&] { read(large_xlsx, export_rows); });
  measure("sheets_csv_write_100000", import_rows, [&] { write_csv(small_csv, import_rows); });
  measure("sheets_csv_read_100000", import_rows, [&] { read(small_csv, import_rows); });
  measure("sheets_xlsx_write_100000", import_rows, [&] { write_xlsx(small_xlsx, import_rows); });
  measure("sheets_xlsx_read_100000", import_rows, [&] { read(small_xlsx, import_rows); });
}
