#include "base/xml/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>

#include "base/text.h"

namespace himpun {
namespace {

constexpr char separator = '\n';  ///< stands in no namespace
constexpr std::size_t piece_bytes = 64 * 1024;

struct Place {
  int line = 1;
  int column = 1;
};

struct Name {
  std::string space;
  std::string local;
};

Name split_name(std::string_view name) {
  auto const end = name.rfind(separator);
  if (end == std::string_view::npos) return {{}, std::string{name}};
  return {std::string{name.substr(0, end)}, std::string{name.substr(end + 1)}};
}

/// Builds the tree and stops at the first thing that is not accepted.
class TreeReader {
 public:
  explicit TreeReader(std::string const& file) : file_(file), parser_(XML_ParserCreateNS("UTF-8", separator)) {
    if (!parser_) throw std::bad_alloc{};
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    XML_SetXmlDeclHandler(parser_.get(), on_declaration);
  }

  Result<XmlElement> read(std::string_view text) {
    for (std::size_t at = 0; at <= text.size(); at += piece_bytes) {
      auto const piece = text.substr(at, piece_bytes);
      bool const is_last = at + piece_bytes > text.size();
      auto const status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last);
      if (refused_) return std::unexpected(std::move(*refused_));
      if (status != XML_STATUS_OK) return std::unexpected(malformed());
    }
    return std::move(root_);
  }

 private:
  [[nodiscard]] Place place() const {
    return {static_cast<int>(XML_GetCurrentLineNumber(parser_.get())),
            static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1};
  }
  [[nodiscard]] Problem problem(ProblemType const& type, Words detail) const {
    auto const at = place();
    return {.type = &type, .detail = std::move(detail), .where = SourcePosition{file_, at.line, at.column}};
  }
  [[nodiscard]] Problem malformed() const {
    std::string const why = XML_ErrorString(XML_GetErrorCode(parser_.get()));
    return problem(xml_malformed, {"XML tidak benar di sini (" + why + ").", "The XML is wrong here (" + why + ")."});
  }

  void stop(ProblemType const& type, Words detail) {
    if (!refused_) refused_ = problem(type, std::move(detail));
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void open(char const* name, char const** attributes) {
    if (static_cast<int>(open_.size()) == xml_max_depth) {
      auto const most = std::to_string(xml_max_depth);
      return stop(xml_unsafe, {"Bersarang terlalu dalam: paling dalam " + most + " tingkat.",
                               "It is nested too deep: at most " + most + " levels."});
    }
    if (++elements_ > xml_max_elements) {
      auto const most = std::to_string(xml_max_elements);
      return stop(xml_unsafe, {"Paling banyak " + most + " unsur.", "At most " + most + " elements."});
    }
    auto [space, local] = split_name(name);
    XmlElement element;
    element.space = std::move(space);
    element.name = std::move(local);
    auto const at = place();
    element.line = at.line;
    element.column = at.column;
    for (auto const* pair = attributes; *pair != nullptr; pair += 2) {
      auto [attribute_space, attribute] = split_name(pair[0]);
      element.attributes.push_back({std::move(attribute_space), std::move(attribute), pair[1]});
    }
    open_.push_back(std::move(element));
  }
  void close() {
    auto element = std::move(open_.back());
    open_.pop_back();
    // Space between children is layout, not text.
    if (!element.children.empty() && trim(element.text).empty()) element.text.clear();
    if (open_.empty()) {
      root_ = std::move(element);
    } else {
      open_.back().children.push_back(std::move(element));
    }
  }

  static TreeReader& self(void* data) { return *static_cast<TreeReader*>(data); }
  static void on_open(void* data, char const* name, char const** attributes) {
    if (!self(data).refused_) self(data).open(name, attributes);
  }
  static void on_close(void* data, char const*) {
    if (!self(data).refused_) self(data).close();
  }
  static void on_text(void* data, char const* text, int size) {
    auto& reader = self(data);
    if (!reader.open_.empty()) reader.open_.back().text.append(text, static_cast<std::size_t>(size));
  }
  static void on_doctype(void* data, char const*, char const*, char const*, int) {
    self(data).stop(xml_unsafe, {"DTD dan entitas tidak diterima: hapus baris `<!DOCTYPE ...>`.",
                                 "A DTD and entities are not accepted: remove the `<!DOCTYPE ...>`."});
  }
  static void on_declaration(void* data, char const*, char const* encoding, int) {
    auto const name = lower_ascii(encoding ? encoding : "utf-8");
    if (name == "utf-8" || name == "us-ascii") return;
    self(data).stop(xml_not_utf8, {"Simpan berkas sebagai UTF-8; di sini tertulis \"" + name + "\".",
                                   "Save the file as UTF-8; it says \"" + name + "\"."});
  }

  struct Closer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  std::string const& file_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Closer> parser_;
  std::vector<XmlElement> open_;
  XmlElement root_;
  std::size_t elements_ = 0;
  std::optional<Problem> refused_;
};

std::unexpected<Problem> refuse_whole(ProblemType const& type, std::string const& file, Words detail) {
  return std::unexpected(Problem{.type = &type, .detail = std::move(detail), .where = SourcePosition{file, 1, 1}});
}

}  // namespace

std::string_view XmlElement::get(std::string_view in_space, std::string_view attribute) const {
  for (auto const& each : attributes) {
    if (each.name == attribute && each.space == in_space) return each.value;
  }
  return {};
}

XmlElement& XmlElement::set(std::string_view in_space, std::string_view attribute, std::string value) {
  attributes.push_back({std::string{in_space}, std::string{attribute}, std::move(value)});
  return *this;
}

Result<XmlElement> read_xml(std::string_view text, std::string const& file) {
  if (text.size() > xml_max_bytes) {
    return refuse_whole(xml_too_large, file, {"Berkas XML paling besar 8 MiB.", "An XML file has at most 8 MiB."});
  }
  if (!is_utf8(text)) {
    return refuse_whole(xml_not_utf8, file, {"Simpan berkas sebagai teks UTF-8.", "Save the file as UTF-8 text."});
  }
  return TreeReader{file}.read(text);
}

}  // namespace himpun
