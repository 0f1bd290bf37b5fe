// Every plain-text scenario (procedures/*.scenario, tests/scenarios/*.scenario) on every kind of store. A failure names
// file and line, and what was seen.

#include <gtest/gtest.h>

#include <thread>

#include "app/desks/case_desk.h"
#include "scenarios/player.h"
#include "support/files.h"

namespace himpun::test {
namespace {

struct Play {
  std::string file;
  StoreKind store;
};

constexpr struct {
  StoreKind kind;
  char const* name;
} store_kinds[] = {
    {StoreKind::memory, "memory"},
    {StoreKind::sqlite, "sqlite"},
    {StoreKind::postgres, "postgres"},
    {StoreKind::two_nodes, "two_nodes"},
};

std::vector<Play> plays() {
  auto files = list_source_files("procedures", ".scenario");
  for (auto& each : list_source_files("tests/scenarios", ".scenario")) files.push_back(std::move(each));
  std::vector<Play> all;
  for (auto const& store : store_kinds) {
    for (auto const& file : files) all.push_back({file, store.kind});
  }
  return all;
}

std::string name_of(::testing::TestParamInfo<Play> const& info) {
  auto const slash = info.param.file.rfind('/');
  auto name = info.param.file.substr(slash + 1, info.param.file.rfind('.') - slash - 1);
  for (auto const& store : store_kinds) {
    if (store.kind == info.param.store) name += std::string{"_on_"} + store.name;
  }
  std::ranges::replace(name, '-', '_');
  return name;
}

class Scenarios : public ::testing::TestWithParam<Play> {};

TEST_P(Scenarios, come_true_and_leave_a_sound_journal) try {
  for (auto const& scenario : read_scenarios(GetParam().file)) {
    SCOPED_TRACE(scenario.place + ": " + scenario.title);
    Stage stage{GetParam().store};
    try {
      Player{stage}.play(scenario);
    } catch (ScriptFault const& fault) {
      ADD_FAILURE() << fault.text;
    }
    for (auto const& fault : stage.verify()) ADD_FAILURE() << scenario.place << ": " << fault;
  }
} catch (ScriptFault const& fault) {
  ADD_FAILURE() << fault.text;
}

INSTANTIATE_TEST_SUITE_P(Files, Scenarios, ::testing::ValuesIn(plays()), name_of);

TEST(TwoNodes, race_for_one_task_and_exactly_one_wins) {
  constexpr int rounds = 10;
  Stage stage{StoreKind::two_nodes};
  stage.found("pengumpulan-data-kinerja");
  for (int round = 0; round < rounds; ++round) {
    auto const started = stage.office().carry_out({access::AccountId{"sekretaris"}, {}}, [](app::Desk& desk) {
      workflow::StartCase command{"Lomba", {workflow::PeriodKind::year, 2026, 1}, {.subject = "Arahan"}, {}};
      return app::start_case(desk, procedure::ProcedureId{"pengumpulan-data-kinerja"}, command);
    });
    ASSERT_TRUE(started);
    workflow::TaskId const task{*started->find("id")->get_if<std::string>() + "-1"};
    workflow::Disposition const given{.to = {access::HolderId{"sekretaris"}}, .instructions = {}, .note = "Segera"};
    workflow::TaskCommand const command{task, 1, workflow::Dispose{given}};
    std::atomic<int> won = 0;
    auto const run = [&](std::size_t node) {
      auto const done = stage.node(node).carry_out({access::AccountId{"kadis"}, {}}, [&](app::Desk& desk) {
        return app::act_on_task(desk, command, workflow::Identity::session);
      });
      if (done) ++won;
    };
    std::thread other{run, 1};
    run(0);
    other.join();
    EXPECT_EQ(won, 1);
  }
  EXPECT_EQ(stage.verify(), std::vector<std::string>{});
}

}  // namespace
}  // namespace himpun::test
