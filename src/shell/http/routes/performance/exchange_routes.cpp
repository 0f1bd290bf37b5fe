#include "shell/http/routes/performance/exchange_routes.h"

#include "app/desks/import_desk.h"
#include "app/desks/workbook_desk.h"
#include "app/sheets/figure_export.h"
#include "app/sheets/results_book.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/performance/year_query.h"
#include "shell/http/routes/queries.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

constexpr std::uint64_t most_import_bytes = 50 * 1024 * 1024;
constexpr std::uint64_t most_workbook_bytes = 10 * 1024 * 1024;

app::FormAim form_aim(Call const& call) {
  return {workflow::CaseId{call.param("case")}, performance::UnitId{call.param("unit")}, call.language()};
}

Result<Response> sent(Result<app::MadeFile> made) {
  if (!made) return std::unexpected(made.error());
  return send_made(std::move(*made));
}

/// A look at one snapshot, for work that has read a file.
Result<Json> look(Api& api, Call const& call, app::Look const& look) {
  return api.office().look(call.session().account, look);
}

Result<Answer> check_import(Api& api, Call& call) {
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  return shown(look(api, call, [&](app::Sight& sight) { return app::check_import(sight, *file, {.language = call.language()}); }));
}

/// The file is kept once it counts, and the journal names it.
Result<Answer> import_catalogue(Api& api, Call& call) {
  auto const seen = call.revision();
  if (!seen) return std::unexpected(seen.error());
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  if (auto const scan = scan_upload(api, call); !scan) return std::unexpected(scan.error());
  auto const& upload = *call.request().upload;
  FileRef const kept{to_hex(upload.sha256()), file->name, app::media_type_of(file->name),
                     static_cast<std::int64_t>(upload.size())};
  auto const keep = [&] {
    api.office().world().blobs.keep(file->path, kept.sha256, kept.size);
    return kept;
  };
  auto done =
      app::import_catalogue(api.office(), {call.session().account, *seen, *file, keep}, {.language = call.language()});
  if (!done) return std::unexpected(done.error());
  auto answer = shown(std::move(*done));
  answer.json.add("sha256", kept.sha256);
  return answer;
}

Result<Answer> check_workbook(Api& api, Call& call) {
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  auto report = look(api, call, [&](app::Sight& sight) { return app::check_workbook(sight, form_aim(call), *file); });
  if (!report) return std::unexpected(report.error());
  return Answer{std::move(*report)};
}

Result<Answer> read_workbook(Api& api, Call& call) {
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  auto done = api.office().carry_out({call.session().account, {}},
                                     [&](app::Desk& desk) { return app::read_workbook(desk, form_aim(call), *file); });
  if (!done) return std::unexpected(done.error());
  return Answer{std::move(*done)};
}

void add_imports(Api& api) {
  add_download(api, "download_import_template", "/catalogue/import-template",
               [](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const year = year_query(sight, call);
                 if (!year) return std::unexpected(year.error());
                 return send_made(app::make_import_template(sight, *year));
               });
  add_spreadsheet(api, "check_import", "/catalogue/import-checks", most_import_bytes,
                  [&api](Call& call) { return check_import(api, call); });
  add_spreadsheet(api, "import_catalogue", "/catalogue/imports", most_import_bytes,
                  [&api](Call& call) { return import_catalogue(api, call); });
}

void add_workbooks(Api& api) {
  add_download(api, "download_workbook", "/cases/:case/forms/:unit/workbook",
               [](app::Sight& sight, Call const& call) { return sent(app::make_workbook(sight, form_aim(call))); });
  add_spreadsheet(api, "check_workbook", "/cases/:case/forms/:unit/workbook-checks", most_workbook_bytes,
                  [&api](Call& call) { return check_workbook(api, call); });
  add_spreadsheet(api, "read_workbook", "/cases/:case/forms/:unit/workbooks", most_workbook_bytes,
                  [&api](Call& call) { return read_workbook(api, call); });
}

void add_figure_export(Api& api, std::string_view operation, std::string_view path, app::ExportFormat format) {
  add_download(api, operation, path, [format](app::Sight& sight, Call const& call) -> Result<Response> {
    auto const year = year_query(sight, call);
    if (!year) return std::unexpected(year.error());
    return sent(app::make_figure_export(sight, {*year, *year, format}));
  });
}

}  // namespace

void add_exchange_routes(Api& api) {
  add_imports(api);
  add_workbooks(api);
  add_figure_export(api, "export_figures_csv", "/exports/figures.csv", app::ExportFormat::csv);
  add_figure_export(api, "export_figures_xlsx", "/exports/figures.xlsx", app::ExportFormat::xlsx);
  add_figure_export(api, "export_figures_json", "/exports/figures.json", app::ExportFormat::json);
  add_download(api, "export_results", "/exports/results.xlsx",
               [](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const until = until_query(sight, call);
                 if (!until) return std::unexpected(until.error());
                 auto const unit = query_text(call, "unit", 64);
                 if (!unit) return std::unexpected(unit.error());
                 return sent(app::make_results_book(sight, {*until, *unit}));
               });
}

}  // namespace himpun::http
