#include "core/report/attachments.h"

#include <algorithm>
#include <iterator>

#include "base/json.h"

namespace himpun::report {
namespace {

using namespace document;

std::string csv_cell(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

std::string title_of(Column const& column) {
  return column.group.empty() ? column.title : column.group + ": " + column.title;
}

std::string csv_line(std::vector<std::string> const& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i ? "," : "") + csv_cell(cells[i]);
  return line + "\r\n";
}

std::vector<std::string> texts_of(Row const& row) {
  std::vector<std::string> texts;
  for (auto const& cell : row.cells) {
    texts.push_back(text_of(cell.text));
    texts.resize(texts.size() + static_cast<std::size_t>(std::max(cell.columns, 1)) - 1);
  }
  return texts;
}

Json json_of(Table const& table) {
  Json::Array columns;
  for (auto const& column : table.columns) columns.emplace_back(title_of(column));
  Json::Array rows;
  for (auto const& each : table.rows) {
    Json::Array cells;
    for (auto const& text : texts_of(each)) cells.emplace_back(text);
    rows.emplace_back(std::move(cells));
  }
  return Json{}.add("key", table.key).add("caption", table.caption).add("columns", std::move(columns)).add(
      "rows", std::move(rows));
}

void collect(std::vector<Block> const& blocks, std::vector<Table const*>& found) {
  for (auto const& block : blocks) {
    if (auto const* table = std::get_if<Table>(&block.what)) found.push_back(table);
    auto const* form = std::get_if<Form>(&block.what);
    if (!form) continue;
    for (auto const& row : form->rows) {
      for (auto const& box : row.boxes) collect(box.blocks, found);
    }
  }
}

}  // namespace

std::string text_of(Spans const& spans) {
  std::string text;
  for (auto const& span : spans) text += span.text;
  return text;
}

std::string to_csv(Table const& table) {
  std::vector<std::string> titles;
  for (auto const& column : table.columns) titles.push_back(title_of(column));
  auto text = csv_line(titles);
  for (auto const& row : table.rows) text += csv_line(texts_of(row));
  return text;
}

std::vector<Table const*> tables_of(OfficialPaper const& paper) {
  std::vector<Table const*> found;
  collect(paper.blocks, found);
  return found;
}

void attach_tables(OfficialPaper& paper) {
  Json::Array all;
  std::vector<Attachment> made;
  for (auto const* table : tables_of(paper)) {
    if (table->key.empty()) continue;
    auto const words = table->caption.empty() ? table->key : table->caption;
    made.push_back({table->key + ".csv", "text/csv", words, Relation::data, to_csv(*table)});
    all.emplace_back(json_of(*table));
  }
  if (made.empty()) return;
  auto json = write_json(Json{}.add("paper", paper.title).add("about", paper.subject).add("tables", std::move(all)));
  paper.attachments.push_back(
      {"data.json", "application/json", "Semua tabel naskah ini", Relation::source, std::move(json)});
  std::ranges::move(made, std::back_inserter(paper.attachments));
}

}  // namespace himpun::report
