#include "app/sheets/words/evidence_text.h"

#include "base/text.h"

namespace himpun::app {
namespace {

using performance::Evidence;
using performance::EvidenceKind;

bool is_link(std::string_view text) {
  auto const lower = lower_ascii(text);
  return lower.starts_with("https://") || lower.starts_with("http://");
}

/// A link may hold "=" itself, so what is before it counts as a title only when no link has begun there.
Evidence piece_of(std::string const& text) {
  auto const equals = text.find('=');
  bool const has_title = equals != std::string::npos && !is_link(text);
  auto const title = has_title ? std::string{trim(std::string_view{text}.substr(0, equals))} : text;
  auto const where = has_title ? std::string{trim(std::string_view{text}.substr(equals + 1))} : text;
  Evidence piece{.kind = is_link(where) ? EvidenceKind::link : EvidenceKind::physical, .title = title};
  (piece.kind == EvidenceKind::link ? piece.link : piece.place) = where;
  return piece;
}

}  // namespace

Reading<std::vector<Evidence>> evidence_in(Cell const& cell) {
  auto const text = text_in(cell);
  if (!text) return std::unexpected(text.error());
  std::vector<Evidence> pieces;
  auto lines = *text;
  for (auto& sign : lines) {
    if (sign == '\n') sign = ';';
  }
  for (auto const part : split(lines, ';')) {
    std::string const each{trim(part)};
    if (!each.empty()) pieces.push_back(piece_of(each));
  }
  return pieces;
}

}  // namespace himpun::app
