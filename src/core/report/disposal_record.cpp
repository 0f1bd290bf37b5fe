#include "core/report/disposal_record.h"

namespace himpun::report {
namespace {

using namespace document;

std::string or_open(std::string const& text) { return text.empty() ? by_hand : text; }

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

std::string act_of(DisposalFacts const& facts) {
  return "Pada hari ini " + or_open(facts.weekday) + " tanggal " + or_open(facts.date) + ", berdasarkan " +
         or_open(facts.legal_basis) + " dan persetujuan pemusnahan " + or_open(facts.approval) +
         ", yang bertanda tangan di bawah ini telah melaksanakan pemusnahan arsip sebanyak " +
         std::to_string(facts.files.size()) + " berkas sebagaimana daftar terlampir, dengan cara " +
         or_open(facts.method) + ".";
}

Signatures places_of(DisposalFacts const& facts) {
  Signatures signatures;
  for (std::size_t i = 0; i < facts.witnesses.size(); ++i) {
    auto place = place_of("saksi-" + std::to_string(i + 1), PlaceKind::signature, facts.witnesses[i]);
    place.heading = "Saksi " + std::to_string(i + 1) + ",";
    signatures.places.push_back(std::move(place));
  }
  auto leader = place_of("tanda-tangan-1", PlaceKind::signature, facts.leader);
  leader.place_and_date = place_and_date(facts.office, or_open(facts.date));
  signatures.places.push_back(std::move(leader));
  return signatures;
}

}  // namespace

OfficialPaper make_disposal_record(DisposalFacts const& facts) {
  OfficialPaper paper;
  paper.title = "BERITA ACARA PEMUSNAHAN ARSIP";
  paper.number = or_open(facts.number);
  paper.subject = "Pemusnahan arsip " + facts.office.agency;
  paper.blocks.push_back(paragraph(act_of(facts)));
  if (!facts.journal_proof.empty()) paper.blocks.push_back(paragraph(facts.journal_proof));
  paper.blocks.push_back(paragraph("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan seperlunya."));
  paper.blocks.push_back({places_of(facts)});
  paper.blocks.push_back({PageBreak{}});
  paper.blocks.push_back({list_of(facts.files)});
  return paper;
}

}  // namespace himpun::report
