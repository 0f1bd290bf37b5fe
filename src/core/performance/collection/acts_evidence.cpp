// Evidence is attached, used again and taken off. A piece that is here already is used, not kept twice.

#include <algorithm>

#include "base/text.h"
#include "core/performance/collection/acts.h"
#include "core/performance/collection/entry_check.h"

namespace himpun::performance::acts {
namespace {

constexpr std::size_t max_page = 100;
constexpr std::size_t max_uses = 200;

/// Every row is the caller's, known and open to writing.
Result<By> who_uses(Collection const& collection, std::vector<EvidenceUse> const& uses,
                    CollectionOccasion const& occasion) {
  if (uses.empty() || uses.size() > max_uses) {
    return refuse(evidence_invalid,
                  {"Pilih 1 sampai 200 baris yang didukungnya.", "Choose 1 to 200 rows that rest on it."});
  }
  Result<By> by = who_fills(uses.front().row.unit, occasion);
  for (auto const& each : uses) {
    if (auto const may = who_fills(each.row.unit, occasion); !may) return may;
  }
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  for (auto const& each : uses) {
    auto const* row = find_row(collection, each.row);
    if (!row) return refuse(row_unknown);
    if (!is_writable(*row)) return refuse(row_locked);
    if (count_characters(each.page) > max_page) {
      return refuse(evidence_invalid,
                    {"Halaman atau lembar paling banyak 100 karakter.", "A page has at most 100 characters."});
    }
  }
  return by;
}

/// Uses that say something new.
std::vector<EvidenceUse> fresh_uses(KeptEvidence const& kept, std::vector<EvidenceUse> const& uses) {
  std::vector<EvidenceUse> fresh;
  for (auto const& each : uses) {
    if (std::ranges::find(kept.uses, each) == kept.uses.end()) fresh.push_back(each);
  }
  return fresh;
}

Answer reuse(KeptEvidence const& kept, std::vector<EvidenceUse> const& uses, By const& by) {
  auto fresh = fresh_uses(kept, uses);
  if (fresh.empty()) return already_so();
  return happened(EvidenceReused{kept.evidence.id, std::move(fresh), by});
}

}  // namespace

Answer act(Collection const& collection, AttachEvidence const& command, CollectionOccasion const& occasion) {
  auto const by = who_uses(collection, command.uses, occasion);
  if (!by) return std::unexpected(by.error());
  std::vector<FieldError> fields;
  check_evidence(command.evidence, "/evidence", fields);
  if (!fields.empty()) return std::unexpected(Problem{.type = &evidence_invalid, .fields = std::move(fields)});
  if (auto const* same = find_duplicate(collection, command.evidence)) return reuse(*same, command.uses, *by);
  if (collection.evidence.contains(command.evidence.id)) {
    return refuse(evidence_invalid, {"Nomor data dukung ini sudah dipakai.", "This evidence's id is already in use."});
  }
  return happened(EvidenceAttached{command.evidence, command.uses, *by});
}

Answer act(Collection const& collection, ReuseEvidence const& command, CollectionOccasion const& occasion) {
  auto const by = who_uses(collection, command.uses, occasion);
  if (!by) return std::unexpected(by.error());
  auto const kept = collection.evidence.find(command.evidence);
  if (kept == collection.evidence.end()) return refuse(evidence_unknown);
  return reuse(kept->second, command.uses, *by);
}

Answer act(Collection const& collection, DetachEvidence const& command, CollectionOccasion const& occasion) {
  auto const by = who_uses(collection, {{command.row, ""}}, occasion);
  if (!by) return std::unexpected(by.error());
  auto const kept = collection.evidence.find(command.evidence);
  if (kept == collection.evidence.end()) return refuse(evidence_unknown);
  auto const& uses = kept->second.uses;
  if (std::ranges::find(uses, command.row, &EvidenceUse::row) == uses.end()) return already_so();
  return happened(EvidenceDetached{command.evidence, command.row, *by});
}

}  // namespace himpun::performance::acts
