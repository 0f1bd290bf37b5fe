#pragma once
// A sentence for people, in the two languages Himpun speaks. Indonesian is the first language; English the second.
// It does not choose a language: the door that shows the sentence does.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

namespace himpun {

struct Words {
  std::string id;  ///< Indonesian
  std::string en;  ///< English

  bool operator==(Words const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (id, en))

enum class Language : std::uint8_t { indonesian, english };

/// The sentence in the asked language, or in the other one when that is all there is.
[[nodiscard]] inline std::string const& say(Words const& words, Language language) {
  auto const& wanted = language == Language::english ? words.en : words.id;
  auto const& other = language == Language::english ? words.id : words.en;
  return wanted.empty() ? other : wanted;
}

}  // namespace himpun
