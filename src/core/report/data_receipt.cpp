#include "core/report/data_receipt.h"

#include "core/report/field_words.h"

namespace himpun::report {
namespace {

using namespace document;

Table received(DataReceiptFacts const& facts) {
  Table table{"tanda-terima",
              {},
              {{"No", Align::centre, 5, {}},
               {"Indikator/anggaran", Align::start, 37, {}},
               {"Satuan", Align::start, 12, {}},
               {"Realisasi", Align::end, 16, {}},
               {"Data dukung", Align::start, 20, {}},
               {"Keadaan", Align::start, 10, {}}},
              {}};
  for (std::size_t i = 0; i < facts.rows.size(); ++i) {
    auto const& each = facts.rows[i];
    table.rows.push_back(
        row({std::to_string(i + 1), each.name, each.unit_of_measure, each.value, each.evidence, each.state}));
  }
  return table;
}

Blocks receipt_details(DataReceiptFacts const& facts) {
  Blocks blocks;
  if (!facts.answer.empty()) blocks.push_back(paragraph(facts.answer));
  if (!facts.rows.empty()) blocks.push_back({received(facts)});
  if (!facts.missing.empty()) {
    blocks.push_back({Paragraph{bold("Belum diserahkan:"), Align::start}});
    blocks.push_back(bullets(facts.missing));
  }
  return blocks;
}

Blocks receipt_words(DataReceiptFacts const& facts) {
  FieldWords own{{"bidang", facts.division},
                 {"tanggal_serah", or_by_hand(facts.handed_over_on)},
                 {"tanggal_terima", or_by_hand(facts.received_on)}};
  CaseNames const names{facts.case_number, facts.case_title, facts.period};
  return fill_template(facts.words, {.words = with_case(std::move(own), names, facts.office),
                                     .blocks = {{"rincian", receipt_details(facts)}}});
}

Signatures both(DataReceiptFacts const& facts) {
  auto giver = place_of("tanda-tangan-1", PlaceKind::signature, facts.giver);
  giver.heading = "Yang menyerahkan,";
  auto taker = place_of("tanda-tangan-2", PlaceKind::signature, facts.taker);
  taker.heading = "Yang menerima,";
  if (!facts.received_on.empty()) taker.place_and_date = place_and_date(facts.office, facts.received_on);
  return {{std::move(giver), std::move(taker)}};
}

}  // namespace

OfficialPaper make_data_receipt(DataReceiptFacts const& facts) {
  OfficialPaper paper;
  paper.title = "TANDA TERIMA DATA KINERJA";
  paper.subtitle = facts.period;
  paper.subject = "Data kinerja " + facts.period + " dari " + facts.division;
  paper.footer = "Berkas " + facts.case_number;
  paper.blocks.push_back(
      {Facts{{fact("Dari", facts.division), fact("Untuk berkas", facts.case_number),
              fact("Diserahkan tanggal", facts.handed_over_on.empty() ? "belum" : facts.handed_over_on),
              fact("Diterima tanggal", facts.received_on.empty() ? "belum" : facts.received_on)}}});
  append(paper.blocks, receipt_words(facts));
  paper.blocks.push_back({both(facts)});
  return paper;
}

}  // namespace himpun::report
