#include "shell/http/routes/signing/signature_routes.h"

#include <algorithm>

#include "app/signing/signers_desk.h"
#include "app/signing/signing_desk.h"
#include "core/signing/rules.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/queries.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

Result<std::int32_t> signature_of(Call const& call) {
  auto const number = whole_number(call.param("signature"), "signature");
  if (!number) return std::unexpected(number.error());
  return static_cast<std::int32_t>(std::min<std::int64_t>(number->value_or(0), 1'000'000));
}

Result<Response> download(app::SigningRoom& room, app::Sight& sight, Call const& call) {
  auto const id = signature_of(call);
  if (!id) return std::unexpected(id.error());
  auto const file = app::find_signed_file(room, sight, call.param("case"), *id);
  if (!file) return std::unexpected(file.error());
  auto path = sight.world.blobs.path_of(file->sha256);
  if (!path) return std::unexpected(path.error());
  Response response{.body = StoredFile{std::move(*path)}};
  response.set("Content-Type", file->media_type);
  response.set("Content-Disposition", attachment(file->name));
  return response;
}

/// The paper with its QR code, for signing by hand.
void send_print(Api& api, app::SigningRoom& room, Request request, Respond respond) {
  auto session = api.session_of(request);
  if (!session) return respond(refusal(session.error(), request));
  auto call = std::make_shared<Call>(std::move(request), std::move(*session));
  auto answer = std::make_shared<Respond>(std::move(respond));
  bool const taken = api.workers().submit([&room, call, answer] {
    (*answer)(guarded(call->language(), [&] {
      auto const id = signature_of(*call);
      auto pdf = id ? app::printed_pdf(room, call->session().account, workflow::CaseId{call->param("case")}, *id)
                    : Result<std::string>{std::unexpected(id.error())};
      if (!pdf) return refusal(pdf.error(), call->request());
      Response response{.body = std::move(*pdf)};
      response.set("Content-Type", "application/pdf");
      response.set("Content-Disposition", attachment("naskah-untuk-ditandatangani.pdf"));
      return response;
    }));
  });
  if (!taken) (*answer)(refusal(Problem{.type = &app::store_busy}, call->request()));
}

}  // namespace

void add_signature_routes(Api& api, app::SigningRoom& room) {
  see(api, "list_signers", "/signers", [&room](app::Sight& sight, Call const&) { return app::list_signers(room, sight); });
  change<app::SignerRecord>(api, "name_signer", Method::put, "/signers/:person", "person",
                            [&room](app::Desk& desk, Aim const& aim, app::SignerRecord const& record) {
                              return app::name_signer(room, desk, aim.seen, access::PersonId{aim.id}, record);
                            });
  api.command("remove_signer", Method::delete_, "/signers/:person", [&room](Call const& call) -> Result<Order> {
    auto aim = aim_of(call, "person");
    if (!aim) return std::unexpected(aim.error());
    return Order{[&room, aim = std::move(*aim)](app::Desk& desk) {
                   return app::remove_signer(room, desk, aim.seen, access::PersonId{aim.id});
                 },
                 shown_afterwards};
  });
  api.look("list_signatures", Method::get, "/cases/:case/signatures",
           [&room](app::Sight& sight, Call const& call) -> Result<Answer> {
             auto listed = app::list_signatures(room, sight, call.param("case"), call.language());
             if (!listed) return std::unexpected(listed.error());
             return Answer{std::move(*listed)};
           });
  add_download(api, "download_signed_paper", "/cases/:case/signatures/:signature/file",
               [&room](app::Sight& sight, Call const& call) { return download(room, sight, call); });
  api.open("download_print", Method::get, "/cases/:case/signatures/:signature/print",
           [&api, &room](Request request, Respond respond) {
             send_print(api, room, std::move(request), std::move(respond));
           });
}

}  // namespace himpun::http
