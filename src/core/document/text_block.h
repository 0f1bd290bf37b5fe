#pragma once
// The words of a paper: headings, paragraphs, lists. Plain words with their meaning; no HTML. Tables and the boxes of
// forms are in table.h.

#include <cstdint>
#include <string>
#include <vector>

namespace himpun::document {

enum class Emphasis : std::uint8_t { none, bold, italic, bold_italic };
enum class Align : std::uint8_t { start, centre, end, justify };

/// Words of one look. A line end in the text is a line end on paper.
struct Span {
  std::string text;
  Emphasis emphasis = Emphasis::none;

  bool operator==(Span const&) const = default;
};
using Spans = std::vector<Span>;

struct Heading {
  int level = 1;       ///< 1..3
  std::string number;  ///< as printed before the text ("BAB I", "A.", "1.2"); number_headings() fills it
  Spans text;

  bool operator==(Heading const&) const = default;
};

struct Paragraph {
  Spans text;
  Align align = Align::justify;

  bool operator==(Paragraph const&) const = default;
};

enum class ListKind : std::uint8_t { bullets, numbers };

struct ListItem {
  Spans text;
  int depth = 0;  ///< 0..2; an item deeper than the one before stands inside it
  ListKind kind = ListKind::bullets;
  int number = 0;  ///< of a numbered item, as it is to be printed; 0: one more than the one before

  bool operator==(ListItem const&) const = default;
};

struct List {
  std::vector<ListItem> items;

  bool operator==(List const&) const = default;
};

struct PageBreak {
  bool operator==(PageBreak const&) const = default;
};
/// Daftar isi: the headings with their pages.
struct Contents {
  bool operator==(Contents const&) const = default;
};

}  // namespace himpun::document
