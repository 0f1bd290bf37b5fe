// The page behind a recipient's link: plain HTML without script, because it is opened in whatever the recipient has.
// Looking at it confirms nothing (mail scanners follow links); pressing the button does.

#include "app/archive/outgoing_desk.h"
#include "shell/http/routes/archive/archive_routes.h"
#include "shell/http/routes/file_routes.h"

namespace himpun::http {
namespace {

std::string escaped(std::string_view text) {
  std::string safe;
  for (char const c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

Response page(int status, std::string const& title, std::string const& body) {
  Response response{.status = status};
  response.body = "<!doctype html>\n<html lang=\"id\">\n<head><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                  "<meta name=\"referrer\" content=\"no-referrer\"><title>" +
                  escaped(title) + "</title></head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n" + body +
                  "</main>\n</body>\n</html>\n";
  response.set("Content-Type", "text/html; charset=utf-8");
  response.set("Cache-Control", "no-store");
  response.set("Referrer-Policy", "no-referrer");
  return response;
}

Response unknown_link() {
  return page(404, "Tautan tidak dikenal",
              "<p>Tautan ini salah, atau sudah diganti. Hubungi kantor yang mengirimnya.</p>\n"
              "<p lang=\"en\">This link is wrong or was replaced. Ask the office that sent it.</p>\n");
}

Response link_page(app::LinkedPaper const& linked, std::string const& path) {
  auto body = "<p>" + escaped(linked.agency) + "</p>\n<p>Untuk: " + escaped(linked.sent.recipient.name) + "</p>\n";
  if (linked.recall) {
    return page(200, linked.title, body + "<p><strong>Naskah ini ditarik oleh pengirimnya.</strong> Alasan: " +
                                       escaped(linked.recall->reason) +
                                       "</p>\n<p lang=\"en\">The sender has recalled this paper.</p>\n");
  }
  if (!linked.sent.received_at) {
    return page(200, linked.title,
                body +
                    "<p>Dengan menekan tombol di bawah ini Anda menyatakan telah menerima naskah ini.</p>\n"
                    "<p lang=\"en\">By pressing the button you confirm that you received this paper.</p>\n"
                    "<form method=\"post\" action=\"" +
                    escaped(path) + "\"><button type=\"submit\">Terima dan buka naskah</button></form>\n");
  }
  return page(200, linked.title, body + "<p>Diterima " + escaped(himpun::to_text(*linked.sent.received_at)) +
                                     " UTC.</p>\n<p><a href=\"" + escaped(path) + "/naskah\">Unduh naskah</a></p>\n");
}

Response send_paper(app::Sight& sight, app::LinkedPaper const& linked) {
  Response response;
  auto name = linked.sent.paper + "-v" + std::to_string(linked.sent.number) + ".txt";
  if (auto const& file = linked.content.file) {
    auto path = sight.world.blobs.path_of(file->sha256);
    if (!path) return unknown_link();
    name = file->name;
    response.body = StoredFile{std::move(*path)};
    response.set("Content-Type", file->media_type);
  } else {
    response = text_response(200, linked.content.text);
  }
  response.set("Content-Disposition", attachment(name));
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

void open_link_route(Api& api, std::string_view operation, Method method, std::string_view path, Showing showing,
                     bool confirms) {
  api.open_at_root(operation, method, path, [&api, showing = std::move(showing), confirms](Request request, Respond respond) {
    auto shared = std::make_shared<std::pair<Request, Respond>>(std::move(request), std::move(respond));
    bool const taken = api.workers().submit([&api, shared, showing, confirms] {
      auto const& asked = shared->first;
      if (confirms) {
        // What is refused (a recall, a wrong link) is said by the page that follows.
        static_cast<void>(api.office().carry_out(
            {}, [&](app::Desk& desk) { return app::confirm_link(desk, asked.params.get("token")); }));
      }
      shared->second(look_at_link(api, asked, showing));
    });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first));
  });
}

}  // namespace

void add_receipt_page(Api& api) {
  Showing const show = [](app::Sight&, app::LinkedPaper const& linked, std::string const& path) {
    return link_page(linked, path);
  };
  open_link_route(api, "show_receipt_page", Method::get, "/terima/:token", show, false);
  open_link_route(api, "confirm_receipt_page", Method::post, "/terima/:token", show, true);
  open_link_route(
      api, "download_linked_paper", Method::get, "/terima/:token/naskah",
      [](app::Sight& sight, app::LinkedPaper const& linked, std::string const& path) {
        bool const may_have_it = linked.sent.received_at && !linked.recall;
        return may_have_it ? send_paper(sight, linked) : link_page(linked, path);
      },
      false);
}

}  // namespace himpun::http
