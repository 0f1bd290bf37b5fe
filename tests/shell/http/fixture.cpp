#include "shell/http/fixture.h"

#include <stdlib.h>

#include <stdexcept>

namespace himpun::http::test {

void LaterAnswers::put(Respond respond) {
  std::lock_guard const lock{mutex_};
  waiting_.push_back(std::move(respond));
  came_.notify_all();
}

Respond LaterAnswers::take() {
  std::unique_lock lock{mutex_};
  came_.wait_for(lock, std::chrono::seconds{20}, [&] { return !waiting_.empty(); });
  if (waiting_.empty()) throw std::runtime_error{"no request came"};
  auto respond = std::move(waiting_.front());
  waiting_.pop_front();
  return respond;
}

std::size_t LaterAnswers::size() {
  std::lock_guard const lock{mutex_};
  return waiting_.size();
}

ServerTest::ServerTest() {
  std::string name = (std::filesystem::temp_directory_path() / "himpun-http-XXXXXX").string();
  folder = ::mkdtemp(name.data());
  options.upload_folder = folder;
  options.on_failure = [this](std::string const& what) {
    std::lock_guard const lock{mutex_};
    failures_.push_back(what);
  };
  options.on_request = [this](RequestLog const& log) {
    std::lock_guard const lock{mutex_};
    logs_.push_back(log);
  };
  add_routes();
  add_upload_routes();
}

ServerTest::~ServerTest() {
  server.reset();
  std::filesystem::remove_all(folder);
}

void ServerTest::add_routes() {
  router.add(Method::get, "/api/hello", [](Request, Respond respond) { respond(text_response(200, "hello")); });
  router.add(Method::post, "/api/echo",
             [](Request request, Respond respond) { respond(text_response(200, std::move(request.body))); });
  router.add(Method::get, "/api/tasks/:task/papers/:paper", [](Request request, Respond respond) {
    respond(text_response(
        200, request.params.get("task") + "|" + request.params.get("paper") + "|" + request.query.get("q")));
  });
  router.add(Method::post, "/api/later", [this](Request, Respond respond) { later.put(std::move(respond)); });
  router.add(Method::get, "/api/throw", [](Request, Respond) { throw std::runtime_error{"the disk is gone"}; });
  router.add(Method::get, "/api/drop", [](Request, Respond) {});
  router.add(Method::post, "/api/small",
             [](Request request, Respond respond) { respond(text_response(200, std::to_string(request.body.size()))); },
             {.body_limit = 10});
}

void ServerTest::add_upload_routes() {
  auto const describe = [](Request request, Respond respond) {
    auto const& upload = *request.upload;
    respond(text_response(200, std::to_string(upload.size()) + " " + to_hex(upload.sha256()) + " " +
                                   std::to_string(std::filesystem::file_size(upload.path()))));
  };
  router.add(Method::post, "/api/files", describe, {.body_mode = BodyMode::streamed, .body_limit = 80'000'000});
  router.add(Method::post, "/api/guarded", describe,
             {.body_mode = BodyMode::streamed, .admit = [](Request const& request) -> std::optional<Response> {
                if (request.headers.get("X-Pass") == "yes") return std::nullopt;
                return text_response(401, "who are you?");
              }});
}

void ServerTest::start() {
  server = std::make_unique<Server>(std::move(router), options);
  auto const started = server->start();
  ASSERT_TRUE(started) << started.error().detail.en;
}

Client ServerTest::connect(Transport transport) const { return Client{server->port(), transport}; }

std::vector<std::string> ServerTest::failures() {
  std::lock_guard const lock{mutex_};
  return failures_;
}

std::vector<RequestLog> ServerTest::logs() {
  std::lock_guard const lock{mutex_};
  return logs_;
}

std::size_t ServerTest::files_in_upload_folder() const {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

}  // namespace himpun::http::test
