#include "adapters/sheets/csv/rows.h"
#include "adapters/sheets/reading.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets::test {
namespace {

using Table = std::vector<std::vector<std::string>>;

Result<ReadSheet> read_csv(std::string bytes) { return read_bytes(std::move(bytes), {"data.csv"}); }

Table table_of(Result<ReadSheet> const& read) {
  EXPECT_TRUE(read) << (read ? "" : read.error().detail.id);
  Table table;
  if (!read) return table;
  for (auto const& row : read->rows) {
    auto& cells = table.emplace_back();
    for (auto const& cell : row.cells) cells.push_back(cell.text);
  }
  return table;
}

std::string write_csv(app::CsvLayout layout, std::vector<std::vector<app::Cell>> const& rows) {
  std::string text;
  auto const writer = with_files()->write_csv([&](std::string_view piece) { text += piece; }, std::move(layout));
  for (auto const& row : rows) EXPECT_TRUE(writer->add(row));
  writer->finish();
  return text;
}

}  // namespace

TEST(CsvReading, FindsTheSeparatorInTheFirstRow) {
  EXPECT_EQ(find_separator("nama;nilai\na,b,c,d"), ';');
  EXPECT_EQ(find_separator("nama,nilai\n"), ',');
  EXPECT_EQ(find_separator("nama\tnilai\n"), '\t');
  EXPECT_EQ(find_separator("\"a,b,c\";nilai\n"), ';');
  EXPECT_EQ(find_separator("sep=,\r\na;b;c"), ',');
  EXPECT_EQ(find_separator("satu kolom"), ';');
}

TEST(CsvReading, KnowsQuotesLineEndsAndMarks) {
  EXPECT_EQ(table_of(read_csv("\xEF\xBB\xBF"
                              "a;b\r\n\"satu;dua\";\"kata \"\"kunci\"\"\"\n\"dua\r\nbaris\";\r;x")),
            (Table{{"a", "b"}, {"satu;dua", "kata \"kunci\""}, {"dua\nbaris", ""}, {"", "x"}}));
  EXPECT_EQ(table_of(read_csv("sep=,\r\na,b\r\n")), (Table{{"a", "b"}}));
  EXPECT_EQ(table_of(read_csv("layar 24\";x")), (Table{{"layar 24\"", "x"}}));
}

TEST(CsvReading, CountsEmptyLinesAndLeavesThemOut) {
  auto const read = read_csv("a;b\n\n1;2");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->rows.size(), 2U);
  EXPECT_EQ(read->rows[1].number, 3);
  EXPECT_EQ(read->rows[1].at(1).kind, app::CellKind::text);
}

TEST(CsvReading, IsTheSameWhereverThePiecesEnd) {
  std::string text;
  while (text.size() < 3 * piece_bytes) text += "\"a\"\"b\r\nc\";ö;" + std::to_string(text.size()) + "\r\n";
  auto const read = read_csv(text);
  ASSERT_TRUE(read);
  for (auto const& row : read->rows) {
    ASSERT_EQ(row.cells.size(), 3U);
    ASSERT_EQ(row.cells[0].text, "a\"b\nc");
    ASSERT_EQ(row.cells[1].text, "ö");
  }
}

TEST(CsvReading, RefusesOtherEncodingsWithHowToSave) {
  auto const windows = read_csv("nama;nilai\nR\xE9union;1\n");
  expect_refused(windows, app::sheet_encoding, "baris 2, kolom 1: hurufnya bukan UTF-8");
  EXPECT_EQ(windows.error().where->line, 2);
  expect_refused(read_csv(std::string{"\xFF\xFE"
                                      "a\0",
                                      4}),
                 app::sheet_encoding, "UTF-16");
  expect_refused(read_csv(std::string{"a\0b", 3}), app::sheet_kind_unsupported, "bukan teks CSV");
}

TEST(CsvReading, RefusesQuotesThatDoNotFit) {
  expect_refused(read_csv("a;b\n\"satu\"dua;x\n"), app::sheet_csv_invalid, "setelah tanda kutip penutup");
  expect_refused(read_csv("a;b\n1;\"dua\n3;4\n"), app::sheet_csv_invalid, "dibuka di baris 2");
  expect_refused(read_csv("a;b\n1;\"" + std::string(200'000, 'x')), app::sheet_too_large, "baris 2 tidak ditutup");
}

TEST(CsvReading, RefusesWhatIsTooLarge) {
  expect_refused(read_csv(std::string(20'000, ';')), app::sheet_too_large, "terlalu banyak sel");
  app::SheetReading strict{"data.csv"};
  strict.limits.entry_bytes = 1024;
  expect_refused(read_bytes(std::string(2'000, 'a'), strict), app::sheet_too_large, "lebih dari 1 KiB");
}

TEST(CsvWriting, IsReadBackAsItWas) {
  auto const text = write_csv({{"Nama", "Catatan"}}, {{app::text_cell("a;b"), app::text_cell("kata \"x\"\nbaris")},
                                                      {app::blank_cell(), app::text_cell("é")}});
  EXPECT_EQ(table_of(read_csv(text)), (Table{{"Nama", "Catatan"}, {"a;b", "kata \"x\"\nbaris"}, {"", "é"}}));
}

TEST(CsvWriting, NumbersHaveACommaBetweenSemicolonsOnly) {
  std::vector<std::vector<app::Cell>> const rows{{app::number_cell("-93.75"), app::date_cell(Date{})}};
  EXPECT_EQ(write_csv({}, rows),
            "\xEF\xBB\xBF"
            "-93,75;1970-01-01\r\n");
  EXPECT_EQ(write_csv({{}, app::CsvSeparator::comma}, rows),
            "\xEF\xBB\xBF"
            "-93.75,1970-01-01\r\n");
}

TEST(CsvWriting, TextThatWouldRunAsAFormulaIsGuarded) {
  std::vector<std::vector<app::Cell>> const rows{{app::text_cell("=HYPERLINK(\"x\")"), app::text_cell("-1")}};
  EXPECT_EQ(write_csv({}, rows),
            "\xEF\xBB\xBF"
            "\"'=HYPERLINK(\"\"x\"\")\";'-1\r\n");
  EXPECT_EQ(write_csv({{}, app::CsvSeparator::semicolon, app::FormulaGuard::none}, {{app::text_cell("=1")}}),
            "\xEF\xBB\xBF"
            "=1\r\n");
}

}  // namespace himpun::sheets::test
