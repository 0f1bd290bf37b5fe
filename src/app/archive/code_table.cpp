#include "app/archive/code_table.h"

#include <array>

#include "app/desks/agency_desk.h"
#include "app/desks/import_desk.h"
#include "app/sheets/catalogue/names.h"
#include "app/sheets/table.h"
#include "base/embedded.h"
#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using archive::ClassCode;
using performance::RowFate;

constexpr WordList<archive::Disposal, 2> disposals{{"Musnah", "Permanen"}};
constexpr std::size_t most_listed = 2'500;
constexpr std::size_t most_fields = 100;

TableShape const& shape() {
  static TableShape const made{
      "Klasifikasi arsip",
      {{"code", "Kode", Need::required, CellFormat::text, 16, "Seperti 000.8.6.3", {}, {"/code"}},
       {"title", "Uraian", Need::required, CellFormat::text, 48, {}, {}, {"/title"}},
       {"active", "Aktif (tahun)", Need::optional, CellFormat::general, 12, "Kosong untuk judul kelompok", {},
        {"/retention"}},
       {"inactive", "Inaktif (tahun)", Need::optional, CellFormat::general, 12},
       {"disposal", "Nasib akhir", Need::optional, CellFormat::text, 12, {}, disposals.all()},
       {"security", "Keamanan", Need::optional, CellFormat::text, 16, "Id kelas keamanan", {}, {"/security"}},
       {"note", "Dasar", Need::optional, CellFormat::text, 36, "Peraturan, atau ASUMSI"}}};
  return made;
}

ClassCode code_in(TableRow& row) {
  ClassCode code{row.text("code"), row.text("title"), {}, row.text("security"), row.text("note"), false};
  auto const active = row.whole("active");
  auto const inactive = row.whole("inactive");
  auto const disposal = choice_in(row, "disposal", disposals);
  bool const is_heading = !active && !inactive && !disposal;
  if (is_heading) return code;
  if (!active || !inactive || !disposal) {
    row.fault("active", {"isi aktif, inaktif dan nasib akhir, atau kosongkan ketiganya.",
                         "give active, inactive and disposal, or leave all three empty."});
    return code;
  }
  code.retention = archive::Retention{*active, *inactive, *disposal};
  return code;
}

struct CodeImport {
  ImportReport report;
  std::vector<ClassCode> changed;
};

class Importer {
 public:
  Importer(Sight& sight, archive::Register all, Language language)
      : occasion_{sight.today(), sight.caller, sight.agency()}, all_(std::move(all)), language_(language) {}

  Result<void> take(TableRow row) {
    auto const code = code_in(row);
    bool const is_known = all_.codes.contains(code.code);
    auto const events =
        row.faults().empty() ? archive::record_code(all_, code, occasion_) : Result<archive::Events>{archive::Events{}};
    if (!events) row.take_over(events.error());
    if (row.faults().empty() && !events) row.fault("code", events.error().detail);
    bool const is_refused = !row.faults().empty();
    note(row, code, is_refused ? RowFate::refused : events->empty() ? RowFate::same : is_known ? RowFate::changed : RowFate::added);
    if (is_refused || events->empty()) return {};
    for (auto const& event : *events) archive::evolve(all_, event, {});
    done_.changed.push_back(code);
    return {};
  }
  CodeImport finish() {
    done_.report.acceptable = done_.report.counts.refused == 0;
    return std::move(done_);
  }

 private:
  void note(TableRow const& row, ClassCode const& code, RowFate fate) {
    auto& counts = done_.report.counts;
    ++(fate == RowFate::added ? counts.added : fate == RowFate::changed ? counts.changed : fate == RowFate::same ? counts.same : counts.refused);
    if (done_.report.rows.size() == most_listed && fate != RowFate::refused) return void(++done_.report.left_out);
    ImportRow noted{row.sheet(), row.number(), fate, code.code + " " + code.title, std::nullopt};
    if (fate == RowFate::refused) noted.problem = say_faults(row.faults(), language_);
    done_.report.rows.push_back(std::move(noted));
  }

  archive::Occasion occasion_;
  archive::Register all_;
  Language language_;
  CodeImport done_;
};

Result<CodeImport> run_code_import(Sight& sight, archive::Register const& all, SheetFile const& file,
                                   Language language) {
  SheetReading const reading{file.name};
  auto const workbook = sight.world.sheets.open_file(file.path, reading);
  if (!workbook) return std::unexpected(workbook.error());
  auto const tables = find_tables(**workbook, reading, {&shape(), 1});
  if (!tables) return std::unexpected(tables.error());
  Importer importer{sight, all, language};
  for (auto const& found : *tables) {
    auto const read =
        read_table(**workbook, found, shape(), [&](TableRow row) { return importer.take(std::move(row)); });
    if (!read) return std::unexpected(read.error());
  }
  return importer.finish();
}

Problem refusal_of(ImportReport const& report) {
  auto const refused = std::to_string(report.counts.refused);
  Problem problem{.type = &import_refused,
                  .detail = {refused + " baris ditolak. Perbaiki, lalu impor lagi.",
                             refused + " rows are refused. Mend them and import again."}};
  for (auto const& row : report.rows) {
    if (row.fate != RowFate::refused || problem.fields.size() == most_fields) continue;
    auto const words = row.words + ": " + row.problem.value_or("");
    problem.fields.push_back({"/" + row.sheet + "/" + std::to_string(row.row), {words, words}});
  }
  return problem;
}

struct Shipped {
  std::vector<archive::SecurityClass> security;
  std::vector<ClassCode> codes;
};
BOOST_DESCRIBE_STRUCT(Shipped, (), (security, codes))

Shipped const& shipped() {
  static Shipped const read = [] {
    auto const* file = find_embedded("data/archive/klasifikasi.json");
    ensure(file != nullptr, "the shipped classification is built in");
    auto const json = parse_json(file->bytes);
    ensure(json.has_value(), "the shipped classification can be read");
    auto made = from_json<Shipped>(*json);
    ensure(made.has_value(), "the shipped classification is right");
    return std::move(*made);
  }();
  return read;
}

std::vector<Cell> cells_of(ClassCode const& code) {
  auto const& retention = code.retention;
  auto const years = [](std::int32_t number) { return number_cell(std::to_string(number)); };
  auto const text = [](std::string const& words) { return words.empty() ? blank_cell() : text_cell(words); };
  return {text_cell(code.code),
          text_cell(code.title),
          retention ? years(retention->active_years) : blank_cell(),
          retention ? years(retention->inactive_years) : blank_cell(),
          retention ? text_cell(disposals.of(retention->disposal)) : blank_cell(),
          text(code.security),
          text(code.note)};
}

}  // namespace

std::vector<ClassCode> const& shipped_codes() { return shipped().codes; }
std::vector<archive::SecurityClass> const& shipped_security() { return shipped().security; }

Result<Json> check_code_import(Sight& sight, SheetFile const& file, Language language) {
  auto const book = sight.books.archive(sight.reader);
  if (auto ok = archive::may_keep(book->state, {sight.today(), sight.caller, sight.agency()}); !ok) {
    return std::unexpected(ok.error());
  }
  auto const done = run_code_import(sight, book->state, file, language);
  if (!done) return std::unexpected(done.error());
  auto body = to_json(done->report);
  body.add("version", book->head.version);
  return versioned(book->head.version, std::move(body));
}

Result<Json> import_codes(Desk& desk, std::optional<std::int64_t> seen, SheetFile const& file, Language language) {
  auto const book = desk.books.archive(desk.reader);
  if (auto ok = archive::may_keep(book->state, {desk.today(), desk.caller, desk.agency()}); !ok) {
    return std::unexpected(ok.error());
  }
  if (seen && *seen != book->head.version) {
    return refuse(archive_changed, {"Periksa lagi berkasnya terhadap arsip yang sekarang, lalu impor.",
                                    "Check the file again with the archive as it is now, then import."});
  }
  auto const done = run_code_import(desk, book->state, file, language);
  if (!done) return std::unexpected(done.error());
  if (!done->report.acceptable) return std::unexpected(refusal_of(done->report));
  auto version = book->head.version;
  if (!done->changed.empty()) {
    auto const end = desk.record(archive_stream, book->head, archive::Events{archive::CodesRecorded{done->changed}});
    if (!end) return std::unexpected(end.error());
    version = end->version;
  }
  return versioned(version, Json{}.add("version", version).add("counts", to_json(done->report.counts)));
}

MadeFile make_code_template(Sight& sight) {
  auto const book = sight.books.archive(sight.reader);
  BookSheet sheet{shape().name, {}, {}, {}, 100};
  for (auto const& column : shape().columns) {
    sheet.columns.push_back({column.title, column.format, column.width_characters, column.hint, column.choices});
  }
  if (book->state.has_schedule()) {
    for (auto const& [code, each] : book->state.codes) sheet.rows.push_back(cells_of(each));
  } else {
    for (auto const& each : shipped_codes()) sheet.rows.push_back(cells_of(each));
  }
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_book(file->path(), {"Klasifikasi arsip dan jadwal retensi", sight.now, {std::move(sheet)}});
  return {std::move(file), "klasifikasi-arsip.xlsx", xlsx_media_type};
}

}  // namespace himpun::app
