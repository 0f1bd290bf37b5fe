#include "shell/http/routes/paper_routes.h"

#include "app/desks/case_desk.h"
#include "app/desks/procedure_desk.h"
#include "app/papers/case_paper.h"
#include "app/papers/editions.h"
#include "app/papers/letterhead_desk.h"
#include "app/ports/word_writer.h"
#include "app/reports/report_files.h"
#include "core/document/sheet/measure.h"
#include "core/document/sheet/sheet_svg.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/queries.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;

constexpr ProblemType edition_missing{"edition.missing", ProblemKind::not_found, "PDF naskah ini belum dibuat",
                                      "The PDF of this paper has not been made"};
/// A page of ours that is opened on its own: no script, no address but of pictures it carries.
constexpr char const* page_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'";

enum class SheetFormat : std::uint8_t { pdf, svg, html, docx };
BOOST_DESCRIBE_ENUM(SheetFormat, pdf, svg, html, docx)

Response content(std::string bytes, char const* media_type, std::string const& name) {
  Response response{.body = std::move(bytes)};
  response.set("Content-Type", media_type);
  auto disposition = attachment(name);
  response.set("Content-Disposition", "inline" + disposition.substr(disposition.find(';')));
  response.set("Content-Security-Policy", page_policy);
  return response;
}

Result<Response> printed(Api& api, app::ReadyPaper const& ready) {
  auto pdf = app::print(api.office().world().renderer, ready);
  if (!pdf) return std::unexpected(pdf.error());
  return content(std::move(pdf->pdf), "application/pdf", ready.file_name + ".pdf");
}

template <class Enum>
Result<Enum> word(std::string const& text, std::string_view name, Enum otherwise) {
  if (text.empty()) return otherwise;
  Enum value{};
  if (boost::describe::enum_from_string(text.c_str(), value)) return value;
  return std::unexpected(wrong_parameter(name, {"kata ini tidak dikenal", "this word is not known"}));
}

Result<app::ReadyPaper> prepare_sheet(Sight& sight, Call const& call) {
  auto const size = word(call.query("size"), "size", document::PageSize::a4);
  if (!size) return std::unexpected(size.error());
  if (auto known = word(call.param("format"), "format", SheetFormat::pdf); !known)
    return std::unexpected(known.error());
  auto const version = whole_number(call.param("version"), "version");
  if (!version) return std::unexpected(version.error());
  return app::find_sheet_paper(sight, procedure::ProcedureId{call.param("procedure")}, version->value_or(0), *size);
}

Result<Response> show_sheet(Api& api, app::ReadyPaper const& ready, Call const& call) {
  auto const format = *word(call.param("format"), "format", SheetFormat::pdf);
  if (format == SheetFormat::pdf) return printed(api, ready);
  if (format == SheetFormat::docx) {
    auto bytes = api.office().world().words->write(ready.paper, ready.dressing);
    return content(std::move(bytes), app::docx_media_type, ready.file_name + ".docx");
  }
  if (format == SheetFormat::html) {
    return content(app::to_html(ready), "text/html; charset=utf-8", ready.file_name + ".html");
  }
  auto const& sheet = std::get<document::EmbeddedSheet>(ready.paper.blocks.front().what).sheet;
  return content(document::sheet_svg(sheet, ready.paper.size), "image/svg+xml", ready.file_name + ".svg");
}

Result<app::EditionName> edition_name(Call const& call) {
  auto const number = whole_number(call.param("version"), "version");
  if (!number) return std::unexpected(number.error());
  return app::EditionName{workflow::CaseId{call.param("case")}, call.param("paper"),
                          static_cast<std::int32_t>(number->value_or(0))};
}

Result<Json> show_edition(Sight& sight, Call const& call) {
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const name = edition_name(call);
  if (!name) return std::unexpected(name.error());
  if (auto file = app::find_running_case(sight, name->file); !file) return std::unexpected(file.error());
  auto const edition = app::show_edition(sight, *name);
  if (!edition) return refuse(edition_missing, {"Minta pembuatannya dahulu.", "Ask for it first."});
  return app::edition_view(*edition);
}

Result<Order> order_edition(Api& api, Call const& call) {
  auto const name = edition_name(call);
  if (!name) return std::unexpected(name.error());
  bool const can_print = api.office().world().renderer != nullptr;
  return Order{[name = *name, can_print](Desk& desk) -> Result<Json> {
                 if (auto ok = app::require_reader(desk); !ok) return std::unexpected(ok.error());
                 auto const known = app::show_edition(desk, name);
                 bool const is_under_way = known && known->state == document::EditionState::requested;
                 if (known && (is_under_way || app::find_edition(desk, name))) return app::edition_view(*known);
                 if (!can_print) return app::refuse_without_printer();
                 if (auto ok = app::request_edition(desk, name); !ok) return std::unexpected(ok.error());
                 return app::edition_view({.paper = name.paper, .number = name.number, .changed_at = desk.now});
               },
               [](Json json) { return Answer{.json = std::move(json)}; }};
}

Result<Response> download_edition(Sight& sight, Call const& call) {
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const name = edition_name(call);
  if (!name) return std::unexpected(name.error());
  if (auto file = app::find_running_case(sight, name->file); !file) return std::unexpected(file.error());
  auto const edition = app::show_edition(sight, *name);
  if (!edition) return refuse(edition_missing, {"Minta pembuatannya dahulu.", "Ask for it first."});
  if (!edition->file) return json_response(202, app::edition_view(*edition));
  auto path = sight.world.blobs.path_of(edition->file->sha256);
  if (!path) return std::unexpected(path.error());
  auto response = content({}, "application/pdf", edition->file->name);
  response.body = StoredFile{std::move(*path)};
  response.set("Cache-Control", "private, no-cache");
  return response;
}

/// The version as it would be printed, for a word processor; no edition is asked for.
Result<Response> download_docx(Sight& sight, Call const& call) {
  auto const name = edition_name(call);
  if (!name) return std::unexpected(name.error());
  auto const ready = app::make_case_paper(sight, *name);
  if (!ready) return std::unexpected(ready.error());
  auto made = app::make_docx(sight, ready->paper, ready->file_name);
  if (!made) return std::unexpected(made.error());
  return send_made(std::move(*made));
}

void add_editions(Api& api) {
  see(api, "show_edition", "/cases/:case/papers/:paper/versions/:version/edition", show_edition);
  api.command("request_edition", Method::post, "/cases/:case/papers/:paper/versions/:version/edition",
              [&api](Call const& call) { return order_edition(api, call); });
  add_download(api, "download_edition", "/cases/:case/papers/:paper/versions/:version/pdf", download_edition);
  add_download(api, "download_paper_docx", "/cases/:case/papers/:paper/versions/:version/docx", download_docx);
}

void add_letterhead(Api& api) {
  see(api, "show_letterhead", "/letterhead",
      [](Sight& sight, Call const& call) { return app::show_letterhead(sight, call.language()); });
  change<document::Letterhead>(api, "set_letterhead", Method::put, "/letterhead", "",
                               [](Desk& desk, Aim const& aim, document::Letterhead const& letterhead) {
                                 return app::set_letterhead(desk, aim.seen, letterhead, aim.language);
                               });
  change<app::TemplateText>(api, "set_template", Method::put, "/letterhead/templates/:kind", "kind",
                            [](Desk& desk, Aim const& aim, app::TemplateText const& body) {
                              return app::set_template(desk, aim.seen, aim.id, body.text, aim.language);
                            });
  auto const prepare = [](Sight& sight, Call const& call) -> Result<app::ReadyPaper> {
    auto const draft = call.body<app::StationeryDraft>();
    if (!draft) return std::unexpected(draft.error());
    return app::preview_stationery(sight, *draft);
  };
  add_paper(api, "preview_letterhead", Method::post, "/letterhead/previews",
            {.prepare = prepare,
             .show = [](app::ReadyPaper const& ready, Call const&) -> Result<Response> {
               return json_response(200, Json{}.add("html", app::to_html(ready)));
             },
             .is_printed = [](Call const&) { return false; }});
  add_paper(
      api, "print_letterhead", Method::post, "/letterhead/prints",
      {.prepare = prepare, .show = [&api](app::ReadyPaper const& ready, Call const&) { return printed(api, ready); }});
}

}  // namespace

void add_paper_routes(Api& api) {
  add_paper(api, "print_sheet", Method::get, "/procedures/:procedure/versions/:version/sheet/:format",
            {.prepare = prepare_sheet,
             .show = [&api](app::ReadyPaper const& ready, Call const& call) { return show_sheet(api, ready, call); },
             .is_printed = [](Call const& call) { return call.param("format") == "pdf"; }});
  add_editions(api);
  add_letterhead(api);
}

}  // namespace himpun::http
