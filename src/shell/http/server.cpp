#include "shell/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <thread>
#include <vector>

#include "base/ensure.h"
#include "shell/http/wire/connection.h"
#include "shell/http/wire/connection_list.h"

namespace himpun::http {
namespace {

using asio::ip::tcp;

/// Beyond `max_connections` so many more are told 503; the rest is closed at once.
std::size_t refused_connections(std::size_t most) { return most / 4 + 16; }

/// A connection needs a file; the shell's soft limit is often 1024.
void raise_open_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::chrono::milliseconds watch_interval(ServerTimes const& times) {
  auto const shortest = std::min({times.idle, times.header, times.body, times.write, times.handler, times.linger});
  return std::clamp(shortest / 4, std::chrono::milliseconds{2}, std::chrono::milliseconds{250});
}

Problem tls_problem(TlsFiles const& files, std::string const& reason) {
  auto const names = files.certificate_chain.string() + ", " + files.private_key.string();
  return {.type = &server_certificate_unusable,
          .detail = {"Berkas PEM " + names + " tidak dapat dipakai: " + reason,
                     "The PEM files " + names + " cannot be used: " + reason}};
}

Result<void> configure_tls(asio::ssl::context& context, TlsFiles const& files) {
  SystemError error;
  context.use_certificate_chain_file(files.certificate_chain.string(), error);
  if (!error) context.use_private_key_file(files.private_key.string(), asio::ssl::context::pem, error);
  if (error) return std::unexpected(tls_problem(files, error.message()));
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
  return {};
}

}  // namespace

class Server::Implementation {
 public:
  Implementation(Router router, ServerOptions options)
      : site_{.router = std::move(router), .options = std::move(options)},
        io_(std::max(1, site_.options.io_threads)),
        acceptor_(asio::make_strand(io_)),
        watch_(acceptor_.get_executor()) {
    site_.connections = &connections_;
  }

  Result<void> start() {
    raise_open_file_limit();
    remove_stale_uploads(site_.options.upload_folder);
    if (site_.options.tls) {
      if (auto configured = configure_tls(tls_, *site_.options.tls); !configured) return configured;
      site_.tls = &tls_;
    }
    if (auto listening = listen(); !listening) return listening;
    asio::co_spawn(acceptor_.get_executor(), accept_connections(), asio::detached);
    asio::co_spawn(acceptor_.get_executor(), watch_deadlines(), asio::detached);
    for (int i = 0; i < std::max(1, site_.options.io_threads); ++i) {
      threads_.emplace_back([this] { io_.run(); });
    }
    return {};
  }

  /// The order matters: no new connections, then the answers under way, then force, and the threads last.
  void stop() {
    std::lock_guard const lock{stop_mutex_};
    if (threads_.empty()) return;
    for (auto const& thread : threads_) {
      ensure(thread.get_id() != std::this_thread::get_id(), "a handler does not stop its own server");
    }
    site_.stopping = true;
    asio::post(acceptor_.get_executor(), [this] {
      SystemError ignored;
      acceptor_.close(ignored);
    });
    connections_.for_each([](Connection& connection) { connection.stop_when_idle(); });
    if (!connections_.wait_until_empty(site_.options.times.drain)) {
      connections_.for_each([](Connection& connection) { connection.abort(); });
      static_cast<void>(connections_.wait_until_empty(site_.options.times.linger));
    }
    connections_.detach_all();
    io_.stop();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::size_t connections() const { return connections_.size(); }

 private:
  Result<void> listen() {
    auto const& options = site_.options;
    SystemError error;
    auto const address = asio::ip::make_address(options.address, error);
    tcp::endpoint const endpoint{address, options.port};
    if (!error) acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) port_ = acceptor_.local_endpoint(error).port();
    if (!error) return {};
    auto const place = options.address + ":" + std::to_string(options.port);
    return refuse(server_cannot_listen, {place + " tidak dapat dipakai (" + error.message() +
                                             "). Pilih alamat atau porta lain, atau hentikan program yang memakainya.",
                                         place + " cannot be used (" + error.message() +
                                             "). Choose another address or port, or stop the program that uses it."});
  }

  Task<void> accept_connections() {
    while (!site_.stopping) {
      SystemError error;
      Socket socket = co_await acceptor_.async_accept(asio::make_strand(io_), resume(error));
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (error) {
        co_await pause_accepting();
      } else {
        welcome(std::move(socket));
      }
    }
  }

  /// Out of files or memory: trying again at once would only burn the processor.
  Task<void> pause_accepting() {
    SystemError ignored;
    Timer timer{acceptor_.get_executor(), std::chrono::milliseconds{50}};
    co_await timer.async_wait(resume(ignored));
  }

  void welcome(Socket socket) {
    auto const most = site_.options.max_connections;
    auto const now = connections_.size();
    if (now >= most + refused_connections(most)) return;
    SystemError ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto const admission = now < most ? Admission::welcome : Admission::server_is_full;
    auto const connection = std::make_shared<Connection>(site_, std::move(socket), admission);
    connections_.add(*connection);
    connection->start();
  }

  Task<void> watch_deadlines() {
    auto const interval = watch_interval(site_.options.times);
    SystemError error;
    while (!error) {
      watch_.expires_after(interval);
      co_await watch_.async_wait(resume(error));
      auto const now = Clock::now();
      connections_.for_each([now](Connection& connection) { connection.expire_if_late(now); });
    }
  }

  ConnectionList connections_;
  Site site_;
  asio::ssl::context tls_{asio::ssl::context::tls_server};
  asio::io_context io_;
  Acceptor acceptor_;
  Timer watch_;
  std::uint16_t port_ = 0;
  std::mutex stop_mutex_;
  std::vector<std::thread> threads_;
};

Server::Server(Router router, ServerOptions options)
    : implementation_(std::make_unique<Implementation>(std::move(router), std::move(options))) {}
Server::~Server() { stop(); }
Result<void> Server::start() { return implementation_->start(); }
void Server::stop() { implementation_->stop(); }
std::uint16_t Server::port() const { return implementation_->port(); }
std::size_t Server::connections() const { return implementation_->connections(); }

}  // namespace himpun::http
