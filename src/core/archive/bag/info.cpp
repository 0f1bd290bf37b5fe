#include "core/archive/bag/info.h"

#include <charconv>

#include "base/text.h"
#include "core/archive/bag/lines.h"

namespace himpun::archive {
namespace {

std::optional<std::int64_t> parse_count(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
  return is_whole ? std::optional{number} : std::nullopt;
}

}  // namespace

std::string to_text(Oxum const& oxum) { return std::to_string(oxum.bytes) + "." + std::to_string(oxum.files); }

std::optional<Oxum> parse_oxum(std::string_view text) {
  auto const dot = text.find('.');
  if (dot == text.npos) return std::nullopt;
  auto const bytes = parse_count(text.substr(0, dot));
  auto const files = parse_count(text.substr(dot + 1));
  if (!bytes || !files) return std::nullopt;
  return Oxum{*bytes, *files};
}

Result<void> read_declaration(std::string_view text) {
  auto const lines = read_lines(text, "bagit.txt", bag_malformed);
  if (!lines) return std::unexpected(lines.error());
  bool const is_known = lines->size() == 2 &&
                        ((*lines)[0] == "BagIt-Version: 1.0" || (*lines)[0] == "BagIt-Version: 0.97") &&
                        (*lines)[1] == "Tag-File-Character-Encoding: UTF-8";
  if (is_known) return {};
  return refuse_line(bag_malformed, "bagit.txt", 1,
                     {"harus tepat dua baris: versi BagIt 1.0 dan pengodean UTF-8",
                      "it must be exactly two lines: BagIt version 1.0 and encoding UTF-8"});
}

Result<Labels> read_labels(std::string_view text) {
  auto const lines = read_lines(text, "bag-info.txt", bag_malformed);
  if (!lines) return std::unexpected(lines.error());
  Labels labels;
  int number = 0;
  for (auto const line : *lines) {
    ++number;
    if (trim(line).empty()) continue;
    bool const goes_on = line.front() == ' ' || line.front() == '\t';
    auto const colon = line.find(':');
    if (goes_on && !labels.empty()) {
      labels.back().second += " " + std::string{trim(line)};
    } else if (goes_on || colon == line.npos || colon == 0) {
      return refuse_line(bag_malformed, "bag-info.txt", number,
                         {"bukan \"Label: isi\"", "is not \"Label: value\""});
    } else {
      labels.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
    }
  }
  return labels;
}

std::string write_labels(Labels const& labels) {
  std::string text;
  for (auto const& [label, value] : labels) {
    std::string plain;
    for (char const c : value) plain += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    text += label + ": " + std::string{trim(plain)} + "\n";
  }
  return text;
}

}  // namespace himpun::archive
