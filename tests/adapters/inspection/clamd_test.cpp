#include "adapters/inspection/clamd.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/fake_clamd.h"
#include "support/temporary_folder.h"

extern char** environ;

namespace himpun::inspection {
namespace {

using app::ScanVerdict;
using std::chrono::milliseconds;
using test::ClamdMood;
using test::FakeClamd;

struct TheScanner : ::testing::Test {
  test::TemporaryFolder folder;

  std::string file(std::string const& content) {
    auto const path = folder.file("unggahan");
    std::ofstream{path, std::ios::binary} << content;
    return path;
  }
  static app::Scan scan(std::string const& address, std::string const& path, ClamdTimes times = {}) {
    auto const scanner = clamd(address, times);
    EXPECT_TRUE(scanner) << address;
    return scanner ? (*scanner)->scan(path) : app::Scan{};
  }
};

TEST_F(TheScanner, SendsTheWholeFileInPiecesAndHearsThatItIsClean) {
  FakeClamd daemon;
  std::string content;
  for (int i = 0; i < 200'000; ++i) content += static_cast<char>(i % 251);
  EXPECT_EQ(scan(daemon.address(), file(content)).verdict, ScanVerdict::clean);
  EXPECT_EQ(daemon.seen(), content);
  EXPECT_EQ(scan(daemon.address(), file("")).verdict, ScanVerdict::clean);
}

TEST_F(TheScanner, NamesTheSignatureThatWasFound) {
  FakeClamd daemon;
  auto const found = scan(daemon.address(), file("xx VIRUS-UJI xx"));
  EXPECT_EQ(found.verdict, ScanVerdict::infected);
  EXPECT_EQ(found.words, "Uji.Virus-1");
}

TEST_F(TheScanner, CallsNothingCleanThatWasNotSaidToBe) {
  for (auto const mood : {ClamdMood::nonsense, ClamdMood::endless, ClamdMood::hangs_up, ClamdMood::too_large}) {
    FakeClamd daemon{mood};
    auto const found = scan(daemon.address(), file(std::string(3'000'000, 'x')));
    EXPECT_EQ(found.verdict, ScanVerdict::not_scanned) << static_cast<int>(mood);
    EXPECT_FALSE(found.words.empty());
  }
}

TEST_F(TheScanner, PassesOnWhatClamdSaysOfAFileThatIsTooLargeForIt) {
  FakeClamd daemon{ClamdMood::too_large};
  EXPECT_EQ(scan(daemon.address(), file("x")).words, "clamd says: INSTREAM size limit exceeded. ERROR");
}

TEST_F(TheScanner, DoesNotWaitForEverForASilentOne) {
  FakeClamd daemon{ClamdMood::silent};
  auto const found = scan(daemon.address(), file("x"), {.whole = milliseconds{100}});
  EXPECT_EQ(found.verdict, ScanVerdict::not_scanned);
  EXPECT_EQ(found.words, std::strerror(ETIMEDOUT));
}

TEST_F(TheScanner, SaysWhenThereIsNone) {
  std::string closed;
  {
    FakeClamd daemon;
    closed = daemon.address();
  }
  EXPECT_EQ(scan(closed, file("x")).verdict, ScanVerdict::not_scanned);
  EXPECT_EQ(scan("unix:" + folder.file("tidak-ada.ctl"), file("x")).words, std::strerror(ENOENT));
}

TEST_F(TheScanner, KnowsAnAddressThatIsNone) {
  for (auto const* wrong : {"", "clamd", "unix:", "unix:relatif.ctl", "tcp:", "tcp:3310", "tcp::3310",
                            "tcp:h:", "tcp:h:0", "tcp:h:99999", "tcp:h:12x", "http://h:3310"}) {
    auto const made = clamd(wrong);
    ASSERT_FALSE(made) << wrong;
    EXPECT_EQ(made.error().type->code, "scanner.address_wrong");
  }
  EXPECT_FALSE(clamd("unix:/" + std::string(200, 'x'))) << "longer than a Unix socket's name may be";
}

/// The real one, with one signature of its own instead of a database of millions.
class RealClamd {
 public:
  explicit RealClamd(test::TemporaryFolder const& folder) : socket_(folder.file("clamd.ctl")) {
    auto const database = folder.file("tanda-tangan");
    std::filesystem::create_directories(database);
    std::ofstream{database + "/uji.ndb"}
        << "Uji.Himpun.Contoh:0:*:56495255532d554a492d48494d50554e\n";  // VIRUS-UJI-HIMPUN
    auto const settings = folder.file("clamd.conf");
    std::ofstream{settings} << "LocalSocket " << socket_ << "\nDatabaseDirectory " << database
                            << "\nForeground yes\nMaxThreads 2\nStreamMaxLength 1M\nTemporaryDirectory "
                            << folder.path().string() << "\nLogFile " << folder.file("clamd.log") << "\n";
    std::string const option = "--config-file=" + settings;
    char* const words[] = {const_cast<char*>("clamd"), const_cast<char*>(option.c_str()), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    if (::posix_spawn(&process_, "/usr/sbin/clamd", &actions, nullptr, words, environ) != 0) process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
  }
  RealClamd(RealClamd const&) = delete;
  RealClamd& operator=(RealClamd const&) = delete;
  ~RealClamd() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }

  /// False when it ended, or has no socket after a minute.
  [[nodiscard]] bool wait_until_it_listens() const {
    for (int i = 0; i < 600 && process_ > 0 && ::waitpid(process_, nullptr, WNOHANG) == 0; ++i) {
      if (std::filesystem::exists(socket_)) return true;
      std::this_thread::sleep_for(milliseconds{100});
    }
    return false;
  }
  [[nodiscard]] std::string address() const { return "unix:" + socket_; }

 private:
  std::string socket_;
  pid_t process_ = -1;
};

TEST_F(TheScanner, UnderstandsTheRealClamd) {
  RealClamd const daemon{folder};
  ASSERT_TRUE(daemon.wait_until_it_listens()) << "scripts/install.sh test installs clamav-daemon";
  EXPECT_EQ(scan(daemon.address(), file("isi biasa")).verdict, ScanVerdict::clean);
  EXPECT_EQ(scan(daemon.address(), file(std::string(500'000, 'x'))).verdict, ScanVerdict::clean);
  auto const found = scan(daemon.address(), file("isi dengan VIRUS-UJI-HIMPUN di dalamnya"));
  EXPECT_EQ(found.verdict, ScanVerdict::infected) << found.words;
  EXPECT_EQ(found.words, "Uji.Himpun.Contoh.UNOFFICIAL");
  auto const large = scan(daemon.address(), file(std::string(5'000'000, 'x')));
  EXPECT_EQ(large.verdict, ScanVerdict::not_scanned) << "more than its StreamMaxLength";
}

}  // namespace
}  // namespace himpun::inspection
