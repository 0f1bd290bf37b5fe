#include "core/report/data_request.h"

#include "core/report/field_words.h"

namespace himpun::report {
namespace {

using namespace document;

void add_head(Blocks& blocks, DataRequestFacts const& facts) {
  blocks.push_back({Paragraph{plain(place_and_date(facts.office, facts.date)), Align::end}});
  blocks.push_back({Facts{{fact("Nomor", or_by_hand(facts.number)), fact("Sifat", facts.nature),
                           fact("Lampiran", facts.rows.empty() ? "–" : "1 (satu) lembar"),
                           fact("Hal", "Permintaan Data Kinerja " + facts.period)}}});
  blocks.push_back({Paragraph{plain("Yth. Kepala " + facts.to + "\ndi Tempat"), Align::start}});
}

Blocks due_sentence(DataRequestFacts const& facts) {
  if (facts.due.empty()) return {};
  return {{Paragraph{
      {{"Data diisi pada formulir data kinerja yang tersedia dan kami terima paling lambat ", Emphasis::none},
       {facts.due, Emphasis::bold},
       {".", Emphasis::none}},
      Align::justify}}};
}

Blocks request_words(DataRequestFacts const& facts) {
  FieldWords own{
      {"sop", facts.procedure}, {"bidang", facts.to}, {"tanggal", facts.date}, {"tenggat", or_by_hand(facts.due)}};
  CaseNames const names{facts.case_number, facts.case_title, facts.period};
  return fill_template(facts.words, {.words = with_case(std::move(own), names, facts.office),
                                     .blocks = {{"kalimat_tenggat", due_sentence(facts)}}});
}

void add_signature(Blocks& blocks, DataRequestFacts const& facts) {
  blocks.push_back({Signatures{{place_of("tanda-tangan-1", PlaceKind::signature, facts.by)}}});
  if (facts.copies.empty()) return;
  blocks.push_back({Paragraph{plain("Tembusan:"), Align::start}});
  blocks.push_back(numbered(facts.copies));
}

void add_list(Blocks& blocks, DataRequestFacts const& facts) {
  if (facts.rows.empty()) return;
  blocks.push_back({PageBreak{}});
  blocks.push_back({Facts{{fact("Lampiran surat", or_by_hand(facts.number)), fact("Tanggal", facts.date)}}});
  Table table{"permintaan",
              "Data yang diminta, " + facts.to + ", " + facts.period,
              {{"No", Align::centre, 5, {}},
               {"Indikator/anggaran", Align::start, 42, {}},
               {"Satuan", Align::start, 13, {}},
               {"Target", Align::end, 15, {}},
               {"Data dukung yang diperlukan", Align::start, 25, {}}},
              {}};
  for (std::size_t i = 0; i < facts.rows.size(); ++i) {
    auto const& each = facts.rows[i];
    table.rows.push_back(row({std::to_string(i + 1), each.name, each.unit_of_measure, each.target, each.evidence}));
  }
  blocks.push_back({std::move(table)});
}

}  // namespace

OfficialPaper make_data_request(DataRequestFacts const& facts) {
  OfficialPaper paper;
  paper.title = "Permintaan Data Kinerja " + facts.period;
  paper.subject = paper.title + " kepada " + facts.to;
  paper.title_look = TitleLook::none;
  paper.footer = "Berkas " + facts.case_number;
  add_head(paper.blocks, facts);
  append(paper.blocks, request_words(facts));
  add_signature(paper.blocks, facts);
  add_list(paper.blocks, facts);
  return paper;
}

}  // namespace himpun::report
