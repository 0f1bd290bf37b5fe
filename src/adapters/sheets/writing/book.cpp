#include "adapters/sheets/writing/book.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>

#include "adapters/sheets/writing/cells.h"
#include "app/ports/store.h"
#include "base/ensure.h"

namespace himpun::sheets {
namespace {

constexpr double page_width_characters = 90;

class BookWriter {
 public:
  BookWriter(lxw_workbook* workbook, app::SheetBook const& book)
      : workbook_(workbook), book_(book), formats_(workbook) {}

  void write() {
    describe_document(workbook_, book_.title, book_.made_at);
    for (auto const& sheet : book_.sheets) {
      sheet_ = add_sheet(sheet.name);
      write_heading(sheet);
      if (!sheet.columns.empty()) write_table(sheet);
    }
    if (choices_ != nullptr) worksheet_hide(choices_);
  }

 private:
  lxw_worksheet* add_sheet(std::string const& name) {
    ensure(workbook_validate_sheet_name(workbook_, name.c_str()) == LXW_NO_ERROR, "a sheet's name is allowed");
    auto* sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) throw std::bad_alloc{};
    return sheet;
  }

  void write_heading(app::BookSheet const& sheet) {
    row_ = 0;
    bool const is_text = sheet.columns.empty();
    if (is_text) worksheet_set_column(sheet_, 0, 0, page_width_characters, nullptr);
    for (auto const& line : sheet.heading) {
      put_text(sheet_, {++row_, 1}, line, formats_.of(is_text ? Look::paragraph : Look::plain));
    }
    if (!is_text && row_ > 0) ++row_;
  }

  void write_table(app::BookSheet const& sheet) {
    auto const heading = ++row_;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      auto const& column = sheet.columns[i];
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, column.width_characters, formats_.of(Look::plain, column.format));
      put_text(sheet_, {heading, static_cast<std::int32_t>(i) + 1}, column.title, formats_.of(Look::heading));
    }
    worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(heading), 0);
    for (auto const& row : sheet.rows) write_row(sheet, row);
    auto const last = row_ + sheet.spare_rows;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      if (last > heading) offer(sheet.columns[i], static_cast<std::int32_t>(i) + 1, heading + 1, last);
    }
  }

  void write_row(app::BookSheet const& sheet, std::vector<app::Cell> const& cells) {
    ++row_;
    ensure(cells.size() <= sheet.columns.size(), "a row has no more cells than its table has columns");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      put_cell(sheet_, {row_, static_cast<std::int32_t>(i) + 1}, cells[i],
               formats_.of(Look::plain, sheet.columns[i].format));
    }
  }

  /// The drop-down and the hint of a column's cells.
  void offer(app::BookColumn const& column, std::int32_t at, std::int32_t first, std::int32_t last) {
    auto hint = column.hint;
    std::string formula, message = "Pilih salah satu dari daftar.";
    std::vector<char*> list;
    lxw_data_validation check{};
    check.validate = LXW_VALIDATION_TYPE_ANY;
    if (fits_into_validation(column.choices)) {
      check.validate = LXW_VALIDATION_TYPE_LIST;
      // The library only reads them.
      for (auto const& choice : column.choices) list.push_back(const_cast<char*>(choice.c_str()));
      list.push_back(nullptr);
      check.value_list = list.data();
    } else if (!column.choices.empty()) {
      if (choices_ == nullptr) choices_ = add_sheet(std::string{app::form_choices_sheet});
      formula = list_choices(choices_, ++choice_columns_, column.choices);
      check.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      check.value_formula = formula.data();
    }
    if (column.choices.empty() && hint.empty()) return;
    if (!column.choices.empty()) check.error_message = message.data();
    if (!hint.empty()) check.input_message = hint.data();
    auto const where = static_cast<lxw_col_t>(at - 1);
    ensure(worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first - 1), where,
                                           static_cast<lxw_row_t>(last - 1), where, &check) == LXW_NO_ERROR,
           "a column's hint has at most 255 characters");
  }

  lxw_workbook* workbook_;
  app::SheetBook const& book_;
  Formats formats_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_worksheet* choices_ = nullptr;
  std::int32_t row_ = 0;  ///< written last
  std::int32_t choice_columns_ = 0;
};

}  // namespace

void write_book_workbook(std::string const& path, app::SheetBook const& book) {
  lxw_workbook_options options{};
  auto* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) throw app::StoreFailure(path + ": cannot begin");
  BookWriter{workbook, book}.write();
  auto const code = workbook_close(workbook);
  if (code != LXW_NO_ERROR) std::remove(path.c_str());
  expect_written(code, path);
}

}  // namespace himpun::sheets
