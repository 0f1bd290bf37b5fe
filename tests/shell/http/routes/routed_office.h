#pragma once
// The demo office behind its routes, in memory and without sockets: a request goes to its handler, the answer comes
// back. Time stands where the test puts it.

#include <gtest/gtest.h>

#include <fstream>
#include <future>

#include "adapters/blobs/file_blobs.h"
#include "adapters/inspection/file_types.h"
#include "adapters/keys/keys.h"
#include "adapters/memory/store.h"
#include "adapters/packages/packages.h"
#include "adapters/sheets/sheets.h"
#include "adapters/signers/tools.h"
#include "app/demo/demo.h"
#include "app/ports/renderer.h"
#include "shell/http/routes.h"
#include "shell/http/routes/signing/mark_routes.h"
#include "shell/http/target.h"
#include "support/temporary_folder.h"

namespace himpun::http {

struct Client {
  std::string token;
  std::string csrf;
};

struct Received {
  int status = 0;
  Response response{};
  Json json{};

  /// The member as text or number, written as JSON without quotes; empty when there is none.
  [[nodiscard]] std::string operator[](std::string_view name) const {
    auto const* member = json.find(name);
    if (!member) return {};
    auto const* text = member->get_if<std::string>();
    return text ? *text : write_json(*member);
  }
  [[nodiscard]] std::string header(std::string_view name) const {
    auto const* value = response.find(name);
    return value ? *value : std::string{};
  }
};

struct Sending {
  std::string body{};
  std::string if_match{};
  std::string language{};
  std::vector<std::pair<std::string, std::string>> headers{};
};

class RoutedOffice {
 public:
  explicit RoutedOffice(FacilityOptions const& options = {.workers = 1, .printers = 1},
                        std::unique_ptr<app::Renderer> own_printer = nullptr)
      : printer(std::move(own_printer)), facilities(options, scanning) {
    auto const made = app::make_demo_office(office, sessions);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().detail.en);
    add_routes(api);
    add_mark_routes(api, signing);
  }

  Instant now = parse_instant("2026-01-05T01:00:00Z").value();
  test::TemporaryFolder folder{};
  std::unique_ptr<app::Store> store = memory::make_store();
  std::unique_ptr<app::BlobStore> blobs = blobs::in_folder(folder.file("blobs"));
  std::unique_ptr<app::PasswordHasher> hasher = keys::argon2id({.passes = 1, .memory_bytes = 8 * 1024});
  std::unique_ptr<app::CheckpointKey> key = keys::checkpoint_key(folder.path().string(), "uji");
  std::unique_ptr<app::Sheets> sheet_files = sheets::with_files();
  std::unique_ptr<app::FileTypes> types = inspection::with_libmagic();
  std::unique_ptr<app::Packages> packages = packages::with_libarchive();
  std::unique_ptr<app::Renderer> printer;
  app::Office office{{.store = *store,
                      .blobs = *blobs,
                      .hasher = *hasher,
                      .key = *key,
                      .clock = [this] { return now; },
                      .make_id = keys::make_id(),
                      .make_token = keys::make_token(),
                      .agency = "uji",
                      .sheets = *sheet_files,
                      .packages = *packages,
                      .scratch_folder = folder.path().string(),
                      .renderer = printer.get(),
                      .types = types.get()}};
  app::SigningRoom signing{office, signers::key_authority(), signers::open_tools({})};
  app::SessionDesk sessions{office};
  app::Scanning scanning{};
  Facilities facilities;
  Router router{};
  Api api{router, office, sessions, facilities};

  [[nodiscard]] Client sign_in(std::string const& username) {
    auto const signed_in = sessions.sign_in(username, password());
    EXPECT_TRUE(signed_in.has_value()) << username;
    return signed_in ? Client{signed_in->token, signed_in->session.csrf_token} : Client{};
  }
  [[nodiscard]] static std::string password() { return app::demo_accounts().front().password; }

  Received send(Client const& client, Method method, std::string const& path, Sending sending = {}) {
    auto coming = begin(client, method, path, std::move(sending));
    return coming.valid() ? received(coming.get()) : Received{};
  }
  /// Asks and does not wait; invalid when there is no such route.
  std::future<Response> begin(Client const& client, Method method, std::string const& path, Sending sending = {}) {
    auto const target = parse_target("/api/v1" + path);
    EXPECT_TRUE(target.has_value()) << path;
    auto match = router.find(method, target->segments);
    if (!match.route) return {};
    Request request;
    request.method = method;
    request.path = target->path;
    request.params = std::move(match.params);
    request.query = target->query;
    add_headers(request, client, sending);
    if (match.route->options.body_mode == BodyMode::streamed) {
      request.upload = upload(sending.body);
    } else {
      request.body = std::move(sending.body);
    }
    auto promise = std::make_shared<std::promise<Response>>();
    match.route->handler(std::move(request), [promise](Response response) { promise->set_value(std::move(response)); });
    return promise->get_future();
  }

  Received get(Client const& client, std::string const& path, std::string language = "") {
    return send(client, Method::get, path, {.language = std::move(language)});
  }
  Received post(Client const& client, std::string const& path, std::string body, std::string if_match = "") {
    return send(client, Method::post, path, {std::move(body), std::move(if_match)});
  }
  /// With the revision that the task has now.
  Received act(Client const& client, std::string const& task, std::string const& noun, std::string body) {
    auto const revision = get(client, "/tasks/" + task)["revision"];
    return post(client, "/tasks/" + task + "/" + noun, std::move(body), "\"" + revision + "\"");
  }
  /// Id of the first task in the caller's inbox.
  std::string first_task(Client const& client) {
    auto const inbox = get(client, "/tasks");
    auto const* items = inbox.json.find("items");
    auto const* array = items ? items->get_if<Json::Array>() : nullptr;
    if (!array || array->empty()) return "none";
    return *array->front().find("id")->get_if<std::string>();
  }

  static Received received(Response response) {
    Received answer{.status = response.status, .response = std::move(response)};
    auto const* text = std::get_if<std::string>(&answer.response.body);
    if (text && !text->empty()) {
      if (auto json = parse_json(*text)) answer.json = std::move(*json);
    }
    return answer;
  }

 private:
  static void add_headers(Request& request, Client const& client, Sending const& sending) {
    if (!client.token.empty()) request.headers.add("Cookie", "himpun_session=" + client.token);
    if (!client.csrf.empty()) request.headers.add("X-CSRF-Token", client.csrf);
    if (!sending.if_match.empty()) request.headers.add("If-Match", sending.if_match);
    for (auto const& [name, value] : sending.headers) request.headers.add(name, value);
    if (!request.headers.find("Content-Type")) request.headers.add("Content-Type", "application/json");
    request.language = choose_language(sending.language);
  }

  UploadedFile upload(std::string const& bytes) {
    auto const path = folder.path() / ("upload-" + std::to_string(++uploads_) + ".part");
    std::ofstream{path, std::ios::binary} << bytes;
    return {path, bytes.size(), sha256(bytes)};
  }

  int uploads_ = 0;
};

}  // namespace himpun::http
