#include "shell/http/routes/reports/report_routes.h"

#include "app/papers/printing.h"
#include "app/reports/comment_desk.h"
#include "app/reports/report_files.h"
#include "shell/http/routes/bodies.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

struct CommentBody {
  std::int32_t version = 1;
  std::int32_t position = 0;
  std::string quote;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CommentBody, (), (version, position, quote, text))

struct ResolvingBody {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ResolvingBody, (), (note))

app::CommentPlace place_of(Call const& call) { return {workflow::CaseId{call.param("case")}, call.param("paper")}; }

Answer created(Json json) { return {.json = std::move(json), .status = 201}; }

Result<Answer> list_comments(app::Sight& sight, Call const& call) {
  auto const list = app::list_comments(sight, place_of(call));
  if (!list) return std::unexpected(list.error());
  return Answer{to_json(*list)};
}

Result<Order> write_comment(Call const& call) {
  auto const body = call.body<CommentBody>();
  if (!body) return std::unexpected(body.error());
  return Order{[place = place_of(call), body = *body](app::Desk& desk) {
                 return app::write_comment(desk, place, {body.version, body.position, body.quote, body.text});
               },
               created};
}

Result<Order> resolve_comment(Call const& call) {
  auto const body = call.body<ResolvingBody>();
  if (!body) return std::unexpected(body.error());
  return Order{[place = place_of(call), id = document::CommentId{call.param("comment")},
                note = body->note.value_or("")](app::Desk& desk) {
                 return app::resolve_comment(desk, place, id, note);
               },
               created};
}

Result<Answer> list_reports(app::Sight& sight, Call const& call) {
  auto const running = app::find_running_case(sight, workflow::CaseId{call.param("case")});
  if (!running) return std::unexpected(running.error());
  return Answer{Json{}.add("items", to_json(app::list_reports(sight, *running)))};
}

Result<app::ReadyPaper> ready_report(app::Sight& sight, Call const& call) {
  auto const version = whole_number(call.query("version"), "version");
  if (!version) return std::unexpected(version.error());
  auto const running = app::find_running_case(sight, workflow::CaseId{call.param("case")});
  if (!running) return std::unexpected(running.error());
  auto paper = app::make_report(sight, *running, call.param("report"), static_cast<std::int32_t>(version->value_or(0)));
  if (!paper) return std::unexpected(paper.error());
  return app::make_ready(sight, std::move(*paper), running->state().updated_at,
                         app::plain_file_name(call.param("report")));
}

using MakeFile = Result<app::MadeFile> (*)(app::Sight&, document::OfficialPaper const&, std::string_view);

void add_report_file(Api& api, std::string_view operation, std::string_view kind, MakeFile make) {
  add_download(api, operation, "/cases/:case/reports/:report/" + std::string{kind},
               [make](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const ready = ready_report(sight, call);
                 if (!ready) return std::unexpected(ready.error());
                 auto made = make(sight, ready->paper, call.param("report"));
                 if (!made) return std::unexpected(made.error());
                 return send_made(std::move(*made));
               });
}

Result<Response> print_report(Api& api, app::ReadyPaper const& ready) {
  auto printed = app::print(api.office().world().renderer, ready);
  if (!printed) return std::unexpected(printed.error());
  Response response{.body = std::move(printed->pdf)};
  response.set("Content-Type", "application/pdf");
  response.set("Content-Disposition", attachment(ready.file_name + ".pdf"));
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

void add_report_routes(Api& api) {
  api.look("list_paper_comments", Method::get, "/cases/:case/papers/:paper/comments", list_comments);
  api.command("write_paper_comment", Method::post, "/cases/:case/papers/:paper/comments", write_comment);
  api.command("resolve_paper_comment", Method::post, "/cases/:case/papers/:paper/comments/:comment/resolution",
              resolve_comment);
  api.look("list_reports", Method::get, "/cases/:case/reports", list_reports);
  add_paper(api, "download_report_pdf", Method::get, "/cases/:case/reports/:report/pdf",
            {.prepare = ready_report,
             .show = [&api](app::ReadyPaper const& ready, Call const&) { return print_report(api, ready); }});
  add_report_file(api, "download_report_docx", "docx", app::make_docx);
  add_report_file(api, "download_report_xlsx", "xlsx", app::make_xlsx);
}

}  // namespace himpun::http
