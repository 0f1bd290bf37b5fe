#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

class Collecting : public ::testing::Test {
 protected:
  Collecting() { office.open(); }

  /// Fills and sends the library's form; every warning gets a reason.
  void send_library() {
    EXPECT_EQ(office.enter("ani", visits, num("4600")), "");
    EXPECT_EQ(office.enter("ani", money, num("520")), "");
    waive_all(visits);
    EXPECT_EQ(office.act("ani", SubmitForm{library}), "");
  }
  void waive_all(RowKey const& key) {
    for (auto const& each : check_row(office.collection, office.row(key), office.books())) {
      if (!each.waived_because) {
        EXPECT_EQ(office.act("ani", WaiveWarning{key, office.row(key).revision, each.code, "Sudah diperiksa"}), "");
      }
    }
  }
  std::string accept(RowKey const& key) { return office.act("citra", AcceptRow{key, office.row(key).revision}); }

  SmallOffice office;
};

TEST_F(Collecting, OpensAFormForEveryDivisionThatOwesSomething) {
  ASSERT_EQ(office.collection.forms.size(), 2U);
  EXPECT_EQ(find_form(office.collection, library)->rows.size(), 2U);
  EXPECT_EQ(office.row(visits).state, RowState::empty);
  EXPECT_EQ(office.act("citra", OpenCollection{}), "") << "already so";
}

TEST_F(Collecting, IsFilledInByTheDivisionAlone) {
  EXPECT_EQ(office.enter("budi", visits, num("1")), "collection.form_not_yours");
  EXPECT_EQ(office.enter("admin", visits, num("1")), "collection.form_not_yours");
  EXPECT_EQ(office.enter("ani", visits, num("1")), "");
  EXPECT_EQ(office.row(visits).state, RowState::entered);
  EXPECT_EQ(office.row(visits).revision, 1);
}

TEST_F(Collecting, NoticesThatSomebodyElseChangedARow) {
  EXPECT_EQ(office.enter("ani", visits, num("1")), "");
  EnteredRow const stale{visits, 0, {}};
  EnteredRow const fresh{money, 0, {num("5"), {}, "", "", {}, ""}};
  EXPECT_EQ(office.act("ani", EnterValues{{fresh, stale}}), "row.changed");
  EXPECT_EQ(office.last->fields.at(0).pointer, "/rows/1/if_revision");
  EXPECT_EQ(office.row(money).state, RowState::empty) << "all or none";
}

TEST_F(Collecting, TakesEveryFaultOfABatchAtOnce) {
  EnteredRow ratio{visits, 0, {}};
  ratio.entry.value = ratio_value(Decimal{1}, Decimal{2});
  EnteredRow negative{money, 0, {}};
  negative.entry.value = num("-5");
  EXPECT_EQ(office.act("ani", EnterValues{{ratio, negative}}), "row.entry_invalid");
  EXPECT_EQ(office.last->fields.size(), 2U);
  EXPECT_EQ(office.act("ani", EnterValues{{{visits, 0, {}}, {visits, 0, {}}}}), "row.entry_invalid");
  RowKey const unknown{library, RowKind::indicator, "lain"};
  EXPECT_EQ(office.act("ani", EnterValues{{{unknown, 0, {}}}}), "row.unknown");
}

TEST_F(Collecting, SaysNothingTwice) {
  EXPECT_EQ(office.enter("ani", visits, num("1")), "");
  EXPECT_EQ(office.enter("ani", visits, num("1")), "");
  EXPECT_EQ(office.happened, 0U);
  EXPECT_EQ(office.row(visits).revision, 1);
}

TEST_F(Collecting, IsNotSentWithBlanksOrUnexplainedWarnings) {
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "form.has_errors");
  EXPECT_EQ(office.enter("ani", visits, num("9217")), "");
  EXPECT_EQ(office.enter("ani", money, num("0")), "") << "zero is a figure";
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "form.has_errors");
  ASSERT_EQ(office.last->fields.size(), 2U) << "target too low, evidence missing";
  EXPECT_EQ(office.last->fields[0].pointer, "/kunjungan/target_too_low");
  waive_all(visits);
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "");
  EXPECT_EQ(office.row(visits).state, RowState::submitted);
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "form.nothing_to_send");
}

TEST_F(Collecting, TakesNotAvailableWithAReasonInPlaceOfAFigure) {
  EXPECT_EQ(office.enter("budi", found_archives, not_available("  ")), "row.entry_invalid");
  EXPECT_EQ(office.enter("budi", found_archives, not_available("Aplikasi rusak")), "");
  EXPECT_EQ(office.act("budi", SubmitForm{archive}), "");
}

TEST_F(Collecting, AReasonHoldsForTheFigureItWasGivenFor) {
  EXPECT_EQ(office.enter("ani", visits, num("9217")), "");
  waive_all(visits);
  EXPECT_EQ(office.enter("ani", visits, num("9999")), "");
  EXPECT_TRUE(office.row(visits).waivers.empty());
  EXPECT_EQ(office.act("ani", WaiveWarning{visits, office.row(visits).revision, CheckCode::jump, "x"}),
            "row.warning_unknown");
}

TEST_F(Collecting, AnErrorCannotBePassedOver) {
  EXPECT_EQ(office.act("ani", WaiveWarning{visits, 0, CheckCode::value_missing, "malas"}), "row.error_not_waivable");
}

TEST_F(Collecting, IsJudgedByTheAnalystRowByRow) {
  EXPECT_EQ(accept(visits), "row.not_submitted");
  send_library();
  EXPECT_EQ(office.act("ani", AcceptRow{visits, office.row(visits).revision}), "collection.review_not_yours");
  EXPECT_EQ(accept(visits), "");
  EXPECT_EQ(office.enter("ani", visits, num("1")), "row.locked");
  EXPECT_EQ(office.act("citra", ReturnRow{money, office.row(money).revision, " "}), "row.comment_missing");
  EXPECT_EQ(office.act("citra", ReturnRow{money, office.row(money).revision, "SP2D belum masuk"}), "");
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "form.has_errors") << "mend it first";
  EXPECT_EQ(office.enter("ani", money, num("530")), "");
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "");
  EXPECT_EQ(office.row(visits).state, RowState::accepted) << "only what waited was sent";
}

TEST_F(Collecting, FreezesAtTheKasubagWhenEverythingIsAccepted) {
  send_library();
  EXPECT_EQ(accept(visits), "");
  EXPECT_EQ(accept(money), "");
  EXPECT_EQ(office.act("citra", FreezeCollection{}), "collection.freeze_not_yours");
  EXPECT_EQ(office.act("dewi", FreezeCollection{}), "collection.incomplete");
  EXPECT_EQ(office.last->fields.at(0).pointer, "/unit-arsip/ditemukan");
  EXPECT_EQ(office.act("dewi", FreezeCollection{"Bidang Arsip menyusul"}), "");
  EXPECT_EQ(office.row(visits).state, RowState::frozen);
  EXPECT_EQ(office.row(found_archives).state, RowState::left_out);
  EXPECT_EQ(office.enter("ani", visits, num("1")), "collection.frozen");
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "collection.frozen");
}

TEST_F(Collecting, IsCorrectedBesideTheFrozenFigure) {
  send_library();
  EXPECT_EQ(office.act("citra", CorrectValue{visits, office.row(visits).revision, num("4700"), "Salah hitung", {}}),
            "collection.not_frozen");
  EXPECT_EQ(accept(visits), "");
  EXPECT_EQ(office.act("dewi", FreezeCollection{"sebagian"}), "");
  auto const seen = office.row(visits).revision;
  EXPECT_EQ(office.act("ani", CorrectValue{visits, seen, num("4700"), "x", {}}), "collection.review_not_yours");
  EXPECT_EQ(office.act("citra", CorrectValue{visits, seen, Value{}, "x", {}}), "row.entry_invalid");
  EXPECT_EQ(office.act("citra", CorrectValue{visits, seen, num("4700"), "", {}}), "row.reason_missing");
  EXPECT_EQ(office.act("citra", CorrectValue{visits, seen, num("4700"), "Salah hitung", {"naskah-1"}}), "");
  EXPECT_EQ(office.row(visits).entry.value, num("4600")) << "the frozen one stays";
  EXPECT_EQ(office.row(visits).value(), num("4700"));
  EXPECT_EQ(office.row(visits).corrections.at(0).papers.at(0), "naskah-1");
  EXPECT_EQ(office.act("citra", CorrectValue{visits, seen, num("4800"), "Lagi", {}}), "row.changed");
}

TEST_F(Collecting, TellsHowFarItIsAndWhy) {
  auto const of_library = [&] {
    return progress_of(office.collection, *find_form(office.collection, library), office.books(), office.now);
  };
  EXPECT_EQ(of_library().complete, 0);
  EXPECT_EQ(of_library().timeliness, Timeliness::not_due);
  EXPECT_EQ(of_library().reason.id, "2 dari 2 baris belum lengkap; belum jatuh tempo.");
  office.now = Instant{day("2026-07-07")};
  EXPECT_EQ(of_library().timeliness, Timeliness::not_due) << "the calendar says from when on it is near";
  office.now = Instant{day("2026-07-08")};
  EXPECT_EQ(of_library().timeliness, Timeliness::due_soon);
  office.now = Instant{day("2026-07-11")};
  EXPECT_EQ(of_library().timeliness, Timeliness::overdue);
  send_library();
  EXPECT_EQ(of_library().timeliness, Timeliness::late);
  EXPECT_EQ(of_library().complete, 2);
  EXPECT_EQ(office.act("citra", ReturnRow{money, office.row(money).revision, "Cek"}), "");
  EXPECT_EQ(of_library().timeliness, Timeliness::late);
  EXPECT_TRUE(of_library().is_owed);
  EXPECT_EQ(of_library().reason.id, "1 dari 2 baris belum lengkap; dikirim terlambat, menunggu perbaikan.");
  EXPECT_EQ(of_library().details.at(1).missing.at(0).id, "Dikembalikan: Cek");
}

TEST_F(Collecting, ARepairAfterTheDateMakesNobodyLate) {
  auto const of_library = [&] {
    return progress_of(office.collection, *find_form(office.collection, library), office.books(), office.now);
  };
  send_library();
  auto const sent_at = office.now;
  EXPECT_FALSE(of_library().is_owed);
  EXPECT_EQ(office.act("citra", ReturnRow{money, office.row(money).revision, "Cek"}), "");
  EXPECT_TRUE(of_library().is_owed);
  EXPECT_EQ(stage_of(of_library(), Instant{day("2026-07-09")}), ReminderStage::at_risk) << "the repair is owed";
  office.now = Instant{day("2026-07-11")};
  EXPECT_EQ(office.enter("ani", money, num("530")), "");
  EXPECT_EQ(office.act("ani", SubmitForm{library}), "");
  EXPECT_FALSE(of_library().is_owed);
  EXPECT_EQ(of_library().timeliness, Timeliness::on_time);
  EXPECT_EQ(of_library().sent_at, sent_at);
  EXPECT_EQ(of_library().repaired_at, office.now);
  EXPECT_EQ(office.act("citra", ScheduleForms{Instant{day("2026-07-02")}, std::nullopt}), "");
  EXPECT_EQ(of_library().timeliness, Timeliness::on_time) << "the date that held when it was sent";
}

TEST_F(Collecting, FollowsTheDatesOfItsRequests) {
  auto const move_to = [&](char const* due, char const* at_risk) {
    EXPECT_EQ(office.act("citra", ScheduleForms{Instant{day(due)}, Instant{day(at_risk)}}), "");
  };
  auto const timeliness = [&](char const* date) {
    return progress_of(office.collection, *find_form(office.collection, archive), office.books(), Instant{day(date)})
        .timeliness;
  };
  EXPECT_EQ(timeliness("2026-07-11"), Timeliness::overdue);
  move_to("2026-07-20", "2026-07-15");
  EXPECT_EQ(timeliness("2026-07-11"), Timeliness::not_due);
  EXPECT_EQ(timeliness("2026-07-16"), Timeliness::due_soon);
  move_to("2026-07-20", "2026-07-15");
  EXPECT_EQ(office.happened, 0U) << "already so";
  EXPECT_EQ(office.act("dewi", FreezeCollection{"Waktu habis"}), "");
  move_to("2026-07-30", "2026-07-25");
  EXPECT_EQ(office.happened, 0U) << "frozen figures have no date to come";
}

TEST_F(Collecting, NeedsToBeOpenedFirst) {
  SmallOffice fresh;
  EXPECT_EQ(fresh.act("ani", SubmitForm{library}), "collection.unknown");
  EXPECT_EQ(fresh.act("citra", OpenCollection{}), "collection.invalid");
}

}  // namespace
}  // namespace himpun::performance::test
