// LibreOffice as the program in which a form is filled. Left out where it is not installed.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/sheets/quarter_form.h"
#include "adapters/sheets/reading.h"
#include "app/sheets/filled_form.h"
#include "support/temporary_folder.h"

namespace himpun::sheets::test {
namespace {

using app::Cell;
using app::CellKind;
using himpun::test::TemporaryFolder;

struct OfficeTest : testing::Test {
  void SetUp() override {
    if (std::system("command -v soffice >/dev/null && /usr/bin/python3 -c 'import uno' 2>/dev/null") != 0) {
      GTEST_SKIP() << "LibreOffice or python3-uno is not installed";
    }
  }

  [[nodiscard]] std::string run(std::string const& command) const {
    auto const log = folder.file("log");
    EXPECT_EQ(std::system((command + " >'" + log + "' 2>&1").c_str()), 0);
    std::ifstream file{log};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }

  [[nodiscard]] std::string convert(std::string const& from, std::string const& filter) const {
    return run("timeout 120 soffice --headless -env:UserInstallation=file://" + folder.file("profile") +
               " --convert-to " + filter + " --outdir '" + folder.file("out") + "' '" + from + "'");
  }

  [[nodiscard]] std::string fill(std::string const& form, std::string const& filled, std::string const& values) const {
    return run("timeout 120 /usr/bin/python3 '" HIMPUN_SOURCE_DIR "/tests/adapters/sheets/fill_form.py' '" +
               folder.file("profile") + "' '" + form + "' '" + filled + "' " + values);
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_F(OfficeTest, AFormFilledInLibreOfficeIsReadBack) {
  with_files()->write_form(folder.file("formulir.xlsx"), quarter_form());
  // Rows 7 and 8 are the indicators; F is Ketersediaan, G Realisasi, H Pembilang, I Penyebut, K Realisasi anggaran.
  auto const log = fill(folder.file("formulir.xlsx"), folder.file("isi.xlsx"),
                        "H7=375 I7=400 F7=Tersedia K7=1250000.5 L7='Koleksi baru' P7=2026-09-30 G8==5+6 H8=1 B7=lain");
  EXPECT_NE(log.find("SHEET Isian"), std::string::npos) << log;
  EXPECT_NE(log.find("CHECK F7 LIST \"Tersedia\";\"Tidak tersedia\""), std::string::npos) << log;
  EXPECT_NE(log.find("CHECK H7 DECIMAL 0"), std::string::npos) << log;
  EXPECT_NE(log.find("CHECK P7 DATE"), std::string::npos) << log;
  EXPECT_NE(log.find("PROTECTED B7"), std::string::npos) << log;
  EXPECT_NE(log.find("PROTECTED H8"), std::string::npos) << log;

  app::SheetReading const reading{"isi.xlsx"};
  auto const workbook = with_files()->open_file(folder.file("isi.xlsx"), reading);
  ASSERT_TRUE(workbook) << workbook.error().detail.id;
  auto const form = app::read_filled_form(**workbook, reading);
  ASSERT_TRUE(form) << form.error().detail.id;
  EXPECT_EQ(form->stamp.kind, "quarterly-figures");
  EXPECT_EQ(form->stamp.version, "1");
  EXPECT_EQ(form->stamp.key, "01JREQUEST");
  ASSERT_EQ(form->rows.size(), 2U);
  auto const cell = [&](std::size_t row, std::string_view column) { return *form->find(form->rows[row], column); };
  EXPECT_EQ(cell(0, "pembilang").text, "375");
  EXPECT_EQ(cell(0, "penyebut").text, "400");
  EXPECT_EQ(cell(0, "ketersediaan").text, "Tersedia");
  EXPECT_EQ(cell(0, "anggaran").text, "1250000.5");
  EXPECT_EQ(cell(0, "pendorong").text, "Koleksi baru");
  EXPECT_EQ(cell(0, "tanggal").text, "2026-09-30");
  EXPECT_EQ(cell(0, "realisasi").kind, CellKind::blank);
  EXPECT_EQ(cell(0, "target").text, "93.75");
  EXPECT_EQ(cell(1, "realisasi").text, "11");
  EXPECT_EQ(cell(1, "realisasi").origin, app::CellOrigin::formula);
  EXPECT_TRUE(form->foreign_rows.empty());
}

TEST_F(OfficeTest, ItsXlsxAndCsvAreReadAndItsOdsIsRefusedWithHowToSave) {
  std::ofstream{folder.file("data.csv")} << "Nama;Nilai;Tanggal\n\"Café; \"\"x\"\"\";9,95;2026-03-31\n";
  static_cast<void>(convert(folder.file("data.csv"), "xlsx --infilter=\"CSV:59,34,76,1,,1057,false,true\""));
  auto const workbook = with_files()->open_file(folder.file("out/data.xlsx"), {"data.xlsx"});
  ASSERT_TRUE(workbook) << workbook.error().detail.id;
  auto const sheet = read_sheet(**workbook);
  ASSERT_TRUE(sheet) << sheet.error().detail.id;
  EXPECT_EQ(sheet->rows.at(1).at(1).text, "Café; \"x\"");
  EXPECT_EQ(sheet->rows.at(1).at(2).text, "9.95");
  EXPECT_EQ(sheet->rows.at(1).at(3).text, "2026-03-31");

  static_cast<void>(convert(folder.file("data.csv"), "ods"));
  auto const ods = with_files()->open_file(folder.file("out/data.ods"), {"data.ods"});
  ASSERT_FALSE(ods);
  EXPECT_NE(ods.error().detail.id.find("OpenDocument (.ods)"), std::string::npos) << ods.error().detail.id;

  static_cast<void>(convert(folder.file("data.csv"), "xls"));
  auto const xls = with_files()->open_file(folder.file("out/data.xls"), {"data.xls"});
  ASSERT_FALSE(xls);
  EXPECT_NE(xls.error().detail.id.find(".xls lama"), std::string::npos) << xls.error().detail.id;
}

TEST_F(OfficeTest, ItReadsWhatIsWritten) {
  auto const writer = with_files()->write_xlsx(folder.file("ekspor.xlsx"), {.columns = {{"Nama"}, {"Nilai"}}});
  ASSERT_TRUE(writer->add(std::vector{app::text_cell("Naskah, kuno"), app::number_cell("93.75")}));
  writer->finish();
  static_cast<void>(convert(folder.file("ekspor.xlsx"), "csv"));
  std::ifstream file{folder.file("out/ekspor.csv")};
  std::string const text{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_EQ(text, "Nama,Nilai\n\"Naskah, kuno\",93.75\n");
}

}  // namespace himpun::sheets::test
