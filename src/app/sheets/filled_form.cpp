#include "app/sheets/filled_form.h"

#include <algorithm>
#include <map>

#include "app/ports/sheet_refusals.h"

namespace himpun::app {
namespace {

constexpr std::size_t most_form_rows = 20'000;
constexpr std::int32_t most_stamp_rows = 20;

Problem not_recognised(SheetReading const& file) {
  return {
      .type = &form_not_recognised,
      .detail = {"Berkas \"" + file.name +
                     "\" tidak memuat tanda formulir. Unduh formulirnya dari permintaan Anda, isi, dan unggah berkas "
                     "itu.",
                 "File \"" + file.name +
                     "\" does not hold a form's mark. Download the form from your request, fill it in, and upload "
                     "that file."}};
}

struct Stamp {
  FormStamp stamp;
  std::string sheet;
};

Result<Stamp> read_stamp(Workbook& workbook, SheetReading const& file) {
  auto const& sheets = workbook.sheets();
  if (std::ranges::find(sheets, form_stamp_sheet, &SheetInfo::name) == sheets.end()) {
    return std::unexpected(not_recognised(file));
  }
  std::map<std::string, std::string> facts;
  auto const read = workbook.read(form_stamp_sheet, [&](Row const& row) -> Result<void> {
    if (row.number <= most_stamp_rows) facts[row.at(1).text] = row.at(2).text;
    return {};
  });
  if (!read) return std::unexpected(read.error());
  Stamp found{{facts["kind"], facts["version"], facts["key"]}, facts[std::string{form_mark}]};
  if (found.sheet.empty() || found.stamp.kind.empty()) return std::unexpected(not_recognised(file));
  return found;
}

bool has_content(Row const& row) {
  return std::ranges::any_of(row.cells, [](Cell const& cell) { return cell.kind != CellKind::blank; });
}

class FormReader {
 public:
  FormReader(FilledForm& form, SheetReading const& file) : form_(form), file_(file) {}

  Result<void> take(Row const& row) {
    auto const& key = row.at(form_row_key_column).text;
    if (places_.empty()) return key == form_mark ? take_columns(row) : Result<void>{};
    if (key.empty() && has_content(row) && row.number > keys_row_ + 1) form_.foreign_rows.push_back(row.number);
    if (form_.rows.size() + form_.foreign_rows.size() > most_form_rows) return refuse_many();
    return key.empty() ? Result<void>{} : take_row(row, key);
  }
  [[nodiscard]] bool has_columns() const { return !places_.empty(); }

 private:
  Result<void> take_columns(Row const& row) {
    keys_row_ = row.number;
    for (auto const& cell : row.cells) {
      if (cell.column == form_row_key_column || cell.kind != CellKind::text) continue;
      if (!columns_.emplace(cell.text, cell.column).second) return refuse_twice(row.number, cell.column);
      places_.push_back(cell.column);
      form_.columns.push_back(cell.text);
    }
    return {};
  }

  Result<void> take_row(Row const& row, std::string const& key) {
    if (!rows_.emplace(key, row.number).second) return refuse_twice(row.number, form_row_key_column);
    FilledRow filled{key, row.number, row.visibility, {}};
    for (auto const column : places_) {
      filled.cells.push_back(row.at(column));
      filled.cells.back().column = column;
    }
    form_.rows.push_back(std::move(filled));
    return {};
  }

  [[nodiscard]] std::unexpected<Problem> refuse_twice(std::int32_t row, std::int32_t column) const {
    return std::unexpected(cell_problem(
        form_not_recognised, file_, form_.sheet, row, column,
        {"baris atau kolom ini tersalin dua kali. Hapus salinannya, atau isi ulang formulir yang baru diunduh.",
         "this row or column was copied. Delete the copy, or fill in a freshly downloaded form."}));
  }
  [[nodiscard]] std::unexpected<Problem> refuse_many() const {
    return refuse(sheet_too_large, {"Berkas \"" + file_.name + "\": terlalu banyak baris untuk sebuah formulir.",
                                    "File \"" + file_.name + "\": too many rows for a form."});
  }

  FilledForm& form_;
  SheetReading const& file_;
  std::vector<std::int32_t> places_;  ///< where the form's columns are
  std::map<std::string, std::int32_t> columns_;
  std::map<std::string, std::int32_t> rows_;
  std::int32_t keys_row_ = 0;
};

}  // namespace

Cell const* FilledForm::find(FilledRow const& row, std::string_view column) const {
  auto const found = std::ranges::find(columns, column);
  return found == columns.end() ? nullptr : &row.cells[static_cast<std::size_t>(found - columns.begin())];
}

Result<FilledForm> read_filled_form(Workbook& workbook, SheetReading const& file) {
  auto stamp = read_stamp(workbook, file);
  if (!stamp) return std::unexpected(stamp.error());
  FilledForm form{std::move(stamp->stamp), std::move(stamp->sheet), {}, {}, {}};
  FormReader reader{form, file};
  auto const read = workbook.read(form.sheet, [&](Row const& row) { return reader.take(row); });
  if (!read) return std::unexpected(read.error());
  if (!reader.has_columns()) return std::unexpected(not_recognised(file));
  return form;
}

}  // namespace himpun::app
