#include "adapters/docx/xml.h"

namespace himpun::docx {
namespace {

using document::Align;
using document::Emphasis;

char const* align_word(Align align) {
  switch (align) {
    case Align::centre:
      return "center";
    case Align::end:
      return "right";
    case Align::justify:
      return "both";
    case Align::start:
      break;
  }
  return "left";
}

std::string run(std::string_view text, bool bold, bool italic) {
  std::string out = "<w:r>";
  if (bold || italic) out += std::string{"<w:rPr>"} + (bold ? "<w:b/>" : "") + (italic ? "<w:i/>" : "") + "</w:rPr>";
  std::size_t begin = 0;
  for (;;) {
    auto const end = text.find('\n', begin);
    out += "<w:t xml:space=\"preserve\">" + escaped(text.substr(begin, end == text.npos ? end : end - begin)) + "</w:t>";
    if (end == text.npos) return out + "</w:r>";
    out += "<w:br/>";
    begin = end + 1;
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (unsigned char const c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else if (c >= 0x20 || c == '\t') out += static_cast<char>(c);
  }
  return out;
}

std::string runs(document::Spans const& spans, bool all_bold) {
  std::string out;
  for (auto const& span : spans) {
    bool const bold = all_bold || span.emphasis == Emphasis::bold || span.emphasis == Emphasis::bold_italic;
    bool const italic = span.emphasis == Emphasis::italic || span.emphasis == Emphasis::bold_italic;
    out += run(span.text, bold, italic);
  }
  return out;
}

std::string paragraph(std::string const& runs, ParagraphLook const& look) {
  std::string properties;
  if (!look.style.empty()) properties += "<w:pStyle w:val=\"" + look.style + "\"/>";
  if (look.stays_with_next) properties += "<w:keepNext/>";
  if (look.number > 0) {
    properties += "<w:numPr><w:ilvl w:val=\"" + std::to_string(look.depth) + "\"/><w:numId w:val=\"" +
                  std::to_string(look.number) + "\"/></w:numPr>";
  }
  if (look.align != Align::start) properties += std::string{"<w:jc w:val=\""} + align_word(look.align) + "\"/>";
  return "<w:p>" + (properties.empty() ? std::string{} : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
}

std::string plain_paragraph(std::string_view text, ParagraphLook const& look, bool bold) {
  return paragraph(text.empty() ? std::string{} : run(text, bold, false), look);
}

}  // namespace himpun::docx
