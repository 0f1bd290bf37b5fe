// What the stores do when the disk is full or read-only, when the process is killed, and when the server goes away.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <map>
#include <thread>

#include "adapters/postgres/blobs.h"
#include "adapters/postgres/database.h"
#include "adapters/postgres/store.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "adapters/store/samples.h"
#include "support/postgres_server.h"
#include "support/temporary_folder.h"

namespace himpun::test {
namespace {

constexpr auto agency = "bps-3273";

std::unique_ptr<app::Store> open_sqlite(std::string const& path) {
  ensure(sqlite::migrate(path, agency, instant(0)).has_value(), "the database is made");
  auto opened = sqlite::open({.path = path, .agency = agency});
  ensure(opened.has_value(), "the database opens");
  return std::move(*opened);
}

app::Work append_bytes(std::string stream, std::size_t bytes) {
  return [=](app::Transaction& transaction) {
    auto const head = transaction.head(stream);
    return transaction.append(stream, head, chain_after(head, stream, 1, std::string(bytes, 'x')));
  };
}

/// A file system of 8 MB in memory, for as long as this lives.
class SmallDisk {
 public:
  SmallDisk() : mounted_(::mount("himpun-test", folder_.path().c_str(), "tmpfs", 0, "size=8m") == 0) {}
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool is_mounted() const { return mounted_; }
  [[nodiscard]] std::string file(std::string const& name) const { return folder_.file(name); }
  void fill() const {
    std::ofstream filler(file("filler"), std::ios::binary);
    std::string const block(4096, 'f');
    while (filler.write(block.data(), std::ssize(block)).flush()) {
    }
  }
  void make_room() const { std::filesystem::remove(file("filler")); }

 private:
  TemporaryFolder folder_;
  bool mounted_;
};

TEST(SqliteFaults, AFullDiskIsAnsweredUnavailableAndWritingGoesOnWhenThereIsRoom) {
  SmallDisk const disk;
  if (!disk.is_mounted()) GTEST_SKIP() << "mounting a small file system needs root";
  auto store = open_sqlite(disk.file("himpun.db"));
  ASSERT_TRUE(store->transact(append_bytes("case/1", 100)));
  disk.fill();
  std::atomic<int> answered{0};
  std::atomic<int> kept{0};
  for (int each = 0; each < 40; ++each) {
    store->submit(append_bytes("case/" + std::to_string(each + 10), 100'000), [&](Result<void> answer) {
      if (answer) {
        ++kept;
      } else {
        EXPECT_TRUE(answer.error().is(app::store_unavailable));
      }
      ++answered;
    });
  }
  auto const failed = store->transact(append_bytes("case/2", 3'000'000));
  ASSERT_FALSE(failed);
  EXPECT_TRUE(failed.error().is(app::store_unavailable));
  EXPECT_EQ(answered, 40);
  EXPECT_LT(kept, 40);
  EXPECT_EQ(look(*store, [](auto& reader) { return reader.head("case/1").version; }), 1);
  EXPECT_EQ(look(*store, [](auto& reader) { return reader.head("case/2").version; }), 0);
  disk.make_room();
  EXPECT_TRUE(store->transact(append_bytes("case/2", 1000)));
  EXPECT_EQ(look(*store, [](auto& reader) { return std::ssize(reader.streams("case/", "", 100000)); }), kept + 2);
  store->stop();
  EXPECT_TRUE(sqlite::check(disk.file("himpun.db")));
}

TEST(SqliteFaults, AFileSizeLimitIsAnsweredUnavailableAndTheProcessGoesOn) {
  TemporaryFolder const folder;
  auto const child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    auto store = open_sqlite(folder.file("himpun.db"));
    bool good = store->transact(append_bytes("case/1", 100)).has_value();
    rlimit const limit{512 * 1024, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto const failed = store->transact(append_bytes("case/2", 1'000'000));
    good = good && !failed && failed.error().is(app::store_unavailable);
    rlimit const wide{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &wide);
    good = good && store->transact(append_bytes("case/2", 1'000'000)).has_value();
    store->stop();
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/// What somebody without the right to write sees: 0 when nothing worse than an answer happened.
int try_without_rights(std::string const& path) {
  if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 2;
  try {
    auto opened = sqlite::open({.path = path, .agency = agency});
    if (!opened) return 3;
    auto const answer = (*opened)->transact(append_to("case/1"));
    return !answer && answer.error().is(app::store_unavailable) ? 0 : 4;
  } catch (app::StoreFailure const&) {
    return 0;
  }
}

TEST(SqliteFaults, AReadOnlyFolderIsAFailureThatIsToldAndChangesNothing) {
  TemporaryFolder const folder;
  auto const path = folder.file("himpun.db");
  auto store = open_sqlite(path);
  ASSERT_TRUE(store->transact(append_to("case/1")));
  store.reset();
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
  std::filesystem::permissions(folder.path(), static_cast<perms>(0555));
  auto const child = ::fork();
  if (child == 0) ::_exit(try_without_rights(path));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  std::filesystem::permissions(folder.path(), static_cast<perms>(0700));
  std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
  store = open_sqlite(path);
  EXPECT_TRUE(store->transact(append_to("case/1")));
  EXPECT_EQ(look(*store, [](auto& reader) { return reader.head("case/1").version; }), 2);
}

TEST(SqliteFaults, WhatWasAcknowledgedBeforeAKillIsThereAfterwards) {
  TemporaryFolder const folder;
  int told[2];
  ASSERT_EQ(::pipe(told), 0);
  auto const child = ::fork();
  if (child == 0) {
    auto store = open_sqlite(folder.file("himpun.db"));
    for (std::int32_t number = 0;; ++number) {
      store->submit(append_to("case/" + std::to_string(number % 50)), [&, number](Result<void> answer) {
        if (answer) (void)!::write(told[1], &number, sizeof number);
      });
    }
  }
  ::close(told[1]);
  std::map<std::string, std::int64_t> acknowledged;
  std::int32_t number = 0;
  for (int each = 0; each < 500 && ::read(told[0], &number, sizeof number) == sizeof number; ++each) {
    ++acknowledged["case/" + std::to_string(number % 50)];
  }
  ::kill(child, SIGKILL);
  while (::read(told[0], &number, sizeof number) == sizeof number)
    ++acknowledged["case/" + std::to_string(number % 50)];
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(told[0]);
  EXPECT_GE(acknowledged.size(), 50u);
  auto store = open_sqlite(folder.file("himpun.db"));
  for (auto const& [stream, count] : acknowledged) {
    EXPECT_GE(look(*store, [&](auto& reader) { return reader.head(stream).version; }), count) << stream;
  }
  store->stop();
  EXPECT_TRUE(sqlite::check(folder.file("himpun.db")));
}

/// A store on a database of its own.
struct PostgresOffice {
  PostgresDatabase database;
  std::unique_ptr<app::Store> store;

  PostgresOffice() {
    ensure(postgres::migrate(database.where(), agency, instant(0)).has_value(), "the database is made");
    store = node();
  }
  [[nodiscard]] std::unique_ptr<app::Store> node() const {
    auto opened = postgres::open({.where = database.where(), .agency = agency});
    ensure(opened.has_value(), "the database opens");
    return std::move(*opened);
  }
};

TEST(PostgresFaults, LostConnectionsAreMadeAgainWithoutAnybodyNoticing) {
  PostgresOffice office;
  for (int round = 0; round < 3; ++round) {
    ASSERT_TRUE(office.store->transact(append_to("case/1")));
    office.database.cut_connections();
  }
  EXPECT_EQ(look(*office.store, [](auto& reader) { return reader.head("case/1").version; }), 3);
}

TEST(PostgresFaults, WhileTheServerIsAwayWorkIsRefusedAndReadingFailsAndAfterwardsBothWork) {
  PostgresOffice office;
  ASSERT_TRUE(office.store->transact(append_to("case/1")));
  office.database.go_away();
  for (int each = 0; each < 50; ++each) {
    auto const answer = office.store->transact(append_to("case/1"));
    ASSERT_FALSE(answer);
    EXPECT_TRUE(answer.error().is(app::store_unavailable));
    EXPECT_THROW(office.store->read([](app::Reader&) {}), app::StoreFailure);
  }
  office.database.come_back();
  bool works = false;
  for (int attempt = 0; attempt < 200 && !works; ++attempt) {
    works = office.store->transact(append_to("case/1")).has_value();
    if (!works) std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  EXPECT_TRUE(works);
  EXPECT_EQ(look(*office.store, [](auto& reader) { return reader.head("case/1").version; }), 2);
}

TEST(PostgresFaults, TwoNodesShareStreamsLoadsNumbersAndAnnouncements) {
  PostgresOffice office;
  auto const other = office.node();
  std::promise<std::string> heard;
  other->listen([&](std::vector<std::string> const& topics) {
    if (!topics.empty()) heard.set_value(topics.front());
  });
  ASSERT_TRUE(office.store->transact([](app::Transaction& transaction) -> Result<void> {
    transaction.announce("kepala");
    return {};
  }));
  auto future = heard.get_future();
  ASSERT_EQ(future.wait_for(std::chrono::seconds{30}), std::future_status::ready);
  EXPECT_EQ(future.get(), "kepala");
  constexpr int each_does = 60;
  std::atomic<int> refused{0};
  auto const run = [&](app::Store& store) {
    for (int each = 0; each < each_does; ++each) {
      auto const answer = store.transact([](app::Transaction& transaction) -> Result<void> {
        transaction.add_load("a", "work", 1);
        transaction.add_load("b", "work", 1);
        (void)transaction.next_number("case/2026");
        return append_to("agency")(transaction);
      });
      refused += answer ? 0 : 1;
    }
  };
  {
    std::jthread const first([&] { run(*office.store); });
    std::jthread const second([&] { run(*other); });
  }
  EXPECT_EQ(refused, 0);
  EXPECT_EQ(look(*other, [](auto& reader) { return reader.head("agency").version; }), 2 * each_does);
  EXPECT_EQ(look(*other, [](auto& reader) { return reader.holder_loads("b"); }),
            (std::vector<app::HolderLoadRow>{{"b", "work", 2 * each_does}}));
  std::int64_t next = 0;
  ASSERT_TRUE(other->transact([&](app::Transaction& transaction) -> Result<void> {
    next = transaction.next_number("case/2026");
    return {};
  }));
  EXPECT_EQ(next, 2 * each_does + 1);
}

TEST(PostgresFaults, WorksThatLockStreamsInOppositeOrdersAllEnd) {
  PostgresOffice office;
  std::atomic<int> kept{0};
  constexpr int rounds = 40;
  for (int each = 0; each < rounds; ++each) {
    auto const first = each % 2 == 0 ? "case/1" : "case/2";
    auto const second = each % 2 == 0 ? "case/2" : "case/1";
    office.store->submit(
        [=](app::Transaction& transaction) -> Result<void> {
          if (auto answer = append_to(first)(transaction); !answer) return answer;
          return append_to(second)(transaction);
        },
        [&](Result<void> answer) { kept += answer ? 1 : 0; });
  }
  office.store->stop();
  auto const again = office.node();
  EXPECT_EQ(look(*again, [](auto& reader) { return reader.head("case/1").version; }), kept);
  EXPECT_EQ(look(*again, [](auto& reader) { return reader.head("case/2").version; }), kept);
  EXPECT_GT(kept, 0);
}

TEST(PostgresFaults, AnEventThatCommitsLateStillBecomesALeaf) {
  PostgresOffice office;
  auto const other = office.node();
  std::promise<void> appended;
  std::promise<void> release;
  auto late = std::async(std::launch::async, [&] {
    return office.store->transact([&, first = true](app::Transaction& transaction) mutable -> Result<void> {
      auto answer = append_to("case/late")(transaction);
      (void)transaction.head("case/late");  // waits until the append has its position
      if (std::exchange(first, false)) {
        appended.set_value();
        release.get_future().wait();
      }
      return answer;
    });
  });
  appended.get_future().wait();
  ASSERT_TRUE(other->transact(append_to("case/early")));
  auto const seen = look(*other, [](auto& reader) { return reader.events_without_leaf(10); });
  ASSERT_EQ(seen.size(), 1u);
  ASSERT_TRUE(other->transact([&](app::Transaction& transaction) -> Result<void> {
    transaction.add({app::LeafRow{0, seen[0].stream, seen[0].version, seen[0].hash}});
    return {};
  }));
  release.set_value();
  ASSERT_TRUE(late.get());
  auto const rest = look(*other, [](auto& reader) { return reader.events_without_leaf(10); });
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].stream, "case/late");
  EXPECT_LT(rest[0].position, seen[0].position);
}

TEST(PostgresBlobs, AContentKeptByOneNodeIsReadByAnother) {
  PostgresOffice const office;
  TemporaryFolder const folder;
  std::string content;
  for (int each = 0; each < 300'000; ++each) content += "line " + std::to_string(each) + "\n";
  content[5] = '\0';
  auto const hash = to_hex(sha256(content));
  auto const here = postgres::blobs(office.database.where(), agency, folder.file("here"));
  auto const there = postgres::blobs(office.database.where(), agency, folder.file("there"));
  auto const upload = [&] {
    std::ofstream(folder.file("upload"), std::ios::binary) << content;
    return folder.file("upload");
  };
  EXPECT_FALSE(here->has(hash));
  EXPECT_FALSE(here->read(hash, [](std::string_view) {}));
  EXPECT_FALSE(here->path_of(hash));
  here->keep(upload(), hash, std::ssize(content));
  here->keep(upload(), hash, std::ssize(content));
  EXPECT_FALSE(std::filesystem::exists(folder.file("upload")));
  EXPECT_TRUE(there->has(hash));
  std::string read;
  ASSERT_TRUE(there->read(hash, [&](std::string_view piece) {
    EXPECT_LE(piece.size(), 1024u * 1024u);
    read += piece;
  }));
  EXPECT_TRUE(read == content);
  for (auto const& node : {here.get(), there.get()}) {
    auto const path = node->path_of(hash);
    ASSERT_TRUE(path);
    std::ifstream file(*path, std::ios::binary);
    EXPECT_TRUE(std::string(std::istreambuf_iterator<char>(file), {}) == content);
    std::filesystem::remove(*path);
    EXPECT_TRUE(node->path_of(hash));
  }
}

}  // namespace
}  // namespace himpun::test
