#include "adapters/docx/body.h"

#include <algorithm>

#include "adapters/docx/sheet.h"

namespace himpun::docx {
namespace {

using namespace document;

constexpr int margin_mm = 25;
constexpr int sheet_margin_mm = 12;

std::string text_of(Spans const& spans) {
  std::string text;
  for (auto const& span : spans) text += span.text;
  return text;
}

/// PNG: the width and height stand big-endian at byte 16 and 20.
int height_for(std::string const& png, int width_mm) {
  if (png.size() < 24) return width_mm;
  auto const number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png[at + i]);
    return value;
  };
  auto const width = number(16);
  return width > 0 ? static_cast<int>(static_cast<std::int64_t>(width_mm) * number(20) / width) : width_mm;
}

class Writer {
 public:
  explicit Writer(OfficialPaper const& paper) : paper_(paper), width_(inner_width(paper)) {}

  Body write(Dressing const& dressing) {
    if (paper_.head == Head::letterhead) add_head(dressing);
    add_title();
    // A sheet that is a paper of its own is the only section; within another paper it is one between two.
    auto const* sheet_alone =
        paper_.blocks.size() == 1 ? std::get_if<EmbeddedSheet>(&paper_.blocks.front().what) : nullptr;
    if (sheet_alone) {
      body_.xml += sheet_text(*sheet_alone) + section_properties(Orientation::landscape, sheet_margin_mm);
      return std::move(body_);
    }
    for (auto const& block : paper_.blocks) add(block);
    body_.xml += section_properties(paper_.orientation, margin_mm);
    return std::move(body_);
  }

 private:
  static int inner_width(OfficialPaper const& paper) {
    auto const [width, height] = page_of(paper.size);
    return twips((paper.orientation == Orientation::portrait ? width : height) - 2 * margin_mm);
  }

  void add(Block const& block) {
    std::visit([&](auto const& what) { add(what); }, block.what);
  }
  std::string inside(std::vector<Block> const& blocks, int width) {
    auto const outer = std::exchange(body_.xml, {});
    auto const outer_width = std::exchange(width_, width);
    for (auto const& block : blocks) add(block);
    width_ = outer_width;
    auto made = std::exchange(body_.xml, outer);
    // A cell ends with a paragraph, or the file counts as broken.
    return made.ends_with("</w:tbl>") ? made + "<w:p/>" : made;
  }

  void add_head(Dressing const& head);
  void add_title();
  std::string picture(std::string const& png, std::string const& words, int width_mm);
  [[nodiscard]] std::string section_properties(Orientation orientation, int margin) const;

  void add(Heading const& heading) {
    auto const number = heading.number.empty() ? std::string{} : heading.number + "  ";
    body_.xml +=
        paragraph(runs({{number, Emphasis::none}}) + runs(heading.text),
                  {.style = "Heading" + std::to_string(std::clamp(heading.level, 1, 3)), .stays_with_next = true});
  }
  void add(Paragraph const& each) { body_.xml += paragraph(runs(each.text), {.align = each.align}); }
  void add(List const& list) {
    bool const numbered =
        std::ranges::any_of(list.items, [](auto const& item) { return item.kind == ListKind::numbers; });
    auto const own = numbered ? bullet_number + ++body_.lists : bullet_number;
    for (auto const& item : list.items) {
      body_.xml += paragraph(runs(item.text), {.style = "ListParagraph",
                                               .number = item.kind == ListKind::numbers ? own : bullet_number,
                                               .depth = std::clamp(item.depth, 0, 2)});
    }
  }
  void add(Table const& each) { body_.xml += paper_table(each, width_); }
  void add(Facts const& facts) {
    auto const widths = shared_out(width_, {24, 3, 73});
    std::vector<TableRow> rows;
    for (auto const& fact : facts.facts) {
      rows.push_back({{{.content = plain_paragraph(fact.name, {.style = "Sel"})},
                       {.content = plain_paragraph(":", {.style = "Sel"})},
                       {.content = paragraph(runs(fact.value), {.style = "Sel"})}}});
    }
    body_.xml += table(widths, rows, Lines::none) + plain_paragraph("", {.style = "Sel"});
  }
  void add(Ticks const& ticks) {
    auto const columns = static_cast<std::size_t>(std::max(ticks.columns, 1));
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < ticks.ticks.size(); i += columns) {
      TableRow row;
      for (std::size_t c = 0; c < columns; ++c) {
        auto const is_there = i + c < ticks.ticks.size();
        auto const words =
            is_there ? (ticks.ticks[i + c].ticked ? "☒ " : "☐ ") + ticks.ticks[i + c].text : std::string{};
        row.cells.push_back({.content = plain_paragraph(words, {.style = "Sel"})});
      }
      rows.push_back(std::move(row));
    }
    body_.xml += table(shared_out(width_, std::vector<int>(columns, 1)), rows, Lines::none);
  }
  void add(Picture const& each) {
    body_.xml += paragraph(picture(each.png, each.words, each.width_mm), {.align = Align::centre});
  }
  void add(PageBreak const&) { body_.xml += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"; }
  void add(Contents const&) {
    // A field that the word processor fills with page numbers; until then the headings stand there.
    body_.xml += plain_paragraph("Daftar Isi", {.style = "Title"});
    body_.xml +=
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o "
        "\"1-2\" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>";
    for (auto const& block : paper_.blocks) {
      auto const* heading = std::get_if<Heading>(&block.what);
      if (!heading || heading->level > 2) continue;
      auto const number = heading->number.empty() ? std::string{} : heading->number + "  ";
      body_.xml += plain_paragraph(number + text_of(heading->text), {.style = "TOC" + std::to_string(heading->level)});
    }
    body_.xml += "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
  }
  void add(Signatures const& signatures);
  void add(Form const& form) {
    for (auto const& row : form.rows) {
      std::vector<int> shares;
      for (auto const& box : row.boxes) shares.push_back(box.width);
      auto const widths = shared_out(width_, shares);
      TableRow made{{}, false, row.height_mm};
      for (std::size_t i = 0; i < row.boxes.size(); ++i) {
        made.cells.push_back({.content = inside(row.boxes[i].blocks, widths[i] - twips(4))});
      }
      body_.xml += table(widths, {made}, Lines::all);
      body_.xml += plain_paragraph("", {.style = "Rapat"});
    }
  }
  void add(EmbeddedSheet const& embedded) {
    body_.xml += "<w:p><w:pPr>" + section_properties(paper_.orientation, margin_mm) + "</w:pPr></w:p>";
    body_.xml += sheet_text(embedded);
    body_.xml += "<w:p><w:pPr>" + section_properties(Orientation::landscape, sheet_margin_mm) + "</w:pPr></w:p>";
  }

  [[nodiscard]] std::string sheet_text(EmbeddedSheet const& embedded) const {
    auto const [width, height] = page_of(paper_.size);
    return sheet(embedded.sheet, twips(height - 2 * sheet_margin_mm));
  }

  OfficialPaper const& paper_;
  int width_;
  Body body_;
};

void Writer::add_head(Dressing const& head) {
  std::string lines;
  for (auto const& line : head.letterhead.lines) {
    auto const style = line.look == LineLook::large ? "KopBesar" : line.look == LineLook::small ? "KopKecil" : "Kop";
    lines += plain_paragraph(line.text, {.style = style});
  }
  for (auto const& text : {head.letterhead.address, head.letterhead.contacts}) {
    if (!text.empty()) lines += plain_paragraph(text, {.style = "KopKecil"});
  }
  if (lines.empty()) return;
  auto const logo =
      head.logo_png.empty() ? std::string{} : paragraph(picture(head.logo_png, "Logo", 20), {.align = Align::centre});
  body_.xml += table(shared_out(width_, {15, 85}), {{{{.content = logo}, {.content = lines}}}}, Lines::none);
  body_.xml += plain_paragraph("", {.style = "GarisKop"});
}

void Writer::add_title() {
  if (paper_.title_look == TitleLook::none) return;
  bool const cover = paper_.title_look == TitleLook::cover;
  if (cover) body_.xml += plain_paragraph("", {.style = "Sampul"});
  body_.xml += plain_paragraph(paper_.title, {.style = "Title"});
  if (!paper_.number.empty()) body_.xml += plain_paragraph("NOMOR " + paper_.number, {.align = Align::centre});
  if (!paper_.subtitle.empty()) body_.xml += plain_paragraph(paper_.subtitle, {.style = "Subtitle"});
  if (cover) add(PageBreak{});
}

std::string Writer::picture(std::string const& png, std::string const& words, int width_mm) {
  constexpr std::int64_t emu_per_mm = 36'000;
  auto const id = std::to_string(body_.images.size() + 1);
  body_.images.push_back({"gambar" + id + ".png", png});
  auto const wide = std::to_string(width_mm * emu_per_mm);
  auto const high = std::to_string(height_for(png, width_mm) * emu_per_mm);
  auto const extent = "cx=\"" + wide + "\" cy=\"" + high + "\"";
  return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + extent +
         "/><wp:docPr id=\"" + id + "\" name=\"Gambar " + id + "\" descr=\"" + escaped(words) +
         "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
         "<pic:nvPicPr><pic:cNvPr id=\"" +
         id + "\" name=\"gambar" + id +
         ".png\"/><pic:cNvPicPr/></pic:nvPicPr>"
         "<pic:blipFill><a:blip r:embed=\"gambar" +
         id +
         "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
         "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " +
         extent +
         "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
         "</a:graphic></wp:inline></w:drawing></w:r>";
}

std::string Writer::section_properties(Orientation orientation, int margin) const {
  auto const [narrow, long_side] = page_of(paper_.size);
  bool const upright = orientation == Orientation::portrait;
  auto const side = std::to_string(twips(margin));
  return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"kepala\"/><w:footerReference w:type=\"default\" "
         "r:id=\"kaki\"/><w:pgSz w:w=\"" +
         std::to_string(twips(upright ? narrow : long_side)) + "\" w:h=\"" +
         std::to_string(twips(upright ? long_side : narrow)) + "\"" + (upright ? "" : " w:orient=\"landscape\"") +
         "/><w:pgMar w:top=\"" + side + "\" w:right=\"" + side + "\" w:bottom=\"" + side + "\" w:left=\"" + side +
         "\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>";
}

std::string signature_cell(SignaturePlace const& place) {
  ParagraphLook const look{.style = "Sel", .align = Align::centre, .stays_with_next = true};
  std::string out;
  if (!place.place_and_date.empty()) out += plain_paragraph(place.place_and_date, look);
  if (!place.heading.empty()) out += plain_paragraph(place.heading, look);
  out += plain_paragraph(place.position, look);
  out += plain_paragraph(place.words.empty() ? "\n\n" : "\n" + place.words + "\n", look);
  out += plain_paragraph(place.name.empty() ? "………………………" : place.name, look, true);
  if (!place.rank.empty()) out += plain_paragraph(place.rank, look);
  return place.nip.empty() ? out : out + plain_paragraph("NIP. " + place.nip, look);
}

void Writer::add(Signatures const& signatures) {
  auto const& places = signatures.places;
  if (places.empty()) return;
  if (places.front().kind == PlaceKind::initials && places.front().id.starts_with("paraf")) {
    std::vector<TableRow> rows{{{{.content = plain_paragraph("Jabatan", {.style = "Sel"}, true), .is_head = true},
                                 {.content = plain_paragraph("Paraf", {.style = "Sel"}, true), .is_head = true}}}};
    for (auto const& place : places) {
      auto const who = place.name.empty() ? place.position : place.position + "\n" + place.name;
      rows.push_back({{{.content = plain_paragraph(who, {.style = "Sel"})},
                       {.content = plain_paragraph(place.words, {.style = "Sel"})}},
                      false,
                      10});
    }
    body_.xml += table(shared_out(width_ * 6 / 10, {60, 40}), rows, Lines::all) + plain_paragraph("");
    return;
  }
  TableRow row;
  std::vector<int> shares;
  if (places.size() == 1) {
    row.cells.push_back({});
    shares.push_back(1);
  }
  for (auto const& place : places) {
    row.cells.push_back({.content = signature_cell(place)});
    shares.push_back(1);
  }
  body_.xml += plain_paragraph("") + table(shared_out(width_, shares), {row}, Lines::none) + plain_paragraph("");
}

}  // namespace

std::pair<int, int> page_of(PageSize size) { return size == PageSize::f4 ? std::pair{215, 330} : std::pair{210, 297}; }

Body make_body(OfficialPaper const& paper, Dressing const& dressing) { return Writer{paper}.write(dressing); }

}  // namespace himpun::docx
