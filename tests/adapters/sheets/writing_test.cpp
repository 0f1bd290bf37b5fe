// What is written can be read back, and large files need no large memory.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "adapters/sheets/quarter_form.h"
#include "adapters/sheets/reading.h"
#include "app/ports/sheet_refusals.h"
#include "app/sheets/filled_form.h"
#include "support/temporary_folder.h"

namespace himpun::sheets::test {
namespace {

using namespace std::chrono;
using app::Cell;
using app::CellKind;
using himpun::test::TemporaryFolder;

app::SheetLayout two_columns() {
  return {.columns = {{"Nama", app::CellFormat::text}, {"Nilai", app::CellFormat::decimal}}};
}

ReadSheet write_and_read(std::vector<std::vector<Cell>> const& rows) {
  TemporaryFolder const folder;
  auto const path = folder.file("data.xlsx");
  auto const writer = with_files()->write_xlsx(path, two_columns());
  for (auto const& row : rows) EXPECT_TRUE(writer->add(row));
  writer->finish();
  auto const workbook = with_files()->open_file(path, {"data.xlsx"});
  EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().detail.id);
  if (!workbook) return {};
  auto read = read_sheet(**workbook, "Data");
  EXPECT_TRUE(read) << (read ? "" : read.error().detail.id);
  return read ? *read : ReadSheet{};
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

/// By how much the peak grows while `work` runs in a process of its own, in MiB.
template <class Work>
std::int64_t growth_mib(Work const& work) {
  int pipe[2];
  EXPECT_EQ(::pipe(pipe), 0);
  auto const child = ::fork();
  if (child == 0) {
    std::ofstream{"/proc/self/clear_refs"} << "5";  // the peak begins again
    auto const before = peak_memory_kib();
    work();
    auto const grown = (peak_memory_kib() - before) / 1024;
    bool const is_told = ::write(pipe[1], &grown, sizeof grown) == sizeof grown;
    ::_exit(is_told ? 0 : 1);
  }
  std::int64_t grown = -1;
  ::close(pipe[1]);
  EXPECT_EQ(::read(pipe[0], &grown, sizeof grown), static_cast<ssize_t>(sizeof grown));
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return grown;
}

void write_rows(app::RowWriter& writer, int rows) {
  std::vector<Cell> cells(4);
  for (int i = 0; i < rows; ++i) {
    cells[0] = app::text_cell("indikator nomor " + std::to_string(i));
    cells[1] = app::number_cell(std::to_string(i) + ".25");
    cells[2] = app::date_cell(sys_days{2026y / 3 / 31});
    cells[3] = app::text_cell("Triwulan I");
    ensure(writer.add(cells).has_value());
  }
  writer.finish();
}

constexpr int many_rows = 200'000;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::int64_t most_growth_mib = 1'000;  // sanitizers keep what was freed
#else
constexpr std::int64_t most_growth_mib = 50;
#endif

}  // namespace

TEST(XlsxWriting, IsReadBackAsItWas) {
  auto const day = sys_days{2026y / 3 / 31};
  auto const sheet =
      write_and_read({{app::text_cell("satu <&> é\ndua"), app::number_cell("9.95")},
                      {app::blank_cell(), app::number_cell("-0.001"), app::date_cell(day)},
                      {app::text_cell("=1+1"), app::number_cell("1234567890123456789")},
                      {{.kind = CellKind::boolean, .text = "true"}, app::text_cell("_x0041_ a_x_b _x0041")}});
  ASSERT_EQ(sheet.rows.size(), 5U);
  EXPECT_EQ(sheet.rows[0].at(2).text, "Nilai");
  EXPECT_EQ(sheet.rows[1].at(1).text, "satu <&> é\ndua");
  EXPECT_EQ(sheet.rows[1].at(2).text, "9.95");
  EXPECT_EQ(sheet.rows[2].at(1).kind, CellKind::blank);
  EXPECT_EQ(sheet.rows[2].at(2).text, "-0.001");
  EXPECT_EQ(sheet.rows[2].at(3).date, day);
  EXPECT_EQ(sheet.rows[3].at(1).text, "=1+1");
  EXPECT_EQ(sheet.rows[3].at(1).origin, app::CellOrigin::entered);
  EXPECT_EQ(sheet.rows[3].at(2).kind, CellKind::text);
  EXPECT_EQ(sheet.rows[3].at(2).text, "1234567890123456789");
  EXPECT_EQ(sheet.rows[4].at(1).text, "true");
  EXPECT_EQ(sheet.rows[4].at(2).text, "_x0041_ a_x_b _x0041");
}

TEST(XlsxWriting, AnyDecimalOfFifteenDigitsSurvives) {
  std::vector<std::vector<Cell>> rows;
  std::uint64_t state = 20260331;
  for (int i = 0; i < 5'000; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    auto digits = std::to_string(state >> 14).substr(0, 15);
    digits.insert(1 + state % 13, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    rows.push_back({app::blank_cell(), app::number_cell(digits)});
  }
  auto const sheet = write_and_read(rows);
  ASSERT_EQ(sheet.rows.size(), rows.size() + 1);
  for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(sheet.rows[i + 1].at(2).text, rows[i][1].text);
}

TEST(XlsxWriting, ATextThatNoCellCanHoldIsRefused) {
  TemporaryFolder const folder;
  auto const writer = with_files()->write_xlsx(folder.file("data.xlsx"), two_columns());
  auto const added = writer->add(std::vector{app::text_cell(std::string(40'000, 'x'))});
  ASSERT_FALSE(added);
  EXPECT_TRUE(added.error().is(app::sheet_text_too_long));
}

TEST(XlsxWriting, ADroppedWriterLeavesNothing) {
  TemporaryFolder const folder;
  { static_cast<void>(with_files(folder.path())->write_xlsx(folder.file("data.xlsx"), two_columns())); }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(XlsxWriting, ManyRowsNeedNoMemory) {
  TemporaryFolder const folder;
  auto const grown =
      growth_mib([&] { write_rows(*with_files()->write_xlsx(folder.file("a.xlsx"), two_columns()), many_rows); });
  EXPECT_LT(grown, most_growth_mib);
}

TEST(XlsxReading, ManyRowsNeedNoMemory) {
  TemporaryFolder const folder;
  write_rows(*with_files()->write_xlsx(folder.file("a.xlsx"), two_columns()), many_rows);
  auto const grown = growth_mib([&] {
    int rows = 0;
    auto const workbook = with_files()->open_file(folder.file("a.xlsx"), {"a.xlsx"});
    ensure(workbook.has_value());
    ensure((*workbook)->read("", [&](app::Row const&) -> Result<void> { return ++rows, Result<void>{}; }).has_value());
    ensure(rows == many_rows + 1);
  });
  EXPECT_LT(grown, most_growth_mib);
}

TEST(FormWorkbook, IsRecognisedAndItsRowsAreFoundByTheirKeys) {
  TemporaryFolder const folder;
  auto const path = folder.file("formulir.xlsx");
  with_files()->write_form(path, quarter_form());
  app::SheetReading const reading{"formulir.xlsx"};
  auto const workbook = with_files()->open_file(path, reading);
  ASSERT_TRUE(workbook);
  auto const& sheets = (*workbook)->sheets();
  ASSERT_EQ(sheets.size(), 4U);
  EXPECT_EQ(sheets[0], (app::SheetInfo{"Isian", app::SheetVisibility::shown}));
  EXPECT_EQ(sheets[2].visibility, app::SheetVisibility::hidden);
  auto const form = app::read_filled_form(**workbook, reading);
  ASSERT_TRUE(form) << form.error().detail.id;
  EXPECT_EQ(form->stamp.key, "01JREQUEST");
  EXPECT_EQ(form->columns.size(), quarter_columns().size());
  ASSERT_EQ(form->rows.size(), 2U);
  EXPECT_EQ(form->rows[0].key, "ind-1");
  EXPECT_EQ(form->find(form->rows[0], "target")->text, "93.75");
  EXPECT_EQ(form->find(form->rows[0], "realisasi")->kind, CellKind::blank);
  EXPECT_EQ(form->find(form->rows[0], "lain"), nullptr);
}

TEST(FormWorkbook, IsTheSameForTheSameContent) {
  TemporaryFolder const folder;
  auto const content = [&](std::string const& name) {
    with_files()->write_form(folder.file(name), quarter_form());
    std::ifstream file{folder.file(name), std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  };
  EXPECT_EQ(content("a.xlsx"), content("b.xlsx"));
}

}  // namespace himpun::sheets::test
