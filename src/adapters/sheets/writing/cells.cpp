#include "adapters/sheets/writing/cells.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>

#include "adapters/sheets/xlsx/numbers.h"
#include "app/ports/store.h"
#include "base/ensure.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

using app::CellFormat;
using app::CellKind;

constexpr lxw_color_t heading_colour = 0xDDE6F0;
constexpr lxw_color_t shown_colour = 0xF5F5F5;
constexpr lxw_color_t input_colour = 0xFFFBE6;
constexpr lxw_color_t not_asked_colour = 0xBFBFBF;

char const* code_of(CellFormat format) {
  switch (format) {
    case CellFormat::general:
      return "General";
    case CellFormat::text:
      return "@";
    case CellFormat::whole:
      return "#,##0";
    case CellFormat::decimal:
      return "#,##0.00";
    case CellFormat::percent:
      return "0.00%";
    case CellFormat::rupiah:
      return "\"Rp\"#,##0";
    case CellFormat::date:
      return "dd/mm/yyyy";
  }
  return "General";
}

void frame(lxw_format* made, lxw_color_t colour) {
  format_set_border(made, LXW_BORDER_THIN);
  format_set_bg_color(made, colour);
  format_set_text_wrap(made);
  format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
}

void dress(lxw_format* made, Look look) {
  switch (look) {
    case Look::plain:
      return;
    case Look::title:
      format_set_bold(made);
      return format_set_font_size(made, 14);
    case Look::heading:
      format_set_bold(made);
      return frame(made, heading_colour);
    case Look::shown:
      return frame(made, shown_colour);
    case Look::input:
      format_set_unlocked(made);
      return frame(made, input_colour);
    case Look::not_asked:
      return frame(made, not_asked_colour);
    case Look::paragraph:
      format_set_text_wrap(made);
      format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
  }
}

/// A text that looks like an escape ("_x0041_") must be escaped itself (ECMA-376 part 1, 22.9.2.19); the library does
/// not.
std::string escape_escapes(std::string const& text) {
  auto const is_escape = [&](std::size_t at) {
    auto const code = std::string_view{text}.substr(at + 2, 4);
    return text.size() > at + 6 && text[at + 6] == '_' &&
           code.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
  };
  std::string escaped;
  std::size_t from = 0;
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (!is_escape(at)) continue;
    escaped += text.substr(from, at - from) + "_x005F";
    from = at;
  }
  return escaped + text.substr(from);
}

lxw_row_t row_of(Place place) { return static_cast<lxw_row_t>(place.row - 1); }
lxw_col_t column_of(Place place) { return static_cast<lxw_col_t>(place.column - 1); }

void put_number(lxw_worksheet* sheet, Place place, app::Cell const& cell, lxw_format* format) {
  auto const decimal = plain_decimal(cell.text);
  ensure(decimal.has_value(), "a number cell holds a decimal");
  if (as_typed(*decimal) != *decimal) return put_text(sheet, place, *decimal, format);
  ensure(worksheet_write_number(sheet, row_of(place), column_of(place), nearest(*decimal), format) == LXW_NO_ERROR);
}

}  // namespace

lxw_format* Formats::of(Look look, CellFormat format) {
  auto& made = made_[{look, format}];
  if (made != nullptr) return made;
  made = workbook_add_format(workbook_);
  if (made == nullptr) throw std::bad_alloc{};
  format_set_num_format(made, code_of(format));
  dress(made, look);
  return made;
}

double nearest(std::string const& decimal) {
  double value = 0;
  auto const [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  ensure(error == std::errc{} && end == decimal.data() + decimal.size(), "a decimal is one");
  return value;
}

void put_text(lxw_worksheet* sheet, Place place, std::string const& text, lxw_format* format) {
  ensure(is_utf8(text), "what is written is UTF-8");
  auto const escaped = text.find("_x") == std::string::npos ? std::string{} : escape_escapes(text);
  auto const* written = escaped.empty() ? text.c_str() : escaped.c_str();
  ensure(worksheet_write_string(sheet, row_of(place), column_of(place), written, format) == LXW_NO_ERROR,
         "a text fits into its cell");
}

void put_cell(lxw_worksheet* sheet, Place place, app::Cell const& cell, lxw_format* format) {
  switch (cell.kind) {
    case CellKind::blank:
      // Without a format there is nothing to write.
      if (format != nullptr) worksheet_write_blank(sheet, row_of(place), column_of(place), format);
      return;
    case CellKind::number:
      return put_number(sheet, place, cell, format);
    case CellKind::boolean:
      worksheet_write_boolean(sheet, row_of(place), column_of(place), cell.text == "true" ? 1 : 0, format);
      return;
    case CellKind::date:
      worksheet_write_number(sheet, row_of(place), column_of(place), static_cast<double>(serial_of_date(cell.date)),
                             format);
      return;
    case CellKind::text:
    case CellKind::error:
      return put_text(sheet, place, cell.text, format);
  }
}

bool fits_into_validation(std::vector<std::string> const& choices) {
  constexpr std::size_t longest_list = 255;
  auto const together = join(choices, ",");
  auto const commas = static_cast<std::size_t>(std::ranges::count(together, ','));
  return !choices.empty() && count_characters(together) <= longest_list && commas + 1 == choices.size() &&
         together.find('"') == std::string::npos;
}

std::string list_choices(lxw_worksheet* sheet, std::int32_t column, std::vector<std::string> const& choices) {
  std::int32_t row = 0;
  for (auto const& choice : choices) put_text(sheet, {++row, column}, choice, nullptr);
  auto const name = app::cell_name(1, column);
  auto const letters = name.substr(0, name.size() - 1);
  return "='" + std::string{app::form_choices_sheet} + "'!$" + letters + "$1:$" + letters + "$" + std::to_string(row);
}

void expect_written(int code, std::string const& path) {
  if (code == LXW_NO_ERROR) return;
  throw app::StoreFailure(path + ": " + lxw_strerror(static_cast<lxw_error>(code)));
}

void describe_document(lxw_workbook* workbook, std::string const& title, Instant made_at) {
  lxw_doc_properties properties{};
  auto copy = title;
  properties.title = copy.data();
  properties.created =
      std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(made_at));
  ensure(workbook_set_properties(workbook, &properties) == LXW_NO_ERROR, "a document's title has 255 characters");
}

}  // namespace himpun::sheets
