// Leaders' decisions about figures: who may note them, what they must say, and how they end.

#include "core/performance/decision/decide.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

class Deciding : public ::testing::Test {
 protected:
  Deciding() {
    // The library stands below the archive here, so that one of both leads.
    office.agency.units[library].parent = archive;
    for (auto const* unit : {"unit-sekretariat", "unit-umum"}) office.agency.units[UnitId{unit}].parent = archive;
    note.decision = DecisionId{"k1"};
    note.year = 2026;
    note.about.indicator = IndicatorId{"kunjungan"};
    note.text = "Buka layanan hari Minggu.";
    note.to = HolderId{"kabid-pustaka"};
  }

  template <class Command>
  std::string by(std::string const& person, Command const& command) {
    auto const caller = office.as(person);
    auto const events =
        decide(decisions, command, DecisionOccasion{office.today, caller, office.agency, office.catalogue});
    if (!events) {
      last = events.error();
      return std::string{events.error().type->code};
    }
    for (auto const& each : *events) evolve(decisions, each, office.now);
    return "";
  }

  SmallOffice office;
  Decisions decisions;
  NoteDecision note;
  std::optional<Problem> last;
};

TEST_F(Deciding, IsForWhoHoldsAPostInTheUnitAboveAll) {
  EXPECT_EQ(by("ani", note), "decision.not_yours");
  EXPECT_EQ(by("admin", note), "decision.not_yours");
  EXPECT_EQ(by("budi", note), "");
  auto const& noted = decisions.all.at(DecisionId{"k1"});
  EXPECT_EQ(noted.on, office.today) << "of today when no date is said";
  EXPECT_EQ(noted.by.position, PositionId{"kabid-arsip"});
}

TEST_F(Deciding, SaysAboutWhatToWhomAndByWhen) {
  note.about = {};
  note.text = " ";
  note.to = HolderId{"tidak-ada"};
  note.on = day("2026-07-04");
  note.due = day("2026-07-01");
  EXPECT_EQ(by("budi", note), "decision.invalid");
  std::vector<std::string> pointers;
  for (auto const& each : last->fields) pointers.push_back(each.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/about", "/text", "/to", "/on", "/due"}));
  note.about.indicator = IndicatorId{"lain"};
  EXPECT_EQ(by("budi", note), "decision.invalid");
  EXPECT_EQ(last->fields.at(0).pointer, "/about/indicator");
}

TEST_F(Deciding, EndsWithHowItWasCarriedOutByWhomItWasGivenTo) {
  EXPECT_EQ(by("ani", SettleDecision{DecisionId{"k1"}, "Selesai"}), "decision.unknown");
  EXPECT_EQ(by("budi", note), "");
  EXPECT_EQ(by("citra", SettleDecision{DecisionId{"k1"}, "Selesai"}), "decision.settle_not_yours");
  EXPECT_EQ(by("ani", SettleDecision{DecisionId{"k1"}, ""}), "decision.invalid");
  EXPECT_EQ(by("ani", SettleDecision{DecisionId{"k1"}, "Dibuka mulai 1 Agustus."}), "");
  EXPECT_EQ(decisions.all.at(DecisionId{"k1"}).settled->by.person, PersonId{"ani"});
  EXPECT_EQ(by("budi", SettleDecision{DecisionId{"k1"}, "Lagi"}), "decision.was_settled");
}

}  // namespace
}  // namespace himpun::performance::test
