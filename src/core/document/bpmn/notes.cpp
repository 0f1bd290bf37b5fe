#include "core/document/bpmn/notes.h"

#include <algorithm>

namespace himpun::document::bpmn {

std::string shown_name(std::string_view space, std::string_view name) {
  constexpr std::size_t longest = 40;
  if (space.empty() || space == bpmn_space) return std::string{name};
  if (space == himpun_space) return "himpun:" + std::string{name};
  auto whose = space.substr(
      space.starts_with("http") && space.find("://") != std::string_view::npos ? space.find("://") + 3 : 0);
  whose = whose.substr(0, std::min(whose.find('/'), longest));
  return std::string{whose} + ":" + std::string{name};
}

void Notes::add(NoteKind kind, Element const& element, std::string_view id, Words words) {
  if (notes_.size() == most_notes) {
    ++left_out_;
    return;
  }
  notes_.push_back({kind, std::string{id}, {element.line, element.column}, std::move(words)});
}

void Notes::lost_element(Element const& element, std::string_view id) {
  auto const name = shown_name(element.space, element.name);
  auto const own_id = element.get("id");
  lost(element, own_id.empty() ? id : own_id,
       {"Unsur `" + name + "` tidak dibawa: format prosedur tidak punya tempatnya.",
        "The element `" + name + "` is not carried over: the procedure format has no place for it."});
}

void Notes::lost_attribute(Element const& element, Attribute const& attribute, std::string_view id) {
  constexpr std::size_t longest = 80;
  auto const name = shown_name(attribute.space, attribute.name);
  auto value = attribute.value.substr(0, longest);
  while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0x80U) != 0) value.pop_back();
  if (value.size() < attribute.value.size()) value += "...";
  lost(element, id,
       {"Atribut `" + name + "` (\"" + value + "\") tidak dibawa.",
        "The attribute `" + name + "` (\"" + value + "\") is not carried over."});
}

void Notes::lost_attributes(Element const& element, std::vector<std::string_view> const& known, std::string_view id) {
  for (auto const& attribute : element.attributes) {
    bool const is_known = attribute.space.empty() && std::ranges::find(known, attribute.name) != known.end();
    if (!is_known && attribute.space != himpun_space && attribute.space != xsi_space) {
      lost_attribute(element, attribute, id);
    }
  }
}

std::vector<Note> Notes::take() {
  std::ranges::stable_sort(notes_, {}, [](Note const& note) { return std::pair{note.place.line, note.place.column}; });
  if (left_out_ > 0) {
    auto const count = std::to_string(left_out_);
    notes_.push_back({NoteKind::lost,
                      {},
                      {},
                      {count + " catatan lain tidak ditampilkan.", count + " further notes are not shown."}});
  }
  return std::move(notes_);
}

}  // namespace himpun::document::bpmn
