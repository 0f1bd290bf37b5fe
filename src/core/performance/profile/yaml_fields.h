#pragma once
// Reading the fields of a map in a profile file: asks for a key, gets the value in the wanted shape, and every fault on
// the way is noted with its place. It knows shapes, not what a profile means.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/values/decimal.h"
#include "base/yaml.h"

namespace himpun::performance {

/// What is collected while one file is read.
struct YamlReading {
  std::string file;
  std::vector<Problem> problems;

  void refuse(ProblemType const& type, YamlNode const& at, Words detail);
};

inline constexpr ProblemType profile_key_unknown{"profile.key_unknown", ProblemKind::invalid, "Kunci tidak dikenal",
                                                 "Unknown key"};
inline constexpr ProblemType profile_key_missing{"profile.key_missing", ProblemKind::invalid, "Kunci wajib belum ada",
                                                 "A required key is missing"};
inline constexpr ProblemType profile_shape{"profile.shape", ProblemKind::invalid, "Bentuk isian salah",
                                           "The value has the wrong shape"};
inline constexpr ProblemType profile_word_unknown{"profile.word_unknown", ProblemKind::invalid, "Pilihan tidak dikenal",
                                                  "Unknown choice"};
inline constexpr ProblemType profile_number{"profile.number", ProblemKind::invalid, "Angka tidak dapat dibaca",
                                            "The number cannot be read"};

/// One word of the file and what it stands for.
template <class T>
struct Word {
  std::string_view word;
  T meaning;
};

class YamlFields {
 public:
  /// Notes unknown keys, and a fault when `node` is no map.
  YamlFields(YamlReading& reading, YamlNode const& node, std::vector<std::string> const& known);

  [[nodiscard]] YamlNode const* find(std::string_view key) const { return node_.find(key); }
  [[nodiscard]] YamlNode const* required(std::string_view key) const;
  [[nodiscard]] std::string text(std::string_view key) const;                    ///< absent or empty is a fault
  [[nodiscard]] Decimal number(std::string_view key) const;                      ///< absent is a fault
  [[nodiscard]] std::vector<YamlNode const*> items(std::string_view key) const;  ///< absent: none

  /// One of the words; absent: `otherwise`.
  template <class T, std::size_t count>
  [[nodiscard]] T word(std::string_view key, Word<T> const (&words)[count], T otherwise) const {
    auto const* node = find(key);
    if (!node) return otherwise;
    std::vector<std::string> known;
    for (auto const& each : words) {
      if (node->kind == YamlKind::scalar && node->text == each.word) return each.meaning;
      known.emplace_back(each.word);
    }
    unknown_word(*node, known);
    return otherwise;
  }

  [[nodiscard]] YamlReading& reading() const { return reading_; }

 private:
  void unknown_word(YamlNode const& node, std::vector<std::string> const& known) const;

  YamlReading& reading_;
  YamlNode const& node_;
};

/// The node as a number, written as people type it; a fault is noted and zero given.
[[nodiscard]] Decimal number_of(YamlReading& reading, YamlNode const& node);
/// The node as a text; a fault is noted and an empty text given.
[[nodiscard]] std::string text_of(YamlReading& reading, YamlNode const& node);

}  // namespace himpun::performance
