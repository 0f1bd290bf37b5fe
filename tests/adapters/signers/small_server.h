#pragma once
// A server of the tests on the loopback: takes one request after another and hands each to a function. Stands in for
// the services that signing asks: a time-stamp authority, the e-sign client service.

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace himpun::test {

struct SeenRequest {
  std::string head;  ///< request line and headers
  std::string body;
};
struct MadeAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
};

class SmallServer {
 public:
  using Handle = std::function<MadeAnswer(SeenRequest const&)>;
  explicit SmallServer(Handle handle);
  SmallServer(SmallServer const&) = delete;
  SmallServer& operator=(SmallServer const&) = delete;
  ~SmallServer();

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  void serve() const;
  void answer(int connection) const;

  Handle handle_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace himpun::test
