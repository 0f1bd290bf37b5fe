// A form is due when its request is: after a holiday, a suspension and another run of the gathering, on every store.

#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "app/demo/demo.h"
#include "app/desks/calendar_desk.h"
#include "app/desks/collection_follow.h"
#include "app/figures/reminders.h"
#include "app/rebuild.h"
#include "app/test_office.h"
#include "app/views/performance/form_view.h"
#include "support/temporary_folder.h"

namespace himpun::app::test {
namespace {

enum class Kept : std::uint8_t { in_memory, in_sqlite };

struct FormDates : ::testing::TestWithParam<Kept> {
  himpun::test::TemporaryFolder folder;
  TestOffice office;
  std::string id;

  void SetUp() override {
    office.now = instant("2026-11-26T02:00:00Z");
    if (GetParam() == Kept::in_sqlite) {
      ASSERT_TRUE(sqlite::migrate(folder.file("himpun.db"), "contoh", office.now));
      office.store = std::move(*sqlite::open({.path = folder.file("himpun.db"), .agency = "contoh"}));
    }
    office.open();
    SessionDesk sessions{*office.office};
    ASSERT_TRUE(make_demo_office(*office.office, sessions));
    auto const cases = office.read<std::vector<CaseRow>>(
        [](Reader& reader) { return reader.list_cases({.state = "running", .period = "2026-q3", .limit = 1}); });
    ASSERT_EQ(cases.size(), 1U);
    id = cases.front().case_id;
  }

  workflow::StepRun gathering() { return *workflow::open_run(office.file(id), workflow::StepId{"himpun"}); }
  performance::Collection collection() {
    return office.read<performance::Collection>(
        [&](Reader& reader) { return office.office->books().collection(reader, id)->state; });
  }
  std::vector<FormSummary> forms() {
    Result<CollectionView> view;
    auto const seen = office.see("", [&](Sight& sight) -> Result<Json> {
      view = show_collection(sight, workflow::CaseId{id}, Language::indonesian);
      return Json{};
    });
    EXPECT_TRUE(seen && view);
    return view ? view->forms : std::vector<FormSummary>{};
  }
  void expect_dates_of_the_gathering() {
    auto const run = gathering();
    auto const kept = collection();
    ASSERT_EQ(kept.forms.size(), 3U);
    for (auto const& form : kept.forms) EXPECT_EQ(form.due_at, run.due_at);
    EXPECT_EQ(kept.at_risk_at, run.at_risk_at);
    for (auto const& form : forms()) EXPECT_EQ(form.due_at, run.due_at);
  }
  void expect_timeliness(performance::Timeliness timeliness) {
    for (auto const& form : forms()) EXPECT_EQ(form.timeliness, timeliness) << form.unit;
  }
  void steer(workflow::CaseCommand const& command) {
    auto const account = office.read<access::Account>(
        [&](Reader& reader) { return *access::find_account(office.office->books().agency(reader)->state, "kadis"); });
    auto const done = office.as(
        account.id.value, [&](Desk& desk) { return steer_case(desk, workflow::CaseId{id}, std::nullopt, command); });
    ASSERT_TRUE(done) << done.error().type->code;
  }
  void add_holiday(Date day) {
    office.must([&](Desk& desk) {
      return change_calendar(
          desk, std::nullopt,
          [day](calendar::Calendar const& now) {
            return calendar::add_local_holiday(now, {day, "Libur", "SK"});
          },
          Language::indonesian);
    });
    ASSERT_TRUE(follow_calendar(*office.office));
  }
  Date day_of(Instant at) {
    return office.read<Date>([&](Reader& reader) {
      return local_date(at, calendar::offset_of(office.office->books().calendar(reader)->state));
    });
  }
  void follow(workflow::StepOpened const& opened) {
    office.must([&](Desk& desk) -> Result<Json> {
      auto const running = find_running_case(desk, workflow::CaseId{id});
      if (auto ok = follow_case(desk, running->state(), *running->procedure, {opened}); !ok) {
        return std::unexpected(ok.error());
      }
      return Json{};
    });
  }
  void expect_the_same_after_a_rebuild() {
    auto const dump = [&] {
      return office.read<std::vector<std::string>>([](Reader& reader) { return reader.dump_read_model(); });
    };
    auto const live = dump();
    auto const before = collection();
    ASSERT_TRUE(rebuild(*office.office));
    EXPECT_EQ(dump(), live);
    office.open();
    auto const after = collection();
    EXPECT_EQ(after.forms, before.forms);
    EXPECT_EQ(after.at_risk_at, before.at_risk_at);
  }
};

TEST_P(FormDates, AreThoseOfTheGatheringFromTheBeginning) {
  expect_dates_of_the_gathering();
  office.now = *gathering().at_risk_at - std::chrono::minutes{1};
  expect_timeliness(performance::Timeliness::not_due);
  office.now = *gathering().at_risk_at;
  expect_timeliness(performance::Timeliness::due_soon);
}

TEST_P(FormDates, AHolidayMovesThem) {
  auto const before = *gathering().due_at;
  add_holiday(day_of(before));
  ASSERT_GT(*gathering().due_at, before);
  expect_dates_of_the_gathering();
  office.now = before + std::chrono::minutes{1};
  for (auto const& form : forms()) EXPECT_NE(form.timeliness, performance::Timeliness::overdue);
  auto const reminded = remind_divisions(*office.office, {});
  ASSERT_TRUE(reminded);
  for (auto const& each : collection().reminders) EXPECT_NE(each.stage, performance::ReminderStage::late);
  expect_the_same_after_a_rebuild();
}

TEST_P(FormDates, ASuspensionMovesThem) {
  auto const before = *gathering().due_at;
  office.now = before - std::chrono::hours{4};
  steer(workflow::SuspendCase{"Menunggu surat"});
  office.now += std::chrono::days{14};
  steer(workflow::ResumeCase{});
  ASSERT_GT(*gathering().due_at, before);
  expect_dates_of_the_gathering();
  for (auto const& form : forms()) EXPECT_NE(form.timeliness, performance::Timeliness::overdue);
  expect_the_same_after_a_rebuild();
}

TEST_P(FormDates, AnotherRunOfTheGatheringMovesThem) {
  workflow::StepOpened again{.step = workflow::StepId{"himpun"}, .run = 2, .sent_back = true};
  again.due_at = *gathering().due_at + std::chrono::days{7};
  again.at_risk_at = *again.due_at - std::chrono::hours{3};
  follow(again);
  for (auto const& form : collection().forms) EXPECT_EQ(form.due_at, again.due_at);
  EXPECT_EQ(collection().at_risk_at, again.at_risk_at);
  office.now = *again.due_at - std::chrono::hours{4};
  expect_timeliness(performance::Timeliness::not_due);
  expect_the_same_after_a_rebuild();
}

INSTANTIATE_TEST_SUITE_P(OnEveryStore, FormDates, ::testing::Values(Kept::in_memory, Kept::in_sqlite),
                         [](auto const& at) { return at.param == Kept::in_memory ? "Memory" : "Sqlite"; });

}  // namespace
}  // namespace himpun::app::test
