#include "shell/http/api.h"

#include <spdlog/spdlog.h>

#include <charconv>

#include "base/sha256.h"

namespace himpun::http {
namespace {

constexpr ProblemType session_missing{"session.missing", ProblemKind::unauthenticated, "Silakan masuk dahulu",
                                      "Please sign in first"};
constexpr ProblemType csrf_wrong{"session.csrf_wrong", ProblemKind::forbidden, "Halaman ini sudah kedaluwarsa",
                                 "This page is out of date"};
constexpr ProblemType must_change{"password.must_change", ProblemKind::forbidden, "Ganti kata sandi dahulu",
                                  "Change your password first"};
constexpr ProblemType revision_missing{"request.revision_missing", ProblemKind::precondition_required,
                                       "Versi yang dilihat tidak disebutkan", "The version that was seen is not named"};
constexpr ProblemType key_malformed{"idempotency_key.malformed", ProblemKind::invalid, "Kunci pengulangan tidak benar",
                                    "The idempotency key is not right"};
constexpr ProblemType cursor_malformed{"list.cursor_malformed", ProblemKind::invalid, "Penanda halaman tidak benar",
                                       "The page cursor is not right"};
constexpr ProblemType limit_malformed{"list.limit_malformed", ProblemKind::invalid, "Jumlah baris tidak benar",
                                      "The limit is not right"};
constexpr ProblemType not_json{"request.not_json", ProblemKind::unsupported, "Isi permintaan harus JSON",
                               "The request's body must be JSON"};

bool is_safe(Method method) { return method == Method::get || method == Method::head; }

bool is_own_session_path(std::string_view path) { return path.starts_with("/api/v1/session"); }

Result<std::optional<app::RetryKey>> retry_of(Request const& request) {
  auto const key = request.headers.find("Idempotency-Key");
  if (!key || request.method != Method::post) return std::nullopt;
  if (!is_idempotency_key(*key)) {
    return refuse(key_malformed,
                  {"Pakai 1 sampai 128 huruf ASCII tanpa spasi.", "Use 1 to 128 visible ASCII characters."});
  }
  Sha256Stream stream;
  stream.update(to_text(request.method));
  stream.update(request.path);
  stream.update("\n");
  stream.update(request.body);
  return app::RetryKey{std::string{*key}, to_hex(stream.finish())};
}

Answer present_by_default(Json json) {
  Answer answer{std::move(json)};
  for (auto const* name : {"task_revision", "version"}) {
    auto const* member = answer.json.find(name);
    if (auto const* number = member ? member->get_if<std::int64_t>() : nullptr) {
      answer.etag = std::to_string(*number);
      return answer;
    }
  }
  return answer;
}

}  // namespace

Response refusal(Problem const& problem, Request const& request) { return to_response(problem, request.language); }

Response present(Answer answer) {
  auto response =
      answer.status == 204 ? no_content() : json_response(answer.location ? 201 : answer.status, answer.json);
  for (auto& [name, value] : answer.headers) response.set(name, std::move(value));
  if (answer.etag) response.set("ETag", make_etag(std::string_view{*answer.etag}));
  if (answer.location) response.set("Location", *answer.location);
  return response;
}

Response guarded(Language language, std::function<Response()> const& work) {
  try {
    return work();
  } catch (std::exception const& failure) {
    spdlog::error("{}", failure.what());
    return to_response(Problem{.type = &app::store_unavailable}, language);
  }
}

Result<Json> Call::json() const {
  auto const type = request_.headers.get("Content-Type");
  auto const bare = type.substr(0, type.find(';'));
  if (!equal_ignoring_case(bare, "application/json")) {
    return refuse(not_json,
                  {"Kirim dengan Content-Type: application/json.", "Send it with Content-Type: application/json."});
  }
  return parse_json(request_.body);
}

Result<std::int64_t> Call::revision() const {
  if (auto const revision = revision_in_if_match(request_.headers)) return *revision;
  return refuse(revision_missing,
                {"Sertakan If-Match dengan ETag yang terakhir dilihat.", "Send If-Match with the ETag you saw last."});
}

Result<int> Call::limit() const {
  auto const* text = request_.query.find("limit");
  if (!text) return 50;
  int limit = 0;
  auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (error == std::errc{} && end == text->data() + text->size() && limit >= 1 && limit <= 200) return limit;
  return std::unexpected(Problem{.type = &limit_malformed,
                                 .fields = {{"/?limit", {"harus di antara 1 dan 200", "must be within 1 and 200"}}}});
}

Result<std::optional<Json::Array>> Call::cursor() const {
  auto const* text = request_.query.find("after");
  if (!text) return std::nullopt;
  if (auto place = decode_cursor(*text)) return place;
  return std::unexpected(Problem{
      .type = &cursor_malformed,
      .fields = {{"/?after", {"pakai nilai `next` dari halaman sebelumnya", "use `next` of the page before"}}}});
}

Result<app::Session> Api::session_of(Request const& request) {
  auto const token = find_cookie(request.headers, session_cookie_name(request));
  auto session = token ? sessions_.find(*token) : std::nullopt;
  if (!session) return refuse(session_missing);
  if (!is_safe(request.method) && request.headers.get("X-CSRF-Token") != session->csrf_token) {
    return refuse(csrf_wrong, {"Muat ulang halaman, lalu coba lagi.", "Reload the page and try again."});
  }
  if (session->must_change_password && !is_own_session_path(request.path)) return refuse(must_change);
  return std::move(*session);
}

void Api::add(std::string_view operation, Method method, std::string_view path, Handler handler, RouteOptions options) {
  operations_.push_back({std::string{operation}, method, "/api/v1" + std::string{path}});
  router_.add(method, "/api/v1" + std::string{path}, std::move(handler), std::move(options));
}

void Api::open(std::string_view operation, Method method, std::string_view path, Raw raw, RouteOptions options) {
  add(operation, method, path, std::move(raw), std::move(options));
}

void Api::open_at_root(std::string_view operation, Method method, std::string_view path, Raw raw) {
  operations_.push_back({std::string{operation}, method, std::string{path}});
  router_.add(method, std::string{path}, std::move(raw));
}

void Api::work(std::string_view operation, Method method, std::string_view path, Working working,
               RouteOptions options) {
  work_on(facilities_.workers, operation, method, path, std::move(working), std::move(options));
}

void Api::take_in(std::string_view operation, Method method, std::string_view path, Working working,
                  RouteOptions options) {
  work_on(facilities_.intake, operation, method, path, std::move(working), std::move(options));
}

void Api::work_on(Workers& workers, std::string_view operation, Method method, std::string_view path, Working working,
                  RouteOptions options) {
  add(
      operation, method, path,
      [this, &workers, working = std::move(working)](Request request, Respond respond) {
        auto session = session_of(request);
        if (!session) return respond(refusal(session.error(), request));
        auto shared = std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)},
                                                                 std::move(respond));
        bool const taken = workers.submit([shared, working] {
          auto& [call, answer] = *shared;
          answer(guarded(call.language(), [&] {
            auto result = working(call);
            return result ? present(std::move(*result)) : refusal(result.error(), call.request());
          }));
        });
        if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
      },
      std::move(options));
}

void Api::look(std::string_view operation, Method method, std::string_view path, Looking looking) {
  work(operation, method, path, [this, looking = std::move(looking)](Call& call) -> Result<Answer> {
    Result<Answer> answer;
    auto const looked = office_.look(call.session().account, [&](app::Sight& sight) -> Result<Json> {
      answer = looking(sight, call);
      return Json{};
    });
    if (!looked) return std::unexpected(looked.error());
    return answer;
  });
}

void Api::order(Call call, Ordering const& ordering, Respond respond) {
  auto order = ordering(call);
  if (!order) return respond(refusal(order.error(), call.request()));
  auto retry = retry_of(call.request());
  if (!retry) return respond(refusal(retry.error(), call.request()));
  auto const language = call.request().language;
  office_.carry_out(
      {call.session().account, std::move(*retry)}, std::move(order->body),
      [language, shape = std::move(order->present), respond = std::move(respond)](Result<Json> result) mutable {
        if (!result) return respond(to_response(result.error(), language));
        respond(present(shape ? shape(std::move(*result)) : present_by_default(std::move(*result))));
      });
}

void Api::command(std::string_view operation, Method method, std::string_view path, Ordering ordering) {
  add(operation, method, path, [this, ordering = std::move(ordering)](Request request, Respond respond) {
    auto session = session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    order(Call{std::move(request), std::move(*session)}, ordering, std::move(respond));
  });
}

void Api::slow_command(std::string_view operation, Method method, std::string_view path, Ordering ordering) {
  add(operation, method, path, [this, ordering = std::move(ordering)](Request request, Respond respond) {
    auto session = session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const taken = facilities_.workers.submit([this, shared, ordering] {
      auto const language = shared->first.request().language;
      try {
        order(std::move(shared->first), ordering, std::move(shared->second));
      } catch (app::StoreFailure const& failure) {
        // The answer went with the call: dropping it tells the client 500; say the truth when it is still here.
        spdlog::error("{}", failure.what());
        if (shared->second) shared->second(to_response(Problem{.type = &app::store_unavailable}, language));
      }
    });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
  });
}

}  // namespace himpun::http
