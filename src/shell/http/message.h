#pragma once
// One HTTP request and its answer as plain values, so that a route file knows nothing of sockets. It does not parse or
// send: the server does, and hands every handler a `Request` and a `Respond` to call once, from any thread.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/embedded.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/words.h"

namespace himpun::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

[[nodiscard]] std::string_view to_text(Method method);  ///< `GET`
[[nodiscard]] std::optional<Method> parse_method(std::string_view text);

/// Header fields of one request in one block of memory. Names are compared without regard to case.
class Headers {
 public:
  void add(std::string_view name, std::string_view value);
  void clear();
  /// The first field called `name`.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The first field called `name`, or empty.
  [[nodiscard]] std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }
  /// All fields called `name`, joined with ", " as RFC 9110 section 5.3 allows.
  [[nodiscard]] std::string get_all(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return fields_.size(); }

 private:
  struct Field {
    std::uint32_t name_begin, name_size, value_size;  ///< the value follows the name
  };
  [[nodiscard]] std::string_view name_of(Field const& field) const;
  [[nodiscard]] std::string_view value_of(Field const& field) const;

  std::string text_;
  std::vector<Field> fields_;
};

/// Decoded name-value pairs: path parameters or the query, in the order they were sent.
class Parameters {
 public:
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  /// The first value called `name`, or null.
  [[nodiscard]] std::string const* find(std::string_view name) const;
  /// The first value called `name`, or empty.
  [[nodiscard]] std::string const& get(std::string_view name) const;
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> const& all() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// A request body that was streamed to a temporary file. Whoever holds this owns the file: it is removed at the end
/// unless it was renamed away before, or `release` was called.
class UploadedFile {
 public:
  UploadedFile(std::filesystem::path path, std::uint64_t size, Sha256 sha256)
      : path_(std::move(path)), size_(size), sha256_(sha256) {}
  UploadedFile(UploadedFile&& other) noexcept;
  UploadedFile& operator=(UploadedFile&& other) noexcept;
  ~UploadedFile();

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }  ///< bytes
  [[nodiscard]] Sha256 const& sha256() const { return sha256_; }
  /// The file now belongs to the caller.
  [[nodiscard]] std::filesystem::path release() { return std::exchange(path_, {}); }

 private:
  std::filesystem::path path_;
  std::uint64_t size_ = 0;
  Sha256 sha256_{};
};

struct Request {
  Method method = Method::get;  ///< a HEAD request reaches the GET route with `head` here
  std::string path;             ///< as sent, still percent-encoded, without the query; begins with `/`
  Parameters params;            ///< path parameters of the route, decoded
  Parameters query;             ///< decoded; `+` is a space
  Headers headers;
  std::string body;                    ///< empty on routes that stream uploads
  std::optional<UploadedFile> upload;  ///< only on routes that stream uploads
  std::string remote_address;          ///< text of the peer's IP address, without port
  bool is_tls = false;                 ///< the browser speaks TLS (to us or to the proxy in front of us)
  Language language = Language::indonesian;
  std::chrono::steady_clock::time_point deadline{};  ///< after this the client is told 503 and the answer is ignored
};

/// A file on disk, streamed piece by piece. `Content-Type` and `Content-Disposition` are the handler's.
struct StoredFile {
  std::filesystem::path path;
  std::shared_ptr<void const> owner{};  ///< let go once the answer was sent: removes a file made for it
};

/// One server-sent event. `data` may have several lines.
struct Event {
  std::string name{};  ///< empty: `message`
  std::string data{};
  std::string id{};
};

/// The handle to one open event stream, usable from any thread and harmless when the client is gone.
class EventSink {
 public:
  class Channel {
   public:
    virtual bool push(Event const& event) = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual bool is_open() const = 0;

   protected:
    ~Channel() = default;
  };

  explicit EventSink(std::shared_ptr<Channel> channel) : channel_(std::move(channel)) {}
  /// False when the client is gone. A client that reads too slowly is cut off when its queue is full; the browser
  /// then connects again and asks for the present state.
  bool push(Event const& event) const { return channel_->push(event); }
  void close() const { channel_->close(); }
  [[nodiscard]] bool is_open() const { return channel_->is_open(); }

 private:
  std::shared_ptr<Channel> channel_;
};

/// The answer is a stream of events that stays open. Both functions run on a server thread and must be quick.
struct EventStream {
  std::function<void(EventSink)> on_open;  ///< once, before the first event can be sent
  std::function<void()> on_close;          ///< once, when the client is gone or the server stops; may be empty
};

struct Response {
  using Body = std::variant<std::string, EmbeddedFile, StoredFile, EventStream>;

  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers{};
  Body body{};

  /// Sets or replaces a header. The server itself adds Content-Length, Connection, Date and the security headers.
  Response& set(std::string_view name, std::string value);
  [[nodiscard]] std::string const* find(std::string_view name) const;
};

[[nodiscard]] Response json_response(int status, Json const& json);
/// `json` is JSON text already.
[[nodiscard]] Response json_text_response(int status, std::string json);
[[nodiscard]] Response text_response(int status, std::string text);
[[nodiscard]] Response no_content();

/// Call it once, from any thread. Dropped without a call, the client is answered 500.
using Respond = std::move_only_function<void(Response)>;
using Handler = std::function<void(Request, Respond)>;

/// ASCII letters compare without regard to case.
[[nodiscard]] bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace himpun::http
