#include "app/desks/import_desk.h"

#include "app/desks/agency_desk.h"
#include "app/desks/catalogue_desk.h"
#include "app/sheets/catalogue/template.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

constexpr std::size_t most_fields = 100;

Result<void> require_keeper(Sight& sight, performance::Catalogue const& catalogue) {
  return performance::who_keeps(catalogue, {sight.today(), sight.caller, sight.agency()});
}

/// "/Indikator/12": sheet and row.
Problem refusal_of(ImportReport const& report) {
  auto const refused = std::to_string(report.counts.refused);
  Problem problem{.type = &import_refused,
                  .detail = {refused + " baris ditolak. Perbaiki, lalu impor lagi.",
                             refused + " rows are refused. Mend them and import again."}};
  for (auto const& row : report.rows) {
    if (row.fate != performance::RowFate::refused || problem.fields.size() == most_fields) continue;
    auto const words = row.words + ": " + row.problem.value_or("");
    problem.fields.push_back({"/" + row.sheet + "/" + std::to_string(row.row), {words, words}});
  }
  return problem;
}

}  // namespace

Result<Json> check_import(Sight& sight, SheetFile const& file, Language language) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  if (auto ok = require_keeper(sight, catalogue->state); !ok) return std::unexpected(ok.error());
  auto after = catalogue->state;
  auto const report = run_import(sight, file, after, {}, language);
  if (!report) return std::unexpected(report.error());
  auto const version = catalogue->head.version;
  auto body = to_json(*report);
  body.add("version", version);
  return versioned(version, std::move(body));
}

Result<Json> import_catalogue(Desk& desk, std::optional<std::int64_t> seen, SheetFile const& file, Language language) {
  auto const catalogue = desk.books.catalogue(desk.reader);
  if (auto ok = require_keeper(desk, catalogue->state); !ok) return std::unexpected(ok.error());
  if (seen && *seen != catalogue->head.version) {
    return refuse(catalogue_changed, {"Periksa lagi berkasnya terhadap katalog yang sekarang, lalu impor.",
                                      "Check the file again with the catalogue as it is now, then import."});
  }
  auto after = std::make_shared<Folded<performance::Catalogue>>(*catalogue);
  auto const record = [&](performance::CatalogueEvents const& events) -> Result<void> {
    auto const end = desk.record(catalogue_stream, after->head, events);
    if (!end) return std::unexpected(end.error());
    after->head = *end;
    return {};
  };
  auto const report = run_import(desk, file, after->state, record, language);
  if (!report) return std::unexpected(report.error());
  if (!report->acceptable) return std::unexpected(refusal_of(*report));
  auto const version = after->head.version;
  desk.books.keep(std::move(after));
  return versioned(version, Json{}.add("version", version).add("counts", to_json(report->counts)));
}

MadeFile make_import_template(Sight& sight, std::int32_t year) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_book(file->path(), catalogue_template(sight, catalogue->state, year));
  return {std::move(file), "katalog-kinerja-" + std::to_string(year) + ".xlsx", xlsx_media_type};
}

}  // namespace himpun::app
