#pragma once
// The rules of PDF/A-3b (ISO 19005-3) that can be read off a file's objects: what is missing or forbidden in it. It does
// not render, so it says nothing of glyph widths or colours within pages.

#include <string>
#include <string_view>
#include <vector>

namespace himpun::test {

/// One sentence for each broken rule; empty for a file that keeps them all.
[[nodiscard]] std::vector<std::string> find_pdfa_faults(std::string_view pdf);

}  // namespace himpun::test
