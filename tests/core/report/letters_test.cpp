#include <gtest/gtest.h>

#include "core/report/data_receipt.h"
#include "core/report/data_request.h"
#include "core/report/disposal_record.h"
#include "core/report/disposition_sheet.h"
#include "core/report/paper_text.h"

namespace himpun::report::test {
namespace {


OfficeFacts const office{"Dinas Contoh", "Kabupaten Contoh", "Kota Contoh"};
Official const secretary{"Sekretaris Dinas", "Pejabat Sekretaris", "Pembina (IV/a)", ""};

DispositionFacts a_disposition() {
  return {.office = office,
          .from = "Bupati",
          .number = "005/12/2026",
          .date = "2 Januari 2026",
          .received_on = {},
          .agenda_number = {},
          .subject = "Data kinerja",
          .natures = {{"Segera", true}, {"Biasa", false}},
          .instructions = {{"Koordinasi/konfirmasi", true}, {"Arsipkan", false}},
          .to = {"Sekretaris Dinas"},
          .note = {},
          .by = {"Plt. Kepala Dinas", "Pejabat Kadis", "", ""},
          .given_on = "5 Januari 2026",
          .given_at = "5 Januari 2026 pukul 10.15 WIB",
          .withdrawn = {},
          .case_number = "1/2026"};
}

TEST(ADispositionSheet, HasEveryFieldOfTheFormAlsoTheEmptyOnes) {
  auto const words = words_of(make_disposition_sheet(a_disposition()).blocks);
  for (auto const* each : {"Surat dari: Bupati", "Nomor surat: 005/12/2026", "Diterima tanggal: –", "Nomor agenda: –",
                           "Hal: Data kinerja", "Diteruskan kepada", "[x] Segera", "[ ] Biasa",
                           "[x] Koordinasi/konfirmasi", "Catatan:", "<disposisi> Kota Contoh, 5 Januari 2026",
                           "Plt. Kepala Dinas Pejabat Kadis", "pukul 10.15 WIB"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
}

TEST(ADispositionSheet, SaysThatItWasWithdrawn) {
  auto facts = a_disposition();
  facts.withdrawn = "Salah alamat.";
  auto const paper = make_disposition_sheet(facts);
  EXPECT_EQ(paper.watermark, "DITARIK");
  EXPECT_TRUE(says(words_of(paper.blocks), "DITARIK: Salah alamat."));
}

DataRequestFacts a_request() {
  return {.office = office,
          .number = {},
          .date = "6 Januari 2026",
          .period = "Triwulan IV 2025",
          .case_number = "1/2026",
          .procedure = "SOP Contoh Nomor 1",
          .to = "Bidang Perpustakaan",
          .due = "8 Januari 2026",
          .rows = {{"Kunjungan", "orang", "4.500", "Buku tamu"}},
          .by = secretary,
          .copies = {"Kepala Dinas"},
          .opening = {}};
}

TEST(ADataRequest, IsALetterAsOfficesWriteThem) {
  auto const paper = make_data_request(a_request());
  auto const words = words_of(paper.blocks);
  EXPECT_EQ(paper.title_look, TitleLook::none);
  for (auto const* each : {"Kota Contoh, 6 Januari 2026", "Sifat: Segera", "Lampiran: 1 (satu) lembar",
                           "Hal: Permintaan Data Kinerja Triwulan IV 2025", "Yth. Kepala Bidang Perpustakaan",
                           "paling lambat 8 Januari 2026.", "<tanda-tangan-1>", "Sekretaris Dinas", "Tembusan:",
                           "1,Kunjungan,orang,4.500,Buku tamu"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  EXPECT_TRUE(says(words, std::string{"Nomor: "} + by_hand)) << "no number is ever made up";
}

TEST(ADataRequest, TakesTheAgencysOwnWords) {
  auto facts = a_request();
  facts.opening = {paragraph("Menindaklanjuti disposisi Bapak Bupati.")};
  auto const words = words_of(make_data_request(facts).blocks);
  EXPECT_TRUE(says(words, "Menindaklanjuti disposisi Bapak Bupati."));
  EXPECT_FALSE(says(words, "Dalam rangka pelaksanaan"));
}

TEST(ADataReceipt, NamesWhatWasReceivedAndWhatIsMissing) {
  DataReceiptFacts const facts{.office = office,
                               .case_number = "1/2026",
                               .period = "Triwulan IV 2025",
                               .division = "Bidang Perpustakaan",
                               .handed_over_on = "7 Januari 2026",
                               .received_on = {},
                               .rows = {{"Kunjungan", "orang", "4.321", "Buku tamu", "diterima"}},
                               .answer = {},
                               .missing = {"IPLM"},
                               .giver = {"Kepala Bidang", "Pejabat Bidang", "", ""},
                               .taker = {"Analis", "Pejabat Analis", "", ""}};
  auto const words = words_of(make_data_receipt(facts).blocks);
  for (auto const* each : {"Diserahkan tanggal: 7 Januari 2026", "Diterima tanggal: belum", "Kunjungan,orang,4.321",
                           "Belum diserahkan:\n- IPLM", "Yang menyerahkan, Kepala Bidang", "Yang menerima, Analis"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
}

TEST(ADisposalRecord, LeavesOpenWhatIsNotKnown) {
  DisposalFacts facts;
  facts.office = office;
  facts.method = "dicacah";
  facts.files = {{"001", "000.8.3.3", "SOP lama", "2015-2016", "3", "2 + 3", ""}};
  facts.leader = secretary;
  facts.witnesses = {{"Arsiparis", "Pejabat Arsiparis", "", ""}};
  auto const paper = make_disposal_record(facts);
  auto const words = words_of(paper.blocks);
  EXPECT_EQ(paper.number, by_hand);
  for (auto const* each : {"dengan cara dicacah", "sebanyak 1 berkas", "001,000.8.3.3,SOP lama", "<saksi-1>",
                           "<tanda-tangan-1>"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
}

}  // namespace
}  // namespace himpun::report::test
