#pragma once
// The table of routes: method and path pattern to handler. `/api/v1/tasks/:task/completion` has the parameter `task`.
// A path matches exactly: no trailing slash is added or taken away, letters keep their case, fixed words win over
// parameters. It does not read the request's body and does not know who may call a route.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/http/message.h"

namespace himpun::http {

enum class BodyMode : std::uint8_t {
  whole,     ///< the body is in `Request::body`
  streamed,  ///< the body goes to a temporary file while it is hashed: `Request::upload`
};

struct RouteOptions {
  BodyMode body_mode = BodyMode::whole;
  std::optional<std::uint64_t> body_limit{};  ///< bytes; the server's own limit when empty
  /// Asked when the header is read and before the body is: an answer here ends the request, so that a stranger cannot
  /// fill the disk. Runs on a server thread and must be quick. May be empty.
  std::function<std::optional<Response>(Request const&)> admit{};
};

struct Route {
  Method method;
  std::string pattern;
  Handler handler;
  RouteOptions options{};
};

struct RouteMatch {
  Route const* route = nullptr;   ///< null: no such path, or not with this method
  Parameters params{};            ///< decoded
  std::vector<Method> allowed{};  ///< when `route` is null: what the path does know; empty: no such path
};

class Router {
 public:
  Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;
  ~Router();

  /// Stops the process when the pattern is malformed or taken: the table is written by us.
  void add(Route route);
  void add(Method method, std::string pattern, Handler handler, RouteOptions options = {});
  /// Answers every path outside `/api` that no route knows (the web application).
  void set_fallback(Handler handler);

  /// HEAD finds the GET route.
  [[nodiscard]] RouteMatch find(Method method, std::vector<std::string> const& segments) const;
  [[nodiscard]] Route const* fallback() const;
  /// All routes in the order they were added.
  [[nodiscard]] std::vector<std::unique_ptr<Route const>> const& routes() const { return routes_; }

 private:
  struct Node;

  std::vector<std::unique_ptr<Route const>> routes_;
  std::unique_ptr<Node> root_;
  std::unique_ptr<Route const> fallback_;
};

/// `GET, HEAD, POST` for the Allow header; HEAD and OPTIONS are added.
[[nodiscard]] std::string allow_text(std::vector<Method> const& methods);

}  // namespace himpun::http
