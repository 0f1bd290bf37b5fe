// What every store promises about the journal and its proof.

#include <algorithm>
#include <atomic>
#include <thread>

#include "adapters/store/contract.h"

namespace himpun::test {
namespace {

class JournalContract : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, JournalContract, all_kinds(), name_of);

TEST_P(JournalContract, AnUnknownStreamHasVersionZeroAndAHashOfZeros) {
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/none"); }), app::StreamHead{});
  EXPECT_TRUE(see([](auto& reader) { return reader.events("case/none", 0, 10); }).empty());
}

TEST_P(JournalContract, AppendedEventsComeBackInOrderWithTheirBytesAndHashes) {
  auto const events = chain_after({}, "case/1", 3);
  expect_done([&](auto& transaction) { return transaction.append("case/1", {}, events); });
  auto found = see([](auto& reader) { return reader.events("case/1", 0, 10); });
  ASSERT_EQ(found.size(), 3u);
  for (auto& event : found) EXPECT_GT(std::exchange(event.position, 0), 0);
  EXPECT_EQ(found, events);
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/1"); }), (app::StreamHead{3, events.back().hash}));
}

TEST_P(JournalContract, EventsArePagedByVersion) {
  expect_done(append_to("case/1", 5));
  auto const page = see([](auto& reader) { return reader.events("case/1", 2, 2); });
  ASSERT_EQ(page.size(), 2u);
  EXPECT_EQ(page[0].version, 3);
  EXPECT_EQ(page[1].version, 4);
}

TEST_P(JournalContract, AppendingToAnOldHeadIsRefused) {
  expect_done(append_to("case/1", 2));
  auto const stale = chain_after({}, "case/1", 1);
  auto const answer = store().transact([&](auto& transaction) { return transaction.append("case/1", {}, stale); });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(app::store_conflict));
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/1").version; }), 2);
}

TEST_P(JournalContract, AppendingToTheRightVersionWithAnotherHashIsRefused) {
  expect_done(append_to("case/1", 1));
  app::StreamHead const forged{1, sha256("forged")};
  auto const answer = store().transact(
      [&](auto& transaction) { return transaction.append("case/1", forged, chain_after(forged, "case/1", 1)); });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(app::store_conflict));
}

TEST_P(JournalContract, AppendingToAStreamThatDoesNotExistAtAVersionIsRefused) {
  app::StreamHead const imagined{3, sha256("imagined")};
  auto const answer = store().transact(
      [&](auto& transaction) { return transaction.append("case/9", imagined, chain_after(imagined, "case/9", 1)); });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(app::store_conflict));
}

TEST_P(JournalContract, AppendingNothingChangesNothing) {
  expect_done([](auto& transaction) { return transaction.append("case/1", {}, {}); });
  EXPECT_TRUE(see([](auto& reader) { return reader.streams("", "", 10); }).empty());
}

TEST_P(JournalContract, AWorkSeesWhatItHasAppended) {
  expect_done([](app::Transaction& transaction) -> Result<void> {
    for (int round = 0; round < 3; ++round) {
      auto const head = transaction.head("case/1");
      if (auto answer = transaction.append("case/1", head, chain_after(head, "case/1", 2)); !answer) return answer;
    }
    EXPECT_EQ(transaction.events("case/1", 0, 10).size(), 6u);
    return {};
  });
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/1").version; }), 6);
}

TEST_P(JournalContract, OneWorkMayAppendToManyStreams) {
  expect_done([](app::Transaction& transaction) -> Result<void> {
    for (auto const* stream : {"case/1", "case/2", "agency"}) {
      if (auto answer = append_to(stream)(transaction); !answer) return answer;
    }
    return {};
  });
  EXPECT_EQ(see([](auto& reader) { return reader.streams("case/", "", 10); }),
            (std::vector<std::string>{"case/1", "case/2"}));
  EXPECT_EQ(see([](auto& reader) { return reader.streams("case/", "case/1", 10); }),
            (std::vector<std::string>{"case/2"}));
  EXPECT_EQ(see([](auto& reader) { return reader.streams("", "", 10); }),
            (std::vector<std::string>{"agency", "case/1", "case/2"}));
}

TEST_P(JournalContract, TheJournalIsReadForwardsAndBackwardsWithoutGapsOrDoubles) {
  for (int round = 0; round < 7; ++round) expect_done(append_to("case/" + std::to_string(round % 3)));
  std::vector<std::int64_t> forwards;
  for (std::int64_t after = 0;;) {
    auto const page = see([&](auto& reader) { return reader.journal(after, 2); });
    if (page.empty()) break;
    for (auto const& event : page) forwards.push_back(event.position);
    after = page.back().position;
  }
  ASSERT_EQ(forwards.size(), 7u);
  EXPECT_TRUE(std::ranges::is_sorted(forwards));
  EXPECT_EQ(std::ranges::adjacent_find(forwards), forwards.end());
  std::vector<std::int64_t> backwards;
  for (std::int64_t before = forwards.back() + 1;;) {
    auto const page = see([&](auto& reader) { return reader.journal_backwards(before, 3); });
    if (page.empty()) break;
    for (auto const& event : page) backwards.push_back(event.position);
    before = page.back().position;
  }
  std::ranges::reverse(backwards);
  EXPECT_EQ(backwards, forwards);
}

TEST_P(JournalContract, TextOfAnyLanguageAndLengthComesBackUnchanged) {
  auto event = chain_after({}, "case/1", 1).front();
  event.bytes = "\"Keputusan Ké-1 'kutip' \\u0000 漢字 🏛️" + std::string(300'000, 'x') + "\"";
  event.hash = sha256(std::string(32, '\0') + event.bytes);
  expect_done([&](auto& transaction) { return transaction.append("case/1", {}, {event}); });
  EXPECT_EQ(see([](auto& reader) { return reader.events("case/1", 0, 1); }).front().bytes, event.bytes);
}

TEST_P(JournalContract, OfManyThatAppendAtTheSameVersionExactlyOneWins) {
  constexpr int rounds = 20;
  constexpr int appenders = 4;
  for (int round = 0; round < rounds; ++round) {
    auto const head = see([](auto& reader) { return reader.head("case/1"); });
    std::atomic<int> won{0};
    std::atomic<int> refused{0};
    {
      std::vector<std::jthread> threads;
      for (int each = 0; each < appenders; ++each) {
        threads.emplace_back([&, each] {
          auto const events = chain_after(head, "case/1", 1, "by " + std::to_string(each));
          auto const answer =
              store().transact([&](auto& transaction) { return transaction.append("case/1", head, events); });
          if (answer) {
            ++won;
          } else if (answer.error().is(app::store_conflict)) {
            ++refused;
          }
        });
      }
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(refused, appenders - 1);
  }
  auto const events = see([](auto& reader) { return reader.events("case/1", 0, 100); });
  ASSERT_EQ(events.size(), static_cast<std::size_t>(rounds));
  app::StreamHead head;
  for (auto const& event : events) {
    EXPECT_EQ(event.version, head.version + 1);
    EXPECT_EQ(event.hash, sha256(std::string{bytes_of(head.hash)} + event.bytes));
    head = {event.version, event.hash};
  }
}

TEST_P(JournalContract, ManyThatReadTheHeadInTheirWorkAllSucceed) {
  constexpr int appenders = 4;
  constexpr int each_adds = 25;
  {
    std::vector<std::jthread> threads;
    for (int each = 0; each < appenders; ++each) {
      threads.emplace_back([&] {
        for (int added = 0; added < each_adds; ++added) EXPECT_TRUE(store().transact(append_to("agency")));
      });
    }
  }
  EXPECT_EQ(see([](auto& reader) { return reader.head("agency").version; }), appenders * each_adds);
}

std::vector<app::LeafRow> leaves_of(std::vector<app::EventRow> const& events, std::int64_t from) {
  std::vector<app::LeafRow> leaves;
  for (auto const& event : events) leaves.push_back({from++, event.stream, event.version, event.hash});
  return leaves;
}

TEST_P(JournalContract, EventsBecomeLeavesOnceAndInOrder) {
  expect_done(append_to("case/1", 3));
  expect_done(append_to("case/2", 2));
  EXPECT_EQ(see([](auto& reader) { return reader.leaf_count(); }), 0);
  auto const first = see([](auto& reader) { return reader.events_without_leaf(3); });
  ASSERT_EQ(first.size(), 3u);
  write([&](auto& transaction) { transaction.add(leaves_of(first, 0)); });
  auto const rest = see([](auto& reader) { return reader.events_without_leaf(100); });
  ASSERT_EQ(rest.size(), 2u);
  EXPECT_GT(rest.front().position, first.back().position);
  write([&](auto& transaction) { transaction.add(leaves_of(rest, 3)); });
  EXPECT_TRUE(see([](auto& reader) { return reader.events_without_leaf(100); }).empty());
  expect_done(append_to("case/1", 1));
  EXPECT_EQ(see([](auto& reader) { return reader.events_without_leaf(100); }).size(), 1u);
  EXPECT_EQ(see([](auto& reader) { return reader.leaf_count(); }), 5);
  EXPECT_EQ(see([](auto& reader) { return reader.leaves(1, 2); }), (leaves_of({first[1], first[2]}, 1)));
  EXPECT_EQ(see([](auto& reader) { return reader.find_leaf("case/2", 1); })->leaf, 3);
  EXPECT_FALSE(see([](auto& reader) { return reader.find_leaf("case/1", 4); }));
}

TEST_P(JournalContract, TwoCheckpointJobsCannotGiveTheSameLeafTwice) {
  expect_done(append_to("case/1", 2));
  auto const events = see([](auto& reader) { return reader.events_without_leaf(10); });
  write([&](auto& transaction) { transaction.add(leaves_of(events, 0)); });
  auto const answer = store().transact([&](app::Transaction& transaction) -> Result<void> {
    transaction.add(leaves_of(events, 2));
    return {};
  });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(app::store_conflict));
  EXPECT_EQ(see([](auto& reader) { return reader.leaf_count(); }), 2);
}

TEST_P(JournalContract, CheckpointsComeNewestFirst) {
  app::CheckpointRow const one{5, sha256("one"), "note 1\n\n— himpun abc\n", instant(1)};
  app::CheckpointRow const two{9, sha256("two"), "note 2", instant(2)};
  write([&](auto& transaction) { transaction.add(one); });
  write([&](auto& transaction) { transaction.add(two); });
  EXPECT_EQ(see([](auto& reader) { return reader.checkpoints_below(1000, 10); }), (std::vector{two, one}));
  EXPECT_EQ(see([](auto& reader) { return reader.checkpoints_below(1000, 1); }), (std::vector{two}));
  EXPECT_EQ(see([&](auto& reader) { return reader.checkpoints_below(two.size, 10); }), (std::vector{one}));
  EXPECT_EQ(see([](auto& reader) { return reader.checkpoints_above(0, 10); }), (std::vector{one, two}));
  EXPECT_EQ(see([&](auto& reader) { return reader.checkpoints_above(one.size, 10); }), (std::vector{two}));
}

}  // namespace
}  // namespace himpun::test
