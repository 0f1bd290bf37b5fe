#pragma once
// Reading the fields of a map in a procedure file: asks for a key, gets the value in the wanted shape, and every fault
// on the way is noted with its place. It knows shapes, not what a procedure means.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/words.h"
#include "base/yaml.h"
#include "core/procedure/positions.h"

namespace himpun::procedure {

using Keys = std::span<std::string const>;

/// What is collected while one file is read.
class Reading {
 public:
  explicit Reading(std::string file) : file_(std::move(file)) {}

  void refuse(ProblemType const& type, Place place, Words detail);
  void refuse_at(ProblemType const& type, std::string const& pointer, Words detail) {
    refuse(type, positions.find(pointer), std::move(detail));
  }

  Positions positions;
  std::vector<Problem> problems;

 private:
  std::string file_;
};

/// One text of the file with the pointer that leads to it.
struct LocatedText {
  std::string text;
  std::string pointer;
};

[[nodiscard]] inline Place place_of(YamlNode const& node) { return {node.line, node.column}; }
/// A short piece of text, quoted, for messages.
[[nodiscard]] std::string quote(std::string_view text);

/// The text of a scalar; notes a fault and gives an empty text when it is none or too long.
[[nodiscard]] std::string read_text(Reading& reading, YamlNode const& node, std::string const& name);
/// Small letters, digits and hyphens, beginning with a letter, at most 64 long.
[[nodiscard]] bool is_identifier(std::string_view text);
/// Notes a fault when the text cannot be an identifier.
bool check_identifier(Reading& reading, std::string_view text, Place place);

class Fields {
 public:
  /// Notes unknown keys, remembers the place of each key, and notes a fault when `node` is no map.
  Fields(Reading& reading, YamlNode const& node, std::string pointer, Keys known);

  [[nodiscard]] YamlNode const* find(std::string_view key) const;
  [[nodiscard]] std::string const& pointer() const { return pointer_; }
  [[nodiscard]] std::string pointer_to(std::string_view key) const { return pointer_ / key; }

  [[nodiscard]] std::string text(std::string_view key) const;           ///< empty when absent
  [[nodiscard]] std::string required_text(std::string_view key) const;  ///< absent or empty is a fault
  [[nodiscard]] YamlNode const* required(std::string_view key) const;
  /// `ya` or `tidak`; `otherwise` when absent.
  enum class Answer : std::uint8_t { no, yes };
  [[nodiscard]] Answer yes_or_no(std::string_view key) const;
  /// A list of texts; one text alone is a list of one. Every item gets a pointer.
  [[nodiscard]] std::vector<LocatedText> located_texts(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

 private:
  Reading& reading_;
  YamlNode const& node_;
  std::string pointer_;
};

/// The items of a list node (one scalar or map alone counts as one item), each with its pointer remembered.
struct LocatedNode {
  YamlNode const* node;
  std::string pointer;
};
[[nodiscard]] std::vector<LocatedNode> items_of(Reading& reading, YamlNode const& node, std::string const& pointer,
                                                std::size_t most);

}  // namespace himpun::procedure
