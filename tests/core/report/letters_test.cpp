#include <gtest/gtest.h>

#include "core/report/data_receipt.h"
#include "core/report/data_request.h"
#include "core/report/disposal_record.h"
#include "core/report/disposition_sheet.h"
#include "core/report/paper_text.h"
#include "support/files.h"

namespace himpun::report::test {
namespace {

std::string shipped_words(std::string const& kind) { return himpun::test::read_source_file("papers/" + kind + ".md"); }

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
  for (auto const* each :
       {"Surat dari: Bupati", "Nomor surat: 005/12/2026", "Diterima tanggal: –", "Nomor agenda: –", "Hal: Data kinerja",
        "Diteruskan kepada", "[x] Segera", "[ ] Biasa", "[x] Koordinasi/konfirmasi",
        "Catatan:", "<disposisi> Kota Contoh, 5 Januari 2026", "Plt. Kepala Dinas Pejabat Kadis", "pukul 10.15 WIB"}) {
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
          .case_title = "Data Triwulan IV",
          .procedure = "SOP Contoh Nomor 1",
          .to = "Bidang Perpustakaan",
          .due = "8 Januari 2026",
          .rows = {{"Kunjungan", "orang", "4.500", "Buku tamu"}},
          .by = secretary,
          .copies = {"Kepala Dinas"},
          .words = shipped_words("data_request")};
}

TEST(ADataRequest, IsALetterAsOfficesWriteThem) {
  auto const paper = make_data_request(a_request());
  auto const words = words_of(paper.blocks);
  EXPECT_EQ(paper.title_look, TitleLook::none);
  for (auto const* each : {"Kota Contoh, 6 Januari 2026", "Sifat: Segera", "Lampiran: 1 (satu) lembar",
                           "Hal: Permintaan Data Kinerja Triwulan IV 2025", "Yth. Kepala Bidang Perpustakaan",
                           "paling lambat 8 Januari 2026.", "<tanda-tangan-1>", "Sekretaris Dinas",
                           "Tembusan:", "1,Kunjungan,orang,4.500,Buku tamu"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  EXPECT_TRUE(says(words, std::string{"Nomor: "} + by_hand)) << "no number is ever made up";
}

TEST(ADataRequest, TakesTheAgencysOwnWordsAndKeepsItsHeadAndItsList) {
  auto facts = a_request();
  facts.words = "Menindaklanjuti {{judul_berkas}} di {{daerah}}, {{bidang}} melapor sampai {{tenggat}}.";
  auto const words = words_of(make_data_request(facts).blocks);
  for (auto const* each : {"Menindaklanjuti Data Triwulan IV di Kabupaten Contoh, Bidang Perpustakaan melapor sampai 8 "
                           "Januari 2026.",
                           "Yth. Kepala Bidang Perpustakaan", "<tanda-tangan-1>", "Tembusan:", "1,Kunjungan,orang"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  for (auto const* each : {"Dalam rangka pelaksanaan", "Data diisi pada formulir", "Demikian disampaikan"}) {
    EXPECT_FALSE(says(words, each)) << each;
  }
}

TEST(ADataRequest, SaysNothingOfADueDateThatThereIsNot) {
  auto facts = a_request();
  facts.due.clear();
  EXPECT_FALSE(says(words_of(make_data_request(facts).blocks), "paling lambat"));
  facts.words = "Paling lambat {{tenggat}}.";
  EXPECT_TRUE(says(words_of(make_data_request(facts).blocks), std::string{"Paling lambat "} + by_hand + "."));
}

DataReceiptFacts a_receipt() {
  return {.office = office,
          .case_number = "1/2026",
          .case_title = "Data Triwulan IV",
          .period = "Triwulan IV 2025",
          .division = "Bidang Perpustakaan",
          .handed_over_on = "7 Januari 2026",
          .received_on = {},
          .rows = {{"Kunjungan", "orang", "4.321", "Buku tamu", "diterima"}},
          .answer = {},
          .missing = {"IPLM"},
          .giver = {"Kepala Bidang", "Pejabat Bidang", "", ""},
          .taker = {"Analis", "Pejabat Analis", "", ""},
          .words = shipped_words("data_receipt")};
}

TEST(ADataReceipt, NamesWhatWasReceivedAndWhatIsMissing) {
  auto const words = words_of(make_data_receipt(a_receipt()).blocks);
  for (auto const* each : {"Diserahkan tanggal: 7 Januari 2026", "Diterima tanggal: belum", "Kunjungan,orang,4.321",
                           "Belum diserahkan:\n- IPLM", "Yang menyerahkan, Kepala Bidang", "Yang menerima, Analis"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
}

TEST(ADataReceipt, StandsBetweenTheAgencysOwnSentences) {
  auto facts = a_receipt();
  facts.words = "Telah diserahkan oleh {{bidang}}:\n{{rincian}}\nDemikian, {{tanggal_terima}}.";
  auto const paper = make_data_receipt(facts);
  auto const words = words_of(paper.blocks);
  auto const opening = words.find("Telah diserahkan oleh Bidang Perpustakaan:\n");
  auto const closing = words.find(std::string{"Demikian, "} + by_hand + ".\n");
  auto const facts_end = words.find("Diterima tanggal: belum"), list = words.find("Kunjungan,orang"),
             missing = words.find("- IPLM"), signatures = words.find("Yang menyerahkan");
  for (auto const at : {facts_end, opening, list, missing, closing, signatures}) ASSERT_NE(at, std::string::npos);
  EXPECT_LT(facts_end, opening);
  EXPECT_LT(opening, list);
  EXPECT_LT(missing, closing);
  EXPECT_LT(closing, signatures);
}

DisposalFacts a_disposal() {
  DisposalFacts facts;
  facts.office = office;
  facts.method = "dicacah";
  facts.files = {{"001", "000.8.3.3", "SOP lama", "2015-2016", "3", "2 + 3", ""}};
  facts.leader = secretary;
  facts.witnesses = {{"Arsiparis", "Pejabat Arsiparis", "", ""}};
  facts.words = shipped_words("disposal_record");
  return facts;
}

TEST(ADisposalRecord, LeavesOpenWhatIsNotKnown) {
  auto const paper = make_disposal_record(a_disposal());
  auto const words = words_of(paper.blocks);
  EXPECT_EQ(paper.number, by_hand);
  for (auto const* each :
       {"dengan cara dicacah", "sebanyak 1 berkas", "001,000.8.3.3,SOP lama", "<saksi-1>", "<tanda-tangan-1>"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  EXPECT_FALSE(says(words, "jurnal"));
}

TEST(ADisposalRecord, TakesTheAgencysOwnWords) {
  auto facts = a_disposal();
  facts.approval = "SK 12";
  facts.journal_proof = proof_in_journal("7/2026");
  facts.words = "Menurut {{persetujuan}} dimusnahkan {{jumlah}} berkas milik {{kantor}}.\n\n{{bukti_jurnal}}";
  auto const words = words_of(make_disposal_record(facts).blocks);
  for (auto const* each : {"Menurut SK 12 dimusnahkan 1 berkas milik Dinas Contoh.", "pada usul musnah nomor 7/2026.",
                           "<saksi-1>", "001,000.8.3.3,SOP lama"}) {
    EXPECT_TRUE(says(words, each)) << each;
  }
  EXPECT_FALSE(says(words, "Pada hari ini"));
}

}  // namespace
}  // namespace himpun::report::test
