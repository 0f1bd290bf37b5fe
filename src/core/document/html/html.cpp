#include "core/document/html/html.h"

#include <array>

#include "core/document/html/blocks.h"
#include "core/document/html/escape.h"
#include "core/document/html/style.h"

namespace himpun::document {
namespace {

std::string roman(int number) {
  static constexpr std::array<std::pair<int, char const*>, 9> parts{
      {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string out;
  for (auto const& [value, letters] : parts) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

/// A, B, ... Z, AA, AB, ...
std::string letters(int number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return out;
}

std::string heading_number(Numbering numbering, std::array<int, 4> const& counts, int level) {
  auto const count = counts[static_cast<std::size_t>(level)];
  switch (numbering) {
    case Numbering::decimal: {
      std::string out;
      for (int i = 1; i <= level; ++i) out += (i > 1 ? "." : "") + std::to_string(counts[static_cast<std::size_t>(i)]);
      return out;
    }
    case Numbering::letters:
      return level == 2 ? std::to_string(count) + "." : letters(count, level == 1 ? 'A' : 'a') + ".";
    case Numbering::chapters:
      return level == 1 ? "BAB " + roman(count) : level == 2 ? letters(count, 'A') + "." : std::to_string(count) + ".";
    case Numbering::none:
      break;
  }
  return {};
}

void collect_places(std::vector<SignaturePlace>& places, std::vector<Block> const& blocks) {
  for (auto const& block : blocks) {
    if (auto const* signatures = std::get_if<Signatures>(&block.what)) {
      places.insert(places.end(), signatures->places.begin(), signatures->places.end());
    } else if (auto const* form = std::get_if<Form>(&block.what)) {
      for (auto const& row : form->rows) {
        for (auto const& box : row.boxes) collect_places(places, box.blocks);
      }
    }
  }
}

bool has_sheet(OfficialPaper const& paper) {
  for (auto const& block : paper.blocks) {
    if (std::holds_alternative<EmbeddedSheet>(block.what)) return true;
  }
  return false;
}

std::string letterhead_html(Letterhead const& head, std::string const& emblem) {
  std::string out = "<header class=\"letterhead\"><table><tr>";
  if (!emblem.empty()) {
    out += "<td class=\"emblem-cell\"><img class=\"emblem\" alt=\"Lambang daerah\" src=\"" + emblem + "\"></td>";
  }
  out += "<td>";
  static constexpr std::array looks{"small", "normal", "large"};
  for (auto const& line : head.lines) {
    out += std::string{"<div class=\""} + looks[static_cast<std::size_t>(line.look)] + "\">" + escape_html(line.text) +
           "</div>";
  }
  if (!head.address.empty()) out += "<div class=\"address\">" + escape_lines(head.address) + "</div>";
  if (!head.contacts.empty()) out += "<div class=\"address\">" + escape_lines(head.contacts) + "</div>";
  out += "</td>";
  if (!emblem.empty()) out += "<td class=\"emblem-cell\"></td>";
  return out + "</tr></table></header>";
}

std::string title_html(OfficialPaper const& paper, Letterhead const& head) {
  if (paper.title_look == TitleLook::none) return {};
  bool const is_cover = paper.title_look == TitleLook::cover;
  std::string out = is_cover ? "<section class=\"cover\">" : "<section class=\"title-block\">";
  out += "<h1>" + escape_lines(paper.title) + "</h1>";
  if (!paper.subtitle.empty()) out += "<p class=\"subtitle\">" + escape_lines(paper.subtitle) + "</p>";
  if (!paper.number.empty()) out += "<p class=\"number-line\">Nomor: " + escape_html(paper.number) + "</p>";
  if (is_cover) {
    out += "<div class=\"cover-agency\">";
    for (auto const& line : head.lines) out += escape_html(line.text) + "<br>";
    out += "</div>";
  }
  return out + "</section>";
}

}  // namespace

void number_headings(OfficialPaper& paper) {
  std::array<int, 4> counts{};
  for (auto& block : paper.blocks) {
    auto* heading = std::get_if<Heading>(&block.what);
    if (!heading || heading->level < 1 || heading->level > 3) continue;
    auto const level = static_cast<std::size_t>(heading->level);
    ++counts[level];
    for (auto deeper = level + 1; deeper < counts.size(); ++deeper) counts[deeper] = 0;
    if (heading->number.empty()) heading->number = heading_number(paper.numbering, counts, heading->level);
  }
}

std::vector<SignaturePlace> signature_places(OfficialPaper const& paper) {
  std::vector<SignaturePlace> places;
  collect_places(places, paper.blocks);
  return places;
}

std::string place_anchor(std::string const& place_id) { return "tempat-" + place_id; }

std::string blocks_html(std::vector<Block> const& blocks) { return write_blocks(blocks, PageSize::a4, {}).body; }

std::string to_html(OfficialPaper const& paper, Dressing const& dressing) {
  auto numbered = paper;
  number_headings(numbered);
  auto const emblem = dressing.logo_png.empty() ? std::string{} : data_address("image/png", dressing.logo_png);
  auto const blocks = write_blocks(numbered.blocks, paper.size, emblem);
  std::string classes = paper.numbering == Numbering::chapters ? "chapters" : "plain";
  if (paper.orientation == Orientation::landscape) classes += " wide";
  if (has_sheet(paper)) classes += " has-sheet";
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string{paper.language == Language::id ? "id" : "en"} +
                    "\"><head><meta charset=\"utf-8\"><title>" + escape_html(paper.title) + "</title>\n<style>\n" +
                    page_style(paper) + blocks.style + "</style></head><body class=\"" + classes + "\">\n";
  if (!paper.watermark.empty()) {
    out += "<div class=\"watermark\" aria-hidden=\"true\">" + escape_html(paper.watermark) + "</div>";
  }
  if (paper.head == Head::letterhead && paper.title_look != TitleLook::cover) {
    out += letterhead_html(dressing.letterhead, emblem);
  }
  out += title_html(paper, dressing.letterhead) + "<main>" + blocks.body + "</main>\n</body></html>\n";
  return out;
}

}  // namespace himpun::document
