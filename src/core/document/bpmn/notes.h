#pragma once
// What an import could not carry over from a BPMN file, or had to assume: each with the element, its place and words.
// Nothing is dropped without one.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/words.h"
#include "core/document/bpmn/element.h"
#include "core/procedure/positions.h"

namespace himpun::document::bpmn {

enum class NoteKind : std::uint8_t {
  lost,     ///< the procedure format has no place for it
  changed,  ///< carried over, but it means something else now
  assumed,  ///< the file does not say it; look at it
};
BOOST_DESCRIBE_ENUM(NoteKind, lost, changed, assumed)

struct Note {
  NoteKind kind = NoteKind::lost;
  std::string element;  ///< its id, or that of the nearest element around it that has one; may be empty
  procedure::Place place;
  Words words;
};

/// A file full of foreign things gets so many notes; one more then says how many there would be.
inline constexpr std::size_t most_notes = 500;

class Notes {
 public:
  void add(NoteKind kind, Element const& element, std::string_view id, Words words);
  void lost(Element const& element, std::string_view id, Words words) {
    add(NoteKind::lost, element, id, std::move(words));
  }
  /// "`camunda.org:formData` tidak dibawa." for an element, or for one of its attributes.
  void lost_element(Element const& element, std::string_view id);
  void lost_attribute(Element const& element, Attribute const& attribute, std::string_view id);
  /// Every attribute beside these that is worth a word.
  void lost_attributes(Element const& element, std::vector<std::string_view> const& known, std::string_view id);

  /// In the order of the file.
  [[nodiscard]] std::vector<Note> take();

 private:
  std::vector<Note> notes_;
  std::size_t left_out_ = 0;
};

/// A name for people: `userTask`, or with whose it is: `camunda.org:assignee`.
[[nodiscard]] std::string shown_name(std::string_view space, std::string_view name);

}  // namespace himpun::document::bpmn
