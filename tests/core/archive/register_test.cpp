// The register's rules: given events, when somebody asks, then events or a refusal.

#include <gtest/gtest.h>

#include "core/archive/register/decide.h"

namespace himpun::archive {
namespace {

Date day(char const* text) { return *parse_date(text); }

struct RegisterTest : ::testing::Test {
  access::Agency agency;
  Register all;
  Date today = day("2032-01-05");

  RegisterTest() {
    agency.units[access::UnitId{"u"}] = {access::UnitId{"u"}, "Unit", {}, false};
    for (auto const* who : {"arsiparis", "kepala", "staf"}) {
      access::PositionId const position{std::string{"pos-"} + who};
      agency.positions[position] = {position, who, access::UnitId{"u"}};
      agency.people[access::PersonId{who}] = {access::PersonId{who}, who, "", ""};
      access::AppointmentId const appointment{who};
      agency.appointments[appointment] = {appointment, access::PersonId{who}, position, access::Standing::definitive,
                                          day("2020-01-01"), {}, "SK"};
    }
    happen(ArchiveRolesNamed{{HolderId{"pos-arsiparis"}}, {HolderId{"pos-kepala"}, HolderId{"pos-arsiparis"}}});
    happen(SecurityRecorded{{{"rahasia", "Rahasia", Sending::by_hand}}});
    happen(CodesRecorded{{{"000.8", "Organisasi", {}, "rahasia", "", false},
                          {"000.8.6.3", "Akuntabilitas", Retention{2, 3, Disposal::destroy}, "", "", false}}});
    file("lama", "2026-01-05", Disposal::destroy);
    file("baru", "2031-01-05", Disposal::destroy);
    file("tetap", "2020-01-05", Disposal::permanent);
  }
  void happen(Event const& event) { evolve(all, event, Instant{today}); }
  void happen(Result<Events> const& events) {
    ASSERT_TRUE(events) << events.error().type->code << " " << events.error().detail.en;
    for (auto const& each : *events) happen(each);
  }
  void file(char const* id, char const* closed, Disposal disposal) {
    FiledCase filed{FiledId{id}, "", "0001/2026", "000.8.6.3", "Judul"};
    filed.to = day(closed);
    filed.retention = {2, 3, disposal};
    for (auto const& each : file_case(all, filed)) happen(each);
  }
  access::Caller caller(char const* who) { return {access::AccountId{who}, access::PersonId{who}, {}}; }
  template <class Ask>
  auto as(char const* who, Ask ask) {
    auto const by = caller(who);
    return ask(Occasion{today, by, agency});
  }
  Result<Events> propose(char const* who, std::vector<FiledId> const& files) {
    return as(who, [&](Occasion const& occasion) {
      return propose_destruction(all, ProposalId{"p"}, files, "JRA", occasion);
    });
  }
  Result<Events> approve(char const* who) {
    return as(who, [&](Occasion const& occasion) { return approve_destruction(all, ProposalId{"p"}, "SK 9", occasion); });
  }
  Result<Events> carry_out(char const* who) {
    return as(who, [&](Occasion const& occasion) {
      return carry_out_destruction(all, ProposalId{"p"}, "Saksi A dan B",
                                   {{FiledId{"lama"}, std::string(64, 'a'), "bukti.pdf", 3, ""}}, occasion);
    });
  }
  void expect_refused(Result<Events> const& asked, ProblemType const& type) {
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().type->code, type.code) << asked.error().detail.en;
  }
};

TEST_F(RegisterTest, FilesAreNumberedByTheYearTheyWereClosedIn) {
  EXPECT_EQ(all.files[FiledId{"lama"}].number, "0001/2026");
  file("lama-2", "2026-11-05", Disposal::destroy);
  EXPECT_EQ(all.files[FiledId{"lama-2"}].number, "0002/2026");
  EXPECT_TRUE(file_case(all, all.files[FiledId{"lama"}]).empty());
}

TEST_F(RegisterTest, OnlyWhatIsDueMayBeProposed) {
  expect_refused(propose("arsiparis", {FiledId{"baru"}}), file_not_due);
  expect_refused(propose("arsiparis", {FiledId{"tetap"}}), file_not_due);
  expect_refused(propose("arsiparis", {FiledId{"lama"}, FiledId{"baru"}}), file_not_due);
  expect_refused(propose("arsiparis", {FiledId{"tidak-ada"}}), file_unknown);
  expect_refused(propose("arsiparis", {FiledId{"lama"}, FiledId{"lama"}}), file_unknown);
  expect_refused(propose("arsiparis", {}), file_unknown);
  expect_refused(propose("staf", {FiledId{"lama"}}), archive_forbidden);
  happen(propose("arsiparis", {FiledId{"lama"}}));
  expect_refused(propose("arsiparis", {FiledId{"lama"}}), file_not_due);
}

TEST_F(RegisterTest, WhoProposedMayNotApproveAndNobodyDestroysWithoutApproval) {
  happen(propose("arsiparis", {FiledId{"lama"}}));
  expect_refused(carry_out("arsiparis"), proposal_not_approved);
  expect_refused(approve("arsiparis"), same_person);
  expect_refused(approve("staf"), archive_forbidden);
  happen(approve("kepala"));
  EXPECT_TRUE(approve("kepala")->empty());
  expect_refused(carry_out("kepala"), archive_forbidden);
  EXPECT_EQ(state_of(all, all.files[FiledId{"lama"}], today), FileState::due);
  happen(carry_out("arsiparis"));
  EXPECT_TRUE(carry_out("arsiparis")->empty());
  EXPECT_EQ(state_of(all, all.files[FiledId{"lama"}], today), FileState::destroyed);
  EXPECT_EQ(all.proposals[ProposalId{"p"}].contents.size(), 1U);
  expect_refused(propose("arsiparis", {FiledId{"lama"}}), file_not_due);
}

TEST_F(RegisterTest, ARejectedFileMayBeProposedAgain) {
  happen(propose("arsiparis", {FiledId{"lama"}}));
  happen(as("kepala", [&](Occasion const& o) { return reject_destruction(all, ProposalId{"p"}, "Masih dipakai", o); }));
  expect_refused(carry_out("arsiparis"), proposal_not_approved);
  expect_refused(approve("kepala"), proposal_closed);
  EXPECT_TRUE(as("arsiparis", [&](Occasion const& o) {
    return propose_destruction(all, ProposalId{"q"}, {FiledId{"lama"}}, "JRA", o);
  }));
}

TEST_F(RegisterTest, ACaseIsFiledUnderACodeWithTheRetentionOfTheSchedule) {
  EXPECT_TRUE(check_filing(all, "000.8.6.3", {2, 3, Disposal::destroy}));
  EXPECT_EQ(check_filing(all, "000.8.6.3", {2, 4, Disposal::destroy}).error().type->code, retention_differs.code);
  EXPECT_EQ(check_filing(all, "000.8", {2, 3, Disposal::destroy}).error().type->code, code_unknown.code);
  EXPECT_EQ(check_filing(all, "900", {}).error().type->code, code_unknown.code);
  EXPECT_TRUE(check_filing({}, "900", {}));  // an office without a schedule files as it likes
}

TEST_F(RegisterTest, SecurityComesFromTheNearestCodeAbove) {
  EXPECT_EQ(security_of(all, "000.8.6.3"), "rahasia");
  EXPECT_EQ(security_of(all, "100"), "");
  EXPECT_EQ(sending_of(all, "rahasia"), Sending::by_hand);
  EXPECT_EQ(sending_of(all, ""), Sending::paper);
}

TEST_F(RegisterTest, AWrongCodeIsRefusedByField) {
  auto const asked = as("arsiparis", [&](Occasion const& o) {
    return record_code(all, {"000..8", "", Retention{-1, 3, Disposal::destroy}, "tidak-ada", "", false}, o);
  });
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().fields.size(), 4U);
  EXPECT_TRUE(as("arsiparis", [&](Occasion const& o) { return record_code(all, all.codes["000.8"], o); })->empty());
  expect_refused(as("staf", [&](Occasion const& o) { return record_code(all, all.codes["000.8"], o); }),
                 archive_forbidden);
}

}  // namespace
}  // namespace himpun::archive
