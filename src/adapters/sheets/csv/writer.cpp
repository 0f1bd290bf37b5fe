#include "adapters/sheets/csv/writer.h"

#include "adapters/sheets/csv/rows.h"
#include "base/ensure.h"

namespace himpun::sheets {
namespace {

class CsvWriter final : public app::RowWriter {
 public:
  CsvWriter(app::ByteSink sink, app::CsvLayout layout) : sink_(std::move(sink)), layout_(std::move(layout)) {
    if (layout_.separator == app::CsvSeparator::found) layout_.separator = app::CsvSeparator::semicolon;
    special_ = std::string{"\"\r\n"} + static_cast<char>(layout_.separator);
    waiting_ = utf8_mark;
    if (layout_.titles.empty()) return;
    for (std::size_t i = 0; i < layout_.titles.size(); ++i) {
      separate(i);
      put_text(layout_.titles[i]);
    }
    end_row();
  }

  Result<void> add(std::span<app::Cell const> cells) override {
    std::int32_t column = 0;
    for (auto const& cell : cells) {
      auto const target = cell.column == 0 ? column + 1 : cell.column;
      ensure(target > column, "cells of a row come by rising column");
      for (; column < target; ++column) separate(static_cast<std::size_t>(column));
      if (cell.kind == app::CellKind::text) {
        put_text(cell.text);
      } else if (cell.kind == app::CellKind::number) {
        put_number(cell.stored.empty() ? cell.text : cell.stored);
      } else {
        put_quoted(cell.text);
      }
    }
    end_row();
    return {};
  }

  void finish() override { flush(); }

 private:
  void separate(std::size_t column) {
    if (column > 0) waiting_ += static_cast<char>(layout_.separator);
  }

  void put_text(std::string const& text) {
    constexpr std::string_view dangerous = "=+-@\t\r";
    bool const is_guarded = layout_.guard == app::FormulaGuard::apostrophe && !text.empty() &&
                            dangerous.find(text.front()) != std::string_view::npos;
    put_quoted(is_guarded ? "'" + text : text);
  }

  /// Between semicolons stands a decimal comma, as an Indonesian spreadsheet reads it.
  void put_number(std::string text) {
    auto const point = text.find('.');
    if (point != std::string::npos && layout_.separator == app::CsvSeparator::semicolon) text[point] = ',';
    waiting_ += text;
  }

  void put_quoted(std::string_view text) {
    if (text.find_first_of(special_) == std::string_view::npos) {
      waiting_ += text;
      return;
    }
    waiting_ += '"';
    for (char const c : text) {
      if (c == '"') waiting_ += '"';
      waiting_ += c;
    }
    waiting_ += '"';
  }

  void end_row() {
    waiting_ += "\r\n";
    if (waiting_.size() >= piece_bytes) flush();
  }

  void flush() {
    if (!waiting_.empty()) sink_(waiting_);
    waiting_.clear();
  }

  app::ByteSink sink_;
  app::CsvLayout layout_;
  std::string special_;
  std::string waiting_;
};

}  // namespace

std::unique_ptr<app::RowWriter> csv_writer(app::ByteSink sink, app::CsvLayout layout) {
  return std::make_unique<CsvWriter>(std::move(sink), std::move(layout));
}

}  // namespace himpun::sheets
