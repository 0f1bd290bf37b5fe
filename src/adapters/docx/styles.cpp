#include "adapters/docx/styles.h"

#include "adapters/docx/body.h"

namespace himpun::docx {
namespace {

struct Style {
  char const* id;
  char const* name;
  char const* paragraph;  ///< what stands in w:pPr
  char const* run;        ///< what stands in w:rPr
};

constexpr Style all_styles[] = {
    {"Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>",
     "<w:b/><w:sz w:val=\"26\"/>"},
    {"Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
     "<w:b/><w:sz w:val=\"24\"/>"},
    {"Heading3", "heading 3", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
     "<w:b/><w:i/><w:sz w:val=\"23\"/>"},
    {"Title", "Title", "<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>",
     "<w:b/><w:sz w:val=\"28\"/>"},
    {"Subtitle", "Subtitle", "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"24\"/>"},
    {"Caption", "caption", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"20\"/>"},
    {"ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", ""},
    {"TOC1", "toc 1", "<w:spacing w:after=\"60\"/>", ""},
    {"TOC2", "toc 2", "<w:spacing w:after=\"40\"/><w:ind w:left=\"400\"/>", ""},
    {"Sel", "Sel", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"20\"/>"},
    {"SelSop", "Sel SOP", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
     "<w:sz w:val=\"16\"/>"},
    {"Rapat", "Rapat", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
     "<w:sz w:val=\"2\"/>"},
    {"Kaki", "Kaki", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"17\"/>"},
    {"Kop", "Kop", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"26\"/>"},
    {"KopBesar", "Kop Besar", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"32\"/>"},
    {"KopKecil", "Kop Kecil", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"19\"/>"},
    {"GarisKop", "Garis Kop",
     "<w:pBdr><w:top w:val=\"thickThinMediumGap\" w:sz=\"18\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
     "<w:spacing w:after=\"120\"/>",
     "<w:sz w:val=\"8\"/>"},
    {"Sampul", "Sampul", "<w:spacing w:before=\"3200\" w:after=\"0\"/>", ""}};

std::string style_text(Style const& style) {
  return std::string{"<w:style w:type=\"paragraph\" w:styleId=\""} + style.id + "\"><w:name w:val=\"" + style.name +
         "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" + style.paragraph + "</w:pPr><w:rPr>" + style.run +
         "</w:rPr></w:style>";
}

std::string level(int depth, char const* format, std::string const& text) {
  auto const left = std::to_string(360 + depth * 360);
  return "<w:lvl w:ilvl=\"" + std::to_string(depth) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
         "\"/><w:lvlText w:val=\"" + text + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" + left +
         "\" w:hanging=\"360\"/></w:pPr></w:lvl>";
}

}  // namespace

std::string styles(char const* namespaces, document::Language language) {
  std::string const tongue = language == document::Language::en ? "en-GB" : "id-ID";
  std::string out = std::string{"<w:styles"} + namespaces +
                    "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
                    "w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\"" +
                    tongue +
                    "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" "
                    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" "
                    "w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>";
  for (auto const& style : all_styles) out += style_text(style);
  return out + "</w:styles>";
}

std::string numbering(char const* namespaces, int lists) {
  auto out = std::string{"<w:numbering"} + namespaces + "><w:abstractNum w:abstractNumId=\"0\">";
  for (int depth = 0; depth < 3; ++depth) out += level(depth, "bullet", depth == 1 ? "–" : "•");
  out += "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">";
  out += level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.") + level(2, "decimal", "%3)");
  out +=
      "</w:abstractNum><w:num w:numId=\"" + std::to_string(bullet_number) + "\"><w:abstractNumId w:val=\"0\"/></w:num>";
  for (int i = 1; i <= lists; ++i) {
    out += "<w:num w:numId=\"" + std::to_string(bullet_number + i) +
           "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
           "w:val=\"1\"/></w:lvlOverride></w:num>";
  }
  return out + "</w:numbering>";
}

}  // namespace himpun::docx
