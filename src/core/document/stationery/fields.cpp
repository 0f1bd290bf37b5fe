#include "core/document/stationery/template.h"

namespace himpun::document {
namespace {

using Fields = std::vector<TemplateField>;

Fields with_office(Fields fields) {
  fields.push_back({"kantor", {"nama kantor", "the agency's name"}});
  fields.push_back({"daerah", {"nama daerah", "the region's name"}});
  fields.push_back({"tempat", {"tempat, dari kop surat", "the place, from the letterhead"}});
  return fields;
}

Fields of_a_case(Fields fields) {
  fields.push_back({"nomor_berkas", {"nomor berkas", "the case's number"}});
  fields.push_back({"judul_berkas", {"judul berkas", "the case's title"}});
  fields.push_back({"periode", {"periode data", "the period of the data"}});
  return with_office(std::move(fields));
}

Fields const& case_paper_fields() {
  static auto const fields =
      of_a_case({{"isi", {"isi naskah", "the paper's words"}, FieldKind::blocks, FieldNeed::needed}});
  return fields;
}

Fields const& data_request_fields() {
  static auto const fields = of_a_case({
      {"sop", {"nama dan nomor SOP", "the SOP's name and number"}},
      {"bidang", {"bidang yang diminta", "the division that is asked"}},
      {"tanggal", {"tanggal surat", "the letter's date"}},
      {"tenggat", {"tanggal batas waktu", "the due date"}},
      {"kalimat_tenggat",
       {"kalimat batas waktu, bila ada batas waktu", "the sentence with the due date, if there is one"},
       FieldKind::blocks},
  });
  return fields;
}

Fields const& data_receipt_fields() {
  static auto const fields = of_a_case({
      {"rincian",
       {"rincian data yang diserahkan dan yang belum", "the list of what was handed over and what is missing"},
       FieldKind::blocks,
       FieldNeed::needed},
      {"bidang", {"bidang yang menyerahkan", "the division that hands over"}},
      {"tanggal_serah", {"tanggal diserahkan", "the day of handing over"}},
      {"tanggal_terima", {"tanggal diterima", "the day of receiving"}},
  });
  return fields;
}

/// ASSUMPTION: the record names the approval, without which nothing may be destroyed (PP 28/2012); how many files there
/// were and how it was done is left to the office's words.
Fields const& disposal_record_fields() {
  static auto const fields = with_office({
      {"nomor", {"nomor berita acara", "the record's number"}},
      {"hari", {"hari pemusnahan", "the weekday of the destruction"}},
      {"tanggal", {"tanggal pemusnahan", "the day of the destruction"}},
      {"dasar", {"dasar pemusnahan", "the grounds of the destruction"}},
      {"persetujuan", {"keputusan yang menyetujui", "the decree that approves"}, FieldKind::words, FieldNeed::needed},
      {"jumlah", {"jumlah berkas", "the number of files"}},
      {"cara", {"cara pemusnahan", "how it was done"}},
      {"bukti_jurnal",
       {"kalimat bukti jurnal, setelah dilaksanakan",
        "the sentence about the proof in the journal, once it was carried out"},
       FieldKind::blocks},
  });
  return fields;
}

}  // namespace

std::span<TemplateField const> fields_of(PaperKind kind) {
  switch (kind) {
    case PaperKind::case_paper:
      return case_paper_fields();
    case PaperKind::data_request:
      return data_request_fields();
    case PaperKind::data_receipt:
      return data_receipt_fields();
    case PaperKind::disposal_record:
      return disposal_record_fields();
    case PaperKind::disposition_sheet:
    case PaperKind::mechanism:
    case PaperKind::performance_report:
      return {};
  }
  return {};
}

}  // namespace himpun::document
