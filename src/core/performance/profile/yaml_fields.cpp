#include "core/performance/profile/yaml_fields.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"

namespace himpun::performance {

void YamlReading::refuse(ProblemType const& type, YamlNode const& at, Words detail) {
  problems.push_back({.type = &type, .detail = std::move(detail), .where = SourcePosition{file, at.line, at.column}});
}

YamlFields::YamlFields(YamlReading& reading, YamlNode const& node, std::vector<std::string> const& known)
    : reading_(reading), node_(node) {
  if (node.kind != YamlKind::map) {
    reading.refuse(profile_shape, node, {"Harus berupa kunci dan nilai.", "Must be keys with values."});
  }
  for (auto const& member : node.members) {
    if (std::ranges::find(known, member.key) != known.end()) continue;
    auto const meant = suggest(member.key, known);
    YamlNode at;
    at.line = member.line;
    at.column = member.column;
    reading.refuse(profile_key_unknown, at,
                   {"\"" + member.key + "\" tidak dipakai di sini." + meant.id,
                    "\"" + member.key + "\" is not used here." + meant.en});
  }
}

YamlNode const* YamlFields::required(std::string_view key) const {
  auto const* node = find(key);
  if (!node) {
    auto const name = std::string{key};
    reading_.refuse(profile_key_missing, node_, {"Tambahkan \"" + name + "\".", "Add \"" + name + "\"."});
  }
  return node;
}

std::string YamlFields::text(std::string_view key) const {
  auto const* node = required(key);
  return node ? text_of(reading_, *node) : std::string{};
}

Decimal YamlFields::number(std::string_view key) const {
  auto const* node = required(key);
  return node ? number_of(reading_, *node) : Decimal{};
}

std::vector<YamlNode const*> YamlFields::items(std::string_view key) const {
  std::vector<YamlNode const*> found;
  auto const* node = find(key);
  if (!node) return found;
  if (node->kind != YamlKind::list) {
    reading_.refuse(profile_shape, *node, {"Harus berupa daftar.", "Must be a list."});
    return found;
  }
  for (auto const& each : node->items) found.push_back(&each);
  return found;
}

void YamlFields::unknown_word(YamlNode const& node, std::vector<std::string> const& known) const {
  auto const list = join(known, ", ");
  reading_.refuse(profile_word_unknown, node, {"Pilihan: " + list + ".", "Choose one of: " + list + "."});
}

Decimal number_of(YamlReading& reading, YamlNode const& node) {
  if (node.kind != YamlKind::scalar) {
    reading.refuse(profile_number, node, {"Harus berupa angka.", "Must be a number."});
    return {};
  }
  auto const number = parse_indonesian(node.text);
  if (number) return *number;
  reading.refuse(profile_number, node, number.error().detail);
  return {};
}

std::string text_of(YamlReading& reading, YamlNode const& node) {
  if (node.kind == YamlKind::scalar && !trim(node.text).empty()) return std::string{trim(node.text)};
  reading.refuse(profile_shape, node, {"Harus berupa teks yang terisi.", "Must be text that says something."});
  return {};
}

}  // namespace himpun::performance
