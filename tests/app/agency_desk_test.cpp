#include "app/desks/agency_desk.h"

#include "app/test_office.h"

namespace himpun::app::test {
namespace {

struct AgencyDesk : ::testing::Test {
  TestOffice office;

  void SetUp() override { office.found(); }

  std::int64_t version() {
    return office.read<StreamHead>([](Reader& reader) { return reader.head("agency"); }).version;
  }
};

std::string text(Json const& json, char const* name) { return *json.find(name)->get_if<std::string>(); }
Json const& body(Result<Json> const& answer) { return *answer->find("body"); }
std::vector<std::string> pointers(Problem const& problem) {
  std::vector<std::string> found;
  for (auto const& field : problem.fields) found.push_back(field.pointer);
  return found;
}

TEST_F(AgencyDesk, RecordsAUnitAndShowsItWithTheNewVersion) {
  auto const made = office.as("acc-admin", [](Desk& desk) {
    return create_unit(desk, {" Bidang Baru ", access::UnitId{"unit-dinas"}, {}});
  });
  ASSERT_TRUE(made);
  EXPECT_EQ(text(body(made), "name"), "Bidang Baru");
  EXPECT_EQ(*made->find("version")->get_if<std::int64_t>(), version());
}

TEST_F(AgencyDesk, IsChangedByAdministratorsOnly) {
  auto const made = office.as("acc-kadis", [](Desk& desk) { return create_unit(desk, {"Bidang", {}, {}}); });
  EXPECT_TRUE(made.error().is(read_forbidden));
}

TEST_F(AgencyDesk, AChangeNeedsTheVersionThatWasSeen) {
  access::UnitId const id{"unit-b1"};
  auto const change = [&](std::int64_t seen, char const* name) {
    return office.as("acc-admin", [&](Desk& desk) { return change_unit(desk, seen, id, {name, {}, {}}); });
  };
  auto const seen = version();
  ASSERT_TRUE(change(seen, "Satu"));
  EXPECT_TRUE(change(seen, "Satu").error().is(register_changed));
  EXPECT_TRUE(change(version(), "Satu"));
  EXPECT_EQ(version(), seen + 1);
}

TEST_F(AgencyDesk, NamesEveryWrongFieldAndTakesUnknownIdsForThat) {
  auto const made = office.as("acc-admin", [](Desk& desk) {
    return create_position(desk, {" ", access::UnitId{"tidak-ada"}, {}});
  });
  ASSERT_FALSE(made);
  EXPECT_EQ(pointers(made.error()), (std::vector<std::string>{"/name", "/unit"}));
}

TEST_F(AgencyDesk, PositionsShowWhoHoldsThemToday) {
  auto const shown =
      office.see("acc-b1", [](Sight& sight) { return show_position(sight, access::PositionId{"pos-kadis"}); });
  ASSERT_TRUE(shown);
  auto const& people = *body(shown).find("people")->get_if<Json::Array>();
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(text(people.front(), "name"), "NAMA kadis");
}

TEST_F(AgencyDesk, ListsGoOnWhereThePageEnded) {
  std::vector<std::string> names;
  PageQuery query{.limit = 2};
  while (true) {
    auto const page = office.see("acc-kadis", [&](Sight& sight) { return list_people(sight, query); });
    ASSERT_TRUE(page);
    for (auto const& item : *page->find("items")->get_if<Json::Array>()) names.push_back(text(item, "name"));
    auto const* next = page->find("next");
    if (!next) break;
    query.after = *next->get_if<std::string>();
  }
  EXPECT_EQ(names, (std::vector<std::string>{"NAMA analis", "NAMA b1", "NAMA b2", "NAMA kadis", "NAMA kasubag",
                                             "NAMA sekretaris"}));
  query = {.search = "KaSu", .after = {}};
  auto const found = office.see("acc-kadis", [&](Sight& sight) { return list_people(sight, query); });
  EXPECT_EQ(found->find("items")->get_if<Json::Array>()->size(), 1U);
  query = {.search = "", .after = "tidak-ada"};
  EXPECT_FALSE(office.see("acc-kadis", [&](Sight& sight) { return list_people(sight, query); }));
}

TEST_F(AgencyDesk, AnAccountIsOpenedWithAPasswordThatMustBeChanged) {
  auto const opened = office.as("acc-admin", [](Desk& desk) {
    return open_account(desk, {"sri.wahyuni", {}, {access::Role::auditor}, ""}, "plain:rahasia");
  });
  ASSERT_TRUE(opened);
  EXPECT_TRUE(*body(opened).find("must_change_password")->get_if<bool>());
  auto const again = office.as("acc-admin", [](Desk& desk) {
    return open_account(desk, {"sri.wahyuni", {}, {}, ""}, "plain:rahasia");
  });
  EXPECT_TRUE(again.error().is(access::username_taken));
}

TEST_F(AgencyDesk, ClosingAnAccountEndsItsSessionsAndKeepsAnAdministrator) {
  ASSERT_TRUE(office.store->transact([&](Transaction& transaction) -> Result<void> {
    transaction.put(SessionRow{"hash", "acc-kadis", "csrf", office.now, office.now + std::chrono::hours{1}});
    return {};
  }));
  auto const close = [&](char const* account) {
    return office.as("acc-admin", [&](Desk& desk) {
      return change_account(desk, desk.agency_book->head.version, access::AccountId{account}, {{}, {}, true});
    });
  };
  ASSERT_TRUE(close("acc-kadis"));
  EXPECT_FALSE(
      office.read<std::optional<SessionRow>>([](Reader& reader) { return reader.find_session("hash"); }).has_value());
  EXPECT_TRUE(close("acc-admin").error().is(access::last_administrator));
}

TEST_F(AgencyDesk, SeparationOfDutiesIsRelaxedWithAReasonAndEnforcedWithout) {
  auto const set = [&](access::DutySeparation separation, std::optional<std::string> reason) {
    return office.as("acc-admin", [&](Desk& desk) {
      return set_duty_separation(desk, desk.agency_book->head.version, {separation, reason});
    });
  };
  EXPECT_TRUE(set(access::DutySeparation::relaxed, {}).error().is(access::reason_missing));
  ASSERT_TRUE(set(access::DutySeparation::relaxed, "Jabatan kosong"));
  ASSERT_TRUE(set(access::DutySeparation::enforced, {}));
}

}  // namespace
}  // namespace himpun::app::test
