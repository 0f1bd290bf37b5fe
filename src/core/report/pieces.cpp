#include "core/report/pieces.h"

#include <iterator>

namespace himpun::report {

using namespace document;

Spans plain(std::string text) { return {{std::move(text), Emphasis::none}}; }
Spans bold(std::string text) { return {{std::move(text), Emphasis::bold}}; }
Block heading(int level, std::string text) { return {Heading{level, {}, plain(std::move(text))}}; }
Block paragraph(std::string text) { return {Paragraph{plain(std::move(text)), Align::justify}}; }

namespace {

Block list_of(std::vector<std::string> const& items, ListKind kind) {
  List list;
  for (auto const& item : items) list.items.push_back({plain(item), 0, kind});
  return {std::move(list)};
}

}  // namespace

Block bullets(std::vector<std::string> const& items) { return list_of(items, ListKind::bullets); }
Block numbered(std::vector<std::string> const& items) { return list_of(items, ListKind::numbers); }

Fact fact(std::string name, std::string value) { return {std::move(name), plain(std::move(value))}; }

document::Row row(std::vector<std::string> cells) {
  document::Row made;
  for (auto& cell : cells) made.cells.push_back({plain(cell.empty() ? "–" : std::move(cell)), 1});
  return made;
}

document::Row section_row(std::string text, std::size_t columns) {
  return {{{bold(std::move(text)), static_cast<int>(columns)}}, RowLook::section};
}

document::Row total_row(std::vector<std::string> cells) {
  auto made = row(std::move(cells));
  made.look = RowLook::total;
  return made;
}

SignaturePlace place_of(std::string id, PlaceKind kind, Official const& official) {
  return {.id = std::move(id),
          .kind = kind,
          .place_and_date = {},
          .heading = {},
          .position = official.position,
          .name = official.name,
          .rank = official.rank,
          .nip = official.nip,
          .words = {}};
}

std::string place_and_date(OfficeFacts const& office, std::string const& date) {
  return office.place.empty() ? date : office.place + ", " + date;
}

void append(Blocks& blocks, Blocks more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace himpun::report
