// What every store promises about works: all or nothing, answered once, announced when durable.

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <set>

#include "adapters/store/contract.h"

namespace himpun::test {
namespace {

class WorksContract : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, WorksContract, all_kinds(), name_of);

/// Submits works without waiting in between, so that they share a batch where there are batches.
std::vector<Result<void>> submit_all(app::Store& store, std::vector<app::Work> works) {
  std::vector<std::future<Result<void>>> answers;
  for (auto& work : works) {
    std::promise<Result<void>> promise;
    answers.push_back(promise.get_future());
    store.submit(std::move(work),
                 [promise = std::move(promise)](Result<void> answer) mutable { promise.set_value(std::move(answer)); });
  }
  std::vector<Result<void>> results;
  for (auto& answer : answers) results.push_back(answer.get());
  return results;
}

TEST_P(WorksContract, ARefusalTakesBackWhatItsWorkWroteAndNothingElse) {
  std::vector<app::Work> works;
  for (int each = 0; each < 40; ++each) {
    works.push_back([each](app::Transaction& transaction) -> Result<void> {
      auto const id = "c" + std::to_string(each);
      transaction.put(sample_case(id));
      if (auto answer = append_to("case/" + id)(transaction); !answer) return answer;
      if (each % 5 == 3) return refuse(input_refused);
      return {};
    });
  }
  auto const answers = submit_all(store(), std::move(works));
  for (int each = 0; each < 40; ++each) {
    auto const id = "c" + std::to_string(each);
    bool const kept = each % 5 != 3;
    EXPECT_EQ(answers[static_cast<std::size_t>(each)].has_value(), kept);
    EXPECT_EQ(see([&](auto& reader) { return reader.find_case(id); }).has_value(), kept);
    EXPECT_EQ(see([&](auto& reader) { return reader.head("case/" + id).version; }), kept ? 1 : 0);
  }
}

TEST_P(WorksContract, ARefusalReachesTheCallerAsItIs) {
  auto const answer = store().transact([](app::Transaction&) -> Result<void> {
    return refuse(input_refused, {"Isi nama.", "Fill in the name."});
  });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(input_refused));
  EXPECT_EQ(answer.error().detail.id, "Isi nama.");
}

TEST_P(WorksContract, WorksRunInTheOrderInWhichOneCallerSubmitsThemOrConflict) {
  std::vector<app::Work> works;
  for (int each = 0; each < 100; ++each) works.push_back(append_to("agency"));
  for (auto const& answer : submit_all(store(), std::move(works))) EXPECT_TRUE(answer);
  EXPECT_EQ(see([](auto& reader) { return reader.head("agency").version; }), 100);
}

TEST_P(WorksContract, LoadsOfManyWorksAddUpAndTheRefusedDoNotCount) {
  std::vector<app::Work> works;
  for (int each = 0; each < 100; ++each) {
    works.push_back([each](app::Transaction& transaction) -> Result<void> {
      transaction.add_load("holder" + std::to_string(each % 3), "work", 1);
      if (each % 10 == 9) return refuse(input_refused);
      return {};
    });
  }
  submit_all(store(), std::move(works));
  std::int64_t sum = 0;
  for (auto const* holder : {"holder0", "holder1", "holder2"}) {
    for (auto const& load : see([&](auto& reader) { return reader.holder_loads(holder); })) sum += load.open_tasks;
  }
  EXPECT_EQ(sum, 90);
}

TEST_P(WorksContract, WhatIsAcknowledgedIsSeenByTheNextReader) {
  for (int each = 1; each <= 20; ++each) {
    expect_done(append_to("case/1"));
    EXPECT_EQ(see([](auto& reader) { return reader.head("case/1").version; }), each);
  }
}

TEST_P(WorksContract, TopicsAreHeardOnceDurableAndOnlyOfKeptWorks) {
  std::mutex mutex;
  std::condition_variable changed;
  std::set<std::string> heard;
  bool seen_too_early = false;
  store().listen([&](std::vector<std::string> const& topics) {
    std::lock_guard const lock(mutex);
    if (std::ranges::find(topics, "kepala") != topics.end()) {
      seen_too_early = !look(store(), [](auto& reader) { return reader.find_task("c1-1"); }).has_value();
    }
    heard.insert(topics.begin(), topics.end());
    changed.notify_all();
  });
  (void)store().transact([](app::Transaction& transaction) -> Result<void> {
    transaction.announce("nobody");
    return refuse(input_refused);
  });
  write([](auto& transaction) {
    transaction.put(sample_task("c1-1"));
    transaction.announce("kepala");
    transaction.announce("kasubag's unit, \"quoted\"");
  });
  std::unique_lock lock(mutex);
  changed.wait_for(lock, std::chrono::seconds{20}, [&] { return heard.size() >= 2; });
  EXPECT_EQ(heard, (std::set<std::string>{"kepala", "kasubag's unit, \"quoted\""}));
  EXPECT_FALSE(seen_too_early);
}

TEST_P(WorksContract, AViewSeesOneMomentWhileOthersWrite) {
  if (kind() == Kind::memory) GTEST_SKIP() << "in memory a view holds up the writers instead";
  expect_done(append_to("case/1"));
  store().read([&](app::Reader& reader) {
    auto const before = reader.head("case/1");
    expect_done(append_to("case/1"));
    EXPECT_EQ(reader.head("case/1"), before);
    EXPECT_EQ(reader.events("case/1", 0, 10).size(), 1u);
  });
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/1").version; }), 2);
}

TEST_P(WorksContract, AfterStopWorkIsRefusedAndWhatWasQueuedIsDone) {
  std::vector<app::Work> works;
  std::atomic<int> done{0};
  for (int each = 0; each < 50; ++each) {
    store().submit(append_to("case/" + std::to_string(each)), [&](Result<void> answer) { done += answer ? 1 : 0; });
  }
  store().stop();
  EXPECT_EQ(done, 50);
  auto const late = store().transact(append_to("case/late"));
  ASSERT_FALSE(late);
  EXPECT_TRUE(late.error().is(app::store_unavailable));
}

TEST_P(WorksContract, AFullQueueAnswersBusyAtOnceAndGoesOn) {
  if (kind() == Kind::memory) GTEST_SKIP() << "there is no queue in memory";
  close();
  store_ = open_again({.capacity = 8, .batch = 1, .writers = 1});
  std::latch release{1};
  std::promise<void> started;
  store().submit(
      [&](app::Transaction&) -> Result<void> {
        started.set_value();
        release.wait();
        return {};
      },
      [](Result<void>) {});
  started.get_future().wait();
  std::atomic<int> busy{0};
  std::atomic<int> kept{0};
  for (int each = 0; each < 20; ++each) {
    store().submit(append_to("case/" + std::to_string(each)), [&](Result<void> answer) {
      if (answer) {
        ++kept;
      } else if (answer.error().is(app::store_busy)) {
        ++busy;
      }
    });
  }
  EXPECT_EQ(busy, 12);
  release.count_down();
  store().stop();
  EXPECT_EQ(kept, 8);
}

TEST_P(WorksContract, EverythingIsThereAfterTheStoreIsOpenedAgain) {
  if (kind() == Kind::memory) GTEST_SKIP() << "memory does not outlive its store";
  expect_done(append_to("case/1", 3));
  write([](auto& transaction) { transaction.put(sample_case("c1")); });
  auto const head = see([](auto& reader) { return reader.head("case/1"); });
  close();
  store_ = open_again();
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/1"); }), head);
  EXPECT_TRUE(see([](auto& reader) { return reader.find_case("c1"); }));
}

}  // namespace
}  // namespace himpun::test
