// The papers of the demo's last quarter, word for word: what they say is what the record says, and nothing of it
// changes unnoticed. HIMPUN_WRITE_GOLDEN=1 writes the expected texts anew.

#include <set>

#include "app/reports/demo_quarter.h"
#include "core/report/paper_text.h"

namespace himpun::app::test {
namespace {

std::string text_of(document::OfficialPaper const& paper) {
  return paper.title + "\n" + paper.subtitle + "\n" + paper.number + "\n\n" + report::test::words_of(paper.blocks);
}

TEST_F(TheDemoQuarter, HasThePapersOfItsStepsWordForWord) {
  std::set<std::string> kinds;
  look([&](Sight& sight, RunningCase const& running) {
    for (auto const& entry : list_reports(sight, running)) {
      auto const paper = make_report(sight, running, entry.key);
      ASSERT_TRUE(paper) << entry.key;
      if (kinds.insert(entry.kind).second) compare("papers", entry.kind, text_of(*paper));
    }
  });
  EXPECT_EQ(kinds, (std::set<std::string>{"disposition", "request", "receipt", "mechanism", "performance_report"}));
}

TEST_F(TheDemoQuarter, HasTheRecordOfADisposalWordForWord) {
  for (bool const is_carried_out : {false, true}) record_destruction(is_carried_out);
  auto const seen = office.see("", [](Sight& sight) -> Result<Json> {
    for (auto const& [id, name] : {std::pair{"usul-1", "disposal_record"}, {"usul-2", "disposal_record_open"}}) {
      auto const ready = make_disposal_paper(sight, archive::ProposalId{id});
      if (!ready) return std::unexpected(ready.error());
      compare("papers", name, text_of(ready->paper));
    }
    return Json{};
  });
  ASSERT_TRUE(seen) << seen.error().type->code;
}

TEST_F(TheDemoQuarter, ARecordIsMadeOnlyOfAnApprovedDisposal) {
  auto const asked = [&](char const* id) {
    return office.see("", [id](Sight& sight) -> Result<Json> {
      auto const ready = make_disposal_paper(sight, archive::ProposalId{id});
      if (!ready) return std::unexpected(ready.error());
      return Json{};
    });
  };
  EXPECT_EQ(asked("tidak-ada").error().type->code, archive::proposal_unknown.code);
  office.must([&](Desk& desk) -> Result<Json> {
    auto const book = desk.books.archive(desk.reader);
    auto events = destruction_of(desk, book->state, false);
    events.pop_back();
    if (auto end = desk.record(archive_stream, book->head, events); !end) return std::unexpected(end.error());
    return Json{};
  });
  EXPECT_EQ(asked("usul-2").error().type->code, archive::proposal_not_approved.code);
}

TEST_F(TheDemoQuarter, AnswersOnlyForPapersThatItHas) {
  look([](Sight& sight, RunningCase const& running) {
    for (auto const* key :
         {"disposition:0", "disposition:99", "disposition:x", "request:tidak-ada", "perintah", "", ":"}) {
      auto const made = make_report(sight, running, key);
      ASSERT_FALSE(made) << key;
      EXPECT_EQ(made.error().type->code, "report.unknown");
    }
    EXPECT_FALSE(make_report(sight, running, "dokumen", 99));
    EXPECT_TRUE(make_report(sight, running, "dokumen", 1));
    EXPECT_TRUE(is_assembled(sight, running, "dokumen"));
    EXPECT_FALSE(is_assembled(sight, running, "perintah"));
  });
}

TEST_F(TheDemoQuarter, MakesTheSamePaperTwice) {
  look([](Sight& sight, RunningCase const& running) {
    EXPECT_EQ(*make_report(sight, running, "dokumen"), *make_report(sight, running, "dokumen"));
  });
}

}  // namespace
}  // namespace himpun::app::test
