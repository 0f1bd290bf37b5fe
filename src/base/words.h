#pragma once
// A sentence for people, in the two languages Himpun speaks. Indonesian is the first language; English the second.
// It does not choose a language: the door that shows the sentence does.

#include <compare>
#include <string>

namespace himpun {

struct Words {
  std::string id;  ///< Indonesian
  std::string en;  ///< English

  bool operator==(Words const&) const = default;
};

}  // namespace himpun
