#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

Evidence file_of(char const* id, char digit) {
  Evidence evidence;
  evidence.id = EvidenceId{id};
  evidence.title = "Buku tamu";
  evidence.file = FileRef{std::string(64, digit), "buku-tamu.pdf", "application/pdf", 1000};
  return evidence;
}

class WithEvidence : public ::testing::Test {
 protected:
  WithEvidence() { office.open(); }
  SmallOffice office;
};

TEST_F(WithEvidence, OnePieceServesManyRowsWithAPageForEach) {
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b1", 'a'), {{visits, "hal. 3"}, {money, "lembar 2"}}}), "");
  EXPECT_EQ(evidence_of(office.collection, visits).size(), 1U);
  EXPECT_EQ(office.collection.evidence.at(EvidenceId{"b1"}).uses.at(1).page, "lembar 2");
  EXPECT_EQ(office.act("ani", ReuseEvidence{EvidenceId{"b1"}, {{visits, "hal. 4"}}}), "");
  EXPECT_EQ(office.collection.evidence.at(EvidenceId{"b1"}).uses.size(), 2U) << "a new page takes the place of the old";
}

TEST_F(WithEvidence, ADuplicateIsNoticedByItsHash) {
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b1", 'a'), {{visits, ""}}}), "");
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b2", 'a'), {{money, ""}}}), "");
  EXPECT_EQ(office.collection.evidence.size(), 1U);
  EXPECT_EQ(evidence_of(office.collection, money).at(0)->evidence.id.value, "b1");
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b3", 'b'), {{money, ""}}}), "");
  EXPECT_EQ(office.collection.evidence.size(), 2U);
}

TEST_F(WithEvidence, MustSayWhatItIs) {
  auto broken = file_of("b1", 'a');
  broken.file->sha256 = "abc";
  EXPECT_EQ(office.act("ani", AttachEvidence{broken, {{visits, ""}}}), "evidence.invalid");
  Evidence link;
  link.id = EvidenceId{"b2"};
  link.kind = EvidenceKind::link;
  link.title = "Laman";
  link.link = "javascript:alert(1)";
  EXPECT_EQ(office.act("ani", AttachEvidence{link, {{visits, ""}}}), "evidence.invalid");
  link.link = "https://contoh.go.id/data";
  EXPECT_EQ(office.act("ani", AttachEvidence{link, {{visits, ""}}}), "");
  Evidence shelf;
  shelf.id = EvidenceId{"b3"};
  shelf.kind = EvidenceKind::physical;
  shelf.title = "Map";
  EXPECT_EQ(office.act("ani", AttachEvidence{shelf, {{visits, ""}}}), "evidence.invalid");
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b4", 'c'), {}}), "evidence.invalid");
  EXPECT_EQ(office.act("budi", AttachEvidence{file_of("b4", 'c'), {{visits, ""}}}), "collection.form_not_yours");
}

TEST_F(WithEvidence, IsTakenOffWhileTheRowIsOpen) {
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b1", 'a'), {{visits, ""}}}), "");
  EXPECT_EQ(office.act("ani", DetachEvidence{EvidenceId{"b1"}, visits}), "");
  EXPECT_TRUE(evidence_of(office.collection, visits).empty());
  EXPECT_EQ(office.act("ani", ReuseEvidence{EvidenceId{"b9"}, {{visits, ""}}}), "evidence.unknown");
}

TEST_F(WithEvidence, StandsInTheTraceOfTheFigureThatRestsOnIt) {
  EXPECT_EQ(office.enter("ani", visits, num("4600")), "");
  EXPECT_EQ(office.act("ani", AttachEvidence{file_of("b1", 'a'), {{visits, ""}}}), "");
  auto const achievement = achievement_of_row(office.collection, office.row(visits), office.catalogue);
  ASSERT_TRUE(achievement && achievement->value);
  EXPECT_EQ(achievement->trace.lines[0].evidence.at(0), "b1");
  EXPECT_EQ(achievement->trace.lines[0].source, "kasus-1/unit-pustaka/kunjungan@2");
}

}  // namespace
}  // namespace himpun::performance::test
