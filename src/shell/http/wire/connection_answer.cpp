#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/write.hpp>
#include <vector>

#include "shell/http/problem_json.h"
#include "shell/http/wire/connection.h"
#include "shell/http/wire/response_head.h"

namespace himpun::http {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
/// Up to here copying the body behind the head is cheaper than a second buffer (and, under TLS, a second record).
constexpr std::size_t copied_bytes = 8 * 1024;

class OpenFile {
 public:
  explicit OpenFile(std::filesystem::path const& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(OpenFile const&) = delete;
  OpenFile& operator=(OpenFile const&) = delete;
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }

  [[nodiscard]] int number() const { return file_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const {
    struct stat about {};
    if (file_ < 0 || ::fstat(file_, &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(about.st_size);
  }

 private:
  int file_;
};

}  // namespace

/// False when the connection must end.
Task<bool> Connection::send_answer() {
  timed_out_ = false;
  bool const client_goes_on = keeps_alive_ || parser_.state() != RequestParser::State::done;
  keeps_alive_ = keeps_alive_ && parser_.state() == RequestParser::State::done && !site_.stopping;
  lingers_ = client_goes_on && !keeps_alive_;
  Response const response = std::move(*exchange_.answer);
  bool sent = false;
  if (auto const* text = std::get_if<std::string>(&response.body)) {
    sent = co_await send_bytes(response, *text);
  } else if (auto const* embedded = std::get_if<EmbeddedFile>(&response.body)) {
    sent = co_await send_bytes(response, embedded->bytes);
  } else if (auto const* file = std::get_if<StoredFile>(&response.body)) {
    sent = co_await send_file(response, *file);
  } else {
    sent = co_await send_events(response, std::get<EventStream>(response.body));
  }
  log(response.status);
  co_return sent;
}

Task<bool> Connection::send_bytes(Response const& response, std::string_view body) {
  bool const has_body = status_has_body(response.status);
  write_head(response, has_body ? std::optional<std::uint64_t>{body.size()} : std::nullopt);
  if (!has_body || exchange_.is_head) body = {};
  exchange_.bytes_sent = body.size();
  if (body.size() <= copied_bytes) out_ += std::exchange(body, {});
  co_return co_await write(out_, body);
}

Task<bool> Connection::send_file(Response const& response, StoredFile const& file) {
  OpenFile const open{file.path};
  auto const size = open.size();
  if (!size) {
    report(exchange_.request.path + ": cannot read " + file.path.string());
    auto const failure = to_response(refusals::failed, exchange_.request.language);
    co_return co_await send_bytes(failure, std::get<std::string>(failure.body));
  }
  write_head(response, *size);
  bool sent = co_await write(out_);
  if (sent && !exchange_.is_head) sent = co_await send_file_pieces(open.number(), *size);
  co_return sent;
}

/// A file that has become shorter than it was ends the connection: the client sees that the length is wrong.
Task<bool> Connection::send_file_pieces(int file, std::uint64_t size) {
  std::vector<char> piece(std::min<std::uint64_t>(piece_bytes, size));
  while (exchange_.bytes_sent < size) {
    auto const wanted = std::min<std::uint64_t>(piece.size(), size - exchange_.bytes_sent);
    auto const got = ::pread(file, piece.data(), wanted, static_cast<off_t>(exchange_.bytes_sent));
    if (got <= 0) co_return false;
    std::string_view const bytes{piece.data(), static_cast<std::size_t>(got)};
    bool const sent = co_await write(bytes);
    if (!sent) co_return false;
    exchange_.bytes_sent += bytes.size();
  }
  co_return true;
}

/// Writes both texts, in one go when they are small and piece by piece, each with its own deadline, when they are not.
Task<bool> Connection::write(std::string_view first, std::string_view second) {
  bool sent = true;
  do {
    auto const piece = second.substr(0, piece_bytes);
    second.remove_prefix(piece.size());
    sent = co_await write_some(std::exchange(first, {}), piece);
  } while (sent && !second.empty());
  co_return sent;
}

Task<bool> Connection::write_some(std::string_view first, std::string_view second) {
  std::array<asio::const_buffer, 2> const buffers{asio::buffer(first), asio::buffer(second)};
  set_deadline(site_.options.times.write);
  SystemError error;
  auto writing =
      tls_ ? asio::async_write(*tls_, buffers, resume(error)) : asio::async_write(socket_, buffers, resume(error));
  co_await std::move(writing);
  set_deadline(Clock::time_point::max());
  if (error) gone_ = true;
  co_return !error;
}

void Connection::write_head(Response const& response, std::optional<std::uint64_t> content_length) {
  out_.clear();
  append_response_head(out_, response,
                       {.content_length = content_length,
                        .keeps_alive = keeps_alive_,
                        .is_tls = site_.tls || site_.options.behind_tls_proxy,
                        .is_api = exchange_.is_api});
}

void Connection::log(int status) {
  auto const& on_request = site_.options.on_request;
  if (!on_request) return;
  auto const& request = exchange_.request;
  on_request({.method = request.method,
              .path = request.path,
              .status = status,
              .bytes_received = parser_.body_bytes(),
              .bytes_sent = exchange_.bytes_sent,
              .duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange_.begun),
              .remote_address = remote_address_});
}

}  // namespace himpun::http
