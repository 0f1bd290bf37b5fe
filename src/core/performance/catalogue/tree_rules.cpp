// Rules for the planning tree, ceilings, profiles and keepers.

#include <algorithm>

#include "base/text.h"
#include "core/performance/catalogue/code.h"
#include "core/performance/catalogue/rules.h"

namespace himpun::performance::rules {
namespace {

/// One level up: a program stands below a sasaran, a kegiatan below a program, and so on.
bool is_directly_above(NodeKind parent, NodeKind child) {
  return static_cast<int>(parent) + 1 == static_cast<int>(child);
}

void check_parent(Faults& faults, Catalogue const& catalogue, Node const& node) {
  if (!node.parent) {
    if (node.kind == NodeKind::activity || node.kind == NodeKind::sub_activity) {
      faults.add("/node/parent", {"kegiatan dan sub kegiatan harus berinduk", "an activity needs a parent"});
    }
    return;
  }
  auto const* parent = find_node(catalogue, *node.parent);
  if (!parent) return faults.add("/node/parent", {"induk tidak ditemukan", "there is no such parent"});
  if (!is_directly_above(parent->kind, node.kind)) {
    auto const child = lower_ascii(kind_words(node.kind).id);
    auto const above = lower_ascii(kind_words(parent->kind).id);
    return faults.add("/node/parent", {child + " tidak dapat berada langsung di bawah " + above,
                                       "this kind of node cannot stand directly below its parent"});
  }
  bool const is_coded = parent->kind == NodeKind::program || parent->kind == NodeKind::activity;
  if (is_coded && parent_code(node.code) != parent->code) {
    faults.add("/node/code", {"kode tidak berada di bawah kode induknya (" + parent->code + ")",
                              "the code does not stand below its parent's (" + parent->code + ")"});
  }
}

Node const* same_code(Catalogue const& catalogue, Node const& node) {
  if (node.code.empty()) return nullptr;
  for (auto const& [id, other] : catalogue.nodes) {
    bool const overlaps = (!other.last_year || node.first_year <= *other.last_year) &&
                          (!node.last_year || other.first_year <= *node.last_year);
    if (id != node.id && other.kind == node.kind && other.code == node.code && overlaps) return &other;
  }
  return nullptr;
}

std::optional<Ceiling> recorded(Catalogue const& catalogue, Ceiling const& ceiling) {
  auto const same = std::ranges::find(catalogue.ceilings, ceiling);
  return same == catalogue.ceilings.end() ? std::nullopt : std::optional{*same};
}

}  // namespace

Answer record_node(Catalogue const& catalogue, RecordNode command, CatalogueOccasion const& occasion) {
  auto& node = command.node;
  Faults faults;
  faults.require(node.id.value, "/node/id");
  faults.require(node.name, "/node/name");
  check_year(faults, node.first_year, "/node/first_year");
  if (node.last_year && *node.last_year < node.first_year) {
    faults.add("/node/last_year", {"tidak boleh sebelum tahun pertama", "cannot be before the first year"});
  }
  check_unit(faults, occasion.agency, node.owner, "/node/owner");
  if (auto const code = normalise_code(node.kind, node.code)) {
    node.code = *code;
  } else {
    faults.add("/node/code", code.error().detail);
  }
  auto const* known = find_node(catalogue, node.id);
  if (known && known->kind != node.kind) {
    faults.add("/node/kind", {"jenis tidak dapat diubah; buat yang baru", "the kind cannot change; make a new one"});
  }
  check_parent(faults, catalogue, node);
  if (!faults.none()) return faults.refuse_as(node_invalid);
  if (auto const* other = same_code(catalogue, node)) {
    return refuse(node_code_taken, {"Dipakai oleh " + other->name + ".", "It belongs to " + other->name + "."});
  }
  if (known && *known == node) return already_so();
  return happened(NodeRecorded{node});
}

Answer record_ceiling(Catalogue const& catalogue, RecordCeiling command, CatalogueOccasion const& occasion) {
  auto& ceiling = command.ceiling;
  Faults faults;
  check_year(faults, ceiling.year, "/ceiling/year");
  if (auto const code = normalise_code(ceiling.code)) {
    ceiling.code = *code;
  } else {
    faults.add("/ceiling/code", code.error().detail);
  }
  faults.require(ceiling.name, "/ceiling/name");
  check_unit(faults, occasion.agency, ceiling.unit, "/ceiling/unit");
  faults.take_over(check_value(number_value(ceiling.amount), "/ceiling/amount"));
  if (ceiling.amount.sign() < 0) faults.add("/ceiling/amount", {"tidak boleh negatif", "cannot be negative"});
  if (ceiling.indicator && !find_indicator(catalogue, *ceiling.indicator)) {
    faults.add("/ceiling/indicator", {"indikator tidak ditemukan", "there is no such indicator"});
  }
  if (!faults.none()) return faults.refuse_as(ceiling_invalid);
  if (recorded(catalogue, ceiling)) return already_so();
  return happened(CeilingRecorded{ceiling});
}

Answer adopt_profile(Catalogue const& catalogue, AdoptProfile const& command) {
  Faults faults;
  check_year(faults, command.year, "/year");
  if (!faults.none()) return faults.refuse_as(profile_invalid);
  if (auto const checked = check_profile(command.profile); !checked) return std::unexpected(checked.error());
  auto const known = catalogue.profiles.find(command.year);
  if (known == catalogue.profiles.end()) return happened(ProfileAdopted{command.year, command.profile, command.reason});
  if (known->second == command.profile) return already_so();
  if (trim(command.reason).empty()) {
    return refuse(catalogue_reason_missing,
                  {"Tahun ini sudah memakai profil lain; tuliskan mengapa diganti, karena capaian ikut berubah.",
                   "The year has another profile; say why it changes, because achievements change with it."});
  }
  return happened(ProfileAdopted{command.year, command.profile, command.reason});
}

Answer name_keepers(Catalogue const& catalogue, NameKeepers const& command, CatalogueOccasion const& occasion) {
  Faults faults;
  for (std::size_t i = 0; i < command.keepers.size(); ++i) {
    if (access::is_open_holder(occasion.agency, command.keepers[i])) continue;
    faults.add("/keepers/" + std::to_string(i), {"jabatan atau unit tidak ditemukan", "no such position or unit"});
  }
  if (!faults.none()) return faults.refuse_as(node_invalid);
  if (catalogue.keepers == command.keepers) return already_so();
  return happened(KeepersNamed{command.keepers});
}

}  // namespace himpun::performance::rules
