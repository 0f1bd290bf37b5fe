#include "core/document/html/style.h"

#include "core/document/html/escape.h"

namespace himpun::document {
namespace {

/// WeasyPrint and browsers know "A4"; F4 is said in millimetres.
std::string page_size(PageSize size, Orientation orientation) {
  bool const is_wide = orientation == Orientation::landscape;
  if (size == PageSize::a4) return is_wide ? "297mm 210mm" : "210mm 297mm";
  return is_wide ? "330mm 215mm" : "215mm 330mm";
}

std::string feet(OfficialPaper const& paper, std::string const& fonts) {
  auto const page = paper.language == Language::id ? "\"Halaman \" counter(page) \" dari \" counter(pages)"
                                                   : "\"Page \" counter(page) \" of \" counter(pages)";
  return "@bottom-left{content:" + css_string(paper.footer) + ";font:7.5pt " + fonts + ";color:#333}" +
         "@bottom-right{content:" + page + ";font:7.5pt " + fonts + ";color:#333}";
}

constexpr std::string_view words_style = R"(
html{font:11pt/1.4 "Liberation Sans",Arial,sans-serif;color:#000}
body{margin:0}
p{margin:0 0 6pt;text-align:justify;orphans:2;widows:2}
h1{font-size:13pt;text-align:center;text-transform:uppercase;margin:0;line-height:1.3}
h2{font-size:12pt;margin:14pt 0 6pt;break-after:avoid}
h3{font-size:11pt;margin:10pt 0 4pt;break-after:avoid}
h4{font-size:11pt;font-weight:normal;font-style:italic;margin:8pt 0 4pt;break-after:avoid}
.chapters h2{text-align:center;text-transform:uppercase;break-before:page;margin-top:0}
.chapters h2 .number{display:block}
ul,ol{margin:0 0 6pt;padding-left:18pt}
li{margin:0 0 2pt}
.centre{text-align:center}
.end{text-align:right}
.justify{text-align:justify}
.subtitle,.number-line{text-align:center;margin:0}
.title-block{margin:0 0 14pt}
.cover{break-after:page;text-align:center;padding-top:60mm}
.cover h1{font-size:20pt}
.cover .subtitle{font-size:14pt;margin-top:8pt}
.cover-agency{margin-top:80mm;font-size:13pt;font-weight:bold;text-transform:uppercase}
.page-break{break-after:page}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap;font-size:1pt;color:transparent}
)";

constexpr std::string_view head_style = R"(
.letterhead{border-bottom:2.25pt solid #000;padding-bottom:5pt;margin-bottom:12pt}
.letterhead table{width:100%;border-collapse:collapse}
.letterhead td{padding:0;vertical-align:middle;text-align:center;line-height:1.2}
.letterhead .emblem-cell{width:24mm}
.letterhead .emblem{height:22mm;max-width:22mm;object-fit:contain}
.letterhead .small{font-size:11pt}
.letterhead .normal{font-size:13pt}
.letterhead .large{font-size:16pt;font-weight:bold}
.letterhead .address{font-size:9pt;margin-top:2pt}
)";

constexpr std::string_view table_style = R"(
table{border-collapse:collapse}
.grid{width:100%;margin:4pt 0 10pt;font-size:9pt;line-height:1.25}
.grid caption{font-weight:bold;text-align:left;padding:0 0 3pt;caption-side:top;break-after:avoid}
.grid th,.grid td{border:.75pt solid #000;padding:2.5pt 4pt;vertical-align:top}
.grid .end{white-space:nowrap}
.dense{font-size:8.5pt}
.dense th,.dense td{padding:2pt 3pt}
.grid thead th{background:#e6e6e6;text-align:center;vertical-align:middle}
.grid tr{break-inside:avoid}
.grid .part td{background:#f2f2f2;font-weight:bold}
.grid .total td{font-weight:bold}
.facts{margin:0 0 8pt}
.facts th,.facts td{font-weight:normal;text-align:left;vertical-align:top;padding:1pt 4pt 1pt 0}
.facts th{min-width:32mm;white-space:nowrap}
.facts .colon{width:8pt}
.ticks{width:100%;margin:0 0 4pt}
.ticks td{padding:1.5pt 4pt 1.5pt 0;vertical-align:top}
.tick{display:inline-block;width:9pt;height:9pt;line-height:9pt;border:.75pt solid #000;text-align:center;font-size:8pt;font-family:"DejaVu Sans",sans-serif;margin-right:3pt}
.form{margin:0 0 8pt}
.boxes-row{width:100%;table-layout:fixed;margin-top:-.75pt;break-inside:avoid}
.boxes-row>tbody>tr>td{border:.75pt solid #000;padding:5pt 7pt;vertical-align:top}
.boxes-row p{margin:0 0 3pt;text-align:left}
.signatures{width:100%;margin:18pt 0 0;table-layout:fixed;break-inside:avoid}
.signatures .place{text-align:center;vertical-align:top;padding:0 4pt;line-height:1.25}
.signatures .who{vertical-align:bottom}
.signatures.alone{width:50%;margin-left:50%}
.sign-room{width:227pt;height:85pt;margin:2pt auto;line-height:1.2;font-size:8.5pt;padding-top:30pt;box-sizing:border-box}
.official{font-weight:bold;text-decoration:underline}
.initials{margin:10pt 0 0;font-size:8.5pt;line-height:1.2;break-inside:avoid}
.initials{break-after:avoid}
.signatures+.initials{break-before:avoid}
.initials th,.initials td{border:.75pt solid #000;padding:2pt 4pt;vertical-align:middle}
.initials .paraf{padding:0}
.paraf-room{width:85pt;height:42.5pt;font-size:7pt;text-align:center;padding-top:12pt;box-sizing:border-box}
.picture{display:block;margin:4pt auto}
.contents ul{list-style:none;padding:0;margin:0}
.contents .level2{padding-left:14pt}
.contents .level3{padding-left:28pt}
.contents a{color:#000;text-decoration:none}
.contents a::after{content:leader(". ") target-counter(attr(href),page)}
.contents-title{font-weight:bold;text-align:center;text-transform:uppercase;font-size:12pt}
.watermark{position:fixed;top:40%;left:0;right:0;text-align:center;font-size:90pt;font-weight:bold;color:#ededed;z-index:-1}
)";

constexpr std::string_view sheet_style = R"(
.sop{page:sheet;font:9.5pt/1.25 Carlito,Calibri,sans-serif}
.sop table{width:100%;table-layout:fixed}
.sop th,.sop td{border:.75pt solid #000;padding:2.5pt 4pt;vertical-align:top}
.sop h1{font-size:10.5pt;line-height:1.3}
.sop h2{font-size:11pt;text-align:center;text-transform:uppercase;margin:0 0 6pt;line-height:1.25;break-before:auto}
.sop ol{margin:0;padding-left:14pt}
.sop .half{width:52%}
.sop .names{width:14%}
.identity th{text-align:left;font-weight:normal}
.identity .unit{text-align:center;vertical-align:middle;font-size:12.5pt;line-height:1.35;text-transform:uppercase;font-weight:bold}
.sop .emblem{height:20mm;max-width:22mm;display:block;margin:0 auto 5pt;object-fit:contain}
.identity .approver{text-align:center;line-height:1.3}
.identity .room{height:19mm}
.identity b{text-decoration:underline}
.sop .identity .name{text-align:center;padding:5pt}
.boxes{margin-top:-.75pt}
.sop .boxes td{height:11mm}
.boxes th{background:#e6e6e6;text-align:left;text-transform:uppercase}
.flow-page{break-before:page}
.flow{font-size:8pt;line-height:1.18}
.sop .flow th{background:#e6e6e6;text-align:center;vertical-align:middle}
.sop .flow .actor{font-size:7.3pt;padding:2pt 2.5pt;overflow-wrap:break-word}
.sop .flow td{vertical-align:middle;padding:3pt 3.5pt;overflow-wrap:break-word}
.sop .flow td.lane,.sop .flow .turn td{padding:0}
.flow tr{break-inside:avoid}
)";

/// Only seen in the browser: the page as a sheet on a desk.
constexpr std::string_view screen_style = R"(
@media screen{html{background:#8b8f94}body{background:#fff;margin:16px auto;padding:18mm 20mm;width:210mm;max-width:100%;box-sizing:border-box;box-shadow:0 1px 6px #0006}
body.wide,body.has-sheet{width:297mm;padding:12mm}.watermark{display:none}.flow-page{margin-top:24px}}
)";

}  // namespace

std::string page_style(OfficialPaper const& paper) {
  bool const is_wide = paper.orientation == Orientation::landscape;
  std::string out = "@page{size:" + page_size(paper.size, paper.orientation) +
                    ";margin:" + (is_wide ? "15mm 18mm 18mm 18mm;" : "18mm 20mm 20mm 25mm;") +
                    feet(paper, "\"Liberation Sans\",Arial,sans-serif") + "}\n";
  out += "@page sheet{size:" + page_size(paper.size, Orientation::landscape) + ";margin:34pt;" +
         feet(paper, "Carlito,Calibri,sans-serif") + "}\n";
  if (paper.title_look == TitleLook::cover) {
    out += "@page :first{@bottom-left{content:none}@bottom-right{content:none}}\n";
  }
  for (auto const& part : {words_style, head_style, table_style, sheet_style, screen_style}) out += part;
  return out;
}

}  // namespace himpun::document
