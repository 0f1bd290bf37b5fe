#include "adapters/sheets/writing/form.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "adapters/sheets/writing/cells.h"
#include "app/ports/store.h"
#include "base/ensure.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

using app::CellUse;

constexpr std::int32_t first_shown_column = app::form_row_key_column + 1;
constexpr std::size_t longest_input_title = 32;
constexpr auto choose_one = "Pilih salah satu dari daftar.";

/// A4 lying, as wide as the page, with the headings on every page.
void lay_out_for_paper(lxw_worksheet* sheet, std::int32_t heading_row) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(heading_row - 1), static_cast<lxw_row_t>(heading_row - 1));
}

lxw_datetime to_sheet_date(Date date) {
  std::chrono::year_month_day const day{date};
  return {int{day.year()}, static_cast<int>(unsigned{day.month()}), static_cast<int>(unsigned{day.day()}), 0, 0, 0};
}

class FormWriter {
 public:
  FormWriter(lxw_workbook* workbook, app::SheetForm const& form)
      : workbook_(workbook), form_(form), formats_(workbook) {}

  void write() {
    describe_document(workbook_, form_.title, form_.made_at);
    sheet_ = add_sheet(form_.sheet);
    auto* instructions = add_sheet(form_.instructions_sheet);
    auto* stamp = add_sheet(std::string{app::form_stamp_sheet});
    choices_ = add_sheet(std::string{app::form_choices_sheet});
    write_head();
    write_table();
    write_validations();
    write_instructions(instructions);
    write_stamp(stamp);
    worksheet_hide(stamp);
    worksheet_hide(choices_);
    worksheet_activate(sheet_);
  }

 private:
  lxw_worksheet* add_sheet(std::string const& name) {
    ensure(workbook_validate_sheet_name(workbook_, name.c_str()) == LXW_NO_ERROR, "a sheet's name is allowed");
    auto* sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) throw std::bad_alloc{};
    lxw_protection allowed{};
    allowed.format_columns = LXW_TRUE;  // widths and heights are everybody's own
    allowed.format_rows = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &allowed);
    return sheet;
  }

  void write_head() {
    put_text(sheet_, {1, first_shown_column}, form_.title, formats_.of(Look::title));
    row_ = 1;
    for (auto const& fact : form_.facts) {
      ++row_;
      put_text(sheet_, {row_, first_shown_column}, fact.name + ": " + fact.value, formats_.of(Look::plain));
    }
    row_ += 2;
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_row_opt(sheet_, static_cast<lxw_row_t>(row_ - 1), LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_set_column_opt(sheet_, 0, 0, LXW_DEF_COL_WIDTH, nullptr, &hidden);
    put_text(sheet_, {row_, app::form_row_key_column}, std::string{app::form_mark}, nullptr);
    heading_row_ = row_ + 1;
  }

  void write_table() {
    auto column = first_shown_column;
    for (auto const& each : form_.columns) {
      put_text(sheet_, {row_, column}, each.key, nullptr);
      put_text(sheet_, {heading_row_, column}, each.title, formats_.of(Look::heading));
      auto const at = static_cast<lxw_col_t>(column - 1);
      worksheet_set_column(sheet_, at, at, each.width_characters, nullptr);
      ++column;
    }
    row_ = heading_row_;
    for (auto const& row : form_.rows) write_row(row);
    worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(heading_row_),
                           static_cast<lxw_col_t>(app::form_row_key_column + form_.fixed_columns));
    lay_out_for_paper(sheet_, heading_row_);
  }

  void write_row(app::FormRow const& row) {
    ++row_;
    put_text(sheet_, {row_, app::form_row_key_column}, row.key, nullptr);
    static app::Cell const blank{};
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      auto const& column = form_.columns[i];
      auto const& cell = i < row.cells.size() ? row.cells[i] : blank;
      auto const place = Place{row_, first_shown_column + static_cast<std::int32_t>(i)};
      put_cell(sheet_, place, cell, formats_.of(look_of(row, column), column.format));
    }
  }

  static Look look_of(app::FormRow const& row, app::FormColumn const& column) {
    if (column.use == CellUse::shown) return Look::shown;
    return std::ranges::find(row.not_asked, column.key) == row.not_asked.end() ? Look::input : Look::not_asked;
  }

  void write_validations() {
    if (form_.rows.empty()) return;
    auto column = first_shown_column;
    for (auto const& each : form_.columns) {
      if (each.use == CellUse::input) write_validation(each, column);
      ++column;
    }
  }

  void write_validation(app::FormColumn const& column, std::int32_t at) {
    auto title = column.title;
    auto hint = column.hint;
    std::string formula, message;
    std::vector<char*> list;
    lxw_data_validation check{};
    check.validate = LXW_VALIDATION_TYPE_ANY;
    if (fits_into_validation(column.choices)) {
      check.validate = LXW_VALIDATION_TYPE_LIST;
      // The library only reads them.
      for (auto const& choice : column.choices) list.push_back(const_cast<char*>(choice.c_str()));
      list.push_back(nullptr);
      check.value_list = list.data();
      message = choose_one;
    } else if (!column.choices.empty()) {
      formula = list_choices(choices_, ++choice_columns_, column.choices);
      check.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      check.value_formula = formula.data();
      message = choose_one;
    } else if (column.numbers) {
      check_numbers(check, *column.numbers);
      message = "Isi dengan angka, misalnya 12,5. Kosongkan bila belum ada.";
    } else if (column.dates) {
      check_dates(check, *column.dates);
      message = "Isi dengan tanggal dari " + spell_date_id(column.dates->first) + " sampai " +
                spell_date_id(column.dates->last) + ".";
    }
    if (check.validate == LXW_VALIDATION_TYPE_ANY && hint.empty()) return;
    if (!hint.empty()) check.input_message = hint.data();
    if (!hint.empty() && count_characters(title) <= longest_input_title) check.input_title = title.data();
    if (!message.empty()) check.error_message = message.data();
    auto const first = static_cast<lxw_row_t>(heading_row_);
    auto const last = static_cast<lxw_row_t>(row_ - 1);
    auto const where = static_cast<lxw_col_t>(at - 1);
    ensure(worksheet_data_validation_range(sheet_, first, where, last, where, &check) == LXW_NO_ERROR,
           "a column's hint has at most 255 characters");
  }

  static void check_numbers(lxw_data_validation& check, app::NumberBounds const& bounds) {
    check.validate = LXW_VALIDATION_TYPE_DECIMAL;
    check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    check.minimum_number = nearest(bounds.least);
    check.maximum_number = nearest(bounds.most);
  }

  static void check_dates(lxw_data_validation& check, app::DateBounds const& bounds) {
    check.validate = LXW_VALIDATION_TYPE_DATE;
    check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    check.minimum_datetime = to_sheet_date(bounds.first);
    check.maximum_datetime = to_sheet_date(bounds.last);
  }

  void write_instructions(lxw_worksheet* sheet) {
    constexpr double instructions_width_characters = 90;
    worksheet_set_column(sheet, 0, 0, instructions_width_characters, nullptr);
    std::int32_t row = 0;
    for (auto const& paragraph : form_.instructions)
      put_text(sheet, {++row, 1}, paragraph, formats_.of(Look::paragraph));
  }

  void write_stamp(lxw_worksheet* sheet) {
    std::int32_t row = 0;
    auto const put = [&](std::string_view name, std::string const& value) {
      put_text(sheet, {++row, 1}, std::string{name}, nullptr);
      put_text(sheet, {row, 2}, value, formats_.of(Look::plain, app::CellFormat::text));
    };
    put(app::form_mark, form_.sheet);
    put("kind", form_.stamp.kind);
    put("version", form_.stamp.version);
    put("key", form_.stamp.key);
  }

  lxw_workbook* workbook_;
  app::SheetForm const& form_;
  Formats formats_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_worksheet* choices_ = nullptr;
  std::int32_t row_ = 0;  ///< written last
  std::int32_t heading_row_ = 0;
  std::int32_t choice_columns_ = 0;
};

}  // namespace

void write_form_workbook(std::string const& path, app::SheetForm const& form) {
  lxw_workbook_options options{};
  auto* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) throw app::StoreFailure(path + ": cannot begin");
  FormWriter{workbook, form}.write();
  auto const code = workbook_close(workbook);
  if (code != LXW_NO_ERROR) std::remove(path.c_str());
  expect_written(code, path);
}

}  // namespace himpun::sheets
