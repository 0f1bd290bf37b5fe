#include "shell/http/assets.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/sha256.h"
#include "shell/http/conditional.h"
#include "shell/http/problem_json.h"

namespace himpun::http {
namespace {

constexpr std::string_view folder = "web";
constexpr std::string_view index_path = "/index.html";

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
}};

std::string_view extension_of(std::string_view path) {
  auto const name = path.substr(path.rfind('/') + 1);
  auto const dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot);
}

/// Empty when the extension is not one of a file: `/cases/040.1` is a page of the application.
std::string_view media_type_of(std::string_view path) {
  auto const extension = extension_of(path);
  for (auto const& [known, type] : media_types) {
    if (known == extension) return type;
  }
  return {};
}

/// Files under /assets/ carry a hash in their name, so a name's bytes never change.
bool is_hashed(std::string_view path) { return path.starts_with("/assets/"); }

}  // namespace

Assets::Assets(std::vector<EmbeddedFile> const& files) {
  for (auto const& file : files) {
    if (file.name.starts_with("web/")) add(file, file.name.substr(folder.size()));
  }
  // A compressed file without its original could not be sent to everybody.
  std::erase_if(assets_, [](auto const& entry) { return !entry.second.plain.file; });
}

void Assets::add(EmbeddedFile const& file, std::string_view path) {
  Variant variant{.file = &file, .etag = make_etag(to_hex(sha256(file.bytes)).substr(0, 32))};
  if (path.ends_with(".br")) {
    assets_[std::string{path.substr(0, path.size() - 3)}].brotli = std::move(variant);
  } else if (path.ends_with(".gz")) {
    assets_[std::string{path.substr(0, path.size() - 3)}].gzip = std::move(variant);
  } else {
    assets_[std::string{path}].plain = std::move(variant);
  }
}

Assets::Asset const* Assets::find(std::string_view path) const {
  auto const found = assets_.find(path);
  return found == assets_.end() ? nullptr : &found->second;
}

Handler Assets::handler() const {
  return [this](Request request, Respond respond) { respond(answer(request)); };
}

Response Assets::answer(Request const& request) const {
  if (request.method != Method::get && request.method != Method::head) {
    auto refusal = to_response(refusals::method_not_allowed, request.language);
    refusal.set("Allow", "GET, HEAD");
    return refusal;
  }
  std::string_view const path = request.path == "/" ? index_path : std::string_view{request.path};
  if (auto const* asset = find(path)) return send(request, path, *asset);
  bool const is_file = is_hashed(path) || !media_type_of(path).empty();
  auto const* index = is_file ? nullptr : find(index_path);
  return index ? send(request, index_path, *index) : to_response(refusals::path_unknown, request.language);
}

Response Assets::send(Request const& request, std::string_view path, Asset const& asset) {
  auto const accepted = request.headers.get_all("Accept-Encoding");
  bool const brotli = asset.brotli.file && accepts_encoding(accepted, "br");
  bool const gzip = !brotli && asset.gzip.file && accepts_encoding(accepted, "gzip");
  auto const& variant = brotli ? asset.brotli : gzip ? asset.gzip : asset.plain;

  Response response;
  response.set("ETag", variant.etag);
  response.set("Cache-Control", is_hashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
  if (asset.brotli.file || asset.gzip.file) response.set("Vary", "Accept-Encoding");
  if (matches_if_none_match(request.headers, variant.etag)) {
    response.status = 304;
    return response;
  }
  auto const type = media_type_of(path);
  response.set("Content-Type", std::string{type.empty() ? "application/octet-stream" : type});
  if (brotli || gzip) response.set("Content-Encoding", brotli ? "br" : "gzip");
  response.body = *variant.file;
  return response;
}

}  // namespace himpun::http
