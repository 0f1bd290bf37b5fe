#include "adapters/pdf_signing/stamp_font.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "base/embedded.h"
#include "base/ensure.h"

namespace himpun::pdf_signing {
namespace {

constexpr std::string_view font_name = "fonts/stamp.ttf";
constexpr int first_letter = 32;
constexpr int last_letter = 255;

/// Letters that WinAnsi has between 0x80 and 0x9f.
constexpr std::array<std::pair<char32_t, std::uint8_t>, 9> extra_letters{{{0x2018, 0x91},
                                                                          {0x2019, 0x92},
                                                                          {0x201c, 0x93},
                                                                          {0x201d, 0x94},
                                                                          {0x2022, 0x95},
                                                                          {0x2013, 0x96},
                                                                          {0x2014, 0x97},
                                                                          {0x2026, 0x85},
                                                                          {0x20ac, 0x80}}};

/// Big-endian numbers out of a TrueType file that the build has made: it is right, or we are wrong.
class TrueType {
 public:
  explicit TrueType(std::string_view bytes) : bytes_(bytes) {
    for (unsigned i = 0; i < u16(4); ++i) tables_[std::string{bytes_.substr(12 + 16 * i, 4)}] = u32(12 + 16 * i + 8);
    cmap_ = find_cmap();
  }

  [[nodiscard]] int width(char32_t letter) const {
    auto const glyph = glyph_of(letter);
    auto const last = u16(tables_.at("hhea") + 34) - 1u;
    return static_cast<int>(u16(tables_.at("hmtx") + 4 * std::min(glyph, last)) * 1000 / u16(tables_.at("head") + 18));
  }
  [[nodiscard]] int head(std::size_t offset) const {
    return static_cast<std::int16_t>(u16(tables_.at("head") + offset)) * 1000 /
           static_cast<int>(u16(tables_.at("head") + 18));
  }

 private:
  [[nodiscard]] unsigned u16(std::size_t at) const {
    ensure(at + 2 <= bytes_.size(), "the stamp's font is whole");
    return static_cast<unsigned>(static_cast<std::uint8_t>(bytes_[at]) << 8 | static_cast<std::uint8_t>(bytes_[at + 1]));
  }
  [[nodiscard]] std::size_t u32(std::size_t at) const { return std::size_t{u16(at)} << 16 | u16(at + 2); }

  [[nodiscard]] std::size_t find_cmap() const {
    auto const table = tables_.at("cmap");
    for (unsigned i = 0; i < u16(table + 2); ++i) {
      auto const entry = table + 4 + 8 * i;
      if (u16(entry) == 3 && u16(entry + 2) == 1) return table + u32(entry + 4);
    }
    ensure(false, "the stamp's font maps Unicode");
    return 0;
  }

  /// Format 4: segments of letters.
  [[nodiscard]] unsigned glyph_of(char32_t letter) const {
    auto const segments = u16(cmap_ + 6) / 2;
    for (unsigned i = 0; i < segments; ++i) {
      auto const end = u16(cmap_ + 14 + 2 * i);
      auto const begin = u16(cmap_ + 16 + 2 * segments + 2 * i);
      if (letter > end) continue;
      if (letter < begin) return 0;
      auto const delta = u16(cmap_ + 16 + 4 * segments + 2 * i);
      auto const range_at = cmap_ + 16 + 6 * segments + 2 * i;
      auto const range = u16(range_at);
      if (range == 0) return (letter + delta) & 0xffff;
      return u16(range_at + range + 2 * (letter - begin));
    }
    return 0;
  }

  std::string_view bytes_;
  std::map<std::string, std::size_t> tables_;
  std::size_t cmap_ = 0;
};

char32_t unicode_of(int code) {
  for (auto const& [letter, byte] : extra_letters) {
    if (byte == code) return letter;
  }
  return static_cast<char32_t>(code);
}

struct Font {
  std::array<int, last_letter + 1> widths{};
  FontObjects objects;
};

Font read_font() {
  auto const* file = find_embedded(font_name);
  ensure(file != nullptr, "the stamp's font is in the binary");
  TrueType const font{file->bytes};
  Font read;
  std::string widths;
  for (int code = first_letter; code <= last_letter; ++code) {
    auto const at = static_cast<std::size_t>(code);
    read.widths[at] = font.width(unicode_of(code));
    widths += std::to_string(read.widths[at]) + " ";
  }
  read.objects.file = std::string{file->bytes};
  auto box = std::string{};
  for (std::size_t offset = 36; offset <= 42; offset += 2) box += std::to_string(font.head(offset)) + " ";
  read.objects.descriptor = "/Type /FontDescriptor /FontName /HIMPUN+LiberationSans /Flags 32 /FontBBox [" + box +
                            "] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80";
  read.objects.font = "/Type /Font /Subtype /TrueType /BaseFont /HIMPUN+LiberationSans /FirstChar 32 /LastChar 255 "
                      "/Encoding /WinAnsiEncoding /Widths [" + widths + "]";
  return read;
}

Font const& font() {
  static Font const read = read_font();
  return read;
}

/// Decodes one code point of well-formed UTF-8.
char32_t next_letter(std::string_view text, std::size_t& at) {
  auto const lead = static_cast<std::uint8_t>(text[at++]);
  if (lead < 0x80) return lead;
  int const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  char32_t letter = lead & (0x3f >> more);
  for (int i = 0; i < more && at < text.size(); ++i) {
    letter = letter << 6 | (static_cast<std::uint8_t>(text[at++]) & 0x3f);
  }
  return letter;
}

char win_ansi_of(char32_t letter) {
  for (auto const& [known, byte] : extra_letters) {
    if (known == letter) return static_cast<char>(byte);
  }
  bool const is_latin = (letter >= 0x20 && letter < 0x7f) || (letter >= 0xa0 && letter <= 0xff);
  return is_latin ? static_cast<char>(letter) : '?';
}

}  // namespace

std::string to_win_ansi(std::string_view utf8) {
  std::string text;
  for (std::size_t at = 0; at < utf8.size();) text += win_ansi_of(next_letter(utf8, at));
  return text;
}

double width_of(std::string_view win_ansi) {
  int sum = 0;
  for (auto const letter : win_ansi) sum += font().widths[static_cast<std::uint8_t>(letter)];
  return sum / 1000.0;
}

FontObjects const& stamp_font() { return font().objects; }

}  // namespace himpun::pdf_signing
