#pragma once
// A scanner for tests that speaks clamd's INSTREAM on a loopback port: it finds what the test says, keeps silent, talks
// nonsense or hangs up.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

namespace himpun::test {

enum class ClamdMood : std::uint8_t { sound, silent, nonsense, endless, hangs_up, too_large };

class FakeClamd {
 public:
  explicit FakeClamd(ClamdMood mood = ClamdMood::sound) : mood_(mood), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&place), sizeof place);
    ::listen(listener_, 16);
    socklen_t size = sizeof place;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&place), &size);
    port_ = ntohs(place.sin_port);
    thread_ = std::thread{[this] { serve(); }};
  }
  FakeClamd(FakeClamd const&) = delete;
  FakeClamd& operator=(FakeClamd const&) = delete;
  ~FakeClamd() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    if (int const open = talk_.load(); open >= 0) ::shutdown(open, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  [[nodiscard]] std::string address() const { return "tcp:127.0.0.1:" + std::to_string(port_); }
  /// Bytes of the file that was scanned last, as they came.
  [[nodiscard]] std::string const& seen() const { return seen_; }

 private:
  void serve() {
    while (!stopping_) {
      int const talk = ::accept(listener_, nullptr, nullptr);
      if (talk < 0) return;
      talk_ = talk;
      if (!stopping_) answer(talk);
      talk_ = -1;
      ::close(talk);
    }
  }

  void answer(int talk) {
    if (mood_ == ClamdMood::hangs_up) return;
    if (mood_ == ClamdMood::too_large) return say(talk, std::string{"INSTREAM size limit exceeded. ERROR\0", 36});
    if (!read_stream(talk)) return say(talk, std::string{"UNKNOWN COMMAND\0", 16});
    if (mood_ == ClamdMood::silent) return wait_for_the_end(talk);
    if (mood_ == ClamdMood::nonsense) return say(talk, std::string{"stream: OK?\0", 12});
    if (mood_ == ClamdMood::endless) return say(talk, std::string(100'000, 'x'));
    bool const is_infected = seen_.find("VIRUS-UJI") != std::string::npos;
    say(talk, (is_infected ? "stream: Uji.Virus-1 FOUND" : "stream: OK") + std::string(1, '\0'));
  }

  /// Between connections only the test's thread reads `seen_`: the answer has been said by then.
  bool read_stream(int talk) {
    seen_.clear();
    if (take(talk, 10) != std::string{"zINSTREAM\0", 10}) return false;
    while (true) {
      auto const length = take(talk, 4);
      if (length.size() < 4) return false;
      std::size_t size = 0;
      for (char const byte : length) size = size << 8 | static_cast<unsigned char>(byte);
      if (size == 0) return true;
      auto const piece = take(talk, size);
      if (piece.size() < size) return false;
      seen_ += piece;
    }
  }

  static std::string take(int talk, std::size_t size) {
    std::string bytes(size, '\0');
    auto const got = ::recv(talk, bytes.data(), size, MSG_WAITALL);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  static void say(int talk, std::string const& words) { ::send(talk, words.data(), words.size(), MSG_NOSIGNAL); }
  static void wait_for_the_end(int talk) { take(talk, 1); }

  ClamdMood mood_;
  int listener_;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  std::atomic<int> talk_{-1};
  std::string seen_;
  std::thread thread_;
};

}  // namespace himpun::test
