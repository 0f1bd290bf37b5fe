#include "adapters/sheets/writing/rows.h"

#include <xlsxwriter.h>

#include <cstdio>

#include "adapters/sheets/writing/cells.h"
#include "app/ports/sheet_refusals.h"
#include "app/ports/store.h"
#include "base/ensure.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

using app::Cell;
using app::CellFormat;
using app::CellKind;

struct Discard {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using OwnedWorkbook = std::unique_ptr<lxw_workbook, Discard>;

OwnedWorkbook new_workbook(std::string const& path, std::string temporary_folder) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  if (!temporary_folder.empty()) options.tmpdir = temporary_folder.data();
  OwnedWorkbook workbook{workbook_new_opt(path.c_str(), &options)};
  if (!workbook) throw app::StoreFailure(path + ": cannot begin");
  return workbook;
}

class XlsxWriter final : public app::RowWriter {
 public:
  XlsxWriter(std::string path, app::SheetLayout layout, std::string const& temporary_folder)
      : path_(std::move(path)),
        layout_(std::move(layout)),
        workbook_(new_workbook(path_, temporary_folder)),
        formats_(workbook_.get()) {
    describe_document(workbook_.get(), layout_.document_title, layout_.written_at);
    begin_sheet();
  }

  Result<void> add(std::span<Cell const> cells) override {
    if (auto fits = check(cells); !fits) return fits;
    if (row_ == app::most_sheet_rows) begin_sheet();
    ++row_;
    std::int32_t column = 0;
    for (auto const& cell : cells) {
      auto const next = cell.column == 0 ? column + 1 : cell.column;
      ensure(next > column && next <= app::most_sheet_columns, "cells of a row come by rising column");
      column = next;
      put_cell(sheet_, {row_, column}, cell, format_of(column, cell));
    }
    return {};
  }

  void finish() override {
    ensure(workbook_ != nullptr, "a writer finishes once");
    auto const code = workbook_close(workbook_.release());
    if (code != LXW_NO_ERROR) std::remove(path_.c_str());
    expect_written(code, path_);
  }

 private:
  /// Also called when a sheet is full: the rows go on in the next one, under the same titles.
  void begin_sheet() {
    auto const name = ++sheets_ == 1 ? layout_.name : layout_.name + " (" + std::to_string(sheets_) + ")";
    ensure(workbook_validate_sheet_name(workbook_.get(), name.c_str()) == LXW_NO_ERROR, "a sheet's name is allowed");
    sheet_ = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (sheet_ == nullptr) throw app::StoreFailure(path_ + ": cannot begin a sheet");
    row_ = 0;
    if (layout_.columns.empty()) return;
    row_ = 1;
    worksheet_freeze_panes(sheet_, 1, 0);
    auto* heading = formats_.of(Look::heading);
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      auto const& column = layout_.columns[i];
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, column.width_characters, nullptr);
      put_text(sheet_, {1, static_cast<std::int32_t>(i) + 1}, column.title, heading);
    }
  }

  [[nodiscard]] Result<void> check(std::span<Cell const> cells) const {
    for (auto const& cell : cells) {
      if (cell.text.size() <= app::most_cell_characters || count_characters(cell.text) <= app::most_cell_characters) {
        continue;
      }
      auto const row = std::to_string(row_ + 1);
      return refuse(app::sheet_text_too_long,
                    {"Teks pada baris " + row + " lebih dari 32.767 huruf. Unduh sebagai CSV.",
                     "A text in row " + row + " has more than 32,767 characters. Download it as CSV."});
    }
    return {};
  }

  [[nodiscard]] lxw_format* format_of(std::int32_t column, Cell const& cell) {
    auto const index = static_cast<std::size_t>(column - 1);
    auto const format = index < layout_.columns.size() ? layout_.columns[index].format : CellFormat::general;
    if (cell.kind == CellKind::date) return formats_.of(Look::plain, CellFormat::date);
    if (cell.kind != CellKind::number || format == CellFormat::general || format == CellFormat::date) return nullptr;
    return formats_.of(Look::plain, format);
  }

  std::string path_;
  app::SheetLayout layout_;
  OwnedWorkbook workbook_;
  Formats formats_;
  lxw_worksheet* sheet_ = nullptr;
  std::int32_t row_ = 0;  ///< written last
  int sheets_ = 0;
};

}  // namespace

std::unique_ptr<app::RowWriter> xlsx_writer(std::string path, app::SheetLayout layout,
                                            std::string const& temporary_folder) {
  return std::make_unique<XlsxWriter>(std::move(path), std::move(layout), temporary_folder);
}

}  // namespace himpun::sheets
