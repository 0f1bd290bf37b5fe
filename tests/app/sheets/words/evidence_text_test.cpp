// Evidence typed into a cell: links and places, with a title or without one.

#include "app/sheets/words/evidence_text.h"

#include <gtest/gtest.h>

namespace himpun::app {
namespace {

using performance::EvidenceKind;

TEST(EvidenceText, IsOnePieceForEachPart) {
  auto const pieces = evidence_in(text_cell(" Rekap = https://contoh.go.id/r?bulan=12 ;\nLemari 3, map 12; ;"));
  ASSERT_TRUE(pieces);
  ASSERT_EQ(pieces->size(), 2U);
  EXPECT_EQ(pieces->at(0).kind, EvidenceKind::link);
  EXPECT_EQ(pieces->at(0).title, "Rekap");
  EXPECT_EQ(pieces->at(0).link, "https://contoh.go.id/r?bulan=12");
  EXPECT_EQ(pieces->at(1).kind, EvidenceKind::physical);
  EXPECT_EQ(pieces->at(1).title, "Lemari 3, map 12");
  EXPECT_EQ(pieces->at(1).place, "Lemari 3, map 12");
}

TEST(EvidenceText, DoesNotTakeALinksOwnSignForATitle) {
  auto const pieces = evidence_in(text_cell("https://contoh.go.id/r?bulan=12"));
  ASSERT_TRUE(pieces);
  EXPECT_EQ(pieces->at(0).link, "https://contoh.go.id/r?bulan=12");
  EXPECT_TRUE(evidence_in(blank_cell())->empty());
}

}  // namespace
}  // namespace himpun::app
