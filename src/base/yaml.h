#pragma once
// A small, bounded YAML reader: text in, a tree out in which every value and every key knows its line and column.
// Scalars stay text; what they mean is for the caller to say. It leaves out on purpose what a form kept by hand does
// not need and an attacker likes: aliases and anchors, tags, several documents, tabs, control characters. It reads no
// file: the caller does, at most `yaml_max_bytes + 1` bytes of it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace himpun {

inline constexpr std::size_t yaml_max_bytes = 1024 * 1024;
inline constexpr std::size_t yaml_max_depth = 16;
inline constexpr std::size_t yaml_max_nodes = 20'000;

enum class YamlKind : std::uint8_t { empty, scalar, list, map };

struct YamlMember;

/// One value. Line and column count from 1; the column counts characters.
struct YamlNode {
  YamlKind kind = YamlKind::empty;
  int line = 1;
  int column = 1;
  std::string text;                 ///< of a scalar
  std::vector<YamlNode> items;      ///< of a list
  std::vector<YamlMember> members;  ///< of a map, in the order of the file; every key occurs once

  /// The value of `key`, or null when this is no map or has no such key.
  [[nodiscard]] YamlNode const* find(std::string_view key) const;
};

struct YamlMember {
  std::string key;
  int line = 1;  ///< of the key
  int column = 1;
  YamlNode value;
};

inline constexpr ProblemType yaml_too_large{"yaml.too_large", ProblemKind::too_large, "Berkas terlalu besar",
                                            "The file is too large"};
inline constexpr ProblemType yaml_not_utf8{"yaml.not_utf8", ProblemKind::invalid, "Berkas bukan teks UTF-8",
                                           "The file is not UTF-8 text"};
inline constexpr ProblemType yaml_bad_character{"yaml.bad_character", ProblemKind::invalid,
                                                "Karakter ini tidak boleh dipakai", "This character is not allowed"};
inline constexpr ProblemType yaml_tab{"yaml.tab", ProblemKind::invalid, "Tab tidak boleh dipakai",
                                      "Tabs are not allowed"};
inline constexpr ProblemType yaml_too_deep{"yaml.too_deep", ProblemKind::invalid, "Susunan terlalu dalam",
                                           "The nesting is too deep"};
inline constexpr ProblemType yaml_too_many{"yaml.too_many", ProblemKind::too_large, "Isi terlalu banyak",
                                           "There are too many values"};
inline constexpr ProblemType yaml_alias{"yaml.alias", ProblemKind::invalid, "Rujukan YAML (& dan *) tidak dipakai",
                                        "YAML references (& and *) are not used"};
inline constexpr ProblemType yaml_tag{"yaml.tag", ProblemKind::invalid, "Tanda jenis YAML (!) tidak dipakai",
                                      "YAML tags (!) are not used"};
inline constexpr ProblemType yaml_several_documents{"yaml.several_documents", ProblemKind::invalid,
                                                    "Berkas berisi lebih dari satu dokumen",
                                                    "The file holds more than one document"};
inline constexpr ProblemType yaml_duplicate_key{"yaml.duplicate_key", ProblemKind::invalid, "Kunci ditulis dua kali",
                                                "A key is written twice"};
inline constexpr ProblemType yaml_bad_key{"yaml.bad_key", ProblemKind::invalid, "Kunci harus berupa teks",
                                          "A key must be text"};
inline constexpr ProblemType yaml_malformed{"yaml.malformed", ProblemKind::invalid, "Susunan YAML tidak dapat dibaca",
                                            "The YAML cannot be read"};

/// Reads one YAML document. Refuses with the first fault and its place; `file` is the name to show there.
/// An empty text is an empty node.
[[nodiscard]] Result<YamlNode> read_yaml(std::string_view text, std::string const& file);

/// A text as a value in a block: as it is where it is read as itself, else in quotation marks.
[[nodiscard]] std::string yaml_scalar(std::string_view text);
[[nodiscard]] std::string yaml_quoted(std::string_view text);

}  // namespace himpun
