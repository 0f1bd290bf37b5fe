#pragma once
// The HTTP/1.1 server: listens, reads requests within limits and time-outs, asks the router's handlers and sends their
// answers, plain or under TLS. It does not handle process signals (the caller stops it), does not write a log (it calls
// back) and holds no rule of the office.
//
//   Server server{std::move(router), options};
//   if (auto started = server.start(); !started) ...
//   server.stop();  // answers what is under way, then returns; also done by the destructor

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/problem.h"
#include "shell/http/message.h"
#include "shell/http/router.h"

namespace himpun::http {

inline constexpr ProblemType server_cannot_listen{"server.cannot_listen", ProblemKind::unavailable,
                                                  "Server tidak dapat dibuka di alamat ini",
                                                  "The server cannot listen on this address"};
inline constexpr ProblemType server_certificate_unusable{"server.certificate_unusable", ProblemKind::invalid,
                                                         "Sertifikat TLS tidak dapat dipakai",
                                                         "The TLS certificate cannot be used"};

struct TlsFiles {
  std::filesystem::path certificate_chain;  ///< PEM, the server's certificate first
  std::filesystem::path private_key;        ///< PEM, not encrypted
};

/// Every time-out ends a wait on a client, never a handler's work: that one only stops being waited for.
struct ServerTimes {
  std::chrono::milliseconds idle{60'000};       ///< between two requests of one connection
  std::chrono::milliseconds header{10'000};     ///< from the first byte to the end of the header; TLS handshake
  std::chrono::milliseconds body{20'000};       ///< grace for a body, beside one second per `slowest_bytes_per_second`
  std::chrono::milliseconds write{30'000};      ///< per 64 KiB of the answer
  std::chrono::milliseconds handler{60'000};    ///< until the answer is there
  std::chrono::milliseconds linger{2'000};      ///< for the client to read a refusal before the connection closes
  std::chrono::milliseconds drain{15'000};      ///< stop() waits this long for answers that are under way
  std::chrono::milliseconds heartbeat{20'000};  ///< a comment on a quiet event stream
};

/// One line for the access log.
struct RequestLog {
  Method method = Method::get;
  std::string path;  ///< as sent, without the query; empty when the request could not be read
  int status = 0;
  std::uint64_t bytes_received = 0;  ///< of the body
  std::uint64_t bytes_sent = 0;      ///< of the body
  std::chrono::microseconds duration{};
  std::string remote_address;
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one, see Server::port()
  int io_threads = 2;
  std::optional<TlsFiles> tls{};
  bool behind_tls_proxy = false;  ///< browsers speak TLS although this server does not
  std::size_t max_connections = 4096;
  std::size_t header_limit_bytes = 16 * 1024;
  std::uint64_t body_limit_bytes = 1024 * 1024;          ///< unless the route says otherwise
  std::uint64_t upload_limit_bytes = 100 * 1024 * 1024;  ///< of streamed uploads, unless the route says otherwise
  std::uint64_t slowest_bytes_per_second = 1024;         ///< a client that sends a body more slowly is cut off
  std::size_t event_queue = 64;                          ///< events waiting for one client
  std::filesystem::path upload_folder{"."};              ///< must exist; temporary files of uploads
  ServerTimes times{};
  std::function<void(RequestLog const&)> on_request{};   ///< called on server threads, after the answer is sent
  std::function<void(std::string const&)> on_failure{};  ///< a handler threw or dropped its answer; once each
};

class Server {
 public:
  Server(Router router, ServerOptions options);
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;
  ~Server();

  /// Listens and returns; requests are served by own threads from now on.
  [[nodiscard]] Result<void> start();
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::size_t connections() const;

  /// Stops accepting, closes idle connections and event streams, waits for the answers under way (at most
  /// `times.drain`), closes the rest and joins the threads. A `Respond` called afterwards does nothing. Must not be
  /// called from a handler on a server thread.
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace himpun::http
