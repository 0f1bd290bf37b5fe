#include "core/archive/bag/manifest.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "core/archive/bag/lines.h"
#include "core/archive/bag/path.h"

namespace himpun::archive {
namespace {

constexpr std::size_t digits_of(Algorithm algorithm) { return algorithm == Algorithm::sha256 ? 64 : 128; }

std::optional<std::string> read_checksum(std::string_view text, Algorithm algorithm) {
  if (text.size() != digits_of(algorithm)) return std::nullopt;
  auto const lower = lower_ascii(text);
  bool const is_hex = std::ranges::all_of(lower, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  return is_hex ? std::optional{lower} : std::nullopt;
}

struct Entry {
  std::string path;
  std::string checksum;
};

std::expected<Entry, Words> read_entry(std::string_view line, Algorithm algorithm) {
  auto const gap = line.find_first_of(" \t");
  auto const checksum = read_checksum(line.substr(0, gap), algorithm);
  if (gap == line.npos || !checksum) {
    return std::unexpected(Words{"bukan \"jumlah periksa, spasi, nama\"", "is not \"checksum, space, name\""});
  }
  auto const begin = std::min(line.find_first_not_of(" \t", gap), line.size());
  auto rest = line.substr(begin);
  // `sha256sum` writes an asterisk in the place of the second space before names of files that it read as binary.
  if (begin == gap + 1 && rest.starts_with('*')) rest.remove_prefix(1);
  // RFC 8493, 2.1.3: any white space stands between the two, so a name that begins with some could not be told from it.
  if (rest.starts_with(' ') || rest.starts_with('\t')) {
    return std::unexpected(Words{"namanya diawali spasi", "its name begins with a space"});
  }
  auto path = decode_path(rest);
  if (auto why = why_unsafe(path)) return std::unexpected(*why);
  return Entry{std::move(path), *checksum};
}

}  // namespace

std::string_view name_of(Algorithm algorithm) { return algorithm == Algorithm::sha256 ? "sha256" : "sha512"; }

Result<Manifest> read_manifest(std::string_view text, Algorithm algorithm, std::string_view file) {
  auto const lines = read_lines(text, file, manifest_malformed);
  if (!lines) return std::unexpected(lines.error());
  Manifest manifest;
  std::set<std::string> seen;
  int number = 0;
  for (auto const line : *lines) {
    ++number;
    if (line.empty()) continue;
    auto entry = read_entry(line, algorithm);
    if (!entry) return refuse_line(manifest_malformed, file, number, entry.error());
    if (!seen.insert(same_name(entry->path)).second) {
      return refuse_line(manifest_malformed, file, number,
                         {"\"" + entry->path + "\" disebut dua kali (huruf besar dan kecil dianggap sama)",
                          "\"" + entry->path + "\" is named twice (capitals do not count)"});
    }
    manifest.emplace(std::move(entry->path), std::move(entry->checksum));
  }
  return manifest;
}

std::string write_manifest(Manifest const& manifest) {
  std::string text;
  for (auto const& [path, checksum] : manifest) text += checksum + "  " + encode_path(path) + "\n";
  return text;
}

std::string encode_path(std::string_view path) {
  std::string text;
  for (char const c : path) {
    if (c == '\r') {
      text += "%0D";
    } else if (c == '\n') {
      text += "%0A";
    } else if (c == '%') {
      text += "%25";
    } else {
      text += c;
    }
  }
  return text;
}

std::string decode_path(std::string_view text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const code = lower_ascii(text.substr(i, 3));
    if (code == "%0d" || code == "%0a" || code == "%25") {
      path += code == "%25" ? '%' : code == "%0a" ? '\n' : '\r';
      i += 2;
    } else {
      path += text[i];
    }
  }
  return path;
}

}  // namespace himpun::archive
