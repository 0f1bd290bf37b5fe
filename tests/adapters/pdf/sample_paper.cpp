#include "adapters/pdf/sample_paper.h"

#include "core/document/manuscript/manuscript.h"

namespace himpun::pdf::test {

using namespace document;

OfficialPaper sample_paper() {
  OfficialPaper paper;
  paper.title = "Dokumen Mekanisme <Pengumpulan> & \"Data\"";
  paper.subtitle = "Triwulan I Tahun 2026";
  paper.numbering = Numbering::letters;
  paper.footer = "Berkas 1/2026; versi 2";
  paper.blocks = read_manuscript(
      "# Dasar Hukum\n\n1. Peraturan Pemerintah\n2. Peraturan Presiden\n\n# Data\n\n| Indikator | Target |\n|---|--:|\n"
      "| Jumlah **pemustaka** | 1.200 |\n\n<script>alert(1)</script> <img src=\"file:///etc/passwd\">");
  SignaturePlace signature;
  signature.id = "ttd-1";
  signature.position = "Kepala Dinas";
  SignaturePlace initials;
  initials.id = "paraf-1";
  initials.kind = PlaceKind::initials;
  initials.position = "Sekretaris";
  paper.blocks.push_back({Signatures{{signature}}});
  paper.blocks.push_back({Signatures{{initials}}});
  paper.attachments.push_back({"data.csv", "text/csv", "Data sumber", Relation::data, "indikator;target\nA;1\n"});
  paper.attachments.push_back({"data.json", "application/json", "Data sumber", Relation::source, "{}"});
  return paper;
}

app::ReadyPaper ready(OfficialPaper paper) {
  Dressing dressing;
  dressing.letterhead.lines = {{"PEMERINTAH KABUPATEN", LineLook::normal}, {"DINAS PERPUSTAKAAN", LineLook::large}};
  return {std::move(paper), dressing, "Dinas Perpustakaan", *parse_instant("2026-01-05T01:02:03Z"), "naskah"};
}

}  // namespace himpun::pdf::test
