#include "core/report/disposal_record.h"

#include "core/report/field_words.h"

namespace himpun::report {
namespace {

using namespace document;

Table list_of(std::vector<DisposedFile> const& files) {
  Table table{"daftar-arsip-musnah",
              "Daftar arsip yang dimusnahkan",
              {{"No", Align::centre, 5, {}},
               {"Nomor berkas", Align::start, 14, {}},
               {"Kode klasifikasi", Align::start, 13, {}},
               {"Uraian", Align::start, 30, {}},
               {"Kurun waktu", Align::start, 11, {}},
               {"Jumlah", Align::end, 8, {}},
               {"Retensi", Align::start, 10, {}},
               {"Keterangan", Align::start, 9, {}}},
              {}};
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto const& file = files[i];
    table.rows.push_back(row({std::to_string(i + 1), file.number, file.classification, file.description, file.years,
                              file.amount, file.retention, file.remark}));
  }
  return table;
}

Blocks record_words(DisposalFacts const& facts) {
  Blocks proof;
  if (!facts.journal_proof.empty()) proof.push_back(paragraph(facts.journal_proof));
  FieldWords own{{"nomor", or_by_hand(facts.number)},         {"hari", or_by_hand(facts.weekday)},
                 {"tanggal", or_by_hand(facts.date)},         {"dasar", or_by_hand(facts.legal_basis)},
                 {"persetujuan", or_by_hand(facts.approval)}, {"jumlah", std::to_string(facts.files.size())},
                 {"cara", or_by_hand(facts.method)}};
  return fill_template(facts.words, {.words = with_office(std::move(own), facts.office),
                                     .blocks = {{"bukti_jurnal", std::move(proof)}}});
}

Signatures places_of(DisposalFacts const& facts) {
  Signatures signatures;
  for (std::size_t i = 0; i < facts.witnesses.size(); ++i) {
    auto place = place_of("saksi-" + std::to_string(i + 1), PlaceKind::signature, facts.witnesses[i]);
    place.heading = "Saksi " + std::to_string(i + 1) + ",";
    signatures.places.push_back(std::move(place));
  }
  auto leader = place_of("tanda-tangan-1", PlaceKind::signature, facts.leader);
  leader.place_and_date = place_and_date(facts.office, or_by_hand(facts.date));
  signatures.places.push_back(std::move(leader));
  return signatures;
}

}  // namespace

std::string proof_in_journal(std::string const& proposal_number) {
  return "Siapa yang mengusulkan, menyetujui, dan melaksanakan pemusnahan ini, serta sidik (SHA-256) setiap isi yang "
         "dihapus, tetap tercatat di jurnal kantor pada usul musnah nomor " +
         proposal_number + ".";
}

OfficialPaper make_disposal_record(DisposalFacts const& facts) {
  OfficialPaper paper;
  paper.title = "BERITA ACARA PEMUSNAHAN ARSIP";
  paper.number = or_by_hand(facts.number);
  paper.subject = "Pemusnahan arsip " + facts.office.agency;
  append(paper.blocks, record_words(facts));
  paper.blocks.push_back({places_of(facts)});
  paper.blocks.push_back({PageBreak{}});
  paper.blocks.push_back({list_of(facts.files)});
  return paper;
}

}  // namespace himpun::report
