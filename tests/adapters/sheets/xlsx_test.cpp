// What the cells of an XLSX file mean, on workbooks made by hand.

#include "adapters/sheets/made_zip.h"
#include "adapters/sheets/reading.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets::test {
namespace {

using namespace std::chrono;
using app::Cell;
using app::CellKind;
using app::CellOrigin;
using app::NumberStyle;

ReadSheet read_made(MadeWorkbook const& workbook) {
  auto read = read_bytes(make_workbook(workbook));
  EXPECT_TRUE(read) << (read ? "" : read.error().detail.id);
  return read ? *read : ReadSheet{};
}

Cell read_cell(std::string const& cell, std::string const& styles = {}, std::string const& options = {}) {
  auto const sheet = read_made({sheet_data({cell}), "", styles, options});
  return sheet.rows.empty() || sheet.rows[0].cells.empty() ? Cell{} : sheet.rows[0].cells[0];
}

/// Cell formats 0 to 4: General, a date, a percentage, a time, a date of the office's own.
std::string const styles =
    "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/></numFmts><cellStyleXfs><xf "
    "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf "
    "numFmtId=\"20\"/><xf numFmtId=\"170\"/></cellXfs>";

}  // namespace

TEST(XlsxCells, NumbersAreDecimalTextAsPeopleSawThem) {
  auto const cell = read_cell("<c r=\"A1\"><v>1.1000000000000001</v></c>");
  EXPECT_EQ(cell.kind, CellKind::number);
  EXPECT_EQ(cell.text, "1.1");
  EXPECT_EQ(cell.stored, "1.1000000000000001");
  EXPECT_EQ(read_cell("<c r=\"A1\"><v>1.5E-7</v></c>").text, "0.00000015");
  EXPECT_EQ(read_cell("<c r=\"A1\" t=\"n\"><v>-2.5E3</v></c>").text, "-2500");
  EXPECT_EQ(read_cell("<c r=\"A1\"><v>0</v></c>").text, "0");
}

TEST(XlsxCells, ABlankCellIsNotZero) {
  EXPECT_EQ(read_cell("<c r=\"A1\" s=\"0\"/>").kind, CellKind::blank);
  EXPECT_EQ(read_cell("<c r=\"A1\"><v></v></c>").kind, CellKind::blank);
}

TEST(XlsxCells, DatesFollowTheStyleAndTheDateSystem) {
  auto const modern = read_cell("<c r=\"A1\" s=\"1\"><v>46112</v></c>", styles);
  EXPECT_EQ(modern.kind, CellKind::date);
  EXPECT_EQ(modern.text, "2026-03-31");
  EXPECT_EQ(modern.date, sys_days{2026y / March / 31});
  auto const old_mac = read_cell("<c r=\"A1\" s=\"4\"><v>44650</v></c>", styles, "<workbookPr date1904=\"1\"/>");
  EXPECT_EQ(old_mac.text, "2026-03-31");
  auto const hour = read_cell("<c r=\"A1\" s=\"4\"><v>46112.354166666664</v></c>", styles);
  EXPECT_EQ(hour.text, "2026-03-31T08:30:00");
}

TEST(XlsxCells, ADayThatNeverWasStaysANumber) {
  auto const cell = read_cell("<c r=\"A1\" s=\"1\"><v>60</v></c>", styles);
  EXPECT_EQ(cell.kind, CellKind::number);
  EXPECT_EQ(cell.style, NumberStyle::date);
}

TEST(XlsxCells, PercentagesAndTimesAreNoted) {
  auto const percent = read_cell("<c r=\"A1\" s=\"2\"><v>0.9375</v></c>", styles);
  EXPECT_EQ(percent.text, "0.9375");
  EXPECT_EQ(percent.style, NumberStyle::percent);
  EXPECT_EQ(read_cell("<c r=\"A1\" s=\"3\"><v>0.5</v></c>", styles).style, NumberStyle::time);
}

TEST(XlsxCells, TextsAreSharedInlineOrRich) {
  auto const sheet =
      read_made({sheet_data({"<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>langsung</t></is></c>"
                             "<c r=\"C1\" t=\"s\"><v>0</v></c><c r=\"D1\" t=\"s\"><v>2</v></c>"}),
                 "<si><t>satu</t></si><si><r><rPr><b/></rPr><t>te</t></r><r><t xml:space=\"preserve\">bal </t></r>"
                 "<rPh><t>bantu</t></rPh></si><si><t>dua_x000D_\nbaris _x005F_x0041_ &lt;&amp;&gt; é</t></si>"});
  ASSERT_EQ(sheet.rows.size(), 1U);
  EXPECT_EQ(sheet.rows[0].at(1).text, "tebal ");
  EXPECT_EQ(sheet.rows[0].at(2).text, "langsung");
  EXPECT_EQ(sheet.rows[0].at(3).text, "satu");
  EXPECT_EQ(sheet.rows[0].at(4).text, "dua\nbaris _x0041_ <&> é");
}

TEST(XlsxCells, BooleansErrorsAndIsoDatesAreRead) {
  EXPECT_EQ(read_cell("<c r=\"A1\" t=\"b\"><v>1</v></c>").text, "true");
  auto const error = read_cell("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>");
  EXPECT_EQ(error.kind, CellKind::error);
  EXPECT_EQ(error.text, "#DIV/0!");
  EXPECT_EQ(read_cell("<c r=\"A1\" t=\"d\"><v>2026-03-31T00:00:00</v></c>").text, "2026-03-31");
}

TEST(XlsxCells, FormulasAreFlaggedAlsoWhereAnArraySpreads) {
  auto const sheet =
      read_made({sheet_data({"<c r=\"A1\"><f t=\"array\" ref=\"A1:A3\">B1:B3*2</f><v>2</v></c><c r=\"B1\"><v>1</v></c>",
                             "<c r=\"A2\"><v>4</v></c><c r=\"B2\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>teks</v></c>",
                             "<c r=\"A3\"><v>6</v></c>", "<c r=\"A4\"><v>8</v></c>"})});
  ASSERT_EQ(sheet.rows.size(), 4U);
  for (int row = 0; row < 3; ++row) EXPECT_EQ(sheet.rows[row].at(1).origin, CellOrigin::formula) << row;
  EXPECT_EQ(sheet.rows[1].at(2).origin, CellOrigin::formula);
  EXPECT_EQ(sheet.rows[0].at(2).origin, CellOrigin::entered);
  EXPECT_EQ(sheet.rows[3].at(1).origin, CellOrigin::entered);
  EXPECT_EQ(sheet.summary.formulas, 4);
}

TEST(XlsxRows, MayBeSparseWithoutAddressesOrHidden) {
  auto const sheet = read_made(
      {"<sheetData><row><c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row><row r=\"7\" hidden=\"1\"><c "
       "r=\"B7\"><v>2</v></c></row><row><c><v>8</v></c></row></sheetData><mergeCells><mergeCell "
       "ref=\"A1:C2\"/></mergeCells>"});
  ASSERT_EQ(sheet.rows.size(), 3U);
  EXPECT_EQ(sheet.rows[0].at(4).text, "4");
  EXPECT_EQ(sheet.rows[0].at(5).text, "5");
  EXPECT_EQ(sheet.rows[1].number, 7);
  EXPECT_EQ(sheet.rows[1].visibility, app::RowVisibility::hidden);
  EXPECT_EQ(sheet.rows[2].number, 8);
  ASSERT_EQ(sheet.summary.merged.size(), 1U);
  EXPECT_EQ(sheet.summary.merged[0], (app::CellRange{1, 1, 2, 3}));
}

TEST(XlsxRows, OfOtherNamespacesAreNotTaken) {
  auto const sheet =
      read_made({"<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><x:row "
                 "xmlns:x=\"urn:lain\"><x:c><x:v>9</x:v></x:c></x:row></sheetData>"});
  EXPECT_EQ(sheet.rows.size(), 1U);
}

TEST(XlsxRows, OfStrictWorkbooksAndWithPrefixesAreTaken) {
  auto parts = parts_of({sheet_data({"<c><v>1</v></c>"})});
  auto const sheet = [](std::string const& space) {
    return "<x:worksheet xmlns:x=\"" + space +
           "\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  };
  for (auto const* space :
       {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"}) {
    parts.back().content = sheet(space);
    auto const read = read_bytes(make_zip(parts));
    ASSERT_TRUE(read) << read.error().detail.id;
    ASSERT_EQ(read->rows.size(), 1U) << space;
    EXPECT_EQ(read->rows[0].at(1).text, "7");
  }
}

TEST(XlsxRows, ASheetIsFoundByItsName) {
  auto const workbook = with_files()->open_bytes(make_workbook({sheet_data({"<c><v>1</v></c>"})}), {"isian.xlsx"});
  ASSERT_TRUE(workbook);
  EXPECT_EQ((*workbook)->sheets(), std::vector<app::SheetInfo>{{"Isian"}});
  EXPECT_TRUE(read_sheet(**workbook, "Isian"));
  expect_refused(read_sheet(**workbook, "Lain"), app::sheet_not_found, "Yang ada: \"Isian\"");
}

TEST(XlsxRows, TheCallersRefusalEndsTheReading) {
  auto const workbook =
      with_files()->open_bytes(make_workbook({sheet_data({"<c><v>1</v></c>", "<c><v>2</v></c>"})}), {"isian.xlsx"});
  ASSERT_TRUE(workbook);
  int rows = 0;
  auto const read = (*workbook)->read("", [&](app::Row const&) -> Result<void> {
    ++rows;
    return refuse(app::sheet_cell_invalid, {"cukup", "enough"});
  });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().detail.id, "cukup");
  EXPECT_EQ(rows, 1);
}

TEST(XlsxCells, ARefusedCellIsNamed) {
  auto const read = read_bytes(make_workbook({sheet_data({"<c r=\"A1\"><v>1</v></c>", "<c r=\"C2\"><v>dua</v></c>"})}));
  expect_refused(read, app::sheet_cell_invalid, "Lembar \"Isian\", sel C2: \"dua\" bukan angka");
  ASSERT_TRUE(read.error().where);
  EXPECT_EQ(read.error().where->line, 2);
  EXPECT_EQ(read.error().where->column, 3);
}

}  // namespace himpun::sheets::test
