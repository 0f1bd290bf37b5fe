#include "app/papers/samples.h"

#include "base/ensure.h"
#include "core/document/manuscript/manuscript.h"
#include "core/report/data_receipt.h"
#include "core/report/data_request.h"
#include "core/report/disposal_record.h"
#include "core/report/field_words.h"

namespace himpun::app {
namespace {

using document::PaperKind;

constexpr char const* sample_number = "1/2026";
constexpr char const* sample_case = "Pengumpulan data kinerja Triwulan I Tahun 2026";
constexpr char const* sample_period = "Triwulan I Tahun 2026";
constexpr char const* sample_division = "Bidang Contoh";
constexpr char const* sample_indicator = "Jumlah pemustaka";
constexpr char const* sample_evidence = "Rekap kunjungan bulanan";
report::Official const sample_division_head{"Kepala Bidang Contoh", "Nama Kepala Bidang", "", ""};
report::Official const sample_analyst{"Analis Contoh", "Nama Analis", "", ""};

report::Official head_of(report::OfficeFacts const& office) {
  return {"Kepala " + office.agency, "Nama Pejabat", "", ""};
}

document::OfficialPaper sample_case_paper(report::OfficeFacts const& office, std::string const& text) {
  document::OfficialPaper paper;
  paper.title = "Contoh Naskah";
  paper.subtitle = sample_period;
  paper.numbering = document::Numbering::letters;
  document::Filling filling;
  filling.words = report::with_case({}, {sample_number, sample_case, sample_period}, office);
  filling.blocks["isi"] = document::read_manuscript(
      "# Pendahuluan\n\nDi sini tercetak isi naskah yang ditulis para pejabat: paragraf, daftar, dan tabel.\n\n"
      "# Data\n\n| Indikator | Target | Realisasi |\n|---|--:|--:|\n| Jumlah pemustaka | 1.200 | 1.150 |");
  paper.blocks = document::fill_template(text, filling);
  auto place = report::place_of("ttd-1", document::PlaceKind::signature, head_of(office));
  place.heading = office.place.empty() ? "" : "Ditetapkan di " + office.place;
  paper.blocks.push_back({document::Signatures{{std::move(place)}}});
  return paper;
}

document::OfficialPaper sample_request(report::OfficeFacts office, std::string text) {
  return report::make_data_request({.office = std::move(office),
                                    .number = {},
                                    .date = "6 April 2026",
                                    .period = sample_period,
                                    .case_number = sample_number,
                                    .case_title = sample_case,
                                    .procedure = "SOP Contoh Nomor 1 Tahun 2026",
                                    .to = sample_division,
                                    .due = "10 April 2026",
                                    .rows = {{sample_indicator, "orang", "1.200", sample_evidence},
                                             {"1.02.03 Program Contoh", "rupiah", "250.000.000", ""}},
                                    .by = {"Sekretaris Dinas", "Nama Sekretaris", "", ""},
                                    .copies = {"Kepala Dinas (sebagai laporan)"},
                                    .words = std::move(text)});
}

document::OfficialPaper sample_receipt(report::OfficeFacts office, std::string text) {
  return report::make_data_receipt({.office = std::move(office),
                                    .case_number = sample_number,
                                    .case_title = sample_case,
                                    .period = sample_period,
                                    .division = sample_division,
                                    .handed_over_on = "9 April 2026",
                                    .received_on = "10 April 2026",
                                    .rows = {{sample_indicator, "orang", "1.150", sample_evidence, "diterima"}},
                                    .answer = {},
                                    .missing = {"1.02.03 Program Contoh"},
                                    .giver = sample_division_head,
                                    .taker = sample_analyst,
                                    .words = std::move(text)});
}

document::OfficialPaper sample_record(report::OfficeFacts const& office, std::string text) {
  return report::make_disposal_record(
      {.office = office,
       .number = sample_number,
       .date = "7 April 2026",
       .weekday = "Selasa",
       .approval = "Surat Kepala Dinas Nomor 12 Tahun 2026",
       .method = "penghapusan 3 isi elektronik dari penyimpanan",
       .legal_basis = "jadwal retensi arsip",
       .files = {{"0007/2020", "000.8.6.3", "Berkas contoh", "2020", "3", "2 + 3 tahun", ""}},
       .leader = head_of(office),
       .witnesses = {{"", "Nama Saksi Satu", "", ""}, {"", "Nama Saksi Dua", "", ""}},
       .journal_proof = report::proof_in_journal(sample_number),
       .words = std::move(text)});
}

document::OfficialPaper sample_of(PaperKind kind, report::OfficeFacts const& office, std::string const& text) {
  switch (kind) {
    case PaperKind::case_paper:
      return sample_case_paper(office, text);
    case PaperKind::data_request:
      return sample_request(office, text);
    case PaperKind::data_receipt:
      return sample_receipt(office, text);
    case PaperKind::disposal_record:
      return sample_record(office, text);
    case PaperKind::disposition_sheet:
    case PaperKind::mechanism:
    case PaperKind::performance_report:
      break;
  }
  ensure(false, "a kind without a template");
  return {};
}

}  // namespace

document::OfficialPaper sample_paper(access::Agency const& agency, StationeryDraft const& draft) {
  auto paper = sample_of(draft.kind, {agency.name, agency.region, draft.letterhead.place}, draft.text);
  paper.size = draft.letterhead.size;
  paper.footer = "Contoh";
  return paper;
}

}  // namespace himpun::app
