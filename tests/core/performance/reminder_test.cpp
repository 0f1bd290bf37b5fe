// Reminders follow from due dates and completeness, are told once a stage, and end when the form was sent.

#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

class Reminding : public ::testing::Test {
 protected:
  Reminding() { office.open(); }

  /// Himpun itself, at an instant before or after the due date of 10 July.
  std::string himpun(ReminderStage stage, char const* date) {
    at(date);
    access::Caller const installation{};
    return decided(RemindDivision{library, stage}, installation);
  }
  std::string analyst(char const* date) {
    at(date);
    return decided(RemindDivision{library, ReminderStage::asked}, office.as("citra"));
  }
  std::string decided(RemindDivision const& command, access::Caller const& caller) {
    auto const events = decide(office.collection, command,
                               CollectionOccasion{office.now, office.today, caller, office.agency, office.catalogue,
                                                  office.previous});
    if (!events) return std::string{events.error().type->code};
    for (auto const& each : *events) evolve(office.collection, each, office.now);
    happened = events->size();
    return "";
  }
  void at(char const* date) {
    office.today = day(date);
    office.now = Instant{office.today};
  }

  SmallOffice office;
  std::size_t happened = 0;
};

TEST_F(Reminding, IsNotDueWhileThereIsTime) {
  EXPECT_EQ(himpun(ReminderStage::at_risk, "2026-07-03"), "form.not_owed");
  EXPECT_EQ(himpun(ReminderStage::late, "2026-07-09"), "form.not_owed");
}

TEST_F(Reminding, TellsEachStageOnce) {
  EXPECT_EQ(himpun(ReminderStage::at_risk, "2026-07-08"), "");
  EXPECT_EQ(happened, 1U);
  EXPECT_EQ(himpun(ReminderStage::at_risk, "2026-07-09"), "");
  EXPECT_EQ(happened, 0U) << "already so";
  EXPECT_EQ(himpun(ReminderStage::late, "2026-07-11"), "");
  EXPECT_EQ(happened, 1U);
  ASSERT_EQ(office.collection.reminders.size(), 2U);
  EXPECT_EQ(office.collection.reminders[1].stage, ReminderStage::late);
  EXPECT_FALSE(office.collection.reminders[1].by) << "nobody pressed a button";
}

TEST_F(Reminding, IsAskedByAReviewerOnceADay) {
  EXPECT_EQ(analyst("2026-07-03"), "");
  EXPECT_EQ(analyst("2026-07-03"), "");
  EXPECT_EQ(happened, 0U);
  EXPECT_EQ(analyst("2026-07-04"), "");
  ASSERT_EQ(office.collection.reminders.size(), 2U);
  EXPECT_EQ(office.collection.reminders[0].by->person, PersonId{"citra"});
  EXPECT_EQ(office.act("ani", RemindDivision{library}), "collection.review_not_yours");
}

TEST_F(Reminding, IsNoReviewersWayToAStage) {
  at("2026-07-11");
  EXPECT_EQ(office.act("citra", RemindDivision{library, ReminderStage::late}), "form.not_owed");
}

TEST_F(Reminding, EndsWhenTheFormWasSentOrTheFiguresAreFrozen) {
  EXPECT_EQ(office.enter("ani", visits, num("4600")), "");
  EXPECT_EQ(office.enter("ani", money, num("520")), "");
  for (auto const& each : check_form(office.collection, library, office.books())) {
    EXPECT_EQ(office.act("ani", WaiveWarning{each.row, office.row(each.row).revision, each.code, "Sudah diperiksa"}), "");
  }
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "");
  EXPECT_EQ(himpun(ReminderStage::late, "2026-07-11"), "form.not_owed");
  EXPECT_EQ(office.act("dewi", FreezeCollection{"Waktu habis"}), "");
  EXPECT_EQ(analyst("2026-07-12"), "collection.frozen");
}

}  // namespace
}  // namespace himpun::performance::test
