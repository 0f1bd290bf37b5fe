#pragma once
// Units and positions by the names people write, and words of drop-downs: what is not known is answered with the
// nearest that is.

#include "app/sheets/catalogue/tables.h"

namespace himpun::app {

class NameBook {
 public:
  explicit NameBook(access::Agency const& agency);

  /// The open unit of that name; a fault under `key` when there is none, or several.
  [[nodiscard]] access::UnitId unit(TableRow& row, std::string_view key) const;
  /// Empty for a blank cell: many sheets leave it to the unit.
  [[nodiscard]] access::PositionId position(TableRow& row, std::string_view key) const;

 private:
  struct Names {
    std::map<std::string, std::vector<std::string>> ids;  ///< by plain name
    std::vector<std::string> spelled;
    char const* noun_id;
    char const* noun_en;
  };
  static void add(Names& names, std::string const& name, std::string const& id);
  [[nodiscard]] static std::string find(Names const& names, TableRow& row, std::string_view key);

  Names units_{{}, {}, "unit", "unit"};
  Names positions_{{}, {}, "jabatan", "position"};
};

/// Which of `words` stands there; none for a blank cell, a fault for another word.
[[nodiscard]] std::optional<std::size_t> word_in(TableRow& row, std::string_view key,
                                                 std::vector<std::string> const& words);

template <class Enum, std::size_t Size>
[[nodiscard]] std::optional<Enum> choice_in(TableRow& row, std::string_view key, WordList<Enum, Size> const& list) {
  auto const index = word_in(row, key, list.all());
  return index ? std::optional{static_cast<Enum>(*index)} : std::nullopt;
}

/// Notes a fault when nothing stands there.
void require(TableRow& row, std::string_view key);

}  // namespace himpun::app
