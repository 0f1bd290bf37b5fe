#include "app/desks/calendar_desk.h"

#include "app/random_player.h"
#include "app/views/warnings.h"

namespace himpun::app::test {
namespace {

struct CalendarDesk : ::testing::Test {
  TestOffice office;

  void SetUp() override { office.found(); }

  Result<Json> change(std::string const& account, std::optional<std::int64_t> seen, CalendarRule const& rule) {
    return office.as(account, [&](Desk& desk) { return change_calendar(desk, seen, rule, Language::indonesian); });
  }
  Result<Json> add_holiday(char const* day) {
    return change("acc-admin", std::nullopt, [day](calendar::Calendar const& now) {
      return calendar::add_local_holiday(now, {date(day), "Libur", "SK"});
    });
  }
  calendar::Calendar calendar() {
    return office.read<calendar::Calendar>(
        [&](Reader& reader) { return office.office->books().calendar(reader)->state; });
  }
  Instant due_of(std::string const& id) { return *office.file(id).runs.back().due_at; }
  std::vector<Warning> warnings() {
    return office.read<std::vector<Warning>>([&](Reader& reader) {
      return calendar_warnings(reader, calendar(), local_date(office.now, calendar::offset_of(calendar())));
    });
  }
};

std::int64_t version_of(Json const& answer) { return *answer.find("version")->get_if<std::int64_t>(); }

TEST_F(CalendarDesk, IsChangedByAdministratorsWhoSawItAsItIs) {
  EXPECT_TRUE(change("acc-kadis", 0, [](auto const& now) { return calendar::set_zone(now, "Asia/Makassar"); })
                  .error()
                  .is(read_forbidden));
  auto const first = add_holiday("2026-01-07");
  ASSERT_TRUE(first);
  EXPECT_TRUE(change("acc-admin", 0, [](auto const& now) { return calendar::set_zone(now, "Asia/Makassar"); })
                  .error()
                  .is(calendar_changed));
  EXPECT_TRUE(change("acc-admin", version_of(*first),
                     [](auto const& now) { return calendar::set_zone(now, "Asia/Makassar"); }));
}

TEST_F(CalendarDesk, AHolidayMovesTheDueDatesOfRunningCasesOnTheRecord) {
  auto const id = office.start("Berkas");
  auto const before = due_of(id);
  auto const version = office.read<StreamHead>([&](Reader& reader) { return reader.head("case/" + id); }).version;
  ASSERT_TRUE(add_holiday("2026-01-05"));
  EXPECT_TRUE(calendar().is_ahead_of_cases());
  auto const followed = follow_calendar(*office.office);
  ASSERT_TRUE(followed);
  EXPECT_EQ(followed->cases, 1);
  EXPECT_EQ(followed->moved, 1);
  EXPECT_GT(due_of(id), before);
  EXPECT_GT(office.read<StreamHead>([&](Reader& reader) { return reader.head("case/" + id); }).version, version);
  EXPECT_FALSE(calendar().is_ahead_of_cases());
  EXPECT_EQ(follow_calendar(*office.office)->cases, 0);
}

TEST_F(CalendarDesk, FollowingItDoesNotMakeTheSeenVersionStale) {
  auto const changed = add_holiday("2026-01-05");
  ASSERT_TRUE(changed);
  ASSERT_TRUE(follow_calendar(*office.office));
  EXPECT_TRUE(change("acc-admin", version_of(*changed),
                     [](auto const& now) { return calendar::set_zone(now, "Asia/Makassar"); }));
}

TEST_F(CalendarDesk, FollowingGoesOnAfterItWasCutOff) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(office.start("Berkas " + std::to_string(i)));
  auto const before = due_of(ids.back());
  ASSERT_TRUE(add_holiday("2026-01-05"));
  std::stop_source stopping;
  stopping.request_stop();
  ASSERT_TRUE(follow_calendar(*office.office, stopping.get_token()));
  EXPECT_TRUE(calendar().is_ahead_of_cases());
  office.open();
  auto const followed = follow_calendar(*office.office);
  ASSERT_TRUE(followed);
  EXPECT_EQ(followed->moved, 5);
  for (auto const& id : ids) EXPECT_GT(due_of(id), before);
}

TEST_F(CalendarDesk, ManyCasesAreWalkedInPages) {
  for (int i = 0; i < 450; ++i) office.start("Berkas " + std::to_string(i));
  ASSERT_TRUE(add_holiday("2026-01-05"));
  auto const followed = follow_calendar(*office.office);
  ASSERT_TRUE(followed);
  EXPECT_EQ(followed->cases, 450);
  EXPECT_EQ(followed->moved, 450);
}

TEST_F(CalendarDesk, WarnsOfEveryNeededYearWithoutCalendar) {
  EXPECT_EQ(warnings().size(), 1U);  // 2026 itself
  office.now = instant("2026-10-01T01:00:00Z");
  EXPECT_EQ(warnings().size(), 2U);  // and the year that comes
  office.now = instant("2026-01-05T01:00:00Z");
  ASSERT_TRUE(change("acc-admin", std::nullopt, [](auto const& now) {
    return calendar::import_year(now, {2026, "SKB", {{date("2026-01-01"), "Tahun Baru"}}, {}});
  }));
  EXPECT_TRUE(warnings().empty());
  office.now = instant("2026-12-31T10:00:00Z");
  office.start("Jatuh tempo tahun depan");
  office.now = instant("2026-09-01T01:00:00Z");
  ASSERT_EQ(warnings().size(), 1U);
  EXPECT_NE(warnings().front().words.id.find("2027"), std::string::npos);
}

}  // namespace
}  // namespace himpun::app::test
