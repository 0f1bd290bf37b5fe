#include "app/desks/import_desk.h"

#include "app/desks/agency_desk.h"
#include "app/desks/catalogue_desk.h"
#include "app/figures/event_spool.h"
#include "app/sheets/catalogue/template.h"
#include "app/streams.h"
#include "base/json_map.h"
#include "base/text.h"

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

/// An import that may be done: its events, sealed, and the catalogue they make.
struct Prepared {
  StreamHead before;
  std::unique_ptr<EventSpool> spool;
  std::shared_ptr<Folded<performance::Catalogue>> after;
  ImportCounts counts;
};

Words const check_again{"Periksa lagi berkasnya terhadap katalog yang sekarang, lalu impor.",
                        "Check the file again with the catalogue as it is now, then import."};

void lay_down(Sight& sight, EventSpool& spool, performance::CatalogueEvents const& events) {
  auto head = spool.head();
  spool.add(seal(catalogue_stream, head, events, sight.stamp({})));
}

Result<Prepared> prepare(Sight& sight, ImportRequest const& request, ImportAim const& aim) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  if (auto ok = require_keeper(sight, catalogue->state); !ok) return std::unexpected(ok.error());
  if (request.seen && *request.seen != catalogue->head.version) return refuse(catalogue_changed, check_again);
  Prepared prepared{catalogue->head,
                    std::make_unique<EventSpool>(sight.world, std::string{catalogue_stream}, catalogue->head),
                    std::make_shared<Folded<performance::Catalogue>>(*catalogue),
                    {}};
  auto const record = [&](performance::CatalogueEvents const& events) -> Result<void> {
    lay_down(sight, *prepared.spool, events);
    return {};
  };
  auto const report = run_import(sight, request.file, prepared.after->state, record, aim);
  if (!report) return std::unexpected(report.error());
  if (!report->acceptable) return std::unexpected(refusal_of(*report));
  prepared.counts = report->counts;
  if (!prepared.spool->empty()) {
    auto const& counts = report->counts;
    lay_down(sight, *prepared.spool,
             {performance::CatalogueImported{request.keep_file(), counts.added, counts.changed}});
  }
  prepared.after->head = prepared.spool->head();
  return prepared;
}

}  // namespace

Result<Json> check_import(Sight& sight, SheetFile const& file, ImportAim const& aim) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  if (auto ok = require_keeper(sight, catalogue->state); !ok) return std::unexpected(ok.error());
  auto after = catalogue->state;
  auto const report = run_import(sight, file, after, {}, aim);
  if (!report) return std::unexpected(report.error());
  auto const version = catalogue->head.version;
  auto body = to_json(*report);
  body.add("version", version);
  return versioned(version, std::move(body));
}

Result<Json> import_catalogue(Office& office, ImportRequest const& request, ImportAim const& aim) {
  std::optional<Prepared> prepared;
  auto const looked = office.look(request.account, [&](Sight& sight) -> Result<Json> {
    auto made = prepare(sight, request, aim);
    if (!made) return std::unexpected(made.error());
    prepared = std::move(*made);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return office.carry_out({request.account, {}}, [&](Desk& desk) -> Result<Json> {
    auto const now = desk.books.catalogue(desk.reader);
    if (auto ok = require_keeper(desk, now->state); !ok) return std::unexpected(ok.error());
    if (now->head != prepared->before) return refuse(catalogue_changed, check_again);
    if (auto ok = prepared->spool->append_to(desk.transaction); !ok) return std::unexpected(ok.error());
    desk.books.keep(prepared->after);
    auto const version = prepared->after->head.version;
    return versioned(version, Json{}.add("version", version).add("counts", to_json(prepared->counts)));
  });
}

std::string media_type_of(std::string const& name) {
  return lower_ascii(name).ends_with(".xlsx") ? xlsx_media_type : "text/csv";
}

MadeFile make_import_template(Sight& sight, std::int32_t year) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_book(file->path(), catalogue_template(sight, catalogue->state, year));
  return {std::move(file), "katalog-kinerja-" + std::to_string(year) + ".xlsx", xlsx_media_type};
}

}  // namespace himpun::app
