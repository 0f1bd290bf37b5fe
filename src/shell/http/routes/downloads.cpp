#include "shell/http/routes/downloads.h"

#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

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

Response run_print(Api& api, Call const& call, MakeReady const& make) {
  return guarded(call.language(), [&] {
    Result<app::ReadyPaper> ready;
    auto const looked = api.office().look(call.session().account, [&](app::Sight& sight) -> Result<Json> {
      auto const allowed = app::require_reader(sight);
      ready = allowed ? make(sight, call) : std::unexpected(allowed.error());
      return Json{};
    });
    if (!looked) return refusal(looked.error(), call.request());
    if (!ready) return refusal(ready.error(), call.request());
    auto printed = app::print(api.office().world().renderer, *ready);
    if (!printed) return refusal(printed.error(), call.request());
    Response response{.body = std::move(printed->pdf)};
    response.set("Content-Type", "application/pdf");
    response.set("Content-Disposition", attachment(ready->file_name + ".pdf"));
    response.set("Cache-Control", "no-store");
    return response;
  });
}

void add_working(Api& api, std::string_view operation, std::string_view path,
                 std::function<Response(Call const&)> answer) {
  api.open(operation, Method::get, path, [&api, answer = std::move(answer)](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const taken = api.workers().submit([shared, answer] { shared->second(answer(shared->first)); });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
  });
}

}  // namespace

void add_download(Api& api, std::string_view operation, std::string_view path, Download download) {
  add_working(api, operation, path,
              [&api, download = std::move(download)](Call const& call) { return run_download(api, call, download); });
}

void add_print(Api& api, std::string_view operation, std::string_view path, MakeReady make) {
  add_working(api, operation, path,
              [&api, make = std::move(make)](Call const& call) { return run_print(api, call, make); });
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
  api.work(operation, Method::post, path, std::move(working), std::move(options));
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

}  // namespace himpun::http
