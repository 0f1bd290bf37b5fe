#include "shell/http/routes/office/session_routes.h"

namespace himpun::http {
namespace {

constexpr ProblemType sign_ins_too_many{"session.too_many_sign_ins", ProblemKind::too_many,
                                        "Terlalu banyak percobaan masuk dari alamat ini",
                                        "Too many attempts to sign in from this address"};

struct SignInBody {
  std::string username;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (username, password))

struct PasswordChangeBody {
  std::string current;
  std::string next;
};

/// The contract calls the new password `new`, which C++ keeps for itself.
Result<PasswordChangeBody> read_password_change(Json const& json) {
  auto const* members = json.get_if<Json::Object>();
  std::vector<FieldError> errors;
  auto const take = [&](char const* name) -> std::string {
    auto const* member = json.find(name);
    auto const* text = member ? member->get_if<std::string>() : nullptr;
    if (!text || text->empty() || text->size() > 1024) {
      errors.push_back({std::string{"/"} + name,
                        {"wajib diisi, paling panjang 1024 huruf", "is required, at most 1024 characters"}});
    }
    return text ? *text : std::string{};
  };
  PasswordChangeBody body{take("current"), take("new")};
  if (members) {
    for (auto const& [name, value] : *members) {
      if (name != "current" && name != "new") errors.push_back({"/" + name, {"tidak dikenal", "is not known"}});
    }
  }
  if (errors.empty()) return body;
  return std::unexpected(Problem{.type = &input_invalid, .fields = std::move(errors)});
}

Problem too_many_sign_ins() {
  return Problem{.type = &sign_ins_too_many,
                 .detail = {"Tunggu satu menit, lalu coba lagi.", "Wait a minute, then try again."},
                 .retry_after_seconds = 60};
}

Response sign_in(Api& api, Request const& request, SignInBody const& body) {
  auto signed_in = api.sessions().sign_in(body.username, body.password);
  if (!signed_in) return refusal(signed_in.error(), request);
  auto me = api.sessions().me(signed_in->session, request.language);
  if (!me) return refusal(me.error(), request);
  auto response = json_response(201, *me);
  response.set("Set-Cookie", make_session_cookie(request, signed_in->token));
  return response;
}

void open_session(Api& api, Request request, Respond respond) {
  auto const place = std::make_shared<QueuePlace>(api.facilities().sign_ins, request.remote_address);
  if (!place->is_taken()) return respond(refusal(too_many_sign_ins(), request));
  auto shared = std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), {}}, std::move(respond));
  auto body = shared->first.body<SignInBody>();
  if (!body) return shared->second(refusal(body.error(), shared->first.request()));
  bool const taken = api.workers().submit([&api, shared, place, body = std::move(*body)] {
    auto const& call = shared->first;
    shared->second(guarded(call.language(), [&] { return sign_in(api, call.request(), body); }));
  });
  if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
}

}  // namespace

void add_session_routes(Api& api) {
  api.open("open_session", Method::post, "/session",
           [&api](Request request, Respond respond) { open_session(api, std::move(request), std::move(respond)); });

  api.work("show_session", Method::get, "/session", [&api](Call& call) -> Result<Answer> {
    auto me = api.sessions().me(call.session(), call.language());
    if (!me) return std::unexpected(me.error());
    return Answer{std::move(*me)};
  });

  api.work("close_session", Method::delete_, "/session", [&api](Call& call) -> Result<Answer> {
    api.sessions().sign_out(call.session());
    return Answer{.json = {}, .headers = {{"Set-Cookie", clear_session_cookie(call.request())}}, .status = 204};
  });

  api.work("change_password", Method::put, "/session/password", [&api](Call& call) -> Result<Answer> {
    auto const json = call.json();
    if (!json) return std::unexpected(json.error());
    auto const body = read_password_change(*json);
    if (!body) return std::unexpected(body.error());
    auto const changed = api.sessions().change_password(call.session(), body->current, body->next);
    if (!changed) return std::unexpected(changed.error());
    return Answer{.json = {}, .status = 204};
  });
}

}  // namespace himpun::http
