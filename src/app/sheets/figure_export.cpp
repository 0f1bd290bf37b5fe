#include "app/sheets/figure_export.h"

#include <array>
#include <fstream>

#include "app/ports/sheets.h"
#include "app/sheets/figure_lines.h"
#include "app/sheets/figure_text.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using Line = std::array<Cell, 19>;

struct ColumnNames {
  char const* title;
  char const* member;  ///< in JSON
  CellFormat format;
  std::int32_t width_characters;
};

using enum CellFormat;
constexpr std::array<ColumnNames, 19> figure_columns{{{"Tahun", "year", general, 8},
                                                      {"Periode", "period", text, 10},
                                                      {"Unit", "unit", text, 32},
                                                      {"Jenis", "kind", text, 10},
                                                      {"Kode", "subject", text, 18},
                                                      {"Nama", "name", text, 48},
                                                      {"Satuan", "unit_of_measure", text, 12},
                                                      {"Nilai", "value", general, 16},
                                                      {"Pembilang", "numerator", general, 14},
                                                      {"Penyebut", "denominator", general, 14},
                                                      {"Predikat", "predicate", text, 10},
                                                      {"Alasan tidak tersedia", "reason", text, 24},
                                                      {"Keadaan", "state", text, 12},
                                                      {"Target", "target", text, 16},
                                                      {"Capaian (%)", "achievement", general, 12},
                                                      {"Banyak data dukung", "evidence_count", general, 10},
                                                      {"Berkas", "case_id", text, 28},
                                                      {"Sumber", "source", text, 40},
                                                      {"Diubah", "updated_at", text, 28}}};

/// Endless decimals end after ten places, and say nothing wrong by it: the parts stand beside them.
Cell number_of(std::optional<Decimal> const& number) {
  if (!number || !number->is_number()) return blank_cell();
  auto const places = number->digits_after();
  if (places && *places <= typed_digits_after) return number_cell(to_text(*number));
  return number_cell(to_text(round(*number, {RoundingMode::half_up, static_cast<std::int32_t>(typed_digits_after)})));
}

Cell text_of(std::string text) { return text.empty() ? blank_cell() : text_cell(std::move(text)); }

Line line_cells(FigureLine const& line) {
  auto const& row = *line.row;
  auto const& value = line.value;
  auto const target = line.target ? cell_of(*line.target) : blank_cell();
  return {number_cell(std::to_string(row.year)),
          text_cell(row.period),
          text_of(line.unit_name),
          text_cell(row.kind),
          text_cell(row.subject),
          text_of(line.name),
          text_of(line.unit_of_measure),
          number_of(line.number),
          number_of(value.numerator),
          number_of(value.denominator),
          text_of(value.predicate.value_or("")),
          text_of(value.reason.value_or("")),
          text_cell(row.state),
          target,
          number_of(line.achievement),
          number_cell(std::to_string(line.evidence)),
          text_cell(row.case_id),
          text_of(row.source),
          text_cell(to_text(row.updated_at))};
}

/// One object a line, in one array.
class JsonWriter final : public RowWriter {
 public:
  explicit JsonWriter(ByteSink sink) : sink_(std::move(sink)) { sink_("[\n"); }

  Result<void> add(std::span<Cell const> cells) override {
    Json line;
    for (std::size_t i = 0; i < figure_columns.size(); ++i) {
      if (cells[i].kind == CellKind::blank) continue;
      bool const is_count = figure_columns[i].member == std::string_view{"year"} ||
                            figure_columns[i].member == std::string_view{"evidence_count"};
      if (is_count) {
        line.add(figure_columns[i].member, static_cast<std::int64_t>(std::stoll(cells[i].text)));
      } else {
        line.add(figure_columns[i].member, cells[i].text);
      }
    }
    sink_((is_first_ ? "" : ",\n") + write_json(line));
    is_first_ = false;
    return {};
  }
  void finish() override { sink_("\n]\n"); }

 private:
  ByteSink sink_;
  bool is_first_ = true;
};

SheetLayout layout_of(Sight const& sight, FigureExport const& wanted) {
  SheetLayout layout{"Angka kinerja", {}, "Angka kinerja " + std::to_string(wanted.first_year), sight.now};
  for (auto const& each : figure_columns) layout.columns.push_back({each.title, each.format, each.width_characters});
  return layout;
}

std::vector<std::string> titles() {
  std::vector<std::string> all;
  for (auto const& each : figure_columns) all.emplace_back(each.title);
  return all;
}

Result<std::int64_t> write_rows(Sight& sight, FigureExport const& wanted, RowWriter& writer,
                                ExportProgress const& progress) {
  FigureLines lines{sight};
  FigureQuery query{wanted.first_year, wanted.last_year, std::nullopt, 1000};
  std::int64_t written = 0;
  for (;;) {
    auto const rows = sight.reader.list_figures(query);
    for (auto const& row : rows) {
      if (!wanted.case_id.empty() && row.case_id != wanted.case_id) continue;
      auto const cells = line_cells(lines.line_of(row));
      if (auto ok = writer.add(cells); !ok) return std::unexpected(ok.error());
    }
    written += static_cast<std::int64_t>(rows.size());
    if (progress) progress(written);
    if (rows.size() < static_cast<std::size_t>(query.limit)) return written;
    query.after = rows.back();
  }
}

Result<std::int64_t> write_text(Sight& sight, FigureExport const& wanted, std::string const& path,
                                ExportProgress const& progress) {
  std::ofstream file{path, std::ios::binary};
  auto const sink = [&](std::string_view piece) {
    file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
  };
  auto const writer = wanted.format == ExportFormat::csv ? sight.world.sheets.write_csv(sink, {titles()})
                                                         : std::make_unique<JsonWriter>(sink);
  auto written = write_rows(sight, wanted, *writer, progress);
  if (written) writer->finish();
  file.close();
  if (!file) throw StoreFailure(path + ": cannot be written");
  return written;
}

std::string ending_of(ExportFormat format) { return word_of(format); }

char const* media_type_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv:
      return csv_media_type;
    case ExportFormat::xlsx:
      return xlsx_media_type;
    case ExportFormat::json:
      return json_media_type;
  }
  return json_media_type;
}

}  // namespace

Result<std::int64_t> export_figures(Sight& sight, FigureExport const& wanted, std::string const& path,
                                    ExportProgress const& progress) {
  if (wanted.format != ExportFormat::xlsx) return write_text(sight, wanted, path, progress);
  auto const writer = sight.world.sheets.write_xlsx(path, layout_of(sight, wanted));
  auto written = write_rows(sight, wanted, *writer, progress);
  if (written) writer->finish();
  return written;
}

Result<MadeFile> make_figure_export(Sight& sight, FigureExport const& wanted) {
  auto file = std::make_shared<ScratchFile>(sight.world);
  auto const written = export_figures(sight, wanted, file->path(), {});
  if (!written) return std::unexpected(written.error());
  auto const name = "angka-kinerja-" + std::to_string(wanted.first_year) + "." + ending_of(wanted.format);
  return MadeFile{std::move(file), name, media_type_of(wanted.format)};
}

}  // namespace himpun::app
