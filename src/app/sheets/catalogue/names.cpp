#include "app/sheets/catalogue/names.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"

namespace himpun::app {
namespace {

std::string plain(std::string_view text) {
  auto const lower = lower_ascii(trim(text));  // outlives the views of its words
  std::vector<std::string> words;
  for (auto const word : split(lower, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return join(words, " ");
}

}  // namespace

NameBook::NameBook(access::Agency const& agency) {
  for (auto const& [id, unit] : agency.units) {
    if (!unit.closed) add(units_, unit.name, id.value);
  }
  for (auto const& [id, position] : agency.positions) {
    if (!position.closed) add(positions_, position.name, id.value);
  }
}

void NameBook::add(Names& names, std::string const& name, std::string const& id) {
  auto& ids = names.ids[plain(name)];
  if (ids.empty()) names.spelled.push_back(name);
  ids.push_back(id);
}

std::string NameBook::find(Names const& names, TableRow& row, std::string_view key) {
  auto const name = row.text(key);
  if (name.empty()) return require(row, key), std::string{};
  auto const found = names.ids.find(plain(name));
  std::string const id = names.noun_id, en = names.noun_en;
  if (found == names.ids.end()) {
    auto const hint = suggest(name, names.spelled);
    row.fault(key, {"tidak ada " + id + " bernama \"" + name + "\"." + hint.id,
                    "there is no " + en + " called \"" + name + "\"." + hint.en});
    return {};
  }
  if (found->second.size() == 1) return found->second.front();
  auto const count = std::to_string(found->second.size());
  row.fault(key, {"ada " + count + " " + id + " bernama \"" + name + "\". Bedakan dahulu namanya pada daftar kantor.",
                  "there are " + count + " of that name: \"" + name + "\". Tell them apart in the register first."});
  return {};
}

access::UnitId NameBook::unit(TableRow& row, std::string_view key) const {
  return access::UnitId{find(units_, row, key)};
}

access::PositionId NameBook::position(TableRow& row, std::string_view key) const {
  if (is_blank(row.cell(key))) return {};
  return access::PositionId{find(positions_, row, key)};
}

std::optional<std::size_t> word_in(TableRow& row, std::string_view key, std::vector<std::string> const& words) {
  auto const word = row.text(key);
  if (word.empty()) return std::nullopt;
  auto const wanted = plain(word);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (plain(words[i]) == wanted) return i;
  }
  auto const hint = suggest(word, words);
  auto const choices = " Pilihan: " + join(words, ", ") + ".";
  row.fault(key, {"\"" + word + "\" tidak dikenal." + (hint.id.empty() ? choices : hint.id),
                  "\"" + word + "\" is not known." + (hint.en.empty() ? choices : hint.en)});
  return std::nullopt;
}

void require(TableRow& row, std::string_view key) {
  if (is_blank(row.cell(key))) row.fault(key, {"wajib diisi.", "is required."});
}

}  // namespace himpun::app
