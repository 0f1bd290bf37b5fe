// Sealing, checking, proving and exporting the journal, on a busy history and on one that somebody changed.

#include "app/desks/journal_desk.h"
#include "app/random_player.h"

namespace himpun::app::test {
namespace {

struct JournalTest : ::testing::Test {
  TestOffice office;

  void SetUp() override {
    office.found();
    play_a_history(office, 3, 200, 7);
  }
  Trust trust() { return trust_in(office.office->world()); }
  Verdict verify() {
    return office.read<Verdict>([&](Reader& reader) { return verify_journal(reader, trust()); });
  }
  std::int64_t seal(CheckpointMaker& maker) {
    auto const made = maker.make_checkpoint();
    EXPECT_TRUE(made) << (made ? "" : made.error().type->code);
    return made.value_or(-1);
  }
  std::int64_t count_events() {
    return office.read<std::int64_t>(
        [](Reader& reader) { return std::ssize(reader.journal(0, std::numeric_limits<int>::max())); });
  }
};

TEST_F(JournalTest, ACheckpointSealsEveryEventOnce) {
  CheckpointMaker maker{*office.office};
  EXPECT_EQ(seal(maker), count_events());
  EXPECT_EQ(seal(maker), 0);
  office.start("Satu lagi");
  EXPECT_GT(seal(maker), 0);
  auto const verdict = verify();
  EXPECT_TRUE(verdict.ok()) << verdict.first_bad->reason.en;
  EXPECT_EQ(verdict.checkpoints, 2);
  EXPECT_EQ(verdict.leaves, count_events());
  EXPECT_EQ(verdict.events, count_events());
}

TEST_F(JournalTest, AFreshProcessGoesOnFromTheLastCheckpoint) {
  CheckpointMaker first{*office.office};
  seal(first);
  office.start("Satu lagi");
  office.open();
  CheckpointMaker second{*office.office};
  EXPECT_GT(seal(second), 0);
  EXPECT_TRUE(verify().ok());
}

TEST_F(JournalTest, TwoNodesTakeTurns) {
  CheckpointMaker first{*office.office};
  CheckpointMaker second{*office.office};
  for (int round = 0; round < 4; ++round) {
    office.start("Berkas putaran " + std::to_string(round));
    EXPECT_GT(seal(round % 2 == 0 ? first : second), 0);
    EXPECT_EQ(seal(round % 2 == 0 ? second : first), 0);
  }
  EXPECT_TRUE(verify().ok());
}

TEST_F(JournalTest, NoNewCheckpointIsSignedOverAChangedTree) {
  ASSERT_TRUE(office.store->transact([](Transaction& transaction) -> Result<void> {
    transaction.add({LeafRow{0, "agency", 1, sha256("palsu")}});
    return {};
  }));
  CheckpointMaker maker{*office.office};
  auto const made = maker.make_checkpoint();
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.error().is(checkpoint_inconsistent));
}

TEST_F(JournalTest, AnEventThatWasWrittenByAnotherHandIsNamed) {
  ASSERT_TRUE(office.store->transact([](Transaction& transaction) -> Result<void> {
    auto const head = transaction.head("agency");
    EventRow forged{"agency", head.version + 1, 0, R"({"agency":"contoh"})", sha256("bukan segel")};
    return transaction.append("agency", head, {forged});
  }));
  auto const verdict = verify();
  ASSERT_FALSE(verdict.ok());
  auto const head = office.read<StreamHead>([](Reader& reader) { return reader.head("agency"); });
  EXPECT_EQ(verdict.first_bad->event, "agency@" + std::to_string(head.version));
}

TEST_F(JournalTest, ACheckpointOfAnotherKeyIsNamed) {
  CheckpointMaker maker{*office.office};
  seal(maker);
  auto other = trust();
  other.key = journal::SampleSigner{"himpun/contoh", std::string(32, 'x')}.key;
  auto const verdict = office.read<Verdict>([&](Reader& reader) { return verify_journal(reader, other); });
  ASSERT_FALSE(verdict.ok());
  EXPECT_TRUE(verdict.first_bad->event.empty());
  EXPECT_NE(verdict.first_bad->reason.id.find("Titik periksa"), std::string::npos);
}

TEST_F(JournalTest, AnyEventCanBeProvenToAStranger) {
  CheckpointMaker maker{*office.office};
  auto const key = note_key_of(office.key);
  auto const find = [&](std::string const& event) {
    return office.read<Result<journal::ProofParts>>([&](Reader& reader) { return find_proof(reader, key, event); });
  };
  EXPECT_TRUE(find("agency@1").error().is(not_yet_sealed));
  EXPECT_TRUE(find("agency@9999").error().is(journal_event_missing));
  seal(maker);
  office.start("Sesudah disegel");
  seal(maker);
  for (auto const& row : office.read<std::vector<EventRow>>([](Reader& reader) { return reader.journal(0, 2000); })) {
    auto const parts = find(journal::to_text(journal::EventId{row.stream, row.version}));
    ASSERT_TRUE(parts);
    auto const proven = journal::check_proof(journal::make_proof(*parts), key, trust().verify);
    ASSERT_TRUE(proven) << row.stream << "@" << row.version;
    EXPECT_EQ(proven->envelope.version, row.version);
  }
}

TEST_F(JournalTest, TheExportCarriesEveryEventWithItsPredecessor) {
  CheckpointMaker maker{*office.office};
  seal(maker);
  std::int64_t events = 0;
  std::int64_t checkpoints = 0;
  office.store->read([&](Reader& reader) {
    export_journal(reader, [&](Json const& line) {
      if (line.find("checkpoint")) {
        ++checkpoints;
        return;
      }
      ++events;
      auto const text = [&](char const* name) { return *line.find(name)->get_if<std::string>(); };
      auto const previous = parse_sha256(text("previous"));
      ASSERT_TRUE(previous);
      EXPECT_EQ(to_hex(journal::seal(*previous, text("bytes"))), text("hash"));
      EXPECT_TRUE(line.find("leaf"));
    });
  });
  EXPECT_EQ(events, count_events());
  EXPECT_EQ(checkpoints, 1);
}

TEST_F(JournalTest, TheListIsForAuditorsAndPagesBackwards) {
  auto const list = [&](std::string const& account, JournalQuery const& query) {
    return office.see(account, [&](Sight& sight) { return list_journal(sight, query, Language::indonesian); });
  };
  EXPECT_TRUE(list("acc-kadis", {}).error().is(read_forbidden));
  std::int64_t seen = 0;
  JournalQuery query{"", {.limit = 37}};
  while (true) {
    auto const page = list("acc-admin", query);
    ASSERT_TRUE(page);
    for (auto const& entry : *page->find("items")->get_if<Json::Array>()) {
      ++seen;
      EXPECT_FALSE(entry.find("words")->get_if<std::string>()->empty());
      EXPECT_EQ(entry.find("words")->get_if<std::string>()->find("workflow."), std::string::npos);
    }
    auto const* next = page->find("next");
    if (!next) break;
    query.page.after = *next->get_if<std::string>();
  }
  EXPECT_EQ(seen, count_events());
}

}  // namespace
}  // namespace himpun::app::test
