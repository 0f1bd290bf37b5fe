// The papers of the demo's last quarter as they are printed: the text and the pages of the PDF that the real printer
// makes, as a stranger's program reads them. Only spaces at the ends of lines and the marks between pages are another
// program's business; everything else is compared with tests/golden/prints. HIMPUN_WRITE_GOLDEN=1 writes that anew,
// HIMPUN_WRITE_PAPERS=<folder> leaves the PDFs there to be looked at.

#include <sstream>

#include "adapters/pdf/weasyprint.h"
#include "app/papers/case_paper.h"
#include "app/reports/demo_quarter.h"
#include "support/procedures.h"

namespace himpun::app::test {
namespace {

/// "-- halaman 1 dari 2" and the lines of the page, and so on.
std::string pages_of(std::string const& text, int count) {
  std::string pages;
  std::istringstream in{text};
  int number = 0;
  for (std::string page; std::getline(in, page, '\f');) {
    pages += "-- halaman " + std::to_string(++number) + " dari " + std::to_string(count) + "\n";
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
      pages += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
  }
  return pages;
}

struct ThePrintedQuarter : TheDemoQuarter {
  std::unique_ptr<Renderer> printer_ = pdf::find_renderer(office.scratch.path().string());

  void SetUp() override {
    if (!printer_) GTEST_SKIP() << "weasyprint is not installed";
    if (std::system("command -v pdftotext >/dev/null") != 0) GTEST_SKIP() << "pdftotext is not installed";
    TheDemoQuarter::SetUp();
  }

  void compare_print(std::string const& key, ReadyPaper const& ready) {
    auto const printed = print(printer_.get(), ready);
    ASSERT_TRUE(printed) << key << ": " << printed.error().detail.en;
    auto const* folder = std::getenv("HIMPUN_WRITE_PAPERS");
    auto const pdf = folder ? std::string{folder} + "/" + key + ".pdf" : office.scratch.file("paper.pdf");
    std::ofstream{pdf, std::ios::binary} << printed->pdf;
    auto const text = office.scratch.file("paper.txt");
    ASSERT_EQ(std::system(("pdftotext -layout '" + pdf + "' '" + text + "'").c_str()), 0);
    std::ifstream file{text};
    compare("prints", key, pages_of({std::istreambuf_iterator<char>{file}, {}}, printed->pages));
  }
};

TEST_F(ThePrintedQuarter, HasTheTextAndThePagesOfItsReports) {
  std::map<std::string, ReadyPaper> kinds;
  look([&](Sight& sight, RunningCase const& running) {
    for (auto const& entry : list_reports(sight, running)) {
      auto paper = make_report(sight, running, entry.key);
      ASSERT_TRUE(paper) << entry.key;
      kinds.try_emplace(entry.kind, make_ready(sight, std::move(*paper), sight.now, entry.kind));
    }
  });
  EXPECT_EQ(kinds.size(), 5u);
  for (auto const& [kind, ready] : kinds) compare_print(kind, ready);
}

TEST_F(ThePrintedQuarter, HasTheTextAndThePagesOfWhatItsPeopleWrote) {
  std::map<std::string, ReadyPaper> papers;
  look([&](Sight& sight, RunningCase const& running) {
    for (auto const& paper : running.state().papers) {
      auto const ready = make_case_paper(sight, {running.state().id, paper.key, paper.latest().number});
      if (ready && !is_assembled(sight, running, paper.key)) papers.emplace(paper.key, *ready);
    }
  });
  EXPECT_EQ(papers.size(), 1u);
  for (auto const& [key, ready] : papers) compare_print("case_paper_" + key, ready);
}

TEST_F(ThePrintedQuarter, HasTheTextAndThePagesOfItsDisposalRecords) {
  for (bool const is_carried_out : {false, true}) record_destruction(is_carried_out);
  std::map<std::string, ReadyPaper> papers;
  auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
    for (auto const& [id, name] : {std::pair{"usul-1", "disposal_record"}, {"usul-2", "disposal_record_open"}}) {
      auto ready = make_disposal_paper(sight, archive::ProposalId{id});
      if (!ready) return std::unexpected(ready.error());
      papers.emplace(name, std::move(*ready));
    }
    return Json{};
  });
  ASSERT_TRUE(seen) << seen.error().type->code;
  for (auto const& [name, ready] : papers) compare_print(name, ready);
}

TEST_F(ThePrintedQuarter, HasTheTextAndThePagesOfItsSopSheet) {
  auto const procedure = himpun::test::read_shipped("procedures/pengumpulan-data-kinerja.yaml");
  compare_print("sop_sheet", {sheet_paper(procedure, document::PageSize::a4), {}, procedure.unit, office.now, {}});
}

}  // namespace
}  // namespace himpun::app::test
