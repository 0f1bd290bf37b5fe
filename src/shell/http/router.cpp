#include "shell/http/router.h"

#include <algorithm>
#include <map>

#include "base/ensure.h"
#include "base/text.h"

namespace himpun::http {

struct Router::Node {
  using Segments = std::vector<std::string>;

  std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
  std::unique_ptr<Node> parameter;
  std::vector<Route const*> routes;  ///< the routes that end here, one per method

  Node& child(std::string_view part) {
    auto& next = part.starts_with(':') ? parameter : words[std::string{part}];
    if (!next) next = std::make_unique<Node>();
    return *next;
  }

  [[nodiscard]] Route const* route(Method method) const {
    auto const found = std::ranges::find(routes, method, &Route::method);
    return found == routes.end() ? nullptr : *found;
  }

  /// The node where the path ends and which has routes; fixed words are tried before the parameter.
  [[nodiscard]] Node const* find(Segments const& segments, std::size_t depth) const {
    if (depth == segments.size()) return routes.empty() ? nullptr : this;
    if (auto const word = words.find(segments[depth]); word != words.end()) {
      if (auto const* found = word->second->find(segments, depth + 1)) return found;
    }
    if (!parameter || segments[depth].empty()) return nullptr;
    return parameter->find(segments, depth + 1);
  }
};

namespace {

/// Pattern parts without the leading slash. A parameter has a name, and no two have the same.
std::vector<std::string_view> parts_of(std::string_view pattern) {
  ensure(pattern.starts_with('/'), "a route's pattern begins with a slash");
  auto parts = split(pattern.substr(1), '/');
  for (auto const part : parts) {
    ensure(part != ":" && (!part.empty() || parts.size() == 1), "a route's pattern has no empty part");
    ensure(!part.starts_with(':') || std::ranges::count(parts, part) == 1, "a route's parameters differ in name");
  }
  return parts;
}

Parameters read_parameters(std::string_view pattern, std::vector<std::string> const& segments) {
  Parameters params;
  std::size_t index = 0;
  for (auto rest = pattern.substr(1);; ++index) {
    auto const slash = rest.find('/');
    auto const part = rest.substr(0, slash);
    if (part.starts_with(':')) params.add(std::string{part.substr(1)}, segments[index]);
    if (slash == std::string_view::npos) return params;
    rest.remove_prefix(slash + 1);
  }
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

void Router::add(Route route) {
  ensure(route.method != Method::head && route.method != Method::options,
         "HEAD and OPTIONS are answered by the server");
  ensure(static_cast<bool>(route.handler), "a route has a handler");
  auto const& added = routes_.emplace_back(std::make_unique<Route const>(std::move(route)));
  Node* node = root_.get();
  for (auto const part : parts_of(added->pattern)) node = &node->child(part);
  ensure(!node->route(added->method), "a route is added once");
  node->routes.push_back(added.get());
}

void Router::add(Method method, std::string pattern, Handler handler, RouteOptions options) {
  add(Route{method, std::move(pattern), std::move(handler), std::move(options)});
}

void Router::set_fallback(Handler handler) {
  fallback_ = std::make_unique<Route const>(Route{Method::get, "/", std::move(handler)});
}

Route const* Router::fallback() const { return fallback_.get(); }

RouteMatch Router::find(Method method, std::vector<std::string> const& segments) const {
  auto const* node = root_->find(segments, 0);
  if (!node) return {};
  if (auto const* route = node->route(method == Method::head ? Method::get : method)) {
    return {.route = route, .params = read_parameters(route->pattern, segments)};
  }
  RouteMatch match;
  for (auto const* route : node->routes) match.allowed.push_back(route->method);
  return match;
}

std::string allow_text(std::vector<Method> const& methods) {
  std::string text;
  for (auto const method : methods) {
    text += to_text(method);
    text += method == Method::get ? ", HEAD, " : ", ";
  }
  return text + "OPTIONS";
}

}  // namespace himpun::http
