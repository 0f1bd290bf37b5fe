#include "shell/http/routes/downloads.h"

#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

constexpr ProblemType printer_busy{"printer.busy", ProblemKind::unavailable,
                                   "Pencetak sedang sibuk; coba lagi sebentar lagi",
                                   "The printer is busy; try again in a moment"};
constexpr ProblemType not_yaml{"request.media_type", ProblemKind::unsupported, "Isi permintaan harus YAML",
                               "The request's body must be YAML"};

Response run_download(Api& api, Call const& call, Download const& download) {
  return guarded(call.language(), [&] {
    Result<Response> response;
    auto const looked = api.office().look(call.session().account, [&](app::Sight& sight) -> Result<Json> {
      auto const allowed = app::require_reader(sight);
      response = allowed ? download(sight, call) : std::unexpected(allowed.error());
      return Json{};
    });
    if (!looked) return refusal(looked.error(), call.request());
    return response ? std::move(*response) : refusal(response.error(), call.request());
  });
}

Response show_paper(Api& api, Call const& call, PaperShow const& what) {
  return guarded(call.language(), [&] {
    Result<app::ReadyPaper> ready;
    auto const looked = api.office().look(call.session().account, [&](app::Sight& sight) -> Result<Json> {
      auto const allowed = app::require_reader(sight);
      ready = allowed ? what.prepare(sight, call) : std::unexpected(allowed.error());
      return Json{};
    });
    if (!looked) return refusal(looked.error(), call.request());
    if (!ready) return refusal(ready.error(), call.request());
    auto response = what.show(*ready, call);
    return response ? std::move(*response) : refusal(response.error(), call.request());
  });
}

}  // namespace

void add_paper(Api& api, std::string_view operation, Method method, std::string_view path, PaperShow what) {
  api.open(operation, method, path, [&api, what = std::move(what)](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const is_printed = what.is_printed(shared->first);
    auto& workers = is_printed ? api.facilities().printing : api.workers();
    bool const taken = workers.submit([&api, shared, what] { shared->second(show_paper(api, shared->first, what)); });
    if (taken) return;
    auto const busy =
        is_printed ? Problem{.type = &printer_busy, .retry_after_seconds = 10} : Problem{.type = &app::store_busy};
    shared->second(refusal(busy, shared->first.request()));
  });
}

void add_print(Api& api, std::string_view operation, std::string_view path, MakeReady make) {
  add_paper(api, operation, Method::get, path,
            {.prepare = std::move(make), .show = [&api](app::ReadyPaper const& ready, Call const&) -> Result<Response> {
               auto printed = app::print(api.office().world().renderer, ready);
               if (!printed) return std::unexpected(printed.error());
               Response response{.body = std::move(printed->pdf)};
               response.set("Content-Type", "application/pdf");
               response.set("Content-Disposition", attachment(ready.file_name + ".pdf"));
               response.set("Cache-Control", "no-store");
               return response;
             }});
}

void add_download(Api& api, std::string_view operation, std::string_view path, Download download) {
  api.open(operation, Method::get, path, [&api, download = std::move(download)](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const taken = api.workers().submit(
        [&api, shared, download] { shared->second(run_download(api, shared->first, download)); });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
  });
}

Response send_made(app::MadeFile made) {
  Response response{.body = StoredFile{made.file->path(), made.file}};
  response.set("Content-Type", made.media_type);
  response.set("Content-Disposition", attachment(made.name));
  response.set("Cache-Control", "no-store");
  return response;
}

void add_spreadsheet(Api& api, std::string_view operation, std::string_view path, std::uint64_t most_bytes,
                     Api::Working working) {
  RouteOptions options{.body_mode = BodyMode::streamed, .body_limit = most_bytes};
  options.admit = [&api](Request const& request) -> std::optional<Response> {
    auto const session = api.session_of(request);
    return session ? std::nullopt : std::optional{refusal(session.error(), request)};
  };
  api.take_in(operation, Method::post, path, std::move(working), std::move(options));
}

Result<app::SheetFile> spreadsheet_of(Call const& call) {
  auto const& upload = call.request().upload;
  if (!upload || upload->size() == 0) {
    return refuse(json_malformed, {"Kirim isi berkasnya.", "Send the file's bytes."});
  }
  auto name = clean_file_name(call.query("name"));
  if (count_characters(name) > 255) {
    return std::unexpected(wrong_parameter("name", {"paling panjang 255 huruf", "at most 255 characters"}));
  }
  return app::SheetFile{upload->path().string(), name.empty() ? std::string{"berkas"} : std::move(name)};
}

bool has_type(Call const& call, std::string_view wanted) {
  auto const type = call.request().headers.get("Content-Type");
  return equal_ignoring_case(type.substr(0, type.find(';')), wanted);
}

Result<std::string> yaml_of(Call const& call) {
  if (has_type(call, "application/yaml")) return call.request().body;
  return refuse(not_yaml,
                {"Kirim dengan Content-Type: application/yaml.", "Send it with Content-Type: application/yaml."});
}

}  // namespace himpun::http
