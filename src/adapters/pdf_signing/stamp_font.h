#pragma once
// The font of the stamps: Liberation Sans with the letters of Latin-1 only, cut to that by the build (CMakeLists.txt)
// and carried in the binary. Text goes in as UTF-8 and comes out in WinAnsi; what the font lacks becomes `?`.

#include <string>
#include <string_view>

namespace himpun::pdf_signing {

/// The text in the font's own encoding, one byte a letter.
[[nodiscard]] std::string to_win_ansi(std::string_view utf8);
/// Width at a size of 1 point, in points.
[[nodiscard]] double width_of(std::string_view win_ansi);

struct FontObjects {
  std::string file;        ///< the stream's bytes
  std::string descriptor;  ///< members of /FontDescriptor, without /FontFile2
  std::string font;        ///< members of /Font, without /FontDescriptor
};
[[nodiscard]] FontObjects const& stamp_font();

}  // namespace himpun::pdf_signing
