#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "adapters/pdf/finishing.h"

namespace himpun::pdf {
namespace {

void put32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
}
void put16(std::string& out, unsigned value) { out += {static_cast<char>(value >> 8), static_cast<char>(value)}; }

std::string fixed(std::initializer_list<std::uint32_t> values) {
  std::string out = std::string{"XYZ "} + std::string(4, '\0');
  for (auto const value : values) put32(out, value);
  return out;
}

std::string text_tag(std::string_view words) {
  return std::string{"text"} + std::string(4, '\0') + std::string{words} + '\0';
}

/// ICC.1:2001-04, 6.5.17: ASCII, then an empty Unicode and an empty Macintosh text.
std::string description_tag(std::string_view words) {
  std::string out = std::string{"desc"} + std::string(4, '\0');
  put32(out, static_cast<std::uint32_t>(words.size() + 1));
  return out + std::string{words} + std::string(1 + 4 + 4 + 2 + 1 + 67, '\0');
}

/// IEC 61966-2-1: the curve of sRGB in 256 steps.
std::string curve_tag() {
  std::string out = std::string{"curv"} + std::string(4, '\0');
  constexpr int steps = 256;
  put32(out, steps);
  for (int i = 0; i < steps; ++i) {
    double const value = i / 255.0;
    double const light = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    put16(out, static_cast<unsigned>(std::lround(light * 65535)));
  }
  return out;
}

}  // namespace

std::string srgb_profile() {
  auto const curve = curve_tag();
  // White point D50 and the primaries of sRGB adapted to it, in 65536ths.
  std::vector<std::pair<std::string, std::string>> const tags{{"desc", description_tag("sRGB")},
                                                              {"cprt", text_tag("No copyright, use freely")},
                                                              {"wtpt", fixed({0xF6D6, 0x10000, 0xD32D})},
                                                              {"rXYZ", fixed({0x6FA2, 0x38F5, 0x0390})},
                                                              {"gXYZ", fixed({0x6299, 0xB785, 0x18DA})},
                                                              {"bXYZ", fixed({0x24A0, 0x0F84, 0xB6CF})},
                                                              {"rTRC", curve},
                                                              {"gTRC", curve},
                                                              {"bTRC", curve}};
  std::string table;
  std::string data;
  put32(table, static_cast<std::uint32_t>(tags.size()));
  std::size_t const begin = 128 + 4 + tags.size() * 12;
  for (auto const& [name, bytes] : tags) {
    table += name;
    put32(table, static_cast<std::uint32_t>(begin + data.size()));
    put32(table, static_cast<std::uint32_t>(bytes.size()));
    data += bytes;
    data.append((4 - data.size() % 4) % 4, '\0');
  }
  std::string head;
  put32(head, static_cast<std::uint32_t>(begin + data.size()));
  head += std::string(4, '\0');
  put32(head, 0x02100000);  // version 2.1
  head += "mntrRGB XYZ ";
  for (unsigned const part : {2026u, 1u, 1u, 0u, 0u, 0u}) put16(head, part);
  head += "acsp" + std::string(24, '\0');  // platform, flags, maker, model, attributes
  put32(head, 0);                          // perceptual
  for (std::uint32_t const value : {0xF6D6u, 0x10000u, 0xD32Du}) put32(head, value);
  head.resize(128, '\0');
  return head + table + data;
}

}  // namespace himpun::pdf
