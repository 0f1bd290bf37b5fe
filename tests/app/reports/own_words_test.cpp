// The letters of a case and the record of a destruction in words of the office's own, and in the shipped ones again.

#include <algorithm>

#include "app/papers/letterhead_desk.h"
#include "app/reports/demo_quarter.h"
#include "core/report/paper_text.h"

namespace himpun::app::test {
namespace {

struct OwnWords : TheDemoQuarter {
  void change(std::function<Result<Json>(Desk&, std::int64_t)> const& act) {
    office.must([&](Desk& desk) { return act(desk, desk.books.stationery(desk.reader)->state.version); });
  }
  void keep(char const* kind, std::string const& text) {
    change([&](Desk& desk, std::int64_t seen) { return set_template(desk, seen, kind, text, Language::indonesian); });
  }
  /// The first report of this kind in the case of the quarter.
  document::OfficialPaper report_of(std::string const& kind) {
    document::OfficialPaper found;
    look([&](Sight& sight, RunningCase const& running) {
      auto const entries = list_reports(sight, running);
      auto const entry = std::ranges::find(entries, kind, &ReportEntry::kind);
      ASSERT_NE(entry, entries.end());
      found = make_report(sight, running, entry->key).value_or(document::OfficialPaper{});
    });
    return found;
  }
  document::OfficialPaper record() {
    document::OfficialPaper found;
    office.see("", [&](Sight& sight) -> Result<Json> {
      found = make_disposal_paper(sight, archive::ProposalId{"usul-1"}).value_or(ReadyPaper{}).paper;
      return Json{};
    });
    return found;
  }
  static std::string words_in(document::OfficialPaper const& paper) { return report::test::words_of(paper.blocks); }
};

TEST_F(OwnWords, StandInTheLettersOfACaseUntilTheShippedOnesAreTakenBack) {
  auto const usual = report_of("request");
  keep(
      "data_request",
      "Sehubungan dengan {{sop}}, **{{bidang}}** melaporkan {{periode}} ({{nomor_berkas}}) paling lambat {{tenggat}}.");
  auto const words = words_in(report_of("request"));
  EXPECT_NE(words.find("Sehubungan dengan SOP Penyusunan Mekanisme Pengumpulan Data Kinerja Nomor "
                       "040/34.15/PUSTAKA/2025, Bidang Perpustakaan melaporkan Triwulan IV 2025 (0001/2026) paling "
                       "lambat 8 Januari 2026.\n<tanda-tangan-1>"),
            std::string::npos)
      << words;
  EXPECT_EQ(words.find("Demikian disampaikan"), std::string::npos);
  keep("data_request", "");
  EXPECT_EQ(report_of("request"), usual);
}

TEST_F(OwnWords, StandAroundTheListOfAReceipt) {
  keep("data_receipt", "{{bidang}} menyerahkan pada {{tanggal_serah}}:\n{{rincian}}\nDiterima {{tanggal_terima}}.");
  auto const words = words_in(report_of("receipt"));
  auto const opening = words.find("Bidang Perpustakaan menyerahkan pada 7 Januari 2026:");
  auto const list = words.find("Kunjungan perpustakaan,orang"), closing = words.find("Diterima 7 Januari 2026.\n");
  for (auto const at : {opening, list, closing}) ASSERT_NE(at, std::string::npos) << words;
  EXPECT_LT(opening, list);
  EXPECT_LT(list, closing);
}

TEST_F(OwnWords, StandInTheRecordOfADisposal) {
  record_destruction(true);
  auto const usual = record();
  keep("disposal_record", "Menurut {{persetujuan}}, {{jumlah}} berkas dimusnahkan hari {{hari}} oleh {{kantor}}.");
  auto const words = words_in(record());
  EXPECT_NE(words.find("Menurut SK Kepala Dinas 12/2026, 1 berkas dimusnahkan hari Kamis oleh "), std::string::npos)
      << words;
  EXPECT_EQ(words.find("jurnal kantor"), std::string::npos);
  EXPECT_NE(words.find("0001/2025,000.8.6.3"), std::string::npos) << "its list is made from the register";
  keep("disposal_record", "");
  EXPECT_EQ(record(), usual);
}

TEST_F(OwnWords, AreOnPaperOfTheSizeThatTheOfficeUses) {
  record_destruction(true);
  EXPECT_EQ(record().size, document::PageSize::a4);
  change([](Desk& desk, std::int64_t seen) {
    auto letterhead = dressing_of(desk).letterhead;
    letterhead.size = document::PageSize::f4;
    return set_letterhead(desk, seen, letterhead, Language::indonesian);
  });
  EXPECT_EQ(record().size, document::PageSize::f4);
  for (auto const* kind : {"disposition", "request", "receipt", "mechanism", "performance_report"}) {
    EXPECT_EQ(report_of(kind).size, document::PageSize::f4) << kind;
  }
}

}  // namespace
}  // namespace himpun::app::test
