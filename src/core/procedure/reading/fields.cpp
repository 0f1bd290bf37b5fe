#include "core/procedure/reading/fields.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"
#include "core/procedure/reader.h"
#include "core/procedure/reading/reader_problems.h"

namespace himpun::procedure {
namespace {

// A hopeless file needs no thousand messages.
constexpr std::size_t most_problems = 200;
constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_identifier = 64;

bool is_identifier_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

Words shape_of(YamlNode const& node) {
  switch (node.kind) {
    case YamlKind::empty:
      return {"kosong", "nothing"};
    case YamlKind::scalar:
      return {"teks", "text"};
    case YamlKind::list:
      return {"daftar", "a list"};
    case YamlKind::map:
      return {"kelompok kunci", "a group of keys"};
  }
  return {};
}

void refuse_shape(Reading& reading, YamlNode const& node, std::string const& name, Words wanted) {
  auto const found = shape_of(node);
  reading.refuse(type_wrong, place_of(node),
                 {"`" + name + "` harus berupa " + wanted.id + ", bukan " + found.id + ".",
                  "`" + name + "` must be " + wanted.en + ", not " + found.en + "."});
}

std::string last_part(std::string_view pointer) { return std::string{pointer.substr(pointer.rfind('/') + 1)}; }

}  // namespace

void Reading::refuse(ProblemType const& type, Place place, Words detail) {
  if (problems.size() >= most_problems) return;
  problems.push_back({.type = &type,
                      .detail = std::move(detail),
                      .fields = {},
                      .where = SourcePosition{file_, place.line, place.column}});
}

std::string quote(std::string_view text) {
  if (text.size() <= longest_quote) return "`" + std::string{text} + "`";
  auto cut = text.substr(0, longest_quote);
  while (!cut.empty() && !is_utf8(cut)) cut.remove_suffix(1);
  return "`" + std::string{cut} + "...`";
}

std::string read_text(Reading& reading, YamlNode const& node, std::string const& name) {
  if (node.kind == YamlKind::empty) return {};
  if (node.kind != YamlKind::scalar) {
    refuse_shape(reading, node, name, {"teks", "text"});
    return {};
  }
  if (count_characters(node.text) > max_text_characters) {
    auto const most = std::to_string(max_text_characters);
    reading.refuse(value_too_long, place_of(node),
                   {"`" + name + "` paling panjang " + most + " karakter.",
                    "`" + name + "` has at most " + most + " characters."});
    return {};
  }
  return node.text;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= longest_identifier && text.front() >= 'a' && text.front() <= 'z' &&
         std::ranges::all_of(text, is_identifier_character);
}

bool check_identifier(Reading& reading, std::string_view text, Place place) {
  if (is_identifier(text)) return true;
  reading.refuse(
      id_malformed, place,
      {quote(text) + " tidak dapat menjadi pengenal. Pakai huruf kecil, angka dan tanda hubung, diawali huruf, "
                     "paling panjang 64, misalnya `paraf-kasubag`.",
       quote(text) + " cannot be an identifier. Use small letters, digits and hyphens, a letter first, at most "
                     "64, like `paraf-kasubag`."});
  return false;
}

Fields::Fields(Reading& reading, YamlNode const& node, std::string pointer, Keys known)
    : reading_(reading), node_(node), pointer_(std::move(pointer)) {
  if (node.kind != YamlKind::map) {
    refuse_shape(reading, node, pointer_.empty() ? "berkas" : last_part(pointer_),
                 {"kelompok kunci", "a group of keys"});
    return;
  }
  for (auto const& member : node.members) {
    reading.positions.add(pointer_ / member.key, {member.line, member.column});
    if (std::ranges::find(known, member.key) != known.end()) continue;
    auto const hint = suggest(member.key, known);
    reading.refuse(key_unknown, {member.line, member.column},
                   {"Kunci " + quote(member.key) + " tidak dikenal." + hint.id,
                    "The key " + quote(member.key) + " is not known." + hint.en});
  }
}

YamlNode const* Fields::find(std::string_view key) const { return node_.find(key); }

YamlNode const* Fields::required(std::string_view key) const {
  auto const* node = node_.find(key);
  if (node || node_.kind != YamlKind::map) return node;
  std::string const name{key};
  reading_.refuse(key_missing, place_of(node_),
                  {"Kunci `" + name + "` wajib ada di sini.", "The key `" + name + "` is required here."});
  return nullptr;
}

std::string Fields::text(std::string_view key) const {
  auto const* node = find(key);
  return node ? read_text(reading_, *node, std::string{key}) : std::string{};
}

std::string Fields::required_text(std::string_view key) const {
  auto const* node = required(key);
  if (!node) return {};
  auto const before = reading_.problems.size();
  auto text = read_text(reading_, *node, std::string{key});
  if (trim(text).empty() && reading_.problems.size() == before) {
    std::string const name{key};
    reading_.refuse(value_empty, place_of(*node), {"`" + name + "` belum diisi.", "`" + name + "` has no value."});
  }
  return text;
}

Fields::Answer Fields::yes_or_no(std::string_view key) const {
  auto const word = lower_ascii(text(key));
  if (word == "ya" || word == "true") return Answer::yes;
  if (word.empty() || word == "tidak" || word == "false") return Answer::no;
  reading_.refuse(
      word_unknown, place_of(*find(key)),
      {"Tulis `ya` atau `tidak`, bukan " + quote(word) + ".", "Write `ya` or `tidak`, not " + quote(word) + "."});
  return Answer::no;
}

std::vector<LocatedText> Fields::located_texts(std::string_view key) const {
  std::vector<LocatedText> texts;
  auto const* node = find(key);
  if (!node) return texts;
  for (auto& [item, pointer] : items_of(reading_, *node, pointer_to(key), max_list_items)) {
    auto const before = reading_.problems.size();
    auto text = read_text(reading_, *item, std::string{key});
    if (trim(text).empty() && reading_.problems.size() == before) {
      reading_.refuse(value_empty, place_of(*item),
                      {"Butir ini kosong: isi atau hapus.", "This item is empty: fill or remove it."});
    }
    texts.push_back({std::move(text), std::move(pointer)});
  }
  return texts;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> plain;
  for (auto& each : located_texts(key)) plain.push_back(std::move(each.text));
  return plain;
}

std::vector<LocatedNode> items_of(Reading& reading, YamlNode const& node, std::string const& pointer,
                                  std::size_t most) {
  std::vector<LocatedNode> items;
  if (node.kind == YamlKind::empty) return items;
  if (node.kind != YamlKind::list) return {{&node, pointer}};
  if (node.items.size() > most) {
    auto const limit = std::to_string(most);
    reading.refuse(too_many_items, place_of(node),
                   {"Daftar ini paling banyak " + limit + " butir.", "This list has at most " + limit + " items."});
  }
  for (auto const& item : node.items) {
    if (items.size() == most) break;
    auto at = pointer / items.size();
    reading.positions.add(at, place_of(item));
    items.push_back({&item, std::move(at)});
  }
  return items;
}

}  // namespace himpun::procedure
