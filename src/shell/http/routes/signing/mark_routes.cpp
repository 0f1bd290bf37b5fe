#include "shell/http/routes/signing/mark_routes.h"

#include "app/signing/signers_desk.h"
#include "app/signing/signing_desk.h"
#include "base/sha256.h"
#include "shell/http/routes/signing/mark_bodies.h"

namespace himpun::http {
namespace {

using workflow::MarkKind;
using Awaiting = std::function<void(Call const&, app::Reply)>;

constexpr ProblemType key_malformed{"idempotency_key.malformed", ProblemKind::invalid, "Kunci pengulangan tidak benar",
                                    "The idempotency key is not right"};

/// The request's Idempotency-Key with the hash of what is marked: never of what was typed.
Result<std::optional<app::RetryKey>> retry_key_of(Request const& request, std::string const& sha256_of_paper) {
  auto const key = request.headers.find("Idempotency-Key");
  if (!key) return std::nullopt;
  if (!is_idempotency_key(*key)) {
    return refuse(key_malformed,
                  {"Pakai 1 sampai 128 huruf ASCII tanpa spasi.", "Use 1 to 128 visible ASCII characters."});
  }
  return app::RetryKey{std::string{*key}, to_hex(sha256(request.path + "\n" + sha256_of_paper))};
}

/// A command that is answered once somebody outside has answered (a signing service); it begins on a worker thread, and
/// its reply may come from any.
void add_awaited(Api& api, std::string_view operation, std::string_view path, Awaiting awaiting) {
  api.open(operation, Method::post, path, [&api, awaiting = std::move(awaiting)](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto call = std::make_shared<Call>(std::move(request), std::move(*session));
    auto answer = std::make_shared<Respond>(std::move(respond));
    bool const taken = api.workers().submit([call, answer, awaiting] {
      auto const reply = [call, answer](Result<Json> result) {
        if (!*answer) return;
        if (!result) return (*answer)(refusal(result.error(), call->request()));
        auto const* revision = result->find("task_revision");
        auto const* number = revision ? revision->get_if<std::int64_t>() : nullptr;
        auto etag = number ? std::optional{std::to_string(*number)} : std::nullopt;
        (*answer)(present({.json = std::move(*result), .etag = std::move(etag)}));
      };
      try {
        awaiting(*call, reply);
      } catch (std::exception const&) {
        reply(refuse(app::store_unavailable));
      }
    });
    if (!taken) (*answer)(refusal(Problem{.type = &app::store_busy}, call->request()));
  });
}

/// Initials and signature ask for the password again, which takes as long as argon2id does.
Result<void> prove(Api& api, Call const& call, std::string const& password) {
  auto proven = api.sessions().prove(call.session(), password);
  if (!proven && proven.error().is(app::password_wrong)) {
    return refuse(workflow::password_needed, {"Kata sandi yang diisi salah.", "That password is wrong."});
  }
  return proven;
}

/// Without If-Match, key or proof there is no order. The key's hash is of what is marked, never of what was typed.
Result<app::MarkOrder> order_of(Api& api, Call const& call, std::string const& sha256, MarkKind kind,
                                std::string const* password) {
  auto const revision = call.revision();
  if (!revision) return std::unexpected(revision.error());
  if (password) {
    if (auto ok = prove(api, call, *password); !ok) return std::unexpected(ok.error());
  }
  auto retry = retry_key_of(call.request(), sha256);
  if (!retry) return std::unexpected(retry.error());
  return app::MarkOrder{call.session().account, workflow::TaskId{call.param("task")}, *revision,
                        workflow::MarkPaper{sha256, kind}, std::move(*retry)};
}

void mark(Api& api, app::SigningRoom& room, Call const& call, MarkKind kind, app::Reply reply) {
  auto body = read_body<MarkBody>(call);
  if (!body) return reply(std::unexpected(body.error()));
  auto order = order_of(api, call, body->sha256, kind, &body->password);
  if (!order) return reply(std::unexpected(order.error()));
  app::mark_paper(room, std::move(*order), Secret{std::move(body->passphrase).value_or("")}, std::move(reply));
}

/// The kind that the task asks for, as the caller knows it from the task.
MarkKind kind_of(Call const& call) { return call.query("kind") == "initials" ? MarkKind::initials : MarkKind::signature; }

void print(Api& api, app::SigningRoom& room, Call const& call, app::Reply reply) {
  auto const body = read_body<PrintBody>(call);
  if (!body) return reply(std::unexpected(body.error()));
  auto order = order_of(api, call, body->sha256, kind_of(call), nullptr);
  if (!order) return reply(std::unexpected(order.error()));
  app::Request request{order->account, order->retry};
  api.office().carry_out(
      std::move(request), [&room, order = std::move(*order)](app::Desk& desk) { return app::begin_print(room, desk, order); },
      std::move(reply));
}

void take_scan(Api& api, app::SigningRoom& room, Call const& call, app::Reply reply) {
  auto const body = read_body<ScanBody>(call);
  if (!body) return reply(std::unexpected(body.error()));
  auto order = order_of(api, call, body->sha256, kind_of(call), &body->password);
  if (!order) return reply(std::unexpected(order.error()));
  app::mark_with_scan(room, std::move(*order), body->file, std::move(reply));
}

}  // namespace

void add_mark_routes(Api& api, app::SigningRoom& room) {
  add_awaited(api, "initial_paper", "/tasks/:task/initials", [&api, &room](Call const& call, app::Reply reply) {
    mark(api, room, call, MarkKind::initials, std::move(reply));
  });
  add_awaited(api, "sign_paper", "/tasks/:task/signature", [&api, &room](Call const& call, app::Reply reply) {
    mark(api, room, call, MarkKind::signature, std::move(reply));
  });
  add_awaited(api, "print_paper", "/tasks/:task/print",
              [&api, &room](Call const& call, app::Reply reply) { print(api, room, call, std::move(reply)); });
  add_awaited(api, "return_scan", "/tasks/:task/scan",
              [&api, &room](Call const& call, app::Reply reply) { take_scan(api, room, call, std::move(reply)); });
  api.look("show_signing", Method::get, "/tasks/:task/signing",
           [&room](app::Sight& sight, Call const& call) -> Result<Answer> {
             auto shown = app::show_signing(room, sight, workflow::TaskId{call.param("task")}, call.language());
             if (!shown) return std::unexpected(shown.error());
             return Answer{std::move(*shown)};
           });
}

}  // namespace himpun::http
