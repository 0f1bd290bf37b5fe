#include "core/performance/collection/collection.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::performance {

Form const* find_form(Collection const& collection, UnitId const& unit) {
  auto const found = std::ranges::find(collection.forms, unit, &Form::unit);
  return found == collection.forms.end() ? nullptr : &*found;
}

Row const* find_row(Collection const& collection, RowKey const& key) {
  auto const found = collection.rows.find(key);
  return found == collection.rows.end() ? nullptr : &found->second;
}

bool is_sent(Collection const& collection, Form const& form) {
  return std::ranges::all_of(form.rows, [&](RowKey const& key) {
    auto const* row = find_row(collection, key);
    return row && (row->state == RowState::submitted || counts(row->state));
  });
}

std::vector<KeptEvidence const*> evidence_of(Collection const& collection, RowKey const& key) {
  std::vector<KeptEvidence const*> found;
  for (auto const& [id, kept] : collection.evidence) {
    if (std::ranges::find(kept.uses, key, &EvidenceUse::row) != kept.uses.end()) found.push_back(&kept);
  }
  return found;
}

KeptEvidence const* find_duplicate(Collection const& collection, Evidence const& evidence) {
  auto const is_same = [&](Evidence const& other) {
    if (other.kind != evidence.kind) return false;
    if (other.kind == EvidenceKind::file) {
      return other.file && evidence.file && other.file->sha256 == evidence.file->sha256;
    }
    return other.kind == EvidenceKind::link ? trim(other.link) == trim(evidence.link)
                                            : lower_ascii(trim(other.place)) == lower_ascii(trim(evidence.place));
  };
  for (auto const& [id, kept] : collection.evidence) {
    if (is_same(kept.evidence)) return &kept;
  }
  return nullptr;
}

std::string source_of(Collection const& collection, Row const& row) {
  return collection.id.value + "/" + row.key.unit.value + "/" + row.key.subject + "@" + std::to_string(row.revision);
}

}  // namespace himpun::performance
