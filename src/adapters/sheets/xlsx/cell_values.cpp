// What a cell holds, by its type (ECMA-376 part 1, 18.18.11).

#include <charconv>

#include "adapters/sheets/xlsx/rows.h"

namespace himpun::sheets {

using app::Cell;
using app::CellKind;
using app::NumberStyle;

void SheetRows::read_value(Cell& cell) {
  if (type_ == "inlineStr") {
    cell.kind = CellKind::text;
    cell.text = unescape_text(inline_.gathered());
    return;
  }
  if (value_.empty()) return;
  if (type_.empty() || type_ == "n") return read_number(cell);
  if (type_ == "s") return read_shared(cell);
  if (type_ == "b") return read_boolean(cell);
  if (type_ == "d") return read_iso_date(cell);
  if (type_ == "str") {
    cell.kind = CellKind::text;
    cell.text = unescape_text(value_);
  } else if (type_ == "e") {
    cell.kind = CellKind::error;
    cell.text = value_;
  } else {
    refuse_cell({"jenis selnya tidak dikenal. Ketik ulang isinya.", "its type is unknown. Type its content again."});
  }
}

void SheetRows::read_number(Cell& cell) {
  auto const decimal = plain_decimal(value_);
  if (!decimal) {
    return refuse_cell({"\"" + value_.substr(0, 40) + "\" bukan angka. Ketik ulang angkanya.",
                        "\"" + value_.substr(0, 40) + "\" is no number. Type it again."});
  }
  cell.kind = CellKind::number;
  cell.text = as_typed(*decimal);
  if (cell.text != *decimal) cell.stored = *decimal;
  if (style_ != NumberStyle::date) return;
  auto const date = date_of_serial(*decimal, context_.dates);
  if (!date) return;  // stays a number, and its style says that it was shown as a date
  cell.kind = CellKind::date;
  cell.text = to_text(*date);
  cell.date = date->date;
  cell.stored.clear();
}

void SheetRows::read_shared(Cell& cell) {
  std::size_t index = 0;
  auto const [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
  if (error != std::errc{} || end != value_.data() + value_.size() || index >= context_.texts.count()) {
    return refuse_cell({"teksnya tidak ada di dalam berkas. Ketik ulang isinya.",
                        "its text is not in the file. Type its content again."});
  }
  cell.kind = CellKind::text;
  cell.text = context_.texts.at(index);
}

void SheetRows::read_boolean(Cell& cell) {
  bool const is_true = value_ == "1" || value_ == "true";
  if (!is_true && value_ != "0" && value_ != "false") {
    return refuse_cell({"bukan benar atau salah. Ketik ulang isinya.", "it is neither true nor false. Type it again."});
  }
  cell.kind = CellKind::boolean;
  cell.text = is_true ? "true" : "false";
}

/// Strict workbooks write dates as ISO 8601.
void SheetRows::read_iso_date(Cell& cell) {
  auto const date = parse_date(std::string_view{value_}.substr(0, 10));
  if (!date || (value_.size() > 10 && value_[10] != 'T')) {
    return refuse_cell({"\"" + value_.substr(0, 40) + "\" bukan tanggal. Ketik ulang tanggalnya.",
                        "\"" + value_.substr(0, 40) + "\" is no date. Type it again."});
  }
  cell.kind = CellKind::date;
  cell.style = NumberStyle::date;
  cell.date = *date;
  cell.text = value_.size() >= 19 && value_.substr(11, 8) != "00:00:00" ? value_.substr(0, 19) : value_.substr(0, 10);
}

}  // namespace himpun::sheets
