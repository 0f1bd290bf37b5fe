#include "adapters/sheets/xlsx/rows.h"

#include <algorithm>
#include <charconv>

#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

using app::Cell;
using app::CellKind;
using app::CellOrigin;
using app::NumberStyle;

/// So many array formulas may spread over rows still to come; every cell is compared with each of them.
constexpr std::size_t most_open_arrays = 256;

std::int32_t number_of(std::string_view text) {
  std::int32_t value = -1;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

Words check_and_save_again(std::string const& id, std::string const& en) {
  return {id + " Buka di Excel atau LibreOffice, periksa, dan simpan ulang sebagai .xlsx.",
          en + " Open it in Excel or LibreOffice, check it, and save it again as .xlsx."};
}

}  // namespace

void SheetRows::opened(std::string_view element, XmlAttributes const& attributes) {
  if (is_in_cell_) {
    if (element == "v") is_in_value_ = true;
    if (element == "f") open_formula(attributes);
    if (element == "is") is_in_inline_ = true;
    if (is_in_inline_) inline_.opened(element);
    if (element == "c" || element == "row")
      refuse_cell(check_and_save_again("sel bersarang.", "a cell holds another one."));
    return;
  }
  if (element == "sheetData") is_in_data_ = true;
  if (element == "mergeCell") open_merged(attributes);
  if (element == "row" && is_in_data_) open_row(attributes);
  if (element == "c" && is_in_row_) open_cell(attributes);
}

void SheetRows::closed(std::string_view element) {
  if (element == "v") is_in_value_ = false;
  if (is_in_inline_) inline_.closed(element);
  if (element == "is") is_in_inline_ = false;
  if (element == "c" && is_in_cell_) close_cell();
  if (element == "row" && is_in_row_) close_row();
  if (element == "sheetData") is_in_data_ = false;
}

void SheetRows::text(std::string_view piece) {
  if (is_in_value_) value_ += piece;
  if (is_in_inline_) inline_.text(piece);
  auto const size = static_cast<std::int64_t>(std::max(value_.size(), inline_.gathered().size()));
  if (size > context_.reading.limits.cell_bytes) {
    refuse_cell({"teks terlalu panjang untuk satu sel. Pendekkan.", "the text is too long for one cell. Shorten it."});
  }
}

void SheetRows::open_row(XmlAttributes const& attributes) {
  auto const stated = attributes.get("r");
  auto const row = stated.empty() ? row_ + 1 : number_of(stated);
  if (is_in_row_ || row <= row_ || row > app::most_sheet_rows) {
    return refuse_sheet(app::sheet_broken,
                        check_and_save_again("baris \"" + std::string{stated.substr(0, 20)} + "\" setelah baris " +
                                                 std::to_string(row_) + " tidak berurutan atau di luar batas.",
                                             "row \"" + std::string{stated.substr(0, 20)} + "\" after row " +
                                                 std::to_string(row_) + " is out of order or out of bounds."));
  }
  row_ = row;
  column_ = 0;
  is_in_row_ = true;
  if (complete_ == rows_.size()) rows_.emplace_back();
  auto& next = rows_[complete_];
  next.number = row;
  next.visibility = attributes.is_on("hidden") ? app::RowVisibility::hidden : app::RowVisibility::shown;
  next.cells.clear();
  std::erase_if(arrays_, [&](app::CellRange const& range) { return range.last_row < row; });
}

void SheetRows::open_cell(XmlAttributes const& attributes) {
  auto const stated = attributes.get("r");
  auto const before = column_;
  if (stated.empty()) {
    ++column_;
  } else {
    auto const address = parse_address(stated);
    column_ = address && address->row == row_ ? address->column : 0;
  }
  if (column_ <= before || column_ > app::most_sheet_columns) {
    return refuse_sheet(app::sheet_broken,
                        check_and_save_again("alamat sel \"" + std::string{stated.substr(0, 20)} + "\" pada baris " +
                                                 std::to_string(row_) + " kembar, tidak berurutan, atau di luar batas.",
                                             "the cell address \"" + std::string{stated.substr(0, 20)} + "\" in row " +
                                                 std::to_string(row_) + " is doubled, out of order or out of bounds."));
  }
  is_in_cell_ = true;
  type_ = attributes.get("t");
  value_.clear();
  inline_.clear();
  origin_ = is_in_array() ? CellOrigin::formula : CellOrigin::entered;
  read_style(attributes.get("s"));
}

void SheetRows::read_style(std::string_view index) {
  style_ = NumberStyle::general;
  if (index.empty()) return;
  auto const number = static_cast<std::size_t>(number_of(index));
  if (number < context_.styles.size()) {
    style_ = context_.styles[number];
  } else if (!context_.styles.empty() || number != 0) {
    refuse_cell(check_and_save_again("formatnya tidak dikenal.", "its format is unknown."));
  }
}

void SheetRows::open_formula(XmlAttributes const& attributes) {
  origin_ = CellOrigin::formula;
  // A shared formula stands in each of its cells; an array formula or data table only in the first.
  auto const kind = attributes.get("t");
  if (kind != "array" && kind != "dataTable") return;
  auto const range = parse_range(attributes.get("ref"));
  if (!range) return refuse_cell(check_and_save_again("daerah rumusnya salah.", "the range of its formula is wrong."));
  if (range->first_row == range->last_row && range->first_column == range->last_column) return;
  if (arrays_.size() >= most_open_arrays) {
    return refuse_cell({"terlalu banyak rumus larik. Salin lalu tempel sebagai nilai.",
                        "there are too many array formulas. Copy them and paste them as values."});
  }
  arrays_.push_back(*range);
}

bool SheetRows::is_in_array() const {
  return std::ranges::any_of(arrays_, [&](app::CellRange const& range) { return range.contains(row_, column_); });
}

void SheetRows::open_merged(XmlAttributes const& attributes) {
  auto const range = parse_range(attributes.get("ref"));
  if (!range) {
    return refuse_sheet(app::sheet_broken,
                        check_and_save_again("ada gabungan sel yang salah.", "a merged range is wrong."));
  }
  if (static_cast<std::int64_t>(summary_.merged.size()) >= context_.reading.limits.merged_ranges) {
    return refuse_sheet(app::sheet_too_large,
                        check_and_save_again("terlalu banyak gabungan sel.", "there are too many merged cells."));
  }
  summary_.merged.push_back(*range);
}

void SheetRows::close_cell() {
  is_in_cell_ = is_in_value_ = is_in_inline_ = false;
  if (++summary_.cells > context_.reading.limits.cells) {
    auto const most = std::to_string(context_.reading.limits.cells);
    return refuse_sheet(app::sheet_too_large, {"lebih dari " + most + " sel. Bagi menjadi beberapa berkas.",
                                               "more than " + most + " cells. Split it into several files."});
  }
  auto& cell = rows_[complete_].cells.emplace_back();
  cell.column = column_;
  cell.origin = origin_;
  cell.style = style_;
  if (origin_ == CellOrigin::formula) ++summary_.formulas;
  read_value(cell);
}

void SheetRows::close_row() {
  is_in_row_ = false;
  ++complete_;
}

Result<void> SheetRows::hand_over(app::RowSink const& sink) {
  for (std::size_t i = 0; i < complete_; ++i) {
    ++summary_.rows;
    if (auto taken = sink(rows_[i]); !taken) return taken;
  }
  // The row that is being read becomes the first.
  if (is_in_row_ && complete_ > 0) std::swap(rows_[0], rows_[complete_]);
  complete_ = 0;
  return {};
}

void SheetRows::refuse_cell(Words const& what) {
  stop(app::cell_problem(app::sheet_cell_invalid, context_.reading, context_.sheet, row_, column_, what));
}

void SheetRows::refuse_sheet(ProblemType const& type, Words const& what) {
  stop(file_problem(type, context_.reading,
                    {"lembar \"" + context_.sheet + "\": " + what.id, "sheet \"" + context_.sheet + "\": " + what.en}));
}

}  // namespace himpun::sheets
