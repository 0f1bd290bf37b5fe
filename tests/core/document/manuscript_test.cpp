#include "core/document/manuscript/manuscript.h"

#include <gtest/gtest.h>

#include <random>

namespace himpun::document {
namespace {

template <class T>
T only(std::vector<Block> const& blocks) {
  EXPECT_EQ(blocks.size(), 1u);
  return std::get<T>(blocks.at(0).what);
}

TEST(Manuscript, HeadingsParagraphsAndListsAreBlocks) {
  auto const blocks = read_manuscript(
      "# Pendahuluan\n\nBaris satu\nbaris dua\n\n- satu\n  lanjutan\n  - dalam\n3. tiga\n\n#### bukan judul");
  ASSERT_EQ(blocks.size(), 4u);
  EXPECT_EQ(std::get<Heading>(blocks[0].what), (Heading{1, {}, {{"Pendahuluan"}}}));
  EXPECT_EQ(std::get<Paragraph>(blocks[1].what).text, (Spans{{"Baris satu\nbaris dua"}}));
  auto const& list = std::get<List>(blocks[2].what);
  ASSERT_EQ(list.items.size(), 3u);
  EXPECT_EQ(list.items[0].text, (Spans{{"satu\nlanjutan"}}));
  EXPECT_EQ(list.items[1].depth, 1);
  EXPECT_EQ(list.items[2].kind, ListKind::numbers);
  EXPECT_EQ(list.items[2].number, 3) << "what is typed is what is printed";
  EXPECT_EQ(std::get<Paragraph>(blocks[3].what).text, (Spans{{"#### bukan judul"}}));
}

TEST(Manuscript, ATableHasAHeadSidesAndEqualRows) {
  auto const blocks = read_manuscript("| Indikator | **Target** |\n|---|--:|\n| A \\| B | 5 | lebih |\n| C |");
  auto const table = only<Table>(blocks);
  ASSERT_EQ(table.columns.size(), 3u);
  EXPECT_EQ(table.columns[1].title, "Target");
  EXPECT_EQ(table.columns[1].align, Align::end);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].cells[0].text, (Spans{{"A | B"}}));
  EXPECT_EQ(table.rows[1].cells.size(), 3u);
}

TEST(Manuscript, LinesWithPipesBetweenWordsAreATableToo) {
  auto const table = only<Table>(read_manuscript("Bidang | Terisi\nPustaka | 3\nArsip | 2"));
  EXPECT_EQ(table.columns[0].title, "Bidang");
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(only<Paragraph>(read_manuscript("ini | itu saja")).text, (Spans{{"ini | itu saja"}}));
}

TEST(Manuscript, EmphasisIsNestedAndWhatDoesNotCloseIsWords) {
  EXPECT_EQ(
      read_spans("**tebal *dan miring* lagi** biasa"),
      (Spans{
          {"tebal ", Emphasis::bold}, {"dan miring", Emphasis::bold_italic}, {" lagi", Emphasis::bold}, {" biasa"}}));
  EXPECT_EQ(read_spans("5 * 3 * 2"), (Spans{{"5 * 3 * 2"}}));
  EXPECT_EQ(read_spans("**tidak tutup"), (Spans{{"**tidak tutup"}}));
  EXPECT_EQ(read_spans("*a **b* c**"), (Spans{{"a **b", Emphasis::italic}, {" c**"}}));
  EXPECT_EQ(read_spans("\\*bukan\\*"), (Spans{{"*bukan*"}}));
}

TEST(Manuscript, NothingInItIsMoreThanWords) {
  auto const blocks = read_manuscript("<script>alert(1)</script>\n[tautan](javascript:x) ![](http://x)");
  EXPECT_EQ(only<Paragraph>(blocks).text, (Spans{{"<script>alert(1)</script>\n[tautan](javascript:x) ![](http://x)"}}));
}

TEST(Manuscript, WhatCannotBePrintedIsLeftOut) {
  EXPECT_EQ(only<Paragraph>(read_manuscript(std::string_view{"a\0b\x1B[1m\r", 8})).text, (Spans{{"ab[1m"}}));
  EXPECT_TRUE(read_manuscript("").empty());
  EXPECT_TRUE(read_manuscript("\n \n\t\n").empty());
}

/// Texts out of the pieces that mean something, so that a random walk meets the corners.
std::string random_text(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {"a",     "kata", " ",   "\n",  "\n\n", "*",  "**", "***",
                                                "\\",    "|",    " | ", "# ",  "- ",   "1.", " ",  "  ",
                                                "|---|", ":-:",  "12.", "\\*", "\t",   "é"};
  std::string text;
  auto const count = random() % 40;
  for (unsigned i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

TEST(Manuscript, WhatIsWrittenReadsAsTheSameBlocks) {
  std::mt19937 random(20260105);
  for (int i = 0; i < 6000; ++i) {
    auto const text = random_text(random);
    auto const blocks = read_manuscript(text);
    auto const written = write_manuscript(blocks);
    ASSERT_EQ(read_manuscript(written), blocks) << "typed:\n" << text << "\nwritten:\n" << written;
  }
}

TEST(Manuscript, ALongTextOfStarsIsReadInLinearTime) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "*a **b ***c ";
  EXPECT_FALSE(read_manuscript(text).empty());
  std::string open;
  for (int i = 0; i < 50000; ++i) open += "| a *";
  EXPECT_FALSE(read_manuscript(open).empty());
}

}  // namespace
}  // namespace himpun::document
