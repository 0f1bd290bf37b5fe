#include <gtest/gtest.h>

#include "core/document/case_papers.h"

namespace himpun::document {
namespace {

Instant at(int minute) { return Instant{std::chrono::minutes{minute}}; }

struct Editions : ::testing::Test {
  EditionRequested const wish{"dokumen", 2, "hash"};
  CasePapers papers;

  void happen(PapersEvent const& event, int minute) { evolve(papers, event, at(minute)); }
  void make() {
    happen(wish, 1);
    happen(EditionMade{"dokumen", 2, FileRef{"sha", "a.pdf", "application/pdf", 7}, {}, {}}, 2);
  }
};

TEST_F(Editions, AreAskedForOnce) {
  EXPECT_EQ(request_edition(papers, wish).size(), 1U);
  happen(wish, 1);
  EXPECT_TRUE(request_edition(papers, wish).empty());
  make();
  EXPECT_TRUE(request_edition(papers, wish).empty());
}

TEST_F(Editions, ThatFailedAreAskedForAgain) {
  happen(wish, 1);
  happen(EditionFailed{"dokumen", 2, 5, "rusak"}, 2);
  EXPECT_EQ(request_edition(papers, wish).size(), 1U);
}

TEST_F(Editions, AreMadeAnewWhenSomebodyMarkedTheVersionSince) {
  make();
  EXPECT_TRUE(request_edition(papers, wish, at(1)).empty());
  ASSERT_EQ(request_edition(papers, wish, at(3)).size(), 1U);
  happen(wish, 4);
  EXPECT_TRUE(request_edition(papers, wish, at(3)).empty()) << "under way";
}

}  // namespace
}  // namespace himpun::document
