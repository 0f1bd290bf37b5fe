#pragma once
// Whether two names are one to people and to file systems: without regard to capitals and to the ways in which Unicode
// writes the same letter (NFKC casefold, UAX #31). It sorts nothing and knows no language.

#include <string>
#include <string_view>

namespace himpun {

/// The same text for all spellings of a name; `text` must be well-formed UTF-8 without NUL.
[[nodiscard]] std::string fold_name(std::string_view text);

}  // namespace himpun
