// The word-processor documents: what stands in their XML, and that the same paper is the same file. That LibreOffice
// opens them and prints what they say is tests/e2e/papers.test.mjs's business.

#include <gtest/gtest.h>

#include <map>

#include "adapters/docx/docx.h"
#include "adapters/docx/xml.h"
#include "core/report/disposition_sheet.h"
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

}  // namespace
}  // namespace himpun::docx
