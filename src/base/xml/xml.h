#pragma once
// A small, bounded XML reader and writer: text in, a tree out in which namespaces are resolved and every element knows
// its line and column. It leaves out on purpose what an attacker likes: document types, entities of its own, other
// encodings than UTF-8, deep nesting. It reads no file: the caller does.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace himpun {

inline constexpr std::size_t xml_max_bytes = 8 * 1024 * 1024;
inline constexpr int xml_max_depth = 64;
inline constexpr std::size_t xml_max_elements = 100'000;

struct XmlAttribute {
  std::string space;  ///< namespace; empty: none
  std::string name;
  std::string value;

  bool operator==(XmlAttribute const&) const = default;
};

struct XmlElement {
  std::string space;  ///< namespace
  std::string name;   ///< without prefix
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;
  std::string text;  ///< of its own, without that of its children
  int line = 1;      ///< where it begins, when it was read; line and column count from 1
  int column = 1;

  [[nodiscard]] bool is(std::string_view in_space, std::string_view called) const {
    return name == called && space == in_space;
  }
  /// An attribute without a namespace; empty when it is not there.
  [[nodiscard]] std::string_view get(std::string_view attribute) const { return get({}, attribute); }
  [[nodiscard]] std::string_view get(std::string_view in_space, std::string_view attribute) const;
  XmlElement& set(std::string_view attribute, std::string value) { return set({}, attribute, std::move(value)); }
  XmlElement& set(std::string_view in_space, std::string_view attribute, std::string value);
  /// Left out when it is empty.
  XmlElement& set_if_any(std::string_view attribute, std::string const& value) {
    return value.empty() ? *this : set(attribute, value);
  }
  XmlElement& add(XmlElement child) { return children.emplace_back(std::move(child)); }
};

inline constexpr ProblemType xml_too_large{"xml.too_large", ProblemKind::too_large, "Berkas XML terlalu besar",
                                           "The XML file is too large"};
inline constexpr ProblemType xml_not_utf8{"xml.not_utf8", ProblemKind::invalid, "Berkas bukan teks UTF-8",
                                          "The file is not UTF-8 text"};
inline constexpr ProblemType xml_unsafe{"xml.unsafe", ProblemKind::invalid, "XML memuat yang tidak diterima",
                                        "The XML holds what is not accepted"};
inline constexpr ProblemType xml_malformed{"xml.malformed", ProblemKind::invalid, "XML tidak dapat dibaca",
                                           "The XML cannot be read"};

/// Reads one document. Refuses with the first fault and its place; `file` is the name to show there.
[[nodiscard]] Result<XmlElement> read_xml(std::string_view text, std::string const& file);

struct XmlPrefix {
  std::string_view space;
  std::string_view prefix;
};
/// The same tree gives the same bytes. Every namespace in it must have a prefix.
[[nodiscard]] std::string write_xml(XmlElement const& root, std::span<XmlPrefix const> prefixes);

}  // namespace himpun
