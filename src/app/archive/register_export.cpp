#include "app/archive/register_export.h"

#include <fstream>

#include "app/ports/sheets.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using Rows = std::vector<std::vector<Cell>>;

struct Column {
  char const* title;
  CellFormat format;
  std::int32_t width_characters;
};

Cell text_of(std::string text) { return text.empty() ? blank_cell() : text_cell(std::move(text)); }
Cell whole(std::int64_t number) { return number_cell(std::to_string(number)); }

/// aktif, inaktif, statis, jatuh tempo musnah, musnah
std::string state_words(archive::FileState state) {
  switch (state) {
    case archive::FileState::active:
      return "aktif";
    case archive::FileState::inactive:
      return "inaktif";
    case archive::FileState::permanent:
      return "statis";
    case archive::FileState::due:
      return "jatuh tempo musnah";
    case archive::FileState::destroyed:
      return "musnah";
  }
  return {};
}

MadeFile write(Sight& sight, std::string const& name, std::string const& title, std::vector<Column> const& columns,
               Rows const& rows, ExportFormat format) {
  auto file = std::make_shared<ScratchFile>(sight.world);
  bool const is_csv = format == ExportFormat::csv;
  std::ofstream text;
  if (is_csv) text.open(file->path(), std::ios::binary);
  std::vector<std::string> titles;
  SheetLayout layout{title, {}, title, sight.now};
  for (auto const& each : columns) {
    titles.emplace_back(each.title);
    layout.columns.push_back({each.title, each.format, each.width_characters});
  }
  auto const writer = is_csv ? sight.world.sheets.write_csv(
                                   [&](std::string_view piece) {
                                     text.write(piece.data(), static_cast<std::streamsize>(piece.size()));
                                   },
                                   {titles})
                             : sight.world.sheets.write_xlsx(file->path(), layout);
  for (auto const& row : rows) {
    if (auto ok = writer->add(row); !ok) throw StoreFailure(file->path() + ": a row cannot be written");
  }
  writer->finish();
  text.close();
  return {std::move(file), name + (is_csv ? ".csv" : ".xlsx"), is_csv ? csv_media_type : xlsx_media_type};
}

}  // namespace

Result<MadeFile> export_filed(Sight& sight, FiledQuery const& query, ExportFormat format) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  Rows rows;
  for (auto const* file : find_filed(book->state, query, sight.today())) {
    auto const& retention = file->retention;
    bool const is_kept = retention.disposal == archive::Disposal::permanent;
    rows.push_back({text_cell(file->number), text_cell(file->code), text_cell(file->title),
                    text_cell(to_text(file->from) + " s.d. " + to_text(file->to)), whole(file->items),
                    text_cell(state_words(archive::state_of(book->state, *file, sight.today()))),
                    whole(retention.active_years), whole(retention.inactive_years),
                    text_cell(is_kept ? "permanen" : "musnah"), text_of(file->security), text_of(file->location),
                    text_cell(file->case_number)});
  }
  return write(sight, "daftar-berkas", "Daftar berkas",
               {{"Nomor berkas", CellFormat::text, 14},
                {"Kode klasifikasi", CellFormat::text, 16},
                {"Uraian", CellFormat::text, 48},
                {"Kurun waktu", CellFormat::text, 26},
                {"Jumlah", CellFormat::general, 8},
                {"Keterangan", CellFormat::text, 20},
                {"Aktif (tahun)", CellFormat::general, 12},
                {"Inaktif (tahun)", CellFormat::general, 12},
                {"Nasib akhir", CellFormat::text, 12},
                {"Keamanan", CellFormat::text, 14},
                {"Lokasi", CellFormat::text, 24},
                {"Nomor urusan", CellFormat::text, 14}},
               rows, format);
}

Result<MadeFile> export_items(Sight& sight, std::string const& case_id, ExportFormat format) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const book = sight.books.archive(sight.reader);
  auto const found = book->state.files.find(archive::FiledId{case_id});
  if (found == book->state.files.end()) return refuse(archive::file_unknown);
  auto const file = sight.books.find_case(sight.reader, case_id);
  Rows rows;
  for (auto const& item : items_of(sight, file->state)) {
    rows.push_back({text_cell(found->second.number), whole(item.number), text_cell(found->second.code),
                    text_cell(item.words), text_cell(to_text(item.date)), whole(item.count), text_cell(item.kind)});
  }
  return write(sight, "daftar-isi-berkas", "Daftar isi berkas",
               {{"Nomor berkas", CellFormat::text, 14},
                {"Nomor item", CellFormat::general, 10},
                {"Kode klasifikasi", CellFormat::text, 16},
                {"Uraian", CellFormat::text, 60},
                {"Tanggal", CellFormat::text, 12},
                {"Jumlah", CellFormat::general, 8},
                {"Jenis", CellFormat::text, 18}},
               rows, format);
}

}  // namespace himpun::app
