#include "core/performance/catalogue/code.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace himpun::performance {
namespace {

/// Digits of urusan, bidang, program, the two parts of kegiatan, sub kegiatan (Kepmendagri 050-5889/2021 and later).
constexpr std::array<std::size_t, 6> widths{1, 2, 2, 1, 2, 4};
constexpr std::size_t program_parts = 3;
constexpr std::size_t activity_parts = 5;

std::unexpected<Problem> unreadable(std::string_view text, std::string const& id, std::string const& en) {
  auto const shown = "\"" + std::string{text.substr(0, 60)} + "\": ";
  return refuse(code_unreadable, {shown + id, shown + en});
}

bool is_placeholder(std::string_view part, std::size_t index) {
  return index < 2 && !part.empty() && part.size() <= widths[index] &&
         std::ranges::all_of(part, [](char c) { return c == 'X' || c == 'x'; });
}

/// The part with as many digits as it should have; empty when it cannot be.
std::string padded(std::string_view part, std::size_t index) {
  if (is_placeholder(part, index)) return std::string(widths[index], 'X');
  if (part.empty() || !std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; })) return {};
  part.remove_prefix(std::min(part.find_first_not_of('0'), part.size() - 1));
  if (part.size() > widths[index]) return {};
  return std::string(widths[index] - part.size(), '0') + std::string{part};
}

}  // namespace

Result<std::string> normalise_code(std::string_view text) {
  auto const parts = split(trim(text), '.');
  if (parts.size() != program_parts && parts.size() != activity_parts && parts.size() != widths.size()) {
    return unreadable(
        text, "kode program memuat 3 bagian, kegiatan 5, sub kegiatan 6, dipisah titik. Contoh: 2.23.02.2.01.0018",
        "a program's code has 3 parts, a kegiatan's 5, a sub kegiatan's 6, parted by points. Example: "
        "2.23.02.2.01.0018");
  }
  std::vector<std::string> normal;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    normal.push_back(padded(trim(parts[i]), i));
    if (!normal.back().empty()) continue;
    auto const number = std::to_string(i + 1);
    auto const width = std::to_string(widths[i]);
    return unreadable(text, "bagian ke-" + number + " harus berupa angka, paling banyak " + width + " angka",
                      "part " + number + " must be digits, at most " + width);
  }
  return join(normal, ".");
}

Result<std::string> normalise_code(NodeKind kind, std::string_view text) {
  if (kind == NodeKind::goal || kind == NodeKind::objective) return std::string{trim(text)};
  auto code = normalise_code(text);
  if (!code) return code;
  if (kind_of_code(*code) == kind) return code;
  auto const words = kind_words(kind);
  return unreadable(text, "banyaknya bagian tidak cocok untuk " + lower_ascii(words.id),
                    "the number of parts does not fit a " + lower_ascii(words.en));
}

std::optional<NodeKind> kind_of_code(std::string_view normalised) {
  switch (split(normalised, '.').size()) {
    case program_parts:
      return NodeKind::program;
    case activity_parts:
      return NodeKind::activity;
    case widths.size():
      return NodeKind::sub_activity;
    default:
      return std::nullopt;
  }
}

std::optional<std::string> parent_code(std::string_view normalised) {
  auto parts = split(normalised, '.');
  if (parts.size() != activity_parts && parts.size() != widths.size()) return std::nullopt;
  parts.resize(parts.size() == activity_parts ? program_parts : activity_parts);
  return join({parts.begin(), parts.end()}, ".");
}

Words kind_words(NodeKind kind) {
  switch (kind) {
    case NodeKind::goal:
      return {"Tujuan", "Goal"};
    case NodeKind::objective:
      return {"Sasaran", "Objective"};
    case NodeKind::program:
      return {"Program", "Program"};
    case NodeKind::activity:
      return {"Kegiatan", "Activity"};
    case NodeKind::sub_activity:
      return {"Sub kegiatan", "Sub-activity"};
  }
  return {};
}

}  // namespace himpun::performance
