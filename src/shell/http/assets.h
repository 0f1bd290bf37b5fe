#pragma once
// The web application out of the binary: files under `web/`, compressed siblings, media types, caching. Paths that are
// no file get index.html, because the application finds its own pages. `/api` never comes here; the server sees to it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "shell/http/message.h"

namespace himpun::http {

class Assets {
 public:
  /// `files` must outlive this; only those called `web/...` are served.
  explicit Assets(std::vector<EmbeddedFile> const& files);

  [[nodiscard]] Response answer(Request const& request) const;
  /// For Router::set_fallback; this must outlive the server.
  [[nodiscard]] Handler handler() const;

 private:
  struct Variant {
    EmbeddedFile const* file = nullptr;
    std::string etag{};
  };
  struct Asset {
    Variant plain{};
    Variant gzip{};
    Variant brotli{};
  };

  void add(EmbeddedFile const& file, std::string_view path);
  [[nodiscard]] Asset const* find(std::string_view path) const;
  [[nodiscard]] static Response send(Request const& request, std::string_view path, Asset const& asset);

  std::map<std::string, Asset, std::less<>> assets_;  ///< by path, for example `/assets/app-1a2b.js`
};

}  // namespace himpun::http
