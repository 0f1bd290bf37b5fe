#include "adapters/inspection/clamd.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>

namespace himpun::inspection {
namespace {

using app::Scan;
using app::ScanVerdict;
using Clock = std::chrono::steady_clock;

constexpr ProblemType address_wrong{"scanner.address_wrong", ProblemKind::invalid, "Alamat pemindai virus belum benar",
                                    "The virus scanner's address is not right"};
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t most_reply_bytes = 4096;

/// Where clamd listens; `port` is empty for a Unix socket.
struct Address {
  std::string place;
  std::string port;
};

std::optional<Address> parse_address(std::string_view text) {
  if (text.starts_with("unix:/") && text.size() - 5 < sizeof(sockaddr_un::sun_path)) {
    return Address{std::string{text.substr(5)}, {}};
  }
  auto const colon = text.rfind(':');
  if (!text.starts_with("tcp:") || colon <= 4) return std::nullopt;
  auto const port = text.substr(colon + 1);
  std::uint16_t number = 0;
  auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size() || number == 0) return std::nullopt;
  return Address{std::string{text.substr(4, colon - 4)}, std::string{port}};
}

/// Four bytes, the greatest first.
std::string length_of(std::string_view bytes) {
  auto const size = static_cast<std::uint32_t>(bytes.size());
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(size >> shift & 0xff);
  return text;
}

/// One connection, all of it within one time. Every failure is told by `failure`.
class Talk {
 public:
  explicit Talk(ClamdTimes const& times) : times_(times), end_(Clock::now() + times.whole) {}
  Talk(Talk const&) = delete;
  Talk& operator=(Talk const&) = delete;
  ~Talk() { close(); }

  bool connect(Address const& address) { return address.port.empty() ? connect_unix(address) : connect_tcp(address); }

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      } else if (!may_go_on(errno, POLLOUT)) {
        return false;
      }
    }
    return true;
  }

  /// Up to the zero byte that ends clamd's answers; nothing when none came.
  std::optional<std::string> reply() {
    std::string text;
    char bytes[512];
    while (text.size() < most_reply_bytes) {
      auto const got = ::recv(socket_, bytes, sizeof bytes, 0);
      if (got == 0) break;
      if (got < 0 && !may_go_on(errno, POLLIN)) return std::nullopt;
      if (got < 0) continue;
      text.append(bytes, static_cast<std::size_t>(got));
      if (auto const end = text.find('\0'); end != std::string::npos) return text.substr(0, end);
    }
    failure_ = "the answer has no end";
    return std::nullopt;
  }

  [[nodiscard]] std::string const& failure() const { return failure_; }

 private:
  bool connect_unix(Address const& address) {
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    address.place.copy(name.sun_path, sizeof name.sun_path - 1);
    return connect_to(AF_UNIX, reinterpret_cast<sockaddr const*>(&name), sizeof name);
  }

  bool connect_tcp(Address const& address) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    if (int const error = ::getaddrinfo(address.place.c_str(), address.port.c_str(), &wanted, &list); error != 0) {
      failure_ = ::gai_strerror(error);
      return false;
    }
    bool done = false;
    for (auto const* each = list; each && !done; each = each->ai_next) {
      done = connect_to(each->ai_family, each->ai_addr, each->ai_addrlen);
    }
    ::freeaddrinfo(list);
    return done;
  }

  bool connect_to(int family, sockaddr const* name, socklen_t size) {
    close();
    socket_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket_ < 0) return fail(errno);
    if (::connect(socket_, name, size) == 0) return true;
    if (errno != EINPROGRESS) return fail(errno);
    if (!wait(POLLOUT, std::min(end_, Clock::now() + times_.connect))) return false;
    int error = 0;
    socklen_t error_size = sizeof error;
    ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &error_size);
    return error == 0 || fail(error);
  }

  /// After a call that could not go on: waits until it can, or says why it never will.
  bool may_go_on(int error, short event) {
    if (error == EINTR) return true;
    return error == EAGAIN || error == EWOULDBLOCK ? wait(event, end_) : fail(error);
  }

  bool wait(short event, Clock::time_point end) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd watched{socket_, event, 0};
    int const ready = left > 0 ? ::poll(&watched, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno != EINTR) return fail(errno);
    return ready != 0 || fail(ETIMEDOUT);
  }

  bool fail(int error) {
    failure_ = std::strerror(error);
    return false;
  }

  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

  ClamdTimes times_;
  Clock::time_point end_;
  int socket_ = -1;
  std::string failure_;
};

/// The file in pieces, each with its length before it; a length of zero ends it.
bool send_file(Talk& talk, std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!talk.send(std::string_view{"zINSTREAM\0", 10})) return false;
  std::string piece(piece_bytes, '\0');
  while (file.read(piece.data(), std::ssize(piece)) || file.gcount() > 0) {
    auto const bytes = std::string_view{piece}.substr(0, static_cast<std::size_t>(file.gcount()));
    if (!talk.send(length_of(bytes)) || !talk.send(bytes)) return false;
  }
  return file.eof() && talk.send(length_of({}));
}

class Clamd final : public app::VirusScanner {
 public:
  Clamd(Address address, ClamdTimes times) : address_(std::move(address)), times_(times) {}

  Scan scan(std::string const& path) override {
    Talk talk{times_};
    if (!talk.connect(address_)) return {ScanVerdict::not_scanned, talk.failure()};
    bool const is_sent = send_file(talk, path);
    // A file above clamd's StreamMaxLength is answered before it was sent.
    auto const reply = talk.reply();
    if (!reply) return {ScanVerdict::not_scanned, talk.failure()};
    return understand(*reply, is_sent);
  }

 private:
  static Scan understand(std::string_view reply, bool is_sent) {
    constexpr std::string_view start = "stream: ";
    constexpr std::string_view found = " FOUND";
    if (is_sent && reply == "stream: OK") return {};
    if (reply.starts_with(start) && reply.ends_with(found) && reply.size() > start.size() + found.size()) {
      reply.remove_prefix(start.size());
      reply.remove_suffix(found.size());
      return {ScanVerdict::infected, std::string{reply}};
    }
    return {ScanVerdict::not_scanned, "clamd says: " + std::string{reply.substr(0, 200)}};
  }

  Address address_;
  ClamdTimes times_;
};

}  // namespace

Result<std::unique_ptr<app::VirusScanner>> clamd(std::string const& address, ClamdTimes times) {
  auto parsed = parse_address(address);
  if (parsed) return std::make_unique<Clamd>(std::move(*parsed), times);
  return refuse(address_wrong, {"Tulis unix:/run/clamav/clamd.ctl atau tcp:host:porta.",
                                "Write unix:/run/clamav/clamd.ctl or tcp:host:port."});
}

}  // namespace himpun::inspection
