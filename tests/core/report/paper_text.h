#pragma once
// The words of a paper, one block a line, so that a test can say what must stand in it.

#include "core/document/paper.h"
#include "core/report/attachments.h"

namespace himpun::report::test {

using namespace document;

std::string words_of(std::vector<Block> const& blocks);

struct Teller {
  std::string operator()(Heading const& each) const {
    return std::string(static_cast<std::size_t>(each.level), '#') + " " + text_of(each.text) + "\n";
  }
  std::string operator()(Paragraph const& each) const { return text_of(each.text) + "\n"; }
  std::string operator()(List const& each) const {
    std::string text;
    for (auto const& item : each.items) text += "- " + text_of(item.text) + "\n";
    return text;
  }
  std::string operator()(Table const& each) const { return each.caption + "\n" + to_csv(each); }
  std::string operator()(Facts const& each) const {
    std::string text;
    for (auto const& fact : each.facts) text += fact.name + ": " + text_of(fact.value) + "\n";
    return text;
  }
  std::string operator()(Ticks const& each) const {
    std::string text;
    for (auto const& tick : each.ticks) text += (tick.ticked ? "[x] " : "[ ] ") + tick.text + "\n";
    return text;
  }
  std::string operator()(Signatures const& each) const {
    std::string text;
    for (auto const& place : each.places) {
      text += "<" + place.id + "> " + place.place_and_date + " " + place.heading + " " + place.position + " " +
              place.name + " " + place.words + "\n";
    }
    return text;
  }
  std::string operator()(Form const& each) const {
    std::string text;
    for (auto const& row : each.rows) {
      for (auto const& box : row.boxes) text += words_of(box.blocks);
    }
    return text;
  }
  std::string operator()(EmbeddedSheet const& each) const { return "SOP " + each.sheet.number + "\n"; }
  std::string operator()(auto const&) const { return {}; }
};

inline std::string words_of(std::vector<Block> const& blocks) {
  std::string text;
  for (auto const& block : blocks) text += std::visit(Teller{}, block.what);
  return text;
}

inline bool says(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace himpun::report::test
