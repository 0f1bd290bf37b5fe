// Files that no honest program writes, or that were broken on their way.

#include <algorithm>

#include "adapters/sheets/made_zip.h"
#include "adapters/sheets/reading.h"
#include "app/ports/sheet_refusals.h"
#include "support/temporary_folder.h"

namespace himpun::sheets::test {
namespace {

std::string const number_cell = "<c r=\"A1\"><v>1</v></c>";
MadeWorkbook const honest{sheet_data({number_cell})};

std::string with(MadeEntry entry) {
  auto workbook = honest;
  workbook.others.push_back(std::move(entry));
  return make_workbook(workbook);
}

std::string with_part(std::string const& name, std::string const& content) {
  auto parts = parts_of(honest);
  std::ranges::find(parts, name, &MadeEntry::name)->content = content;
  return make_zip(parts);
}

app::SheetReading small_limits() {
  app::SheetReading reading{"isian.xlsx"};
  reading.limits.entry_bytes = 16 << 20;
  reading.limits.total_bytes = 32 << 20;
  return reading;
}

Result<ReadSheet> read_sheet_xml(std::string const& inside) { return read_bytes(make_workbook({inside})); }

}  // namespace

TEST(HostileWorkbook, AnHonestOneIsRead) { EXPECT_TRUE(read_bytes(make_workbook(honest))); }

TEST(HostileWorkbook, ABombIsRefusedByItsRatioAndByItsSize) {
  auto const bomb = with(swelling_entry("xl/media/gambar.png", 20 << 20));
  EXPECT_LT(bomb.size(), 200U << 10);
  expect_refused(read_bytes(bomb, small_limits()), app::sheet_too_large, "satu bagian isinya melebihi 16 MiB");
  auto strict = small_limits();
  strict.limits.ratio = 100;
  expect_refused(read_bytes(bomb, strict), app::sheet_unsafe, "mengembang tidak wajar");
}

TEST(HostileWorkbook, ManyPartsTogetherAreCounted) {
  auto workbook = honest;
  auto entry = swelling_entry("a", 10 << 20);
  for (char name = 'b'; name < 'f'; ++name) {
    entry.name = name;
    workbook.others.push_back(entry);
  }
  expect_refused(read_bytes(make_workbook(workbook), small_limits()), app::sheet_too_large, "isinya melebihi 32 MiB");
}

TEST(HostileWorkbook, TheStatedSizeIsNotBelieved) {
  auto entry = swelling_entry("a", 20 << 20);
  entry.size = 10;
  EXPECT_FALSE(read_bytes(with(entry), small_limits()));
}

TEST(HostileWorkbook, TooManyEntriesAreRefused) {
  auto workbook = honest;
  for (int i = 0; i < 2'000; ++i) workbook.others.push_back({"a" + std::to_string(i), ""});
  expect_refused(read_bytes(make_workbook(workbook)), app::sheet_too_large, "paling banyak 2000");
}

TEST(HostileWorkbook, ANameThatComesTwiceIsRefused) {
  expect_refused(read_bytes(with({"xl/workbook.xml", "lain"})), app::sheet_unsafe, "ada dua kali");
  expect_refused(read_bytes(with({"XL/Workbook.xml", "lain"})), app::sheet_unsafe, "ada dua kali");
}

TEST(HostileWorkbook, NamesThatLeadOutAreRefused) {
  for (auto const* name :
       {"../lain", "/etc/lain", "xl/../../lain", "xl\\lain", "C:lain", "xl/./lain", "\xFF\xFE", "a\nb"}) {
    expect_refused(read_bytes(with({name, "x"})), app::sheet_unsafe, "tidak wajar");
  }
}

TEST(HostileWorkbook, RelationsThatLeadOutAreRefused) {
  auto const rels = [](std::string const& mode) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
           "Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r9\" "
           "Type=\"x/externalLink\" Target=\"../../../etc/lain\" " +
           mode + "/></Relationships>";
  };
  expect_refused(read_bytes(with_part("xl/_rels/workbook.xml.rels", rels(""))), app::sheet_unsafe, "tidak wajar");
  EXPECT_TRUE(read_bytes(with_part("xl/_rels/workbook.xml.rels", rels("TargetMode=\"External\""))));
}

TEST(HostileWorkbook, AnEncryptedEntryIsRefused) {
  expect_refused(read_bytes(with({.name = "a", .content = "xxxxxxxxxxxxxxxx", .flags = 1})),
                 app::sheet_kind_unsupported, "terenkripsi");
}

TEST(HostileWorkbook, AWrongChecksumIsRefusedWhereverItIs) {
  expect_refused(read_bytes(with({.name = "xl/theme.xml", .content = "x", .wrong_crc = 1})), app::sheet_broken,
                 "tidak utuh");
  auto bytes = make_workbook(honest);
  bytes[bytes.find("<v>1</v>") + 3] = '7';
  expect_refused(read_bytes(bytes), app::sheet_broken, "tidak utuh");
}

TEST(HostileWorkbook, ATruncatedFileIsRefusedAtEveryLength) {
  auto const whole = make_workbook(honest);
  for (std::size_t size = 4; size < whole.size(); size += 7) EXPECT_FALSE(read_bytes(whole.substr(0, size))) << size;
}

TEST(HostileWorkbook, ADocumentTypeIsRefusedWithoutReadingItsEntities) {
  auto const sheet = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>" +
                     parts_of(honest).back().content;
  expect_refused(read_bytes(with_part("xl/worksheets/sheet1.xml", sheet)), app::sheet_unsafe, "memuat DTD");
  expect_refused(read_bytes(with_part("xl/workbook.xml", sheet)), app::sheet_unsafe, "memuat DTD");
}

TEST(HostileWorkbook, UnknownEntitiesAndWrongBytesAreRefused) {
  expect_refused(read_sheet_xml("<sheetData>&lain;</sheetData>"), app::sheet_broken, "XML tidak benar");
  expect_refused(read_sheet_xml(sheet_data({"<c t=\"str\"><v>\xC3\x28</v></c>"})), app::sheet_broken,
                 "XML tidak benar");
  expect_refused(read_sheet_xml("<sheetData><row>"), app::sheet_broken, "XML tidak benar");
}

TEST(HostileWorkbook, DeepNestingIsRefused) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  expect_refused(read_sheet_xml(deep), app::sheet_unsafe, "bersarang terlalu dalam");
}

TEST(HostileWorkbook, ATagThatDoesNotEndIsRefused) {
  expect_refused(read_sheet_xml("<a b=\"" + std::string(3 << 20, 'x') + "\"/>"), app::sheet_unsafe, "tidak berakhir");
  expect_refused(read_sheet_xml("<!--" + std::string(3 << 20, 'x') + "-->"), app::sheet_unsafe, "tidak berakhir");
}

TEST(HostileWorkbook, AbsurdAddressesAreRefused) {
  for (auto const* address : {"XFE1", "ZZZZ1", "A2", "A99999999999", "1A", "A-1"}) {
    expect_refused(read_sheet_xml(sheet_data({"<c r=\"" + std::string{address} + "\"><v>1</v></c>"})),
                   app::sheet_broken, address);
  }
  for (auto const* row : {"0", "-1", "1048577", "99999999999", "x"}) {
    expect_refused(read_sheet_xml("<sheetData><row r=\"" + std::string{row} +
                                  "\">"
                                  "</row></sheetData>"),
                   app::sheet_broken, row);
  }
}

TEST(HostileWorkbook, ACellOrRowThatComesTwiceOrTooEarlyIsRefused) {
  expect_refused(read_sheet_xml(sheet_data({number_cell + number_cell})), app::sheet_broken, "kembar");
  expect_refused(read_sheet_xml(sheet_data({"<c r=\"B1\"/>" + number_cell})), app::sheet_broken, "tidak berurutan");
  expect_refused(read_sheet_xml("<sheetData><row r=\"2\"/><row r=\"2\"/></sheetData>"), app::sheet_broken,
                 "tidak berurutan");
  expect_refused(read_sheet_xml(sheet_data({"<c><c/></c>"})), app::sheet_cell_invalid, "bersarang");
}

TEST(HostileWorkbook, CellsThatReferToNothingAreRefused) {
  expect_refused(read_sheet_xml(sheet_data({"<c t=\"s\"><v>0</v></c>"})), app::sheet_cell_invalid, "teksnya tidak ada");
  expect_refused(read_sheet_xml(sheet_data({"<c t=\"s\"><v>-1</v></c>"})), app::sheet_cell_invalid);
  expect_refused(read_sheet_xml(sheet_data({"<c s=\"9\"><v>0</v></c>"})), app::sheet_cell_invalid, "formatnya");
  expect_refused(read_sheet_xml(sheet_data({"<c t=\"lain\"><v>0</v></c>"})), app::sheet_cell_invalid, "jenis selnya");
  expect_refused(read_sheet_xml(sheet_data({"<c t=\"b\"><v>2</v></c>"})), app::sheet_cell_invalid);
}

TEST(HostileWorkbook, LongTextsAndManyCellsAreRefused) {
  app::SheetReading strict{"isian.xlsx"};
  strict.limits.cell_bytes = 100;
  strict.limits.cells = 3;
  strict.limits.shared_bytes = 1000;
  std::string const text(200, 'x');
  expect_refused(read_bytes(make_workbook({sheet_data({"<c t=\"str\"><v>" + text + "</v></c>"})}), strict),
                 app::sheet_cell_invalid, "terlalu panjang");
  expect_refused(
      read_bytes(make_workbook({sheet_data({"<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"})}), strict),
      app::sheet_cell_invalid, "terlalu panjang");
  expect_refused(read_bytes(make_workbook({sheet_data({"<c/><c/>", "<c/><c/>"})}), strict), app::sheet_too_large,
                 "lebih dari 3 sel");
  std::string texts;
  for (int i = 0; i < 200; ++i) texts += "<si><t>x</t></si>";
  expect_refused(read_bytes(make_workbook({sheet_data({number_cell}), texts}), strict), app::sheet_too_large,
                 "teksnya seluruhnya");
}

TEST(OtherKinds, AreToldHowToBeSavedAsXlsx) {
  expect_refused(read_bytes(with({"xl/vbaProject.bin", "x"})), app::sheet_kind_unsupported, "makro");
  auto const macro_type =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
      "PartName=\"/xl/workbook.xml\" "
      "ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
  expect_refused(read_bytes(with_part("[Content_Types].xml", macro_type)), app::sheet_kind_unsupported, "makro");
  expect_refused(read_bytes(make_zip({{"mimetype", "x"}, {"content.xml", "x"}, {"META-INF/manifest.xml", "x"}})),
                 app::sheet_kind_unsupported, ".ods");
  expect_refused(read_bytes(make_zip({{"xl/workbook.bin", "x"}})), app::sheet_kind_unsupported, ".xlsb");
  expect_refused(read_bytes(make_zip({{"catatan.txt", "x"}})), app::sheet_kind_unsupported, "bukan buku kerja");
  expect_refused(read_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 lama"), app::sheet_kind_unsupported, ".xls lama");
  expect_refused(read_bytes("<html><table>"), app::sheet_kind_unsupported, "halaman web");
  expect_refused(read_bytes("%PDF-1.7"), app::sheet_kind_unsupported, "PDF");
  expect_refused(read_bytes(""), app::sheet_broken, "kosong");
}

TEST(OtherKinds, AFileThatIsNotThereIsRefused) {
  himpun::test::TemporaryFolder const folder;
  EXPECT_FALSE(with_files()->open_file(folder.file("tidak-ada.xlsx"), {"tidak-ada.xlsx"}));
}

}  // namespace himpun::sheets::test
