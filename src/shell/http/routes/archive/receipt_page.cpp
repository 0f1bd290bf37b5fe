// The page behind a recipient's link: plain HTML without script, because it is opened in whatever the recipient has.
// Looking at it confirms nothing (mail scanners follow links); pressing the button does.

#include "app/archive/outgoing_desk.h"
#include "base/values/moment.h"
#include "shell/http/routes/archive/archive_routes.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/pages/plain_page.h"

namespace himpun::http {
namespace {

Response page(int status, std::string const& office, std::string const& title, std::string const& body) {
  Response response{.status = status, .body = plain_page({.office = office, .title = title, .body = body})};
  response.set("Content-Type", "text/html; charset=utf-8");
  response.set("Content-Security-Policy", plain_page_policy());
  response.set("Cache-Control", "no-store");
  response.set("Referrer-Policy", "no-referrer");
  return response;
}

Response unknown_link() {
  return page(404, "", "Tautan tidak dikenal",
              "<p>Tautan ini salah, atau sudah diganti. Hubungi kantor yang mengirimnya.</p>\n"
              "<p lang=\"en\">This link is wrong or was replaced. Ask the office that sent it.</p>\n");
}

std::string day_of(app::Sight const& sight, Instant at) {
  return spell_date_id(local_date(at, calendar::offset_of(sight.calendar())));
}

/// What became of the paper since: recalled, or replaced by a later version.
std::string fate_of(app::Sight const& sight, app::LinkedPaper const& linked) {
  if (auto const& recall = linked.recall) {
    return "<p role=\"alert\"><strong>Naskah ini ditarik oleh pengirimnya pada " + day_of(sight, recall->at) +
           ".</strong> Alasan: " + escaped(recall->reason) +
           "</p>\n<p lang=\"en\">The sender has recalled this paper, for the reason given.</p>\n";
  }
  if (auto const& newer = linked.newer) {
    auto const number = std::to_string(newer->number);
    return "<p role=\"alert\"><strong>Naskah ini sudah diganti versi " + number + ", yang didistribusikan pada " +
           day_of(sight, newer->at) + ".</strong> Mintalah versi itu kepada pengirimnya.</p>\n<p lang=\"en\">This "
           "paper was superseded by version " + number + "; ask the sender for it.</p>\n";
  }
  return {};
}

Response link_page(app::Sight const& sight, app::LinkedPaper const& linked, std::string const& path) {
  auto body = "<p>Untuk: " + escaped(linked.sent.recipient.name) + "</p>\n" +
              fate_of(sight, linked);
  if (linked.recall) return page(200, linked.agency, linked.title, body);
  if (!linked.sent.received_at) {
    return page(200, linked.agency, linked.title,
                body +
                    "<p>Dengan menekan tombol di bawah ini Anda menyatakan telah menerima naskah ini.</p>\n"
                    "<p lang=\"en\">By pressing the button you confirm that you received this paper.</p>\n"
                    "<form method=\"post\" action=\"" +
                    escaped(path) + "\"><button type=\"submit\">Terima dan buka naskah</button></form>\n");
  }
  return page(200, linked.agency, linked.title, body + "<p>Diterima " + escaped(spell_moment_id(*linked.sent.received_at,
                                                                                     calendar::offset_of(sight.calendar()))) +
                                     ".</p>\n<p><a href=\"" + escaped(path) + "/naskah\">Unduh naskah</a></p>\n");
}

Response not_printed_yet(app::LinkedPaper const& linked) {
  auto response = page(202, linked.agency, linked.title,
                       "<p>Naskah ini sedang disiapkan. Muat ulang halaman ini beberapa saat lagi.</p>\n"
                       "<p lang=\"en\">The paper is being prepared. Load this page again in a moment.</p>\n");
  response.set("Retry-After", "30");
  return response;
}

Response send_paper(app::Sight& sight, app::LinkedPaper const& linked) {
  auto const paper = app::paper_to_hand_out(sight, linked.version());
  if (!paper || !*paper) return not_printed_yet(linked);
  auto const& given = **paper;
  Response response;
  if (auto const& file = given.file) {
    auto path = sight.world.blobs.path_of(file->sha256);
    if (!path) return unknown_link();
    response.body = StoredFile{std::move(*path)};
    response.set("Content-Type", given.media_type);
  } else {
    response = text_response(200, given.text);
  }
  response.set("Content-Disposition", attachment(given.name));
  response.set("Cache-Control", "no-store");
  return response;
}

using Showing = std::function<Response(app::Sight&, app::LinkedPaper const&, std::string const& path)>;

Response look_at_link(Api& api, Request const& request, Showing const& showing) {
  return guarded(request.language, [&] {
    auto response = unknown_link();
    auto const& token = request.params.get("token");
    static_cast<void>(api.office().look({}, [&](app::Sight& sight) -> Result<Json> {
      auto const linked = app::find_link(sight, token);
      if (linked) response = showing(sight, *linked, "/terima/" + token);
      return Json{};
    }));
    return response;
  });
}

using Preparing = std::function<Result<Json>(app::Desk&, std::string_view token)>;

/// `prepare`, when there is one, is carried out before the page is shown. What it refuses (a recall, a wrong link) is
/// said by the page.
void open_link_route(Api& api, std::string_view operation, Method method, std::string_view path, Showing showing,
                     Preparing prepare) {
  api.open_at_root(operation, method, path, [&api, showing = std::move(showing), prepare = std::move(prepare)](
                                                Request request, Respond respond) {
    auto shared = std::make_shared<std::pair<Request, Respond>>(std::move(request), std::move(respond));
    bool const taken = api.workers().submit([&api, shared, showing, prepare] {
      auto const& asked = shared->first;
      if (prepare) {
        static_cast<void>(
            api.office().carry_out({}, [&](app::Desk& desk) { return prepare(desk, asked.params.get("token")); }));
      }
      shared->second(look_at_link(api, asked, showing));
    });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first));
  });
}

}  // namespace

void add_receipt_page(Api& api) {
  open_link_route(api, "show_receipt_page", Method::get, "/terima/:token", link_page, {});
  open_link_route(api, "confirm_receipt_page", Method::post, "/terima/:token", link_page, app::confirm_link);
  open_link_route(
      api, "download_linked_paper", Method::get, "/terima/:token/naskah",
      [](app::Sight& sight, app::LinkedPaper const& linked, std::string const& path) {
        if (linked.may_have_it()) return send_paper(sight, linked);
        auto instead = link_page(sight, linked, path);
        instead.status = 409;
        return instead;
      },
      app::prepare_link);
}

}  // namespace himpun::http
