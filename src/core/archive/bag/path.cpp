#include "core/archive/bag/path.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace himpun::archive {
namespace {

constexpr std::size_t longest_path = 1024;
constexpr std::size_t longest_part = 255;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Names that a Windows system takes for devices, with any ending.
bool is_device_name(std::string_view part) {
  constexpr std::array names{"con", "prn", "aux", "nul"};
  auto const stem = lower_ascii(part.substr(0, part.find('.')));
  if (std::ranges::find(names, stem) != names.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
}

std::optional<Words> why_unsafe_part(std::string_view part) {
  if (part.empty()) return Words{"nama memuat bagian kosong (//)", "the name has an empty part (//)"};
  if (part == ".") return Words{"nama memuat \"./\"", "the name contains \"./\""};
  if (part == "..") return Words{"nama menunjuk keluar dari paket (../)", "the name leads out of the package (../)"};
  if (part.size() > longest_part) return Words{"nama terlalu panjang", "the name is too long"};
  if (part.ends_with(' ') || part.ends_with('.')) {
    return Words{"nama berakhir dengan spasi atau titik", "the name ends in a space or a full stop"};
  }
  if (is_device_name(part)) return Words{"nama perangkat sistem (CON, NUL, ...)", "a device's name (CON, NUL, ...)"};
  return std::nullopt;
}

}  // namespace

std::optional<Words> why_unsafe(std::string_view path) {
  if (path.empty()) return Words{"nama kosong", "the name is empty"};
  if (path.size() > longest_path) return Words{"nama terlalu panjang", "the name is too long"};
  if (!is_utf8(path)) return Words{"nama bukan UTF-8", "the name is no UTF-8"};
  if (std::ranges::any_of(path, is_control)) {
    return Words{"nama memuat tanda kendali", "the name contains control characters"};
  }
  if (path.front() == '/' || path.front() == '~') return Words{"nama mutlak", "the name is absolute"};
  if (path.find('\\') != path.npos) return Words{"nama memuat garis miring terbalik", "the name contains a backslash"};
  if (path.find(':') != path.npos) return Words{"nama memuat titik dua", "the name contains a colon"};
  for (auto const part : split(path, '/')) {
    if (auto why = why_unsafe_part(part)) return why;
  }
  return std::nullopt;
}

std::string same_name(std::string_view path) { return fold_name(path); }

std::string plain_name(std::string_view name, std::size_t most) {
  std::string plain;
  for (char const c : name) {
    bool const is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                         c == '_' || c == '-';
    if (is_kept) {
      plain += c;
    } else if (!plain.empty() && plain.back() != '-') {
      plain += '-';
    }
  }
  auto const ending = plain.rfind('.');
  if (plain.size() > most) {
    auto const tail = ending != plain.npos && plain.size() - ending <= 8 ? plain.substr(ending) : std::string{};
    plain = plain.substr(0, most - tail.size()) + tail;
  }
  while (!plain.empty() && (plain.back() == '.' || plain.back() == '-')) plain.pop_back();
  auto const begin = plain.find_first_not_of(".-");
  plain = begin == plain.npos ? std::string{} : plain.substr(begin);
  if (plain.empty()) return "berkas";
  return is_device_name(plain) ? "_" + plain : plain;
}

}  // namespace himpun::archive
