#pragma once
// Small words for building papers: spans, headings, paragraphs, tables. They only shorten what the makers of papers
// write; they know no paper.

#include <initializer_list>
#include <string>
#include <vector>

#include "core/document/paper.h"

namespace himpun::report {

/// An official as papers print one. `position` includes "Plt." and the like; what is not known stays empty.
struct Official {
  std::string position;
  std::string name;
  std::string rank;
  std::string nip;
};

/// Which office writes, and where ("Kuala Tungkal" before a date; may be empty).
struct OfficeFacts {
  std::string agency;
  std::string region;
  std::string place;
};

using Blocks = std::vector<document::Block>;

/// What stands where a person still has to write something by hand.
inline constexpr char const* by_hand = "………………………";
[[nodiscard]] inline std::string or_by_hand(std::string const& text) { return text.empty() ? by_hand : text; }

[[nodiscard]] document::Spans plain(std::string text);
[[nodiscard]] document::Spans bold(std::string text);
[[nodiscard]] document::Block heading(int level, std::string text);
[[nodiscard]] document::Block paragraph(std::string text);
[[nodiscard]] document::Block bullets(std::vector<std::string> const& items);
[[nodiscard]] document::Block numbered(std::vector<std::string> const& items);
[[nodiscard]] document::Fact fact(std::string name, std::string value);
/// Plain cells; what is empty becomes a dash.
[[nodiscard]] document::Row row(std::vector<std::string> cells);
/// A heading inside a table that covers all its columns.
[[nodiscard]] document::Row section_row(std::string text, std::size_t columns);
[[nodiscard]] document::Row total_row(std::vector<std::string> cells);
/// A place with the official's names. `id` as in SignaturePlace.
[[nodiscard]] document::SignaturePlace place_of(std::string id, document::PlaceKind kind, Official const& official);
/// "Kuala Tungkal, 5 Januari 2026"; only the date where no place is known.
[[nodiscard]] std::string place_and_date(OfficeFacts const& office, std::string const& date);
void append(Blocks& blocks, Blocks more);

}  // namespace himpun::report
