#pragma once
// A server on a free loopback port with a few routes, each showing one thing a handler can do.

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shell/http/client.h"
#include "shell/http/server.h"

namespace himpun::http::test {

/// Calls `step` until it says true; fails the test after a long time. Nothing is measured: it only waits for an event.
template <class Step>
void wait_until(Step step) {
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (!step()) {
    ASSERT_LT(std::chrono::steady_clock::now(), end) << "waited too long";
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
}

/// Answers that handlers have put aside for a test (or a thread of its) to give later.
class LaterAnswers {
 public:
  void put(Respond respond);
  /// Waits for one.
  [[nodiscard]] Respond take();
  [[nodiscard]] std::size_t size();

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Respond> waiting_;
};

class ServerTest : public ::testing::Test {
 protected:
  ServerTest();
  ~ServerTest() override;

  /// Builds and starts the server out of `options` and `router`.
  void start();
  [[nodiscard]] Client connect(Transport transport = Transport::plain) const;
  [[nodiscard]] std::vector<std::string> failures();
  [[nodiscard]] std::vector<RequestLog> logs();
  [[nodiscard]] std::size_t files_in_upload_folder() const;

  std::filesystem::path folder;
  ServerOptions options;
  Router router;
  LaterAnswers later;
  std::unique_ptr<Server> server;

 private:
  void add_routes();
  void add_upload_routes();

  std::mutex mutex_;
  std::vector<std::string> failures_;
  std::vector<RequestLog> logs_;
};

}  // namespace himpun::http::test
