#pragma once
// The words of BPMN 2.0 documents: namespaces, and how their elements are made. An element is base/xml.h's.

#include <array>

#include "base/xml/xml.h"

namespace himpun::document::bpmn {

using Element = XmlElement;
using Attribute = XmlAttribute;

/// The namespaces of BPMN 2.0 (OMG formal/2011-01-03), and the one of what only a procedure file has.
inline constexpr std::string_view bpmn_space = "http://www.omg.org/spec/BPMN/20100524/MODEL";
inline constexpr std::string_view bpmndi_space = "http://www.omg.org/spec/BPMN/20100524/DI";
inline constexpr std::string_view dc_space = "http://www.omg.org/spec/DD/20100524/DC";
inline constexpr std::string_view di_space = "http://www.omg.org/spec/DD/20100524/DI";
inline constexpr std::string_view xsi_space = "http://www.w3.org/2001/XMLSchema-instance";
inline constexpr std::string_view himpun_space = "https://himpun.example/reference/bpmn";

inline constexpr std::array prefixes{XmlPrefix{bpmn_space, "bpmn"}, XmlPrefix{bpmndi_space, "bpmndi"},
                                     XmlPrefix{dc_space, "dc"},     XmlPrefix{di_space, "di"},
                                     XmlPrefix{xsi_space, "xsi"},   XmlPrefix{himpun_space, "himpun"}};

[[nodiscard]] inline Element make_element(std::string_view space, std::string_view name) {
  Element element;
  element.space = space;
  element.name = name;
  return element;
}
[[nodiscard]] inline Element make_bpmn(std::string_view name, std::string id) {
  auto element = make_element(bpmn_space, name);
  if (!id.empty()) element.set("id", std::move(id));
  return element;
}

}  // namespace himpun::document::bpmn
