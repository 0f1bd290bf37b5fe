#include <algorithm>
#include <string_view>

#include "base/ensure.h"
#include "base/xml/xml.h"

namespace himpun {
namespace {

/// Line ends and tabs as references: a reader would turn them into spaces otherwise.
void append_escaped(std::string& out, std::string_view text, bool is_attribute) {
  for (char const c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"' && is_attribute) {
      out += "&quot;";
    } else if (c == '\r' || (is_attribute && (c == '\n' || c == '\t'))) {
      out.append("&#").append(std::to_string(static_cast<int>(c))) += ';';
    } else {
      out += c;
    }
  }
}

class Writer {
 public:
  explicit Writer(std::span<XmlPrefix const> prefixes) : prefixes_(prefixes) {}

  std::string write(XmlElement const& root) {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    write_element(root, 0);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view prefix_of(std::string_view space) const {
    auto const found = std::ranges::find(prefixes_, space, &XmlPrefix::space);
    ensure(found != prefixes_.end(), "every namespace that is written has a prefix");
    return found->prefix;
  }
  void write_name(std::string_view space, std::string_view name) {
    if (!space.empty()) out_.append(prefix_of(space)) += ':';
    out_ += name;
  }
  void write_attribute(std::string_view space, std::string_view name, std::string_view value) {
    out_ += ' ';
    write_name(space, name);
    out_ += "=\"";
    append_escaped(out_, value, true);
    out_ += '"';
  }

  void write_element(XmlElement const& element, std::size_t depth) {
    out_.append(2 * depth, ' ') += '<';
    write_name(element.space, element.name);
    if (depth == 0) {
      for (auto const& each : prefixes_) write_attribute({}, "xmlns:" + std::string{each.prefix}, each.space);
    }
    for (auto const& each : element.attributes) write_attribute(each.space, each.name, each.value);
    if (element.children.empty() && element.text.empty()) {
      out_ += " />\n";
      return;
    }
    out_ += '>';
    append_escaped(out_, element.text, false);
    if (!element.children.empty()) {
      out_ += '\n';
      for (auto const& child : element.children) write_element(child, depth + 1);
      out_.append(2 * depth, ' ');
    }
    out_ += "</";
    write_name(element.space, element.name);
    out_ += ">\n";
  }

  std::span<XmlPrefix const> prefixes_;
  std::string out_;
};

}  // namespace

std::string write_xml(XmlElement const& root, std::span<XmlPrefix const> prefixes) {
  return Writer{prefixes}.write(root);
}

}  // namespace himpun
