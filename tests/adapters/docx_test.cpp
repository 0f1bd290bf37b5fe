// The word-processor documents: what stands in their XML, that the same paper is the same file, and that LibreOffice
// opens them and shows what they say.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "adapters/docx/docx.h"
#include "adapters/docx/xml.h"
#include "app/papers/printing.h"
#include "core/report/disposition_sheet.h"
#include "support/procedures.h"
#include "support/temporary_folder.h"
#include "support/zip.h"

namespace himpun::docx {
namespace {

using namespace document;

OfficialPaper everything() {
  OfficialPaper paper;
  paper.title = "Judul <naskah> & \"isi\"";
  paper.subtitle = "Triwulan I 2026";
  paper.orientation = Orientation::landscape;
  paper.size = PageSize::f4;
  paper.footer = "Berkas 1/2026";
  paper.watermark = "DRAF";
  paper.blocks = {{Contents{}},
                  {Heading{1, "A.", {{"Pendahuluan", {}}}}},
                  {Paragraph{{{"Kata ", {}}, {"tebal", Emphasis::bold}, {" dan\nbaris", {}}}, Align::justify}},
                  {List{{{{{"satu", {}}}, 0, ListKind::numbers}, {{{"dalam", {}}}, 1, ListKind::bullets}}}},
                  {List{{{{{"mulai lagi", {}}}, 0, ListKind::numbers}}}},
                  {Table{"t",
                         "Capaian",
                         {{"Indikator", Align::start, 50, {}}, {"Target", Align::end, 25, "Periode"}, {"Capaian", Align::end, 25, "Periode"}},
                         {report::row({"IPLM", "70", "93,75"}), report::section_row("Sasaran", 3)}}},
                  {Ticks{{{"Segera", true}, {"Biasa", false}}, 2}},
                  {PageBreak{}},
                  {Signatures{{report::place_of("tanda-tangan-1", PlaceKind::signature, {"Kepala Dinas", "Pejabat Kadis", "", "123"})}}}};
  return paper;
}

std::map<std::string, std::string> parts_of(OfficialPaper const& paper, Dressing const& head = {}) {
  return himpun::test::unzip(make_writer()->write(paper, head));
}

bool says(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(AWordDocument, HasThePartsThatWordProcessorsNeed) {
  auto const parts = parts_of(everything());
  for (auto const* name : {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
                           "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/header1.xml",
                           "word/footer1.xml"}) {
    EXPECT_TRUE(parts.contains(name)) << name;
  }
}

TEST(AWordDocument, KeepsHeadingsListsTablesAndPages) {
  auto const parts = parts_of(everything());
  auto const& body = parts.at("word/document.xml");
  for (auto const* each : {R"(<w:pStyle w:val="Heading1"/>)", "A.  </w:t>", "<w:rPr><w:b/></w:rPr>", "<w:br/>",
                           R"(<w:numId w:val="2"/>)", R"(<w:numId w:val="3"/>)", "<w:tblHeader/>",
                           R"(<w:gridSpan w:val="2"/>)", R"(<w:vMerge w:val="restart"/>)", R"(<w:gridSpan w:val="3"/>)",
                           R"(<w:pgSz w:w="18711" w:h="12190" w:orient="landscape"/>)", "☒ Segera", "NIP. 123",
                           R"(<w:jc w:val="right"/>)"}) {
    EXPECT_TRUE(says(body, each)) << each;
  }
  EXPECT_TRUE(says(parts.at("word/footer1.xml"), "Berkas 1/2026 · Halaman "));
  EXPECT_TRUE(says(parts.at("word/header1.xml"), "DRAF"));
}

TEST(AWordDocument, EscapesEveryWord) {
  auto const parts = parts_of(everything());
  EXPECT_TRUE(says(parts.at("word/document.xml"), "Judul &lt;naskah&gt; &amp; &quot;isi&quot;"));
  EXPECT_FALSE(says(parts.at("word/document.xml"), "<naskah>"));
  EXPECT_EQ(escaped(std::string_view{"a\0\x1b\tb", 5}), "a\tb");
}

TEST(AWordDocument, IsTheSameFileForTheSamePaper) {
  EXPECT_EQ(make_writer()->write(everything(), {}), make_writer()->write(everything(), {}));
}

TEST(AWordDocument, HasTheAgencysHeadWhereThePaperWantsOne) {
  Dressing head;
  head.letterhead.lines = {{"PEMERINTAH KABUPATEN CONTOH", LineLook::normal}, {"DINAS CONTOH", LineLook::large}};
  head.letterhead.address = "Jalan Contoh 1";
  auto paper = everything();
  EXPECT_TRUE(says(parts_of(paper, head).at("word/document.xml"), R"(<w:pStyle w:val="KopBesar"/></w:pPr><w:r><w:t xml:space="preserve">DINAS CONTOH)"));
  paper.head = Head::none;
  EXPECT_FALSE(says(parts_of(paper, head).at("word/document.xml"), "DINAS CONTOH"));
}

TEST(AWordDocument, PutsAFormIntoBoxes) {
  report::DispositionFacts facts;
  facts.subject = "Hal penting";
  auto const parts = parts_of(report::make_disposition_sheet(facts));
  auto const& body = parts.at("word/document.xml");
  EXPECT_TRUE(says(body, "Hal penting"));
  EXPECT_FALSE(says(body, "</w:tbl></w:tc>")) << "a cell must end with a paragraph";
}

OfficialPaper seed_sheet() {
  return app::sheet_paper(himpun::test::read_shipped(himpun::test::seed_path), PageSize::a4);
}

std::size_t count(std::string const& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(AnSopSheetAsAWordDocument, IsOneLandscapeSectionWithASymbolForEveryPerformer) {
  auto const parts = parts_of(seed_sheet());
  auto const& body = parts.at("word/document.xml");
  EXPECT_EQ(count(body, "<w:sectPr>"), 1U) << "no empty page before or after it";
  EXPECT_TRUE(says(body, R"(<w:pgSz w:w="16839" w:h="11907" w:orient="landscape"/>)"));
  for (auto const* each : {"040/34.15/PUSTAKA/2025", "NIP. 19750404 200604 2 006", "perlu perbaikan", "sudah baik",
                           "○ Mulai/Selesai; □ Kegiatan; ◊ Keputusan. Garis alur digambar hanya pada PDF."}) {
    EXPECT_TRUE(says(body, each)) << each;
  }
  EXPECT_EQ(count(body, ">○</w:t>"), 2U);
  EXPECT_EQ(count(body, ">◊</w:t>"), 2U);
  EXPECT_EQ(count(body, ">□</w:t>"), 7U) << "two of them in the row that two carry out";
}

/// What LibreOffice shows of a paper: its text, after a first line with the number of pages.
std::string shown_by_libreoffice(OfficialPaper const& paper) {
  himpun::test::TemporaryFolder folder;
  std::ofstream{folder.file("naskah.docx"), std::ios::binary} << make_writer()->write(paper, {});
  auto const in_folder = "cd '" + folder.path().string() + "' && ";
  auto const convert = in_folder + "timeout 120 soffice --headless -env:UserInstallation=file://" +
                       folder.file("profile") + " --convert-to pdf naskah.docx >log 2>&1";
  EXPECT_EQ(std::system(convert.c_str()), 0);
  auto const read = in_folder + "pdfinfo naskah.pdf | grep Pages >teks && pdftotext -layout naskah.pdf - >>teks";
  EXPECT_EQ(std::system(read.c_str()), 0) << "LibreOffice could not open it";
  std::ifstream text{folder.file("teks")};
  return {std::istreambuf_iterator<char>{text}, {}};
}

TEST(AWordDocument, OpensInLibreOfficeWithEveryWord) {
  if (std::system("command -v soffice >/dev/null && test -e /usr/lib/libreoffice/program/libswlo.so") != 0) {
    GTEST_SKIP() << "LibreOffice Writer is not installed";
  }
  auto const paper = shown_by_libreoffice(everything());
  for (auto const* each : {"Judul <naskah> & \"isi\"", "A. Pendahuluan", "mulai lagi", "93,75", "☒ Segera", "NIP. 123"}) {
    EXPECT_TRUE(says(paper, each)) << each << " in\n" << paper;
  }
  auto const sheet = shown_by_libreoffice(seed_sheet());
  EXPECT_EQ(sheet.substr(0, sheet.find('\n')), "Pages:           2") << "the identity, then the flow";
  for (auto const* each : {"040/34.15/PUSTAKA/2025", "Bidang Lain", "20 Menit", "sudah baik", "□ Kegiatan"}) {
    EXPECT_TRUE(says(sheet, each)) << each << " in\n" << sheet;
  }
}

}  // namespace
}  // namespace himpun::docx
