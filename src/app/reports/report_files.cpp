#include "app/reports/report_files.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "app/papers/printing.h"
#include "app/ports/sheets.h"
#include "app/ports/word_writer.h"
#include "base/ensure.h"
#include "base/text.h"
#include "base/values/decimal.h"
#include "core/report/attachments.h"

namespace himpun::app {
namespace {

using document::Align;
using document::Table;

constexpr std::size_t most_sheet_name = 31;  ///< characters a spreadsheet takes

/// "disposition:1" becomes "disposition-1": a name that every disk takes.
std::string file_name(std::string_view key, char const* ending) {
  std::string name{key};
  for (auto& c : name) {
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!is_plain) c = '-';
  }
  return name + ending;
}

std::string sheet_name(Table const& table, std::set<std::string>& taken) {
  auto name = table.key.empty() ? std::string{"tabel"} : table.key;
  name.resize(std::min(name.size(), most_sheet_name));
  for (int number = 2; !taken.insert(lower_ascii(name)).second; ++number) {
    auto const more = "-" + std::to_string(number);
    name = name.substr(0, most_sheet_name - more.size()) + more;
  }
  return name;
}

Cell cell_for(std::string const& text, Align align) {
  auto const number = align == Align::end ? parse_indonesian(text) : Result<Decimal>{refuse(number_unreadable)};
  if (number && number->digits_after()) return number_cell(to_text(*number));
  return text.empty() || text == "–" ? blank_cell() : text_cell(text);
}

BookSheet sheet_of(Table const& table, document::OfficialPaper const& paper, std::set<std::string>& taken) {
  BookSheet sheet{sheet_name(table, taken), {paper.title, table.caption}};
  if (table.caption.empty()) sheet.heading.pop_back();
  for (auto const& column : table.columns) {
    auto const title = column.group.empty() ? column.title : column.group + ": " + column.title;
    auto const format = column.align == Align::end ? CellFormat::general : CellFormat::text;
    sheet.columns.push_back({title, format, std::clamp(column.width, 8, 60)});
  }
  for (auto const& row : table.rows) {
    std::vector<Cell> cells;
    for (auto const& cell : row.cells) {
      auto const column = cells.size();
      auto const align = column < table.columns.size() ? table.columns[column].align : Align::start;
      cells.push_back(cell_for(report::text_of(cell.text), align));
      cells.resize(cells.size() + static_cast<std::size_t>(std::max(cell.columns, 1)) - 1);
    }
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace

Result<MadeFile> make_docx(Sight& sight, document::OfficialPaper const& paper, std::string_view key) {
  ensure(sight.world.words != nullptr, "an office that answers requests can write papers");
  auto numbered = paper;
  document::number_headings(numbered);
  auto const bytes = sight.world.words->write(numbered, dressing_of(sight));
  auto file = std::make_shared<ScratchFile>(sight.world);
  std::ofstream out{file->path(), std::ios::binary};
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw StoreFailure{"a paper could not be written to the disk"};
  return MadeFile{std::move(file), file_name(key, ".docx"), docx_media_type};
}

Result<MadeFile> make_xlsx(Sight& sight, document::OfficialPaper const& paper, std::string_view key) {
  SheetBook book{paper.title, sight.now, {}};
  std::set<std::string> taken;
  for (auto const* table : report::tables_of(paper)) book.sheets.push_back(sheet_of(*table, paper, taken));
  if (book.sheets.empty()) return refuse(report_without_tables);
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_book(file->path(), book);
  return MadeFile{std::move(file), file_name(key, ".xlsx"), xlsx_media_type};
}

}  // namespace himpun::app
